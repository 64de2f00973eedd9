//! QR codes as SVG, in the page and as files: one path, sharp at any size.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// The quiet zone: the margin that scanners need on each side, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A code as a square of modules, with its quiet zone.
pub struct Modules {
    /// Whether each module is dark, row by row.
    pub dark: Vec<bool>,
    /// The number of modules in a row, and of rows.
    pub side: usize,
}

/// The modules of an address's code, with error correction M. `None` where the address is too long for any code.
pub fn modules(address: &str) -> Option<Modules> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let (width, side) = (code.width(), code.width() + 2 * QUIET_ZONE);
    let mut dark = vec![false; side * side];
    for (index, color) in code.to_colors().into_iter().enumerate() {
        dark[(index / width + QUIET_ZONE) * side + index % width + QUIET_ZONE] = color == Color::Dark;
    }
    Some(Modules { dark, side })
}

/// The side of a code with its quiet zone, in modules, and the path of its dark modules, with error correction M. `None`
/// where the address is too long for any code.
fn code(address: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    Some((code.width() + 2 * QUIET_ZONE, path(&code.to_colors(), code.width())))
}

/// The code of an address as the text of an SVG file. `None` where the address is too long for any code.
pub fn file(address: &str) -> Option<String> {
    let (side, path) = code(address)?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>\n"
    ))
}

/// The code of an address as SVG in the page. Hidden from screen readers, which read the address beside it. `None` where
/// the address is too long for any code.
pub fn qr(address: &str) -> Option<AnyView> {
    let (side, path) = code(address)?;
    Some(
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") aria-hidden="true" shape-rendering="crispEdges">
                <path fill="#fff" d=format!("M0 0h{side}v{side}h-{side}z")/>
                <path stroke="#000" d=path/>
            </svg>
        }
        .into_any(),
    )
}

/// The code of an address without its quiet zone, for a place that the stylesheet keeps free all around. `None` where the address is
/// too long for any code.
pub fn bare_qr(address: &str) -> Option<AnyView> {
    let (side, path) = code(address)?;
    let bare = side - 2 * QUIET_ZONE;
    let view_box = format!("{QUIET_ZONE} {QUIET_ZONE} {bare} {bare}");
    Some(
        view! {
            <svg class="qr" viewBox=view_box aria-hidden="true" shape-rendering="crispEdges"><path stroke="#000" d=path/></svg>
        }
        .into_any(),
    )
}

/// A QR code with a caption; `None` where there is no address, or where it is too long for any code.
pub fn qr_figure(address: Option<&str>, caption: impl IntoView + 'static) -> Option<AnyView> {
    let code = qr(address?)?;
    Some(view! { <figure class="coded">{code}<figcaption>{caption.into_any()}</figcaption></figure> }.into_any())
}

/// The dark modules as strokes of height 1, row by row: shorter than a square for each, and quick to draw.
fn path(colors: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (row, modules) in colors.chunks(width).enumerate() {
        // Each stroke starts relative to the end of the one before, so that numbers stay small.
        let mut pen = None;
        let mut column = 0;
        while column < width {
            let run = modules[column..].iter().take_while(|color| **color == modules[column]).count();
            if modules[column] == Color::Dark {
                match pen {
                    Some(end) => path += &format!("m{} 0", column - end),
                    None => path += &format!("M{} {}.5", column + QUIET_ZONE, row + QUIET_ZONE),
                }
                path += &format!("h{run}");
                pen = Some(column + run);
            }
            column += run;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_are_the_dark_modules() {
        let (dark, light) = (Color::Dark, Color::Light);
        assert_eq!(path(&[dark, dark, light, dark], 2), "M4 4.5h2M5 5.5h1");
        assert_eq!(path(&[dark, light, light, dark, light, dark], 6), "M4 4.5h1m2 0h1m1 0h1");
        assert_eq!(path(&[light; 4], 2), "");
    }

    #[test]
    fn an_address_beyond_any_code_has_none() {
        let longest = "x".repeat(5000);
        assert!(Owner::new().with(|| qr(&longest).is_none()));
    }
}
