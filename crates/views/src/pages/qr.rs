//! A QR code as a picture that the page itself holds: one path, sharp at any size, in ink on paper.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// The margin that scanners need on each side, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The dark modules of a code, row by row, with the margin that scanners need.
pub struct Modules {
    pub dark: Vec<bool>,
    /// The modules of a row.
    pub side: usize,
}

/// The modules of an address. Error correction M. `None` where it is too long for any code.
pub fn modules(address: &str) -> Option<Modules> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let (width, side) = (code.width(), code.width() + 2 * QUIET);
    let mut dark = vec![false; side * side];
    for (at, color) in code.to_colors().into_iter().enumerate() {
        dark[(at / width + QUIET) * side + at % width + QUIET] = color == Color::Dark;
    }
    Some(Modules { dark, side })
}

/// The side of a code's picture, in modules, and the path of its dark ones. Error correction M. `None` where the address
/// is too long for any code.
fn code(address: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    Some((code.width() + 2 * QUIET, path(&code.to_colors(), code.width())))
}

/// The code of an address as a file of its own.
pub fn file(address: &str) -> Option<String> {
    let (side, path) = code(address)?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>\n"
    ))
}

/// The code of an address; nothing for those who listen, who have the address beside it.
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

/// The dark modules as strokes of height 1, row by row: shorter than a square for each, and quick to draw.
fn path(colors: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (row, modules) in colors.chunks(width).enumerate() {
        // From the end of the stroke before, so that numbers stay small.
        let mut pen = None;
        let mut column = 0;
        while column < width {
            let run = modules[column..].iter().take_while(|color| **color == modules[column]).count();
            if modules[column] == Color::Dark {
                match pen {
                    Some(at) => path += &format!("m{} 0", column - at),
                    None => path += &format!("M{} {}.5", column + QUIET, row + QUIET),
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
