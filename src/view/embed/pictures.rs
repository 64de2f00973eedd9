//! The pictures to keep: for news, for chats, and the QR code.

use leptos::prelude::*;

use super::super::picture::layout::Format;
use super::super::qr::qr;
use super::super::setting::Setting;
use crate::site::pages::{PICTURE, SQUARE_PICTURE};

/// The picture of the QR code, beside the page.
pub const QR_FILE: &str = "qr.svg";

/// The guide as a picture, wide and square, with the way to the site's folder.
pub fn pictures(setting: &Setting, root: &str) -> AnyView {
    let words = &setting.guide.words.embed_texts;
    let alt = setting.text(&setting.guide.words.embed.picture_alt);
    let (width, height) = Format::Wide.size();
    let [wide, square] = [PICTURE, SQUARE_PICTURE].map(|file| format!("{root}{file}"));
    view! {
        <h3>{setting.text(&words.pictures_title)}</h3>
        <div class="picture">
            <img src=wide.clone() alt=alt width=width.to_string() height=height.to_string() loading="lazy"/>
            <p>
                <a href=wide download>{setting.text(&words.wide)}</a>
                <a href=square download>{setting.text(&words.square)}</a>
            </p>
        </div>
        {code(setting)}
    }
    .into_any()
}

/// The QR code to look at and to keep; none where the site's address is not known.
fn code(setting: &Setting) -> Option<AnyView> {
    let words = &setting.guide.words.embed_texts;
    let code = qr(setting.guide.site.url.as_ref()?)?;
    Some(
        view! { <div class="picture">{code}<p><a href=QR_FILE download>{setting.text(&words.qr_save)}</a></p></div> }
            .into_any(),
    )
}
