//! Every QR code of the built sites, read from the printed sheet by a decoder that shares nothing with the encoder.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use crate::printing::content_file::Content;
use crate::printing::{GUIDES, PAGES, Sheets, poppler, print, printed};
use crate::support::built_site::{site, site_from, site_with_url};
use crate::support::{Host, Setup};

const AT: &str = "https://example.ru/navigator/";

/// What the codes of a picture say, in alphabetical order.
#[track_caller]
fn read(path: &Path) -> Vec<String> {
    let file = BufReader::new(File::open(path).unwrap_or_else(|why| panic!("{}: {why}", path.display())));
    let mut decoder = png::Decoder::new(file);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let picture = reader.next_frame(&mut bytes).expect("a picture");
    let (row, samples) = (picture.line_size, picture.color_type.samples());
    let grey = |x: usize, y: usize| bytes[y * row + x * samples];
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(picture.width as usize, picture.height as usize, grey);
    let mut said: Vec<String> = Vec::new();
    for code in picture.detect_grids() {
        let (meta, text) = code.decode().unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        // The two bits that a code has for its level of error correction: 00 is M.
        assert_eq!(meta.ecc_level, 0, "error correction M: {text}");
        said.push(text);
    }
    said.sort();
    said
}

/// What the codes of a printed document say.
#[track_caller]
fn codes(sheets: &Sheets) -> Vec<String> {
    let stem = sheets.path.with_extension("");
    poppler("pdftoppm", &["-png", "-gray", "-r", "120"], &sheets.path, &[&stem.to_string_lossy()]);
    let pages = sheets.pages();
    let mut said: Vec<String> =
        (1..=pages).flat_map(|page| read(Path::new(&format!("{}-{page}.png", stem.display())))).collect();
    said.sort();
    said
}

#[test]
fn the_qr_code_of_each_leaflet_is_the_address_of_its_step() {
    let small = Content::of(GUIDES[1]);
    let sites =
        [(GUIDES[0], site_with_url(GUIDES[0], AT), AT), (GUIDES[1], site_from(GUIDES[1]), small.text("site", "url"))];
    for (file, site, url) in sites {
        let (content, host) = (Content::of(file), Host::serve(site));
        let page = Setup::default().desktop(1280, 800).page();
        for step in content.steps() {
            page.open("about:blank");
            page.open(&host.url(&format!("#{}", step.id())));
            let said = codes(&print(&page, &format!("code {file} {}", step.id())));
            let fragment = if step.id() == content.start() { String::new() } else { format!("#{}", step.id()) };
            assert_eq!(said, [format!("{url}{fragment}")]);
        }
    }
}

#[test]
fn the_qr_codes_of_the_print_pages_are_the_guide_and_the_community() {
    let vk = Content::of(GUIDES[0]).text("hotline", "vk").to_owned();
    let with = Host::serve(site_with_url(GUIDES[0], AT));
    assert_eq!(codes(&printed(&with, PAGES[0], "codes of the whole")), [AT, &vk]);
    assert_eq!(codes(&printed(&with, PAGES[1], "codes of the poster")), [AT]);
    // Where the site's address is not known, the community's is.
    let without = Host::serve(site());
    assert_eq!(codes(&printed(&without, PAGES[0], "codes of the whole alone")), [vk.as_str()]);
    assert_eq!(codes(&printed(&without, PAGES[1], "codes of the poster alone")), [vk.as_str()]);
    assert_eq!(codes(&printed(&without, "#municipality", "no code")), [""; 0]);
}

#[test]
fn qr_codes_are_readable_on_screen() {
    let host = Host::serve(site_with_url(GUIDES[0], AT));
    let vk = Content::of(GUIDES[0]).text("hotline", "vk").to_owned();
    for dark in [false, true] {
        let setup = Setup::default().desktop(1280, 800);
        let page = if dark { setup.dark() } else { setup }.page();
        page.open(&host.url("print/"));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("codes-{dark}.png"));
        page.screenshot(&path);
        assert_eq!(read(&path), [AT, vk.as_str()]);
    }
}
