//! The JSON Schema (draft 2020-12) of the bundle's files, made from the types themselves.
//!
//! It says what a bundle is as it is written. A reader forgives more: a list or text that is absent
//! is empty to it, and fields that it does not know are nothing to it.

use std::borrow::Cow;

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema,
    transform::transform_subschemas,
};
use serde_json::Value;

use crate::{
    Address, Date, Email, Entry, Href, Language, ListingDirectory, ListingFile, ListingKey, Pack,
    PartialDate, Slug, Telephone, Text, TextPage, Version,
};

/// The schema of the entry, `bundle.json`; under `$defs` those of all other files too: `Pack`,
/// `ListingFile`, `ListingDirectory` and `TextPage`.
pub fn bundle_schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut generator = settings.with_transform(as_written).into_generator();
    generator.subschema_for::<ListingFile>();
    generator.subschema_for::<ListingDirectory>();
    generator.subschema_for::<Pack>();
    generator.subschema_for::<TextPage>();
    generator.into_root_schema_for::<Entry>().to_value()
}

/// What the types say to Rust alone, said as the bundle has it.
fn as_written(schema: &mut Schema) {
    // A later minor version may add fields anywhere, so no object is closed.
    if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
        schema.remove("additionalProperties");
    }
    // What is not there is left out, never `null`.
    if let Some(Value::Array(types)) = schema.get("type")
        && let [known, Value::String(_)] = &types[..]
    {
        let known = known.clone();
        schema.insert("type".to_owned(), known);
    }
    if let Some(Value::Array(choices)) = schema.get("anyOf")
        && let [Value::Object(known), Value::Object(other)] = &choices[..]
        && other.get("type").is_some_and(|kind| kind == "null")
    {
        let known = known.clone();
        schema.remove("anyOf");
        known.into_iter().for_each(|(key, value)| drop(schema.insert(key, value)));
    }
    if let Some(Value::String(description)) = schema.get("description") {
        let plain = description
            .replace("[`", "`")
            .replace("`]", "`")
            .replace("crate::", "")
            .replace('\n', " ");
        schema.insert("description".to_owned(), plain.into());
    }
    transform_subschemas(&mut as_written, schema);
}

/// The schemas of types that are strings in JSON: what they look like, and what they mean.
macro_rules! text_schema {
    ($($name:ident: $pattern:literal, $description:literal;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    )*};
}

text_schema! {
    Version: "^[0-9]+\\.[0-9]+$",
        "The version of the format, major.minor. A reader takes every minor version of its major one.";
    Language: "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        "A language by its BCP 47 tag (RFC 5646), such as `en`, `fr` or `sr-Latn`.";
    Slug: "^(?=.{1,96}$)[a-z0-9]+(-[a-z0-9]+)*$",
        "A name in an address: `a` to `z`, `0` to `9` and single hyphens between them, 1 to 96 of them.";
    Href: "^([#][^\\s\\u0000-\\u001f\\u007f-\\u009f]*|/([^\\s\\u0000-\\u001f\\u007f-\\u009f/\\\\][^\\s\\u0000-\\u001f\\u007f-\\u009f]*)?|([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):[^\\s\\u0000-\\u001f\\u007f-\\u009f]+)$",
        "A link's address: `https:`, `http:`, `mailto:` or `tel:`, or a path of the site (`/…`, `#…`); no spaces or control characters.";
    Date: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "A day of the calendar (ISO 8601): `2007-04-30`.";
    Telephone: "^[+][0-9 ()./-]{5,}$",
        "A telephone number that can be called from anywhere, with 5 to 15 digits: `+43 1 514 36 0`.";
    Email: "^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$",
        "An e-mail address: `press@example.org`.";
    PartialDate: "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?$",
        "A date as far as it is known, after EDTF level 1 (ISO 8601-2): `1991`, `1991-06`, `1991-06-19`, or about then: `1991-06~`.";
    Address: "^[0-9]{4}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/(?=[^/]{1,96}$)[a-z0-9]+(-[a-z0-9]+)*$",
        "Where a release stands: its day and its name on that day, `2007/04/30/kazakhstan-focused`.";
    ListingKey: "^(all|year/[0-9]{4}|(country|field|structure|term)/(?=[^/]{1,96}$)[a-z0-9]+(-[a-z0-9]+)*)$",
        "What a listing is of: `all`, `year/2007`, `country/kazakhstan`, `field/elections`, `structure/permanent-council` or `term/2010`.";
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<Language>(),
            "additionalProperties": { "type": "string" },
            "description": "One text in the languages that it is kept in, by language tag, the default language first: `{\"en\": \"Elections\", \"fr\": \"Élections\"}`.",
        })
    }
}
