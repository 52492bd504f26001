//! XML as small trees, one for each item, so that memory does not grow with the file.
//!
//! Entities that a document declares itself are never expanded: what they would stand for is not
//! part of any of the formats read here, and a few lines of them can make gigabytes.

use std::ops::Range;

use quick_xml::{
    NsReader,
    events::{BytesRef, BytesStart, Event},
    name::ResolveResult,
};

use crate::{finding::Findings, sources::Source};

/// How deep elements may nest.
const DEEPEST: usize = 200;

/// An element with what it holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Its name; with a prefix (`content:encoded`) if it is of another vocabulary than the root.
    pub(super) name: String,
    /// Its attributes, named in the same way.
    pub(super) attributes: Vec<(String, String)>,
    /// The elements in it.
    pub(super) children: Vec<Element>,
    /// The text in it, of its children too, in order.
    pub(super) text: String,
    /// The bytes of its content.
    pub(super) content: Range<usize>,
    /// Where its text begins, if it stands in the source letter for letter.
    pub(super) verbatim: Option<usize>,
}

impl Element {
    /// The first child of a name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children_named(name).next()
    }

    /// The children of a name.
    pub(super) fn children_named<'e>(&'e self, name: &str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of a child, if it has any.
    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        self.children_named(name).map(|child| child.text.trim()).find(|text| !text.is_empty())
    }

    /// The value of an attribute, if it has one.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(present, _)| present == name)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// All elements of a name in it, at any depth.
    pub(super) fn descendants<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.descendants(name));
        }
        found
    }
}

/// Vocabularies whose prefixes are known, by a part of their address.
const VOCABULARIES: [(&str, &str); 12] = [
    ("/excerpt/", "excerpt"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/dc/", "dc"),
    ("wordpress.org/export/1.", "wp"),
    ("w3.org/2005/Atom", "atom"),
    ("w3.org/2007/app", "app"),
    ("purl.org/atom/app", "app"),
    ("w3.org/1999/xhtml", "xhtml"),
    ("search.yahoo.com/mrss", "media"),
    ("w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    ("iptc.org/std/nar", "nar"),
    ("iptc.org/std/NITF", "nitf"),
];

/// Reads a document. Each outermost element of the names asked for is visited as a whole, in
/// order; `others` are visited too, but only those that stand outside. What is broken is told, and
/// what came before it was visited.
pub(super) fn visit(
    source: &Source,
    names: &[&str],
    findings: &mut Findings,
    visit: &mut dyn FnMut(Element, &mut Findings),
) {
    let mut reader = NsReader::from_str(source.text());
    let config = reader.config_mut();
    config.check_end_names = true;
    config.allow_dangling_amp = true;
    let mut tree = Tree { names, ..Tree::default() };
    loop {
        let before = offset(&reader);
        let (name, event) = match reader.read_resolved_event() {
            Ok((vocabulary, event)) => (tree.prefix(&vocabulary), event),
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(before);
                findings
                    .error(source.place(at..at), format!("the XML is broken here: {error}"))
                    .help("what stands before was read; export the file again");
                return;
            }
        };
        let after = offset(&reader);
        match event {
            Event::Start(_) if tree.depth >= DEEPEST => {
                findings.error(source.place(before..after), "this XML is nested too deeply");
                return;
            }
            Event::Start(start) => tree.open(&name, &start, after),
            Event::Empty(start) => {
                tree.open(&name, &start, after);
                if let Some(element) = tree.close(after) {
                    visit(element, findings);
                }
            }
            Event::End(_) => {
                if let Some(element) = tree.close(before) {
                    visit(element, findings);
                }
            }
            Event::Text(text) => tree.text(&text.xml10_content(), before),
            Event::CData(text) => tree.text(&text.xml10_content(), before + "<![CDATA[".len()),
            Event::GeneralRef(reference) => tree.reference(&reference),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if tree.depth > 0 {
        let end = source.text().len();
        findings
            .error(source.place(end..end), "the XML ends before its elements do")
            .help("what stands before was read; export the file again");
    }
}

fn offset(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[derive(Default)]
struct Tree<'n> {
    names: &'n [&'n str],
    /// The vocabulary of the root.
    root: Option<String>,
    depth: usize,
    /// Elements that are open, from the one that is to be visited inwards.
    open: Vec<Element>,
}

impl Tree<'_> {
    /// The prefix of a vocabulary; empty for that of the root.
    fn prefix(&mut self, vocabulary: &ResolveResult<'_>) -> String {
        let (address, unknown) = match vocabulary {
            ResolveResult::Bound(namespace) => (Some(namespace.into_inner()), ""),
            ResolveResult::Unbound => (None, ""),
            ResolveResult::Unknown(prefix) => (None, prefix.as_str()),
        };
        let Some(address) = address else { return unknown.to_owned() };
        let known = VOCABULARIES.iter().find(|(part, _)| address.contains(part));
        let prefix = known.map_or(address, |(_, prefix)| prefix);
        match &self.root {
            Some(root) if root == prefix => String::new(),
            // RSS 0.90 and 1.0 have a vocabulary of their own for what is plain in the others.
            _ if address.contains("purl.org/rss/1.0/") && !address.contains("modules") => {
                String::new()
            }
            _ if address.contains("my.netscape.com/rdf") => String::new(),
            _ => prefix.to_owned(),
        }
    }

    fn open(&mut self, prefix: &str, start: &BytesStart<'_>, content: usize) {
        let local = start.local_name().into_inner().to_owned();
        let prefix = if self.root.is_none() {
            self.root = Some(prefix.to_owned());
            ""
        } else {
            prefix
        };
        let name = if prefix.is_empty() { local } else { format!("{prefix}:{local}") };
        self.depth += 1;
        if self.open.is_empty() && !self.names.contains(&name.as_str()) {
            return;
        }
        let attributes = start
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .map(|attribute| {
                let value = attribute.value.as_ref().to_owned();
                let value = quick_xml::escape::unescape(&value)
                    .map_or(value.clone(), std::borrow::Cow::into_owned);
                (attribute.key.into_inner().to_owned(), value)
            })
            .collect();
        let content = content..content;
        self.open.push(Element { name, attributes, content, ..Element::default() });
    }

    /// Ends an element; gives it if it is to be visited.
    fn close(&mut self, end: usize) -> Option<Element> {
        self.depth = self.depth.saturating_sub(1);
        // Elements outside are not kept, so they have none to end.
        let mut element = self.open.pop()?;
        element.content.end = end;
        match self.open.last_mut() {
            None => Some(element),
            Some(parent) => {
                parent.text.push_str(&element.text);
                parent.verbatim = None;
                parent.children.push(element);
                None
            }
        }
    }

    fn text(&mut self, text: &str, start: usize) {
        if let Some(element) = self.open.last_mut() {
            let is_first = element.text.trim().is_empty() && element.children.is_empty();
            if is_first && !text.trim().is_empty() {
                element.text.clear();
                element.verbatim = Some(start);
            } else if !text.trim().is_empty() {
                element.verbatim = None;
            }
            element.text.push_str(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        let Some(element) = self.open.last_mut() else { return };
        element.verbatim = None;
        let name = reference.xml10_content();
        match reference.resolve_char_ref() {
            Ok(Some(character)) => element.text.push(character),
            _ => match quick_xml::escape::resolve_xml_entity(&name) {
                Some(text) => element.text.push_str(text),
                // Names of HTML stay as they are for the reader of HTML; others are text.
                None => ["&", &name, ";"].iter().for_each(|part| element.text.push_str(part)),
            },
        }
    }
}
