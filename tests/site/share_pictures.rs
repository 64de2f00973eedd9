//! The link preview pictures as files: their size, their QR code, decoded by a decoder that shares no code with the
//! encoder, and their meta tags.

use std::path::Path;

use guide_core::pages::{PICTURE, SQUARE_PICTURE};

use crate::{attribute, pages, read, site, site_with_address};

const SITE_URL: &str = "https://example.ru/navigator/";
/// The empty margin on each side of a picture, in pixels.
const MARGIN: usize = 32;
/// The largest size that chats show without recompressing, in bytes.
const MAX_BYTES: u64 = 200_000;

/// A picture as pixels, row by row.
struct Pixels {
    width: usize,
    height: usize,
    colors: Vec<[u8; 3]>,
}

impl Pixels {
    #[track_caller]
    fn read(site: &Path, file: &str) -> Pixels {
        let path = site.join(file);
        let bytes = std::fs::File::open(&path).unwrap_or_else(|why| panic!("{file}: {why}"));
        assert!(bytes.metadata().expect("a size").len() <= MAX_BYTES, "{file}");
        let mut decoder = png::Decoder::new(std::io::BufReader::new(bytes));
        // The file has a list of its colours.
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let picture = reader.next_frame(&mut bytes).expect("a picture");
        assert_eq!((picture.color_type, picture.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight), "{file}");
        let colors = bytes.chunks_exact(3).map(|color| [color[0], color[1], color[2]]).collect();
        Pixels { width: picture.width as usize, height: picture.height as usize, colors }
    }

    fn gray(&self, x: usize, y: usize) -> u8 {
        let sum: u32 = self.colors[y * self.width + x].into_iter().map(u32::from).sum();
        (sum / 3) as u8
    }

    /// The texts of the QR codes, in the picture scaled down by this factor.
    fn qr_codes(&self, factor: usize) -> Vec<String> {
        let mean = |x: usize, y: usize| {
            let squares = (0..factor * factor).map(|at| (x * factor + at % factor, y * factor + at / factor));
            let sum: usize = squares.map(|(x, y)| usize::from(self.gray(x, y))).sum();
            (sum / (factor * factor)) as u8
        };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(self.width / factor, self.height / factor, mean);
        picture.detect_grids().iter().map(|code| code.decode().expect("a readable code").1).collect()
    }
}

#[test]
fn pictures_have_the_sizes_of_link_previews() {
    for site in [site(), site_with_address()] {
        for (file, size) in [(PICTURE.path, (1200, 630)), (SQUARE_PICTURE.path, (1080, 1080))] {
            let pixels = Pixels::read(site, file);
            assert_eq!((pixels.width, pixels.height), size, "{file}");
        }
    }
}

#[test]
fn the_qr_code_is_the_sites_address_where_it_is_known() {
    for file in [PICTURE.path, SQUARE_PICTURE.path] {
        let pixels = Pixels::read(site_with_address(), file);
        // Chats show pictures at half their size, too.
        for factor in [1, 2] {
            assert_eq!(pixels.qr_codes(factor), [SITE_URL], "{file}, {factor} times smaller");
        }
        assert_eq!(Pixels::read(site(), file).qr_codes(1), [""; 0], "{file}");
    }
}

/// The layout has unit tests; this tests the resulting pixels.
#[test]
fn the_margins_are_empty() {
    for site in [site(), site_with_address()] {
        for file in [PICTURE.path, SQUARE_PICTURE.path] {
            let pixels = Pixels::read(site, file);
            let (background, panel) = (pixels.colors[0], pixels.colors[pixels.colors.len() - 1]);
            assert_ne!(background, panel, "{file}");
            let mut painted = 0;
            for (at, color) in pixels.colors.iter().enumerate() {
                let (x, y) = (at % pixels.width, at / pixels.width);
                let edge = x.min(y).min(pixels.width - 1 - x).min(pixels.height - 1 - y);
                let plain = *color == background || *color == panel;
                assert!(plain || edge >= MARGIN, "{file}: {color:?} at {x}, {y}");
                painted += usize::from(!plain);
            }
            assert!(painted > 50_000, "{file}: {painted} pixels");
        }
    }
}

#[test]
fn open_graph_pictures_are_named_where_the_address_is_known() {
    for page in pages(site()) {
        let text = read(site(), &page);
        assert!(!text.contains("og:image") && !text.contains("twitter:"), "{page}");
    }
    for page in pages(site_with_address()).into_iter().filter(|page| page != "404.html") {
        let head = read(site_with_address(), &page);
        let head = head.split("</head>").next().expect("a head");
        for (property, content) in [
            ("og:image", format!("{SITE_URL}{}", PICTURE.path)),
            ("og:image:type", "image/png".into()),
            ("og:image:width", "1200".into()),
            ("og:image:height", "630".into()),
        ] {
            let tag = format!("<meta content=\"{content}\" property=\"{property}\">");
            assert!(head.contains(&tag), "{page}: no {tag}");
        }
        assert!(attribute(head, "property").contains(&"og:image:alt".to_owned()), "{page}");
        assert!(head.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{page}");
    }
    let not_found_page = read(site_with_address(), "404.html");
    assert!(!not_found_page.contains("og:image") && !not_found_page.contains("twitter:"));
}

#[test]
fn the_guide_and_the_worker_do_not_load_the_pictures() {
    for file in [PICTURE.path, SQUARE_PICTURE.path] {
        let name = file.rsplit('/').next().expect("a name");
        assert!(!read(site_with_address(), "sw.js").contains(name), "the worker keeps {name}");
        let page = read(site_with_address(), "index.html");
        let links = attribute(&page, "src").into_iter().chain(attribute(&page, "href"));
        assert!(!links.into_iter().any(|link| link.contains(name)), "the guide refers to {name}");
    }
}
