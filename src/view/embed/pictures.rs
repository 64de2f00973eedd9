//! The pictures to keep: for news, for chats, and the QR code.

use leptos::prelude::*;

use super::super::qr::qr;
use super::super::setting::Setting;
use crate::guide::fill::fill;

/// The picture of the QR code, beside the page.
pub const QR_FILE: &str = "qr.svg";

/// The pictures made with the site, beside the page: 1200×630 px, and 1080 px square.
const WIDE_FILE: &str = "picture.png";
const SQUARE_FILE: &str = "square.png";

pub fn pictures(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.embed_texts;
    let alt = setting.text(&fill(&words.picture_alt, &[("name", &setting.guide.site.name)]));
    view! {
        <h3>{setting.text(&words.pictures_title)}</h3>
        <div class="picture">
            <img src=WIDE_FILE alt=alt width="1200" height="630" loading="lazy"/>
            <p>
                <a href=WIDE_FILE download>{setting.text(&words.wide)}</a>
                <a href=SQUARE_FILE download>{setting.text(&words.square)}</a>
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
