//! The page of the SPA, into which rendered pages are put.
//!
//! A rendered page holds the text of its style sheets, so that it is painted as soon as it is there, a
//! round trip earlier than with links, and the piece does not load them again. The policy of the site
//! names them by their hashes; where a host says older ones, browsers leave them out, and the style
//! comes from `embed.js`, or by links where scripts are off.
//!
//! What the piece will ask for, whoever renders the page knows. It is named in preloads that are for no
//! medium until the page is painted; then `embed.js` has all of it loaded at once.

use std::{
    fs, io, iter,
    path::{Path, PathBuf},
};

use rostrum::pages::Page;

use crate::build::{ENTRY, MARK};

/// The page of the SPA, cut where a rendered page goes in.
pub(super) struct Shell {
    /// The path at which the site begins, with its slashes.
    pub(super) base: String,
    /// The path of the bundle's folder, with a slash at its end.
    pub(super) bundle: String,
    /// The SPA's style sheet, what rendered pages have besides, and what goes with some views.
    style: Sheet,
    still_style: Sheet,
    texts: Part,
    timeline: Part,
    before_title: String,
    after_description: String,
    within_element: String,
}

/// A style sheet: its address and its text.
struct Sheet {
    href: String,
    text: String,
}

/// A part of the SPA, which it loads with the views that need it.
struct Part {
    style: Sheet,
    /// The addresses of its WebAssembly.
    modules: Vec<String>,
}

/// What shows a page besides what every page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// Nothing.
    Plain,
    /// The part for running text.
    Texts,
    /// The part for the timeline.
    Timeline,
}

impl From<&Page> for Dress {
    fn from(page: &Page) -> Self {
        match page {
            Page::Release(..) | Page::Text(..) => Self::Texts,
            Page::Timeline(..) | Page::Term(..) => Self::Timeline,
            _ => Self::Plain,
        }
    }
}

/// What the page of the SPA lacks.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShellError {
    /// Something that is looked for in it.
    #[error("it has no `{0}`; build the SPA again")]
    Part(&'static str),
    /// A style sheet that it names.
    #[error("its style sheet {} cannot be read: {error}; build the SPA again", path.display())]
    Style {
        /// Where it should be.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

const TITLE: &str = "<title>";
const DESCRIPTION: &str = "<meta name=\"description\"";
const LINK: &str = "<link rel=\"preload\" href=\"";
const STILL: &str = "<meta name=\"rostrum-still\" content=\"";
const TEXTS: &str = "<meta name=\"rostrum-texts\" content=\"";
const TIMELINE: &str = "<meta name=\"rostrum-timeline\" content=\"";
const STYLE: &str = "\" as=\"fetch\" type=\"text/css\"";
const SCRIPT: &str = "<script type=\"module\"";
const ELEMENT: &str = "<rostrum-app ";
const END: &str = ">";

impl Shell {
    /// Cuts the page of the SPA that stands in a folder, and reads its style sheets there.
    pub(super) fn parse(html: &str, folder: &Path) -> Result<Self, ShellError> {
        let (before_title, rest) = cut(html, TITLE)?;
        // What is written into it must be known as ours again.
        cut(before_title, MARK)?;
        let (_, rest) = cut(rest, DESCRIPTION)?;
        let (_, rest) = cut(rest, END)?;
        let (before_styles, rest) = cut(rest, STILL)?;
        let (still, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, TEXTS)?;
        let (texts, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, TIMELINE)?;
        let (timeline, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, END)?;
        let (links, rest) = cut(rest, STYLE)?;
        let (_, style) = links.rsplit_once(LINK).ok_or(ShellError::Part(LINK))?;
        let (_, rest) = cut(rest, SCRIPT)?;
        let (before_element, rest) = cut(rest, ELEMENT)?;
        let (attributes, within_element) = cut(rest, END)?;
        let attribute = |name| Ok(cut(cut(attributes, name)?.1, "\"")?.0.to_owned());
        // A page has one `main`, and that is in what was drawn.
        let within_element = within_element.replace("<main", "<div").replace("</main>", "</div>");
        let after_description =
            [before_styles, SCRIPT, before_element, ELEMENT, attributes, END].concat();
        let base: String = attribute("base=\"")?;
        let sheet = |href: &str| {
            let path = folder.join(href.strip_prefix(&base).unwrap_or(href));
            let href = href.to_owned();
            match fs::read_to_string(&path) {
                Ok(text) => Ok(Sheet { href, text }),
                Err(error) => Err(ShellError::Style { path, error }),
            }
        };
        let part = |addresses: &str| {
            let mut addresses = addresses.split(' ').map(str::to_owned);
            let style = sheet(&addresses.next().unwrap_or_default())?;
            Ok(Part { style, modules: addresses.collect() })
        };
        Ok(Self {
            style: sheet(style)?,
            still_style: sheet(still)?,
            texts: part(texts)?,
            timeline: part(timeline)?,
            bundle: attribute("bundle=\"")?,
            base,
            before_title: before_title.to_owned(),
            after_description,
            within_element,
        })
    }

    /// A page: what its head says of it, the site around it as HTML, and the files of the bundle that
    /// the piece will read for it.
    pub(super) fn page(&self, head: &str, html: &str, dress: Dress, files: &[String]) -> String {
        let Self { style, still_style, before_title, after_description, within_element, .. } = self;
        let part = match dress {
            Dress::Plain => None,
            Dress::Texts => Some(&self.texts),
            Dress::Timeline => Some(&self.timeline),
        };
        let sheets = || [style, still_style].into_iter().chain(part.map(|part| &part.style));
        let texts: String = sheets().map(Sheet::to_style).collect();
        let links: String = sheets().map(Sheet::to_link).collect();
        let modules = part.iter().flat_map(|part| &part.modules).cloned();
        let files = iter::once(ENTRY).chain(files.iter().map(String::as_str));
        let files = files.map(|file| [&self.bundle, file].concat());
        let preloads: String = modules.chain(files).map(|href| preload(&href)).collect();
        [
            before_title,
            head,
            after_description,
            "<template shadowrootmode=\"open\">",
            &texts,
            "<div>",
            html,
            "</div><noscript>",
            &links,
            "</noscript>",
            &preloads,
            "</template>",
            within_element,
        ]
        .concat()
    }
}

impl Sheet {
    /// Its text, under the name of its file.
    fn to_style(&self) -> String {
        let name = self.href.rsplit('/').next().unwrap_or_default();
        ["<style id=\"", name, "\">", &self.text, "</style>"].concat()
    }

    fn to_link(&self) -> String {
        ["<link rel=\"stylesheet\" href=\"", &self.href, "\">"].concat()
    }
}

fn preload(href: &str) -> String {
    ["<link rel=\"preload\" href=\"", href, "\" as=\"fetch\" crossorigin media=\"not all\">"]
        .concat()
}

fn cut<'h>(html: &'h str, at: &'static str) -> Result<(&'h str, &'h str), ShellError> {
    html.split_once(at).ok_or(ShellError::Part(at))
}
