//! The codes to copy into a site. Each is whole without script; the parts that the options change are marked for the script.

use guide_core::data_attributes;
use guide_core::pages::QR_FILE;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The greatest width of a frame where none is chosen, px. Its height cannot follow its width, and the height that a narrow frame
/// needs would leave a wide one half empty.
const FRAME_WIDTH: &str = "480";

/// The height of a frame where the steps could not be measured. A frame as high as the screen would leave no place to scroll the
/// page around it by.
const UNMEASURED_HEIGHT: &str = "80vh";

/// A part of a code that the options change, or the site's address, marked by its name for the script.
pub fn code_part(name: &'static str, text: String) -> AnyView {
    // The text may be empty, and Leptos writes an empty text node as a space.
    view! { <span inner_html=escape_html(&text)></span> }.attr(data_attributes::PART, name).into_any()
}

/// The site's address, or a placeholder in words where it is not known.
pub fn address(context: &RenderContext) -> String {
    let url = context.guide.site.url.as_ref();
    url.map_or_else(|| context.guide.strings.embed.address.value.clone(), |url| url.value.clone())
}

/// The site's origin, for a policy; without a known address, the placeholder.
pub fn origin(context: &RenderContext) -> String {
    let known = context.guide.site.url.as_ref().and_then(|url| url::Url::parse(url).ok());
    known.map_or_else(|| address(context).trim_end_matches('/').to_owned(), |url| url.origin().ascii_serialization())
}

/// A text escaped for HTML, for an attribute or between tags.
pub fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A link to the guide, to the step chosen to begin with.
fn link(context: &RenderContext) -> AnyView {
    let name = escape_html(&context.guide.site.name);
    view! { "<a href=\""{code_part("site", address(context))}{code_part("hash", String::new())}"\">"{name}"</a>" }
        .into_any()
}

/// The code with a script: the link, and the script that puts a frame in its place.
pub fn script(context: &RenderContext) -> AnyView {
    let site = || code_part("site", address(context));
    view! {
        "<div data-guide=\""{site()}"\""{code_part("attributes", String::new())}">"{link(context)}"</div><script src=\""{site()}
        "embed.js\" async></script>"
    }
    .into_any()
}

/// The code with a frame of a fixed height, and the link below it.
pub fn frame(context: &RenderContext) -> AnyView {
    let name = escape_html(&context.guide.site.name);
    view! {
        "<iframe src=\""{code_part("site", address(context))}"?embed"{code_part("query", String::new())}{code_part("hash", String::new())}
        "\" title=\""{name}"\" style=\"display:block;border:0;width:100%;max-width:"{code_part("width", FRAME_WIDTH.into())}"px;height:"
        {code_part("height", UNMEASURED_HEIGHT.into())}"!important;max-height:none!important\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
        allow=\"clipboard-write; web-share\"></iframe><p>"{link(context)}"</p>"
    }
    .into_any()
}

/// The code with the link alone, and with the site's QR code where its address is known.
pub fn link_alone(context: &RenderContext) -> AnyView {
    let picture = context.guide.site.url.as_ref().map(|url| {
        view! { "\n<img src=\""{url.value.clone()}"embed/"{QR_FILE}"\" alt=\"\" width=\"160\" height=\"160\">" }
    });
    view! { {link(context)}{picture} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::escape_html;

    #[test]
    fn a_name_ends_no_attribute_and_opens_no_tag() {
        assert_eq!(escape_html("«Вопрос» & \"ответ\" <b>"), "«Вопрос» &amp; &quot;ответ&quot; &lt;b&gt;");
    }
}
