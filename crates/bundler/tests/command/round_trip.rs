//! From sources to the bundle to the model that the page reads: what an editor wrote is what arrives.

use rostrum_model::{Origin, Release};
use serde_json::{Value, json};

use crate::journey::Desk;

const FRONT: &str = "---
title: A visit
date: 2007-04-30
kind: press-release
place: {en: Vienna, fr: Vienne}
source: permanent-council
countries: [kazakhstan]
structures: [permanent-council]
origin: published
sources: [{name: The site, href: https://example.org/1}]
attachments: [{name: The rules, href: https://example.org/rules.pdf, media_type: application/pdf, size: 2048}]
---
";

const BODY: &str = "## Why

The *only* **important** [link](/countries/kazakhstan/), <abbr title=\"Permanent Council\">PC</abbr>\\
H<sub>2</sub>O, m<sup>2</sup>, `a + b`, <span lang=\"fr\">mot</span>.

3. Three
   - inner

> Words.
>
> — A speaker

| Year | State |
| --- | --- |
| 2010 | Kazakhstan |

<table>
<caption>Chairs</caption>
<tr><th>2010</th><td>Kazakhstan</td></tr>
</table>

![The hall](https://example.org/a.jpg \"The council\")

<figure>
<img src=\"https://example.org/b.jpg\" alt=\"\" width=\"800\" height=\"400\">
</figure>

```
spaces   count
```

---
";

fn text(text: &str) -> Value {
    json!([{ "type": "text", "text": text }])
}

fn paragraph(words: &str) -> Value {
    json!({ "type": "paragraph", "text": text(words) })
}

fn cell(words: &str, is_header: bool) -> Value {
    if is_header {
        json!({ "text": text(words), "is_header": true })
    } else {
        json!({ "text": text(words) })
    }
}

fn body() -> Value {
    json!([
        { "type": "heading", "level": 2, "text": text("Why") },
        { "type": "paragraph", "text": [
            { "type": "text", "text": "The " },
            { "type": "emphasis", "text": text("only") },
            { "type": "text", "text": " " },
            { "type": "strong", "text": text("important") },
            { "type": "text", "text": " " },
            { "type": "link", "href": "/countries/kazakhstan/", "text": text("link") },
            { "type": "text", "text": ", " },
            { "type": "abbreviation", "title": "Permanent Council", "text": text("PC") },
            { "type": "break" },
            { "type": "text", "text": "H" },
            { "type": "subscript", "text": text("2") },
            { "type": "text", "text": "O, m" },
            { "type": "superscript", "text": text("2") },
            { "type": "text", "text": ", " },
            { "type": "code", "text": "a + b" },
            { "type": "text", "text": ", " },
            { "type": "span", "language": "fr", "text": text("mot") },
            { "type": "text", "text": "." },
        ] },
        { "type": "list", "start": 3, "items": [
            [paragraph("Three"), { "type": "list", "items": [[paragraph("inner")]] }],
        ] },
        { "type": "quotation", "body": [paragraph("Words.")], "attribution": text("A speaker") },
        { "type": "table", "rows": [
            { "cells": [cell("Year", true), cell("State", true)] },
            { "cells": [cell("2010", false), cell("Kazakhstan", false)] },
        ] },
        { "type": "table", "caption": text("Chairs"), "rows": [
            { "cells": [cell("2010", true), cell("Kazakhstan", false)] },
        ] },
        { "type": "figure", "source": "https://example.org/a.jpg", "alternative": "The hall", "caption": text("The council") },
        { "type": "figure", "source": "https://example.org/b.jpg", "alternative": "", "width": 800, "height": 400 },
        { "type": "code", "text": "spaces   count\n" },
        { "type": "rule" },
    ])
}

#[test]
fn everything_that_a_text_can_hold_arrives_as_it_was_written() {
    let desk = Desk::in_order(0);
    desk.put("content/releases/2007/2007-04-30-a-visit.md", &format!("{FRONT}{BODY}"));
    desk.put(
        "content/releases/2007/2007-04-30-a-visit.fr.md",
        "---\ntitle: Une visite\n---\nTexte.\n",
    );
    desk.builds().success();
    let [Release { summary, structures, provenance, versions, .. }] = &desk.releases()[..] else {
        panic!("one release was written");
    };
    assert_eq!(serde_json::to_value(&versions[0].body).unwrap(), body());
    assert_eq!(serde_json::to_value(&versions[1].body).unwrap(), json!([paragraph("Texte.")]));
    assert_eq!(
        serde_json::to_value(summary).unwrap(),
        json!({
            "address": "2007/04/30/a-visit",
            "kind": "press-release",
            "title": { "en": "A visit", "fr": "Une visite" },
            "place": { "en": "Vienna", "fr": "Vienne" },
            "source": "permanent-council",
            "countries": ["kazakhstan"],
        })
    );
    assert_eq!(structures[0].as_str(), "permanent-council");
    assert_eq!((provenance.origin, &*provenance.sources[0].name), (Origin::Published, "The site"));
    assert_eq!(
        serde_json::to_value(&versions[0].attachments).unwrap(),
        json!([{ "name": "The rules", "href": "https://example.org/rules.pdf", "media_type": "application/pdf", "size": 2048 }])
    );
}
