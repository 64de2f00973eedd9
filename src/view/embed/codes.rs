//! The codes to copy: each is whole without script, and its parts are marked for the script that knows the choices.

use leptos::prelude::*;

use super::super::setting::Setting;
use super::pictures::QR_FILE;
use crate::site::hooks;

/// The greatest width of a frame where none is chosen, px. Its height can't follow its width, and what a narrow screen needs would
/// be blank on a wide one.
const FRAME_WIDTH: &str = "480";

/// The height of a frame where nobody could measure the steps. A frame as high as the screen would keep the finger from scrolling
/// the page around it.
const UNMEASURED_HEIGHT: &str = "80vh";

/// A part of a code that the choices change, or where the site stands. It may be empty, for which a text of its own would stand
/// as a space.
pub fn part(name: &'static str, text: String) -> AnyView {
    view! { <span inner_html=escaped(&text)></span> }.attr(hooks::PART, name).into_any()
}

/// The site's address, or what stands for it where it is not known.
pub fn address(setting: &Setting) -> String {
    let url = setting.guide.site.url.as_ref();
    url.map_or_else(|| setting.guide.words.embed.address.value.clone(), |url| url.value.clone())
}

/// The origin that a policy names.
pub fn origin(setting: &Setting) -> String {
    let known = setting.guide.site.url.as_ref().and_then(|url| url::Url::parse(url).ok());
    known.map_or_else(|| address(setting).trim_end_matches('/').to_owned(), |url| url.origin().ascii_serialization())
}

/// A text as HTML writes it, in an attribute or between tags.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A link to the guide, to the step that it begins with.
fn link(setting: &Setting) -> AnyView {
    let name = escaped(&setting.guide.site.name);
    view! { "<a href=\""{part("site", address(setting))}{part("hash", String::new())}"\">"{name}"</a>" }.into_any()
}

/// The link, and a script that puts a frame in its place.
pub fn script(setting: &Setting) -> AnyView {
    let site = || part("site", address(setting));
    view! {
        "<div data-guide=\""{site()}"\""{part("attributes", String::new())}">"{link(setting)}"</div><script src=\""{site()}
        "embed.js\" async></script>"
    }
    .into_any()
}

/// A frame of a height that stays, and the link below it.
pub fn frame(setting: &Setting) -> AnyView {
    let name = escaped(&setting.guide.site.name);
    view! {
        "<iframe src=\""{part("site", address(setting))}"?embed"{part("query", String::new())}{part("hash", String::new())}
        "\" title=\""{name}"\" style=\"display:block;border:0;width:100%;max-width:"{part("width", FRAME_WIDTH.into())}"px;height:"
        {part("height", UNMEASURED_HEIGHT.into())}"!important;max-height:none!important\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
        allow=\"clipboard-write; web-share\"></iframe><p>"{link(setting)}"</p>"
    }
    .into_any()
}

/// The link alone, with the site's QR code where there is one.
pub fn link_alone(setting: &Setting) -> AnyView {
    let picture = setting.guide.site.url.as_ref().map(|url| {
        view! { "\n<img src=\""{url.value.clone()}"embed/"{QR_FILE}"\" alt=\"\" width=\"160\" height=\"160\">" }
    });
    view! { {link(setting)}{picture} }.into_any()
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
    pub fn code(setting: &Setting, id: Option<&'static str>, title: &str, code: AnyView) -> Sample {
        let words = &setting.guide.words.embed;
        Sample {
            id,
            title: setting.text(title),
            lead: None,
            text: source(code),
            copy: setting.text(&words.copy),
            copied: [setting.text(&words.copied), setting.text(&words.not_copied)],
            button: None,
            more: None,
        }
    }

    /// The same with a place to see it at work, and a link to what can be chosen for it. `plain` is what stands there where
    /// there is no script.
    pub fn with_preview(mut self, setting: &Setting, plain: Option<AnyView>) -> Sample {
        let words = &setting.guide.words;
        let show = setting.text(&words.embed.preview);
        self.button = Some(view! { <button type="button" class="button show" hidden>{show}</button> }.into_any());
        let more = view! {
            <p class="choice" hidden><a href="#choices">{setting.text(&words.embed_choices.link)}</a></p>
            <div class="preview">{plain.map(|plain| view! { <noscript>{plain}</noscript> })}</div>
        };
        self.more = Some(more.into_any());
        self
    }

    pub fn view(self) -> AnyView {
        let [copied, not_copied] = self.copied;
        let said = view! { <p class="said"></p> }.attr(hooks::COPIED, copied).attr(hooks::NOT_COPIED, not_copied);
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
