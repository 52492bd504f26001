//! Writing XML: the few shapes that feeds and sitemaps are made of.

use std::{borrow::Cow, io};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::MARK;

/// Where elements are written to. Memory takes every byte, so nothing written here can fail.
pub(super) type Xml = Writer<Vec<u8>>;

/// A document with a root of that name.
pub(super) fn document(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let write = |xml: &mut Xml| {
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.write_event(Event::Comment(BytesText::from_escaped(format!(" {MARK} "))))?;
        let root = xml.create_element(root).with_attributes(attributes.iter().copied());
        root.write_inner_content(content)?;
        Ok::<_, io::Error>(())
    };
    write(&mut xml).expect("memory takes every byte");
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element with a text.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text))).map(|_| ())
}

/// An element with attributes alone.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let allowed: Vec<_> = attributes.iter().map(|(name, value)| (*name, allowed(value))).collect();
    let attributes = allowed.iter().map(|(name, value)| (*name, &**value));
    xml.create_element(name).with_attributes(attributes).write_empty().map(|_| ())
}

/// A text without the characters that XML cannot say (XML 1.0, production 2) or would not keep.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |character: char| match character {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => other >= ' ',
    };
    if text.chars().all(is_allowed) {
        return text.into();
    }
    text.chars().filter(|character| is_allowed(*character)).collect()
}
