//! Prints the bundle's JSON Schema:
//! `cargo run -p rostrum-model --features schema --example schema > docs/bundle.schema.json`.

fn main() {
    println!("{:#}", rostrum_model::bundle_schema());
}
