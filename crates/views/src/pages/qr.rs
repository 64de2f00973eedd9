//! QR codes as SVG, in the page and as files: one path, sharp at any size.

use leptos::prelude::*;
use qrcode::bits::{Bits, encode_auto};
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::ec::construct_codewords;
use qrcode::{Color, EcLevel, QrCode};

/// The quiet zone: the margin that scanners need on each side, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A code as a square of modules, with its quiet zone.
#[derive(Clone, PartialEq)]
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
    Some(svg(side, path))
}

fn svg(side: usize, path: String) -> AnyView {
    view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") aria-hidden="true" shape-rendering="crispEdges">
            <path fill="#fff" d=format!("M0 0h{side}v{side}h-{side}z")/>
            <path stroke="#000" d=path/>
        </svg>
    }
    .into_any()
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
    figure(qr(address?)?, caption)
}

/// The same for one of several addresses that begin alike, the longest of which is given too. All have the size that that one needs, and
/// one mask in place of that which looks best: so what they have in common is drawn alike, and the page is compressed further.
pub fn alike_qr_figure(address: &str, longest: &str, caption: impl IntoView + 'static) -> Option<AnyView> {
    let version = encode_auto(longest.as_bytes(), EcLevel::M).ok()?.version();
    let mut bits = Bits::new(version);
    bits.push_byte_data(address.as_bytes()).ok()?;
    bits.push_terminator(EcLevel::M).ok()?;
    let (data, correction) = construct_codewords(&bits.into_bytes(), version, EcLevel::M).ok()?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    let width = usize::try_from(version.width()).ok()?;
    figure(svg(width + 2 * QUIET_ZONE, path(&canvas.into_colors(), width)), caption)
}

fn figure(code: AnyView, caption: impl IntoView + 'static) -> Option<AnyView> {
    Some(view! { <figure class="coded">{code}<figcaption>{caption.into_any()}</figcaption></figure> }.into_any())
}

/// The dark modules as strokes of width 1, column by column: shorter than a square for each, and quick to draw. In columns, as the data
/// of a code runs along them.
fn path(colors: &[Color], width: usize) -> String {
    let mut path = String::new();
    for column in 0..width {
        let modules: Vec<Color> = colors.iter().skip(column).step_by(width).copied().collect();
        // Each stroke starts relative to the end of the one before, so that numbers stay small.
        let mut pen = None;
        let mut row = 0;
        while row < modules.len() {
            let run = modules[row..].iter().take_while(|color| **color == modules[row]).count();
            if modules[row] == Color::Dark {
                match pen {
                    Some(end) => path += &format!("m0 {}", row - end),
                    None => path += &format!("M{}.5 {}", column + QUIET_ZONE, row + QUIET_ZONE),
                }
                path += &format!("v{run}");
                pen = Some(row + run);
            }
            row += run;
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
        assert_eq!(path(&[dark, light, dark, dark], 2), "M4.5 4v2M5.5 5v1");
        assert_eq!(path(&[dark, light, light, dark, light, dark], 1), "M4.5 4v1m0 2v1m0 1v1");
        assert_eq!(path(&[light; 4], 2), "");
    }

    #[test]
    fn an_address_beyond_any_code_has_none() {
        let longest = "x".repeat(5000);
        assert!(Owner::new().with(|| qr(&longest).is_none()));
    }
}
