//! The names that sources refer to each other by, and what to say of a name that nobody has.

use std::collections::BTreeMap;

use rostrum_model::Slug;

use super::{node::Node, record::Context};
use crate::finding::nearest;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Category {
    /// A kind of releases.
    Kind,
    /// A group of countries.
    CountryGroup,
    /// A dimension.
    Dimension,
    /// A country.
    Country,
    /// A field of work.
    Field,
    /// A structure or institution.
    Structure,
    /// A term in the chair.
    Term,
    /// A page of text.
    Page,
}

impl Category {
    /// What one of them is called, and where they are listed.
    pub(crate) fn description(self) -> (&'static str, &'static str) {
        match self {
            Self::Kind => ("kind", "organization.yaml, under `kinds`"),
            Self::CountryGroup => {
                ("group of countries", "organization.yaml, under `country_groups`")
            }
            Self::Dimension => ("dimension", "organization.yaml, under `dimensions`"),
            Self::Country => ("country", "countries.yaml"),
            Self::Field => ("field of work", "fields.yaml"),
            Self::Structure => ("structure", "structures.yaml"),
            Self::Term => ("term", "chairpersonships.yaml"),
            Self::Page => ("page", "the folder pages"),
        }
    }
}

/// All names that are known. A category whose file could not be read is left out: then nothing can
/// be said about its names, and one broken file does not make a thousand findings.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary(BTreeMap<Category, Vec<Slug>>);

impl Vocabulary {
    /// Makes the names of a category known.
    pub(crate) fn add(&mut self, category: Category, names: impl IntoIterator<Item = Slug>) {
        self.0.entry(category).or_default().extend(names);
    }

    /// Why a name is not known: nothing if it is, or if its category could not be read.
    pub(crate) fn objection(&self, category: Category, name: &str) -> Option<(String, String)> {
        let names = self.0.get(&category)?;
        if names.iter().any(|known| known.as_str() == name) {
            return None;
        }
        let (called, listed) = category.description();
        let message = match nearest(name, names.iter().map(Slug::as_str)) {
            Some(near) => format!("unknown {called} \"{name}\": did you mean \"{near}\"?"),
            None => format!("unknown {called} \"{name}\""),
        };
        Some((message, format!("the names of this category stand in {listed}")))
    }

    /// A name of a category; notes it if nobody has it.
    pub(crate) fn reference(
        &self,
        category: Category,
        node: &Node,
        context: &mut Context<'_>,
    ) -> Option<Slug> {
        let name = context.string(node)?;
        if let Some((message, help)) = self.objection(category, &name) {
            context.error(&node.bytes, message).help(help);
            return None;
        }
        context.parsed(node)
    }

    /// A list of names of a category, each at most once.
    pub(crate) fn references(
        &self,
        category: Category,
        nodes: &[Node],
        context: &mut Context<'_>,
    ) -> Vec<Slug> {
        let mut names = Vec::new();
        for node in nodes {
            if let Some(name) = self.reference(category, node, context) {
                if names.contains(&name) {
                    context.error(&node.bytes, format!("\"{name}\" stands here a second time"));
                } else {
                    names.push(name);
                }
            }
        }
        names
    }
}

/// Keeps what has a name of its own, and notes names that stand twice.
#[derive(Debug, Default)]
pub(crate) struct Names(Vec<Slug>);

impl Names {
    /// Takes one more name from its node.
    pub(crate) fn take(&mut self, name: &Slug, node: &Node, context: &mut Context<'_>) {
        if self.0.contains(name) {
            context.error(
                &node.bytes,
                format!("\"{name}\" stands here a second time; names are given once"),
            );
        } else {
            self.0.push(name.clone());
        }
    }
}
