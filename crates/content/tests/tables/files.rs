//! Files of the content folder: pictures with their sizes, documents, and what is refused.

use guide_content::files::{
    FileFault, FileKind, LARGEST_DOWNLOAD, LARGEST_PICTURE, LONGEST_SIDE, Picture, SvgFault, download, picture,
};
use proptest::prelude::*;

use crate::small_guide::in_english::assert_in_english;

/// A file of `tests/data/files`, with its name. Pictures there are 7 × 5 pixels.
macro_rules! file {
    ($name:literal) => {
        (include_bytes!(concat!("../../../../tests/data/files/", $name)).as_slice(), $name)
    };
}

const PICTURES: [(&[u8], &str); 8] = [
    file!("small.png"),
    file!("baseline.jpg"),
    file!("progressive.jpg"),
    file!("upright.jpg"),
    file!("turned.jpg"),
    file!("lossy.webp"),
    file!("lossless.webp"),
    file!("alpha.webp"),
];
const DOCUMENTS: [(&[u8], &str, FileKind); 4] = [
    (b"%PDF-1.7\n%%EOF", "form.pdf", FileKind::Pdf),
    (file!("form.docx").0, "form.docx", FileKind::Docx),
    (file!("form.odt").0, "form.odt", FileKind::Odt),
    (file!("table.xlsx").0, "table.xlsx", FileKind::Xlsx),
];

/// A drawing with this inside.
fn drawing(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"60\" height=\"40\">{inside}</svg>"
    )
}

#[track_caller]
fn svg_is(svg: &str, expected: Result<(u32, u32), SvgFault>) {
    let size = picture(svg.as_bytes(), "a.svg").map(|Picture { width, height, .. }| (width, height));
    assert_eq!(size, expected.map_err(FileFault::Svg), "{svg}");
}

#[test]
fn pictures_have_their_sizes() {
    for (bytes, name) in PICTURES.into_iter().filter(|(_, name)| *name != "turned.jpg") {
        let kind = FileKind::of_name(name).expect("a known name");
        assert_eq!(picture(bytes, name), Ok(Picture { kind, width: 7, height: 5 }), "{name}");
        assert_eq!(download(bytes, name), Ok(kind), "{name}");
    }
    let (photo, _) = file!("baseline.jpg");
    assert!(picture(photo, "IMG_0001.JPEG").is_ok());
}

#[test]
fn documents_are_known_by_what_they_hold() {
    for (bytes, name, kind) in DOCUMENTS {
        assert_eq!(download(bytes, name), Ok(kind), "{name}");
        assert_eq!(picture(bytes, name), Err(FileFault::NotAPicture(kind)), "{name}");
    }
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_refused() {
    let (png, _) = file!("small.png");
    let (zip, _) = file!("other.zip");
    let other = |named, kind| FileFault::OtherKind { named, kind };
    assert_eq!(picture(png, "a.jpg"), Err(other(FileKind::Jpeg, FileKind::Png)));
    assert_eq!(download(png, "a.pdf"), Err(other(FileKind::Pdf, FileKind::Png)));
    assert_eq!(download(b"%PDF-1.7", "a.docx"), Err(other(FileKind::Docx, FileKind::Pdf)));
    assert_eq!(download(zip, "a.docx"), Err(FileFault::NotNamedSo { named: FileKind::Docx }));
    assert_eq!(picture(b"<html><body>404</body></html>", "a.png"), Err(FileFault::NotNamedSo { named: FileKind::Png }));
    assert_eq!(picture(b"GIF89a", "a.png"), Err(FileFault::NotNamedSo { named: FileKind::Png }));
    for name in ["a.gif", "a.exe", "png", ".png", "a.", ""] {
        assert_eq!(picture(png, name), Err(FileFault::UnknownName), "{name}");
    }
    assert_eq!(download(file!("macros.docx").0, "a.docx"), Err(FileFault::Macros));
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let length = 40_000_000;
    let huge = vec![0; length];
    let refused = picture(&huge, "a.png").expect_err("too large");
    assert_eq!(refused, FileFault::TooLarge { length, largest: LARGEST_PICTURE });
    let (what, instead) = refused.sentences("a.png");
    assert_eq!(what.ru, "файл a.png: он слишком велик: 40 МБ, а можно не больше 500 кБ");
    assert_eq!(what.en, "file a.png: it is too large: 40 MB, and at most 500 kB are allowed");
    assert!(instead.ru.contains("1200"), "{instead:?}");
    assert!(matches!(download(&huge, "a.pdf"), Err(FileFault::TooLarge { largest: LARGEST_DOWNLOAD, .. })));
    let mut pdf = b"%PDF-1.7".to_vec();
    pdf.resize(LARGEST_DOWNLOAD, b' ');
    assert_eq!(download(&pdf, "a.pdf"), Ok(FileKind::Pdf));
    pdf.push(b' ');
    let (what, _) = download(&pdf, "a.pdf").expect_err("too large").sentences("a.pdf");
    assert!(what.ru.contains("5,1 МБ, а можно не больше 5 МБ"), "{what:?}");
    assert!(what.en.contains("5.1 MB, and at most 5 MB are allowed"), "{what:?}");
    assert_eq!(picture(b"", "a.png"), Err(FileFault::Empty));
    // A photograph that would be a small file, but takes too much memory.
    let (png, _) = file!("small.png");
    let mut wide = png.to_vec();
    wide[16..20].copy_from_slice(&(LONGEST_SIDE + 1).to_be_bytes());
    assert_eq!(picture(&wide, "a.png"), Err(FileFault::TooLong { width: LONGEST_SIDE + 1, height: 5 }));
    svg_is("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4000 4000\"/>", Ok((4000, 4000)));
    let endless = picture(b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1e300 1\"/>", "a.svg");
    assert!(matches!(endless, Err(FileFault::TooLong { .. })), "{endless:?}");
}

#[test]
fn a_picture_that_is_not_whole_is_refused() {
    for (bytes, name) in PICTURES {
        for length in 1..bytes.len() {
            assert!(picture(&bytes[..length], name).is_err(), "{length} bytes of {name}");
        }
    }
    assert_eq!(picture(file!("turned.jpg").0, "a.jpg"), Err(FileFault::Turned));
}

#[test]
fn drawings_have_their_sizes() {
    let sized =
        |attributes: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><path d=\"M0 0h9\"/></svg>");
    svg_is(&sized("width='600' height='400'"), Ok((600, 400)));
    svg_is(&sized("width='600px' height='40.2px' viewBox='0 0 1 1'"), Ok((600, 41)));
    svg_is(&sized("width='210mm' height='1in'"), Ok((794, 96)));
    svg_is(&sized("viewBox='-10 -10, 300 200'"), Ok((300, 200)));
    svg_is(&sized("width='100%' height='100%' viewBox='0 0 300 200'"), Ok((300, 200)));
    svg_is(&sized("width='150' viewBox='0 0 300 200'"), Ok((150, 100)));
    svg_is(&sized("height='100' viewBox='0 0 300 200'"), Ok((150, 100)));
    svg_is(&format!("\u{feff}\n{}", sized("width='6' height='4'")), Ok((6, 4)));
    for none in [
        "",
        "width='100%'",
        "width='6'",
        "width='0' height='4'",
        "viewBox='0 0 0 0'",
        "width='NaN' height='4'",
        "viewBox='0 0 x y'",
    ] {
        svg_is(&sized(none), Err(SvgFault::NoSize));
    }
}

#[test]
fn drawings_of_the_usual_editors_are_taken() {
    for inside in [
        "<title>Схема</title><defs><linearGradient id='g'/></defs><rect fill='url(#g)' style='stroke: url(\"#g\")'/>",
        "<style>.a { fill: #0a58a3; clip-path: url('#c') }</style><use xlink:href='#a'/><use href='#a'/>",
        "<image href='data:image/png;base64,AAAA' width='1' height='1'/><text font-family='Onest'>Где (здесь)</text>",
        "<metadata xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:RDF rdf:about='http://example.ru/'/></metadata>",
        "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='image(1)' i:export-filename='C:\\a(1).png'/>",
        "<animate attributeName='opacity' values='0;1'/><!-- заметка -->",
        "<text>javascript: https://example.ru/</text>",
    ] {
        svg_is(&drawing(inside), Ok((60, 40)));
    }
}

#[test]
fn drawings_that_do_more_than_be_drawn_are_refused() {
    for script in [
        "<script>alert(1)</script>",
        "<script href='a.js'/>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<rect onclick='alert(1)'/>",
        "<rect OnLoad='alert(1)'/>",
        "<a href='javascript:alert(1)'><rect/></a>",
        "<a xlink:href=' java\nscript:alert(1)'><rect/></a>",
        "<a href='&#106;avascript:alert(1)'><rect/></a>",
        "<a href='#'><animate attributeName='href' values='javascript:alert(1)'/></a>",
        "<a href='#'><set attributeName='xlink:href' to='x'/></a>",
        "<set attributeName='onmouseover' to='alert(1)'/>",
        "<rect style='width: expression(alert(1))'/>",
    ] {
        svg_is(&drawing(script), Err(SvgFault::Script));
    }
    for foreign in [
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
        "<p xmlns=''>a</p>",
        "<e:listener xmlns:e='http://www.w3.org/2001/xml-events'/>",
        "<iframe src='x'/>",
    ] {
        svg_is(&drawing(foreign), Err(SvgFault::Foreign));
    }
    for external in [
        "<image href='https://example.ru/a.png'/>",
        "<image xlink:href='a.png'/>",
        "<image href='//example.ru/a.png'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<use href='other.svg#a'/>",
        "<a href='https://example.ru/'><rect/></a>",
        "<style>@import 'https://example.ru/a.css';</style>",
        "<style>@font-face { src: url( \"https://example.ru/a.woff\" ) }</style>",
        "<style><![CDATA[rect { fill: url(//example.ru/) }]]></style>",
        "<rect style='fill: u\\72l(https://example.ru/)'/>",
        "<rect style='background: image-set(\"https://example.ru/\" 1x)'/>",
        "<rect fill='url(https://example.ru/a.svg#a)'/>",
        "<g xml:base='https://example.ru/'><use href='#a'/></g>",
    ] {
        svg_is(&drawing(external), Err(SvgFault::External));
    }
    let svg = drawing("");
    let tag = svg.find("<svg").expect("a tag");
    let before = |text: &str| format!("{text}{}", &svg[tag..]);
    svg_is(&before("<?xml-stylesheet href='https://example.ru/a.css'?>"), Err(SvgFault::Instruction));
    svg_is(&before("<!DOCTYPE svg [<!ENTITY a 'b'>]>"), Err(SvgFault::Doctype));
    svg_is(
        &before("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"),
        Err(SvgFault::Doctype),
    );
    svg_is(&drawing("&unknown;"), Err(SvgFault::NotXml));
    svg_is(&drawing("<g>"), Err(SvgFault::NotXml));
    svg_is("<svg width='1' height='1'/>", Err(SvgFault::NotSvg));
    svg_is("<html><svg/></html>", Err(SvgFault::NotSvg));
    svg_is(&drawing(&"<g/>".repeat(100_000)), Err(SvgFault::TooComplex));
    svg_is(&drawing(&format!("{}{}", "<g>".repeat(60_000), "</g>".repeat(60_000))), Ok((60, 40)));
    assert_eq!(picture(b"<svg>\xff</svg>", "a.svg"), Err(FileFault::Svg(SvgFault::NotUtf8)));
}

#[test]
fn each_fault_is_told_in_both_languages() {
    let svg = [
        SvgFault::NotUtf8,
        SvgFault::NotXml,
        SvgFault::NotSvg,
        SvgFault::NoSize,
        SvgFault::TooComplex,
        SvgFault::Script,
        SvgFault::Foreign,
        SvgFault::External,
        SvgFault::Doctype,
        SvgFault::Instruction,
    ];
    let (named, kind) = (FileKind::Docx, FileKind::Png);
    let others = [
        FileFault::Empty,
        FileFault::TooLarge { length: 1_500_000, largest: 500_000 },
        FileFault::TooLong { width: 5_000, height: 100 },
        FileFault::UnknownName,
        FileFault::NotNamedSo { named },
        FileFault::OtherKind { named, kind },
        FileFault::NotAPicture(named),
        FileFault::Broken,
        FileFault::Turned,
        FileFault::Macros,
    ];
    for fault in svg.into_iter().map(FileFault::Svg).chain(others) {
        let (what, instead) = fault.sentences("бланк.png");
        assert!(what.ru.starts_with("файл бланк.png: ") && what.en.starts_with("file бланк.png: "), "{what:?}");
        assert_in_english(&what.ru, &what.en, &["бланк.png"]);
        assert_in_english(&instead.ru, &instead.en, &[]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_any_byte_changed_is_taken_or_refused_in_words(which in 0..12usize, at in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>()) {
        let all = PICTURES.into_iter().chain(DOCUMENTS.into_iter().map(|(bytes, name, _)| (bytes, name)));
        let (bytes, name) = all.into_iter().nth(which).expect("a file");
        let mut bytes = bytes.to_vec();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        for bytes in [&bytes[..], &bytes[..cut.index(bytes.len())]] {
            if let Err(fault) = download(bytes, name) {
                let (what, instead) = fault.sentences(name);
                prop_assert!(what.ru.contains(name) && !instead.ru.is_empty(), "{:?}", what);
                assert_in_english(&what.ru, &what.en, &[name]);
                assert_in_english(&instead.ru, &instead.en, &[]);
            }
        }
    }
}
