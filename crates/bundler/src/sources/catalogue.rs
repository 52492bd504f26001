//! `countries.yaml`, `fields.yaml` and `structures.yaml`: what releases are about.

use rostrum_model::{Country, Field, Slug, Structure};

use super::{
    node::Node,
    record::{Context, Record},
    vocabulary::{Category, Names, Vocabulary},
};

/// Reads `countries.yaml`.
pub(crate) fn read_countries(
    root: &Node,
    vocabulary: &Vocabulary,
    context: &mut Context<'_>,
) -> Vec<Country> {
    read_list(root, context, |slug, record, context| {
        let name = record.text("name", context);
        let code = record.optional("code").and_then(|node| country_code(node, context));
        let other_names = record
            .items("other_names", context)
            .iter()
            .filter_map(|node| context.string(node))
            .collect();
        let group = record
            .required("group", context)
            .and_then(|node| vocabulary.reference(Category::CountryGroup, node, context));
        let since = record.optional_parsed("since", context);
        let capital = record.optional_text("capital", context);
        Some(Country { slug, name: name?, code, other_names, group: group?, since, capital })
    })
}

/// Reads `fields.yaml`.
pub(crate) fn read_fields(
    root: &Node,
    vocabulary: &Vocabulary,
    context: &mut Context<'_>,
) -> Vec<Field> {
    read_list(root, context, |slug, record, context| {
        let name = record.text("name", context);
        let summary = record.optional_text("summary", context);
        let dimension = record
            .optional("dimension")
            .and_then(|node| vocabulary.reference(Category::Dimension, node, context));
        Some(Field { slug, name: name?, summary, dimension })
    })
}

/// Reads `structures.yaml`.
pub(crate) fn read_structures(
    root: &Node,
    vocabulary: &Vocabulary,
    context: &mut Context<'_>,
) -> Vec<Structure> {
    let mut own = Vocabulary::default();
    own.add(Category::Structure, slugs(root));
    let structures = read_list(root, context, |slug, record, context| {
        let name = record.text("name", context);
        let abbreviation = record.optional("abbreviation").and_then(|node| context.string(node));
        let parent = record
            .optional("parent")
            .and_then(|node| own.reference(Category::Structure, node, context));
        let summary = record.optional_text("summary", context);
        let seat = record.optional_text("seat", context);
        let country = record
            .optional("country")
            .and_then(|node| vocabulary.reference(Category::Country, node, context));
        let established = record.optional_parsed("established", context);
        let closed = record.optional_parsed("closed", context);
        Some(Structure {
            slug,
            name: name?,
            abbreviation,
            parent,
            summary,
            seat,
            country,
            established,
            closed,
        })
    });
    note_circles(root, &structures, context);
    structures
}

/// The slugs that a list gives, whether or not the rest of an entry can be read: so that one wrong
/// entry does not make its name unknown everywhere else.
pub(crate) fn slugs(root: &Node) -> Vec<Slug> {
    root.items().iter().filter_map(|item| item.scalar("slug")?.parse().ok()).collect()
}

fn read_list<T>(
    root: &Node,
    context: &mut Context<'_>,
    mut read: impl FnMut(Slug, &mut Record<'_>, &mut Context<'_>) -> Option<T>,
) -> Vec<T> {
    let mut names = Names::default();
    let mut list = Vec::new();
    for node in context.list(root) {
        let Some(mut record) = Record::open(node, context) else { continue };
        let slug = record.required("slug", context);
        let parsed: Option<Slug> = slug.and_then(|node| context.parsed(node));
        if let (Some(node), Some(slug)) = (slug, &parsed) {
            names.take(slug, node, context);
        }
        // What follows is read even without a slug, so that all of it is told at once.
        let stand_in = || "unnamed".parse().ok();
        let entry =
            parsed.clone().or_else(stand_in).and_then(|slug| read(slug, &mut record, context));
        record.close(context);
        list.extend(entry.filter(|_| parsed.is_some()));
    }
    list
}

fn country_code(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let code = context.string(node)?;
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(code);
    }
    context
        .error(&node.bytes, format!("`{code}` is not the code of a country"))
        .help("write the two capital letters of ISO 3166-1, such as KZ");
    None
}

/// Notes structures that are parts of themselves.
fn note_circles(root: &Node, structures: &[Structure], context: &mut Context<'_>) {
    let parent =
        |slug: &Slug| structures.iter().find(|structure| structure.slug == *slug)?.parent.as_ref();
    for node in root.items() {
        let Some(slug) = node.scalar("slug").and_then(|text| text.parse::<Slug>().ok()) else {
            continue;
        };
        let mut above = parent(&slug);
        for _ in 0..structures.len() {
            match above {
                Some(structure) if *structure == slug => {
                    let bytes = node.entry("parent").map_or(&node.bytes, |parent| &parent.bytes);
                    context
                        .error(bytes, format!("\"{slug}\" is a part of itself by its parents"))
                        .help("one of the structures in this circle must have no parent or another one");
                    break;
                }
                Some(structure) => above = parent(structure),
                None => break,
            }
        }
    }
}
