//! Every QR code of the built sites, decoded from the printed page by a decoder that shares no code with the encoder.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use crate::printing::content_file::ContentFile;
use crate::printing::{GUIDES, PAGES, PrintedDocument, open_and_print, print, run_poppler};
use crate::support::built_site::{site, site_from, site_with_url};
use crate::support::{Host, Setup};

const SITE_URL: &str = "https://example.ru/navigator/";

/// The texts of the QR codes in a picture, sorted.
#[track_caller]
fn decode_qr_codes(path: &Path) -> Vec<String> {
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
    let mut texts: Vec<String> = Vec::new();
    for code in picture.detect_grids() {
        let (meta, text) = code.decode().unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        // The two bits in the code for the level of error correction: 00 is M.
        assert_eq!(meta.ecc_level, 0, "error correction M: {text}");
        texts.push(text);
    }
    texts.sort();
    texts
}

/// The texts of the QR codes in a printed document, sorted.
#[track_caller]
fn qr_codes(document: &PrintedDocument) -> Vec<String> {
    let stem = document.path.with_extension("");
    run_poppler("pdftoppm", &["-png", "-gray", "-r", "120"], &document.path, &[&stem.to_string_lossy()]);
    let pages = document.pages();
    let mut texts: Vec<String> =
        (1..=pages).flat_map(|page| decode_qr_codes(Path::new(&format!("{}-{page}.png", stem.display())))).collect();
    texts.sort();
    texts
}

#[test]
fn the_qr_code_of_each_leaflet_is_the_address_of_its_step() {
    let small = ContentFile::read(GUIDES[1]);
    let sites = [
        (GUIDES[0], site_with_url(GUIDES[0], SITE_URL), SITE_URL),
        (GUIDES[1], site_from(GUIDES[1]), small.text("site", "url")),
    ];
    for (file, site, url) in sites {
        let (content, host) = (ContentFile::read(file), Host::serve(site));
        let page = Setup::default().desktop(1280, 800).page();
        for step in content.steps() {
            page.open("about:blank");
            page.open(&host.url(&format!("#{}", step.id())));
            let document = print(&page, &format!("code {file} {}", step.id()));
            assert_eq!(document.pages(), 1, "{file}: {} has no room for its code", step.id());
            let texts = qr_codes(&document);
            let fragment = if step.id() == content.start() { String::new() } else { format!("#{}", step.id()) };
            assert_eq!(texts, [format!("{url}{fragment}")]);
        }
    }
}

/// A guide with a list of changes: a page opened by the code knows how old the sheet is.
#[test]
fn the_qr_codes_of_a_guide_with_changes_have_the_date_of_the_last() {
    let dated = "https://example.ru/ozero/?d=261005";
    let host = Host::serve(site_with_url("examples/certificates/guide.toml", "https://example.ru/ozero/"));
    assert_eq!(qr_codes(&open_and_print(&host, PAGES[0], "dated codes of the whole"))[0], dated);
    assert_eq!(qr_codes(&open_and_print(&host, PAGES[1], "dated codes of the poster")), [dated]);
    assert_eq!(qr_codes(&open_and_print(&host, "", "dated code of the start")), [dated]);
    assert_eq!(qr_codes(&open_and_print(&host, "#refused", "dated code of a step")), [format!("{dated}#refused")]);
}

/// A guide of 56 steps: each leaflet has its step's address in letters beside the code.
#[test]
fn the_qr_code_of_each_leaflet_of_a_large_guide_is_the_address_of_the_guide() {
    let url = "https://example.ru/parking/";
    let host = Host::serve(site_with_url("examples/parking/guide.toml", url));
    for (at, expected) in [("", None), ("#vouchers", Some("example.ru/parking/#vouchers"))] {
        let document = open_and_print(&host, at, &format!("shared code {at}"));
        assert_eq!(document.pages(), 1, "{at}");
        let [code] = &qr_codes(&document)[..] else { panic!("not one code on {at}") };
        assert!(code.starts_with(url) && !code.contains('#'), "{code}");
        match expected {
            Some(address) => document.assert_contains(address),
            None => document.assert_lacks("example.ru/parking/#"),
        }
    }
}

#[test]
fn the_qr_codes_of_the_print_pages_are_the_guide_and_the_community() {
    let vk = ContentFile::read(GUIDES[0]).vk().to_owned();
    let with_url = Host::serve(site_with_url(GUIDES[0], SITE_URL));
    assert_eq!(qr_codes(&open_and_print(&with_url, PAGES[0], "codes of the whole")), [SITE_URL, &vk]);
    assert_eq!(qr_codes(&open_and_print(&with_url, PAGES[1], "codes of the poster")), [SITE_URL]);
    // Where the site's address is not known, the code is the community's.
    let without_url = Host::serve(site());
    assert_eq!(qr_codes(&open_and_print(&without_url, PAGES[0], "codes of the whole alone")), [vk.as_str()]);
    assert_eq!(qr_codes(&open_and_print(&without_url, PAGES[1], "codes of the poster alone")), [vk.as_str()]);
    assert_eq!(qr_codes(&open_and_print(&without_url, "#municipality", "no code")), [""; 0]);
}

#[test]
fn qr_codes_are_readable_on_screen() {
    let host = Host::serve(site_with_url(GUIDES[0], SITE_URL));
    let vk = ContentFile::read(GUIDES[0]).vk().to_owned();
    for dark in [false, true] {
        let setup = Setup::default().desktop(1280, 800);
        let page = if dark { setup.dark() } else { setup }.page();
        page.open(&host.url("print/"));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("codes-{dark}.png"));
        page.screenshot(&path);
        assert_eq!(decode_qr_codes(&path), [SITE_URL, vk.as_str()]);
    }
}
