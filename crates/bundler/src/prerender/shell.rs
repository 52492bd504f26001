//! The page of the SPA, into which rendered pages are put.

use crate::build::MARK;

/// The page of the SPA, cut where a rendered page goes in.
pub(super) struct Shell {
    /// The path at which the site begins, with its slashes.
    pub(super) base: String,
    /// The path of the bundle's folder, with a slash at its end.
    pub(super) bundle: String,
    /// The address of the SPA's style sheet, and of the one that goes with the timeline's views.
    style: String,
    timeline_style: String,
    before_title: String,
    after_description: String,
    within_element: String,
}

/// What the page of the SPA lacks.
#[derive(Debug, thiserror::Error)]
#[error("it has no `{0}`; build the SPA again")]
pub(crate) struct ShellError(&'static str);

const TITLE: &str = "<title>";
const DESCRIPTION: &str = "<meta name=\"description\"";
const LINK: &str = "<link rel=\"preload\" href=\"";
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
        let (before_timeline, rest) = cut(rest, TIMELINE)?;
        let (timeline_style, rest) = cut(rest, "\"")?;
        let (_, rest) = cut(rest, END)?;
        let (links, rest) = cut(rest, STYLE)?;
        let (links, style) = links.rsplit_once(LINK).ok_or(ShellError(LINK))?;
        let (_, rest) = cut(rest, END)?;
        let (before_element, rest) = cut(rest, ELEMENT)?;
        let (attributes, within_element) = cut(rest, END)?;
        let attribute = |name| Ok(cut(cut(attributes, name)?.1, "\"")?.0.to_owned());
        // What draws the page comes before what makes it answer.
        let later = |links: &str| {
            links.replace(LINK, "<link rel=\"preload\" fetchpriority=\"low\" href=\"")
        };
        let after_description =
            [before_timeline, &later(links), &later(before_element), ELEMENT, attributes, END]
                .concat();
        Ok(Self {
            base: attribute("base=\"")?,
            bundle: attribute("bundle=\"")?,
            style: style.to_owned(),
            timeline_style: timeline_style.to_owned(),
            before_title: before_title.to_owned(),
            after_description,
            within_element: within_element.to_owned(),
        })
    }

    /// A page: what its head says of it, and the site around it as HTML. The style sheets stand in
    /// the head too: there nothing is painted before they have come.
    pub(super) fn page(&self, head: &str, html: &str, is_of_timeline: bool) -> String {
        let Self { style, timeline_style, before_title, after_description, within_element, .. } =
            self;
        let link = |href: &String| format!("<link rel=\"stylesheet\" href=\"{href}\">");
        let timeline_style = Some(timeline_style).filter(|_| is_of_timeline);
        let style: String = [style].into_iter().chain(timeline_style).map(link).collect();
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
