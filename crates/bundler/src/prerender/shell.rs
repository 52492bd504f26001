//! The page of the SPA, into which rendered pages are put.
//!
//! A rendered page holds the text of its style sheets, so that it is painted as soon as it is there, a
//! round trip earlier than with links. The policy of the site names them by their hashes; where a host
//! says an older one, browsers leave them out, and the links at the end still bring the style.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rostrum::pages::Page;

use crate::build::MARK;

/// The page of the SPA, cut where a rendered page goes in.
pub(super) struct Shell {
    /// The path at which the site begins, with its slashes.
    pub(super) base: String,
    /// The path of the bundle's folder, with a slash at its end.
    pub(super) bundle: String,
    /// The SPA's style sheet, what rendered pages have besides, and what goes with some views.
    style: Sheet,
    still_style: Sheet,
    texts_style: Sheet,
    timeline_style: Sheet,
    before_title: String,
    after_description: String,
    within_element: String,
}

/// A style sheet: its address and its text.
struct Sheet {
    href: String,
    text: String,
}

/// What shows a page besides the style of the whole site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// Nothing.
    Plain,
    /// The style of running text.
    Texts,
    /// The style of the timeline.
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
const STILL: &str = "<meta name=\"rostrum-still-style\" content=\"";
const TEXTS: &str = "<meta name=\"rostrum-texts-style\" content=\"";
const TIMELINE: &str = "<meta name=\"rostrum-timeline-style\" content=\"";
const STYLE: &str = "\" as=\"fetch\" type=\"text/css\"";
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
        let (still_style, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, TEXTS)?;
        let (texts_style, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, TIMELINE)?;
        let (timeline_style, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, END)?;
        let (links, rest) = cut(rest, STYLE)?;
        let (links, style) = links.rsplit_once(LINK).ok_or(ShellError::Part(LINK))?;
        let (_, rest) = cut(rest, END)?;
        let (before_element, rest) = cut(rest, ELEMENT)?;
        let (attributes, within_element) = cut(rest, END)?;
        let attribute = |name| Ok(cut(cut(attributes, name)?.1, "\"")?.0.to_owned());
        // What draws the page comes before what makes it answer.
        // A page has one `main`, and that is in what was drawn.
        let within_element = within_element.replace("<main", "<div").replace("</main>", "</div>");
        let later = |links: &str| {
            links.replace(LINK, "<link rel=\"preload\" fetchpriority=\"low\" href=\"")
        };
        let after_description =
            [before_styles, &later(links), &later(before_element), ELEMENT, attributes, END]
                .concat();
        let base: String = attribute("base=\"")?;
        let sheet = |href: &str| {
            let path = folder.join(href.strip_prefix(&base).unwrap_or(href));
            let href = href.to_owned();
            match fs::read_to_string(&path) {
                Ok(text) => Ok(Sheet { href, text }),
                Err(error) => Err(ShellError::Style { path, error }),
            }
        };
        Ok(Self {
            style: sheet(style)?,
            still_style: sheet(still_style)?,
            texts_style: sheet(texts_style)?,
            timeline_style: sheet(timeline_style)?,
            bundle: attribute("bundle=\"")?,
            base,
            before_title: before_title.to_owned(),
            after_description,
            within_element,
        })
    }

    /// A page: what its head says of it, and the site around it as HTML.
    pub(super) fn page(&self, head: &str, html: &str, dress: Dress) -> String {
        let Self { style, still_style, before_title, after_description, within_element, .. } = self;
        let dress = match dress {
            Dress::Plain => None,
            Dress::Texts => Some(&self.texts_style),
            Dress::Timeline => Some(&self.timeline_style),
        };
        let sheets = || [style, still_style].into_iter().chain(dress);
        let text = |sheet: &Sheet| ["<style>", &sheet.text, "</style>"].concat();
        let texts: String = sheets().map(text).collect();
        let link =
            |sheet: &Sheet| ["<link rel=\"stylesheet\" href=\"", &sheet.href, "\">"].concat();
        let links: String = sheets().map(link).collect();
        [
            before_title,
            head,
            after_description,
            "<template shadowrootmode=\"open\">",
            &texts,
            "<div>",
            html,
            "</div>",
            &links,
            "</template>",
            within_element,
        ]
        .concat()
    }
}

fn cut<'h>(html: &'h str, at: &'static str) -> Result<(&'h str, &'h str), ShellError> {
    html.split_once(at).ok_or(ShellError::Part(at))
}
