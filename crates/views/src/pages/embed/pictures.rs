//! The pictures to save: for news, for chats, and the QR code.

use guide_core::pages::{PICTURE, QR_FILE, SQUARE_PICTURE};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::pages::qr::qr;

/// The guide as a picture, wide and square, and the QR code. `root` is the relative path to the site's folder.
pub fn pictures(context: &RenderContext, root: &str) -> AnyView {
    let strings = &context.guide.strings.embed_texts;
    let alt = context.text(&context.guide.strings.embed.picture_alt);
    let [wide, square] = [PICTURE, SQUARE_PICTURE].map(|picture| format!("{root}{}", picture.path));
    view! {
        <h3>{context.text(&strings.pictures_title)}</h3>
        <div class="picture">
            <img src=wide.clone() alt=alt width=PICTURE.width.to_string() height=PICTURE.height.to_string() loading="lazy"/>
            <p>
                <a href=wide download>{context.text(&strings.wide)}</a>
                <a href=square download>{context.text(&strings.square)}</a>
            </p>
        </div>
        {qr_code(context)}
    }
    .into_any()
}

/// The QR code and the link that saves it; `None` where the site's address is not known.
fn qr_code(context: &RenderContext) -> Option<AnyView> {
    let strings = &context.guide.strings.embed_texts;
    let code = qr(context.guide.site.url.as_ref()?)?;
    Some(
        view! { <div class="picture">{code}<p><a href=QR_FILE download>{context.text(&strings.qr_save)}</a></p></div> }
            .into_any(),
    )
}
