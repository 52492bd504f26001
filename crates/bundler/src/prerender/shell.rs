//! The page of the SPA, into which rendered pages are put.

use rostrum::pages::Page;

use crate::build::MARK;

/// The page of the SPA, cut where a rendered page goes in.
pub(super) struct Shell {
    /// The path at which the site begins, with its slashes.
    pub(super) base: String,
    /// The path of the bundle's folder, with a slash at its end.
    pub(super) bundle: String,
    /// The addresses of the SPA's style sheet, and of those that go with some views.
    style: String,
    texts_style: String,
    timeline_style: String,
    before_title: String,
    after_description: String,
    within_element: String,
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
#[error("it has no `{0}`; build the SPA again")]
pub(crate) struct ShellError(&'static str);

const TITLE: &str = "<title>";
const DESCRIPTION: &str = "<meta name=\"description\"";
const LINK: &str = "<link rel=\"preload\" href=\"";
const TEXTS: &str = "<meta name=\"rostrum-texts-style\" content=\"";
const TIMELINE: &str = "<meta name=\"rostrum-timeline-style\" content=\"";
const STYLE: &str = "\" as=\"fetch\" type=\"text/css\"";
const ELEMENT: &str = "<rostrum-app ";
const END: &str = ">";

impl Shell {
    /// Cuts the page.
    pub(super) fn parse(html: &str) -> Result<Self, ShellError> {
        let (before_title, rest) = cut(html, TITLE)?;
        // What is written into it must be known as ours again.
        cut(before_title, MARK)?;
        let (_, rest) = cut(rest, DESCRIPTION)?;
        let (_, rest) = cut(rest, END)?;
        let (before_styles, rest) = cut(rest, TEXTS)?;
        let (texts_style, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, TIMELINE)?;
        let (timeline_style, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, END)?;
        let (links, rest) = cut(rest, STYLE)?;
        let (links, style) = links.rsplit_once(LINK).ok_or(ShellError(LINK))?;
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
        Ok(Self {
            base: attribute("base=\"")?,
            bundle: attribute("bundle=\"")?,
            style: style.to_owned(),
            texts_style: texts_style.to_owned(),
            timeline_style: timeline_style.to_owned(),
            before_title: before_title.to_owned(),
            after_description,
            within_element,
        })
    }

    /// A page: what its head says of it, and the site around it as HTML. The style sheets stand in
    /// the head too: there nothing is painted before they have come.
    pub(super) fn page(&self, head: &str, html: &str, dress: Dress) -> String {
        let Self { style, before_title, after_description, within_element, .. } = self;
        let link = |href: &String| format!("<link rel=\"stylesheet\" href=\"{href}\">");
        let dress = match dress {
            Dress::Plain => None,
            Dress::Texts => Some(&self.texts_style),
            Dress::Timeline => Some(&self.timeline_style),
        };
        let style: String = [style].into_iter().chain(dress).map(link).collect();
        [
            before_title,
            head,
            &style,
            after_description,
            "<template shadowrootmode=\"open\">",
            &style,
            "<div>",
            html,
            "</div></template>",
            within_element,
        ]
        .concat()
    }
}

fn cut<'h>(html: &'h str, at: &'static str) -> Result<(&'h str, &'h str), ShellError> {
    html.split_once(at).ok_or(ShellError(at))
}
