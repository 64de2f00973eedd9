//! The codes to copy: each is whole without script, and its parts are marked for the script that knows the choices.

use guide_core::data_attributes;
use guide_core::pages::QR_FILE;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The greatest width of a frame where none is chosen, px. Its height can't follow its width, and what a narrow screen needs would
/// be blank on a wide one.
const FRAME_WIDTH: &str = "480";

/// The height of a frame where nobody could measure the steps. A frame as high as the screen would keep the finger from scrolling
/// the page around it.
const UNMEASURED_HEIGHT: &str = "80vh";

/// A part of a code that the choices change, or where the site stands. It may be empty, for which a text of its own would stand
/// as a space.
pub fn part(name: &'static str, text: String) -> AnyView {
    view! { <span inner_html=escaped(&text)></span> }.attr(data_attributes::PART, name).into_any()
}

/// The site's address, or what stands for it where it is not known.
pub fn address(context: &RenderContext) -> String {
    let url = context.guide.site.url.as_ref();
    url.map_or_else(|| context.guide.strings.embed.address.value.clone(), |url| url.value.clone())
}

/// The origin that a policy names.
pub fn origin(context: &RenderContext) -> String {
    let known = context.guide.site.url.as_ref().and_then(|url| url::Url::parse(url).ok());
    known.map_or_else(|| address(context).trim_end_matches('/').to_owned(), |url| url.origin().ascii_serialization())
}

/// A text as HTML writes it, in an attribute or between tags.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A link to the guide, to the step that it begins with.
fn link(context: &RenderContext) -> AnyView {
    let name = escaped(&context.guide.site.name);
    view! { "<a href=\""{part("site", address(context))}{part("hash", String::new())}"\">"{name}"</a>" }.into_any()
}

/// The link, and a script that puts a frame in its place.
pub fn script(context: &RenderContext) -> AnyView {
    let site = || part("site", address(context));
    view! {
        "<div data-guide=\""{site()}"\""{part("attributes", String::new())}">"{link(context)}"</div><script src=\""{site()}
        "embed.js\" async></script>"
    }
    .into_any()
}

/// A frame of a height that stays, and the link below it.
pub fn frame(context: &RenderContext) -> AnyView {
    let name = escaped(&context.guide.site.name);
    view! {
        "<iframe src=\""{part("site", address(context))}"?embed"{part("query", String::new())}{part("hash", String::new())}
        "\" title=\""{name}"\" style=\"display:block;border:0;width:100%;max-width:"{part("width", FRAME_WIDTH.into())}"px;height:"
        {part("height", UNMEASURED_HEIGHT.into())}"!important;max-height:none!important\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
        allow=\"clipboard-write; web-share\"></iframe><p>"{link(context)}"</p>"
    }
    .into_any()
}

/// The link alone, with the site's QR code where there is one.
pub fn link_alone(context: &RenderContext) -> AnyView {
    let picture = context.guide.site.url.as_ref().map(|url| {
        view! { "\n<img src=\""{url.value.clone()}"embed/"{QR_FILE}"\" alt=\"\" width=\"160\" height=\"160\">" }
    });
    view! { {link(context)}{picture} }.into_any()
}

/// Something to copy.
pub struct Sample {
    /// How others refer to it; one of several that are the same has none.
    pub id: Option<&'static str>,
    pub title: String,
    pub lead: Option<AnyView>,
    /// What is copied, as it stands on the page.
    pub text: AnyView,
    /// What the button says, and the line below it when that is done or can't be.
    pub copy: String,
    pub copied: [String; 2],
    /// One more button beside the one that copies.
    pub button: Option<AnyView>,
    /// What else stands below.
    pub more: Option<AnyView>,
}

impl Sample {
    /// One of the codes above.
    pub fn code(context: &RenderContext, id: Option<&'static str>, title: &str, code: AnyView) -> Sample {
        let strings = &context.guide.strings.embed;
        Sample {
            id,
            title: context.text(title),
            lead: None,
            text: source(code),
            copy: context.text(&strings.copy),
            copied: [context.text(&strings.copied), context.text(&strings.not_copied)],
            button: None,
            more: None,
        }
    }

    /// The same with a place to see it at work, and a link to what can be chosen for it. `plain` is what stands there where
    /// there is no script.
    pub fn with_preview(mut self, context: &RenderContext, plain: Option<AnyView>) -> Sample {
        let strings = &context.guide.strings;
        let show = context.text(&strings.embed.preview);
        self.button = Some(view! { <button type="button" class="button show" hidden>{show}</button> }.into_any());
        let more = view! {
            <p class="choice" hidden><a href="#choices">{context.text(&strings.embed_choices.link)}</a></p>
            <div class="preview">{plain.map(|plain| view! { <noscript>{plain}</noscript> })}</div>
        };
        self.more = Some(more.into_any());
        self
    }

    pub fn view(self) -> AnyView {
        let [copied, not_copied] = self.copied;
        let said = view! { <p class="said"></p> }
            .attr(data_attributes::COPIED, copied)
            .attr(data_attributes::NOT_COPIED, not_copied);
        let class = if self.id.is_some() { "sample snippet" } else { "sample" };
        view! {
            <div class=class id=self.id>
                <h3>{self.title}</h3>
                {self.lead}
                {self.text}
                <div class="buttons">
                    <button type="button" class="button copy" hidden>{self.copy}</button>
                    {self.button}
                </div>
                {said}
                {self.more}
            </div>
        }
        .into_any()
    }
}

/// A source text to copy.
pub fn source(text: AnyView) -> AnyView {
    view! { <pre><code>{text}</code></pre> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_ends_no_attribute_and_opens_no_tag() {
        assert_eq!(escaped("«Вопрос» & \"ответ\" <b>"), "«Вопрос» &amp; &quot;ответ&quot; &lt;b&gt;");
    }
}
