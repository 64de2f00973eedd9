//! What is wrong with a file, in words.

use super::{FileKind, LONGEST_SIDE};

/// Why the site can't have a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileFault {
    /// It has no bytes.
    Empty,
    /// It has too many. Both in bytes.
    TooLarge {
        /// How many it has.
        length: usize,
        /// How many it may have.
        largest: usize,
    },
    /// It is a picture of too many pixels.
    TooLong {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
    },
    /// Its name has no ending that is known.
    UnknownName,
    /// It is not what its name says, and nothing else that is known.
    NotNamedSo {
        /// What its name says.
        named: FileKind,
    },
    /// It is not what its name says.
    OtherKind {
        /// What its name says.
        named: FileKind,
        /// What it is.
        kind: FileKind,
    },
    /// It is a document, where a picture is wanted.
    NotAPicture(FileKind),
    /// It is a picture that is not whole.
    Broken,
    /// It is a photograph that would have to be turned.
    Turned,
    /// It is a document with programs in it.
    Macros,
    /// It is a drawing that a site can't have.
    Svg(SvgFault),
}

/// Why the site can't have a drawing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SvgFault {
    /// It is not in UTF-8.
    NotUtf8,
    /// It can't be read.
    NotXml,
    /// It is a file of tags, but none of SVG.
    NotSvg,
    /// It says no size.
    NoSize,
    /// It has too many parts.
    TooComplex,
    /// It runs something.
    Script,
    /// It holds parts of pages.
    Foreign,
    /// It loads something.
    External,
    /// It begins with `<!DOCTYPE`.
    Doctype,
    /// It has an instruction such as `<?xml-stylesheet?>`.
    Instruction,
}

impl FileFault {
    /// Two Russian sentences on the file of this name: what is wrong, and what to do instead.
    pub fn sentences(&self, name: &str) -> (String, String) {
        let (what, instead): (String, String) = match *self {
            FileFault::Empty => ("он пуст".into(), "Положите файл ещё раз: возможно, он не докопировался.".into()),
            FileFault::TooLarge { length, largest } => (
                format!("он слишком велик: {}, а можно не больше {}", megabytes(length), megabytes(largest)),
                "Уменьшите его: картинку — в любом редакторе до ширины 1200 точек, документ — сохранив со сжатием картинок.".into(),
            ),
            FileFault::TooLong { width, height } => (
                format!("в нём {width} × {height} точек, а можно не больше {LONGEST_SIDE} по каждой стороне"),
                "Уменьшите картинку в любом редакторе: для телефона хватит ширины 1200 точек.".into(),
            ),
            FileFault::UnknownName => (
                "такие файлы на сайт не кладут".into(),
                "Картинки бывают .png, .jpg, .webp и .svg, документы — .pdf, .docx, .odt и .xlsx.".into(),
            ),
            FileFault::NotNamedSo { named } => (
                format!("по названию это {}, но внутри не он", named.label()),
                format!("Откройте файл в программе, в которой он сделан, и сохраните как {}.", named.label()),
            ),
            FileFault::OtherKind { named, kind } => (
                format!("по названию это {}, а внутри {}", named.label(), kind.label()),
                format!("Переименуйте его так, чтобы имя кончалось на .{}, и исправьте имя в содержании.", kind.ending()),
            ),
            FileFault::NotAPicture(kind) => (
                format!("это {}, а не картинка", kind.label()),
                "Дайте на него ссылку в тексте: [заявление](form.pdf). Картинки бывают .png, .jpg, .webp и .svg.".into(),
            ),
            FileFault::Broken => (
                "картинка повреждена или обрывается".into(),
                "Откройте её в любом редакторе, сохраните заново и положите ещё раз.".into(),
            ),
            FileFault::Turned => (
                "снимок лежит на боку, и старые браузеры так его и покажут".into(),
                "Откройте его в любом редакторе, поверните, если нужно, и сохраните копию.".into(),
            ),
            FileFault::Macros => (
                "в документе есть макросы, а их многие боятся открывать, и не зря".into(),
                "Сохраните копию без макросов, лучше всего в PDF.".into(),
            ),
            FileFault::Svg(fault) => fault.sentences(),
        };
        (format!("файл {name}: {what}"), instead)
    }
}

impl SvgFault {
    fn sentences(self) -> (String, String) {
        let plain = "Сохраните рисунок как «простой SVG» (в Inkscape: «Сохранить как» → «Простой SVG») или как PNG.";
        let (what, instead) = match self {
            SvgFault::NotUtf8 => {
                ("рисунок записан не в кодировке UTF-8", "Сохраните его заново, выбрав кодировку UTF-8.")
            }
            SvgFault::NotXml => {
                ("рисунок повреждён, и прочитать его нельзя", "Откройте его в редакторе и сохраните заново.")
            }
            SvgFault::NotSvg => ("это не рисунок SVG", plain),
            SvgFault::NoSize => (
                "у рисунка нет размера",
                "Допишите его в начале рисунка: <svg width=\"600\" height=\"400\" … или viewBox=\"0 0 600 400\"",
            ),
            SvgFault::TooComplex => ("в рисунке слишком много деталей", "Сохраните его как PNG."),
            SvgFault::Script => ("в рисунке есть программа (скрипт), а рисунки с программами на сайт не кладут", plain),
            SvgFault::Foreign => ("в рисунке есть куски, которые рисунком не являются", plain),
            SvgFault::External => (
                "рисунок загружает что-то из другого места, а сайт ничего чужого не загружает",
                "Вставьте картинки и шрифты в сам рисунок, переведите надписи в контуры или сохраните его как PNG.",
            ),
            SvgFault::Doctype => (
                "в рисунке есть строка <!DOCTYPE …>, через которую можно вставить чужое",
                "Удалите эту строку: рисунку она не нужна.",
            ),
            SvgFault::Instruction => ("в рисунке есть указание <?…?>, например чужой стиль", plain),
        };
        (what.to_owned(), instead.to_owned())
    }
}

/// A number of bytes as people say it: «40 МБ», «1,5 МБ», «500 кБ».
fn megabytes(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000);
    match kilobytes {
        0..1000 => format!("{kilobytes} кБ"),
        _ => {
            let tenths = kilobytes.div_ceil(100);
            let rest = tenths % 10;
            if rest == 0 { format!("{} МБ", tenths / 10) } else { format!("{},{rest} МБ", tenths / 10) }
        }
    }
}
