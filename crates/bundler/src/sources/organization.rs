//! `organization.yaml`: whose site it is, its languages, and the names of groups.

use rostrum_model::{Category as NamedGroup, Language, Languages, Organization};

use super::{
    node::Node,
    record::{Context, Record},
    source::Source,
    vocabulary::Names,
};
use crate::finding::Findings;

/// What `organization.yaml` says.
#[derive(Debug)]
pub(crate) struct OrganizationFile {
    /// Whose site it is.
    pub(crate) organization: Option<Organization>,
    /// The languages of its content.
    pub(crate) languages: Languages,
    /// The kinds of releases.
    pub(crate) kinds: Vec<NamedGroup>,
    /// The dimensions that fields belong to.
    pub(crate) dimensions: Vec<NamedGroup>,
    /// The groups that countries belong to.
    pub(crate) country_groups: Vec<NamedGroup>,
}

/// Reads the file; nothing comes back where its languages are not known, since no other file can be
/// read without them.
pub(crate) fn read_organization(
    source: &Source,
    root: &Node,
    findings: &mut Findings,
) -> Option<OrganizationFile> {
    let languages = languages(source, root, findings)?;
    let mut context = Context { source, languages: &languages, findings };
    let context = &mut context;
    let mut record = Record::open(root, context)?;
    record.optional("languages");
    let name = record.text("name", context);
    let abbreviation = record.text("abbreviation", context);
    let description = record.optional_text("description", context);
    let notice = record.optional_text("notice", context);
    let url = record.optional_parsed("url", context);
    let time_zone = record.required("time_zone", context).and_then(|node| context.string(node));
    let kinds = named_groups("kinds", &mut record, context);
    let dimensions = named_groups("dimensions", &mut record, context);
    let country_groups = named_groups("country_groups", &mut record, context);
    record.close(context);
    let organization = || {
        Some(Organization {
            name: name?,
            abbreviation: abbreviation?,
            description,
            notice,
            url,
            time_zone: time_zone?,
        })
    };
    let organization = organization();
    Some(OrganizationFile { organization, languages, kinds, dimensions, country_groups })
}

fn languages(source: &Source, root: &Node, findings: &mut Findings) -> Option<Languages> {
    // Until they are read, no text can be; only tags are asked for here.
    let english: Language = "en".parse().ok()?;
    let unknown = Languages { default: english, available: Vec::new() };
    let mut context = Context { source, languages: &unknown, findings };
    let context = &mut context;
    let node = Record::open(root, context)?.required("languages", context)?;
    let mut record = Record::open(node, context)?;
    let default: Option<Language> = record.parsed("default", context);
    let available =
        record.required("available", context).map(|node| (node, context.parsed_list(node)));
    record.close(context);
    let (default, (node, mut available)) = (default?, available?);
    if !available.contains(&default) {
        context
            .error(
                &node.bytes,
                format!("the default language, `{default}`, is not among the available ones"),
            )
            .help(format!("add `{default}` to the list"));
        available.push(default.clone());
    }
    Some(Languages { default, available })
}

fn named_groups(
    key: &'static str,
    record: &mut Record<'_>,
    context: &mut Context<'_>,
) -> Vec<NamedGroup> {
    let mut names = Names::default();
    let mut groups = Vec::new();
    for node in record.items(key, context) {
        let Some(mut record) = Record::open(node, context) else { continue };
        let slug = record.required("slug", context);
        let parsed = slug.and_then(|node| context.parsed(node));
        let name = record.text("name", context);
        record.close(context);
        if let (Some(node), Some(slug)) = (slug, parsed) {
            names.take(&slug, node, context);
            groups.extend(name.map(|name| NamedGroup { slug, name }));
        }
    }
    groups
}
