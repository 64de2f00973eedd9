//! What is wrong with a file, in words.

use super::{FileKind, LONGEST_SIDE};
use crate::message;
use crate::message::Message;

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
    /// Two sentences on the file of this name: what is wrong, and what to do instead.
    pub fn sentences(&self, name: &str) -> (Message, Message) {
        let (what, instead) = match *self {
            FileFault::Empty => (
                message!("он пуст", "it is empty"),
                message!(
                    "Положите файл ещё раз: возможно, он не докопировался.",
                    "Put the file there again: perhaps it was not copied to its end."
                ),
            ),
            FileFault::TooLarge { length, largest } => (
                message!(
                    length = megabytes(length);
                    largest = megabytes(largest);
                    "он слишком велик: {length}, а можно не больше {largest}",
                    "it is too large: {length}, and at most {largest} are allowed"
                ),
                message!(
                    "Уменьшите его: картинку — в любом редакторе до ширины 1200 точек, документ — сохранив со сжатием картинок.",
                    "Make it smaller: a picture in any editor, to a width of 1200 pixels; a document by saving it with its pictures compressed."
                ),
            ),
            FileFault::TooLong { width, height } => (
                message!(
                    "в нём {width} × {height} точек, а можно не больше {LONGEST_SIDE} по каждой стороне",
                    "it has {width} × {height} pixels, and at most {LONGEST_SIDE} are allowed on each side"
                ),
                message!(
                    "Уменьшите картинку в любом редакторе: для телефона хватит ширины 1200 точек.",
                    "Make the picture smaller in any editor: a width of 1200 pixels is enough for a phone."
                ),
            ),
            FileFault::UnknownName => (
                message!("такие файлы на сайт не кладут", "such files are not put on the site"),
                message!(
                    "Картинки бывают .png, .jpg, .webp и .svg, документы — .pdf, .docx, .odt и .xlsx.",
                    "Pictures are .png, .jpg, .webp and .svg, documents are .pdf, .docx, .odt and .xlsx."
                ),
            ),
            FileFault::NotNamedSo { named } => (
                message!(
                    "по названию это {}, но внутри не он",
                    "by its name it is {}, but inside it is not",
                    named.label()
                ),
                message!(
                    "Откройте файл в программе, в которой он сделан, и сохраните как {}.",
                    "Open the file in the program that it was made with, and save it as {}.",
                    named.label()
                ),
            ),
            FileFault::OtherKind { named, kind } => (
                message!(
                    "по названию это {}, а внутри {}",
                    "by its name it is {}, but inside it is {}",
                    named.label(),
                    kind.label()
                ),
                message!(
                    "Переименуйте его так, чтобы имя кончалось на .{}, и исправьте имя в содержании.",
                    "Rename it so that its name ends in .{}, and correct the name in the content.",
                    kind.ending()
                ),
            ),
            FileFault::NotAPicture(kind) => (
                message!("это {}, а не картинка", "it is {}, not a picture", kind.label()),
                message!(
                    "Дайте на него ссылку в тексте: [заявление](form.pdf). Картинки бывают .png, .jpg, .webp и .svg.",
                    "Link to it in the text: [form](form.pdf). Pictures are .png, .jpg, .webp and .svg."
                ),
            ),
            FileFault::Broken => (
                message!("картинка повреждена или обрывается", "the picture is damaged or not complete"),
                message!(
                    "Откройте её в любом редакторе, сохраните заново и положите ещё раз.",
                    "Open it in any editor, save it anew and put it there again."
                ),
            ),
            FileFault::Turned => (
                message!(
                    "снимок лежит на боку, и старые браузеры так его и покажут",
                    "the photograph lies on its side, and old browsers will show it so"
                ),
                message!(
                    "Откройте его в любом редакторе, поверните, если нужно, и сохраните копию.",
                    "Open it in any editor, turn it if needed, and save a copy."
                ),
            ),
            FileFault::Macros => (
                message!(
                    "в документе есть макросы, а их многие боятся открывать, и не зря",
                    "the document has macros, and many people rightly fear to open those"
                ),
                message!(
                    "Сохраните копию без макросов, лучше всего в PDF.",
                    "Save a copy without macros, best of all as PDF."
                ),
            ),
            FileFault::Svg(fault) => fault.sentences(),
        };
        (message!(what = what; "файл {name}: {what}", "file {name}: {what}"), instead)
    }
}

impl SvgFault {
    fn sentences(self) -> (Message, Message) {
        let plain = || {
            message!(
                "Сохраните рисунок как «простой SVG» (в Inkscape: «Сохранить как» → «Простой SVG») или как PNG.",
                "Save the drawing as “Plain SVG” (in Inkscape: “Save as” → “Plain SVG”) or as PNG."
            )
        };
        match self {
            SvgFault::NotUtf8 => (
                message!("рисунок записан не в кодировке UTF-8", "the drawing is not in UTF-8"),
                message!(
                    "Сохраните его заново, выбрав кодировку UTF-8.",
                    "Save it anew and choose the encoding UTF-8."
                ),
            ),
            SvgFault::NotXml => (
                message!("рисунок повреждён, и прочитать его нельзя", "the drawing is damaged and can't be read"),
                message!("Откройте его в редакторе и сохраните заново.", "Open it in an editor and save it anew."),
            ),
            SvgFault::NotSvg => (message!("это не рисунок SVG", "this is not an SVG drawing"), plain()),
            SvgFault::NoSize => (
                message!("у рисунка нет размера", "the drawing has no size"),
                message!(
                    "Допишите его в начале рисунка: <svg width=\"600\" height=\"400\" … или viewBox=\"0 0 600 400\"",
                    "Add it at the beginning of the drawing: <svg width=\"600\" height=\"400\" … or viewBox=\"0 0 600 400\""
                ),
            ),
            SvgFault::TooComplex => (
                message!("в рисунке слишком много деталей", "the drawing has too many details"),
                message!("Сохраните его как PNG.", "Save it as PNG."),
            ),
            SvgFault::Script => (
                message!(
                    "в рисунке есть программа (скрипт), а рисунки с программами на сайт не кладут",
                    "the drawing has a program (a script) in it, and drawings with programs are not put on the site"
                ),
                plain(),
            ),
            SvgFault::Foreign => (
                message!(
                    "в рисунке есть куски, которые рисунком не являются",
                    "the drawing has parts that are no drawing"
                ),
                plain(),
            ),
            SvgFault::External => (
                message!(
                    "рисунок загружает что-то из другого места, а сайт ничего чужого не загружает",
                    "the drawing loads something from elsewhere, and the site loads nothing from others"
                ),
                message!(
                    "Вставьте картинки и шрифты в сам рисунок, переведите надписи в контуры или сохраните его как PNG.",
                    "Put pictures and fonts into the drawing itself, turn its lettering into outlines, or save it as PNG."
                ),
            ),
            SvgFault::Doctype => (
                message!(
                    "в рисунке есть строка <!DOCTYPE …>, через которую можно вставить чужое",
                    "the drawing has a line <!DOCTYPE …>, by which foreign parts can get in"
                ),
                message!(
                    "Удалите эту строку: рисунку она не нужна.",
                    "Delete this line: the drawing does not need it."
                ),
            ),
            SvgFault::Instruction => (
                message!(
                    "в рисунке есть указание <?…?>, например чужой стиль",
                    "the drawing has an instruction <?…?>, such as a foreign style"
                ),
                plain(),
            ),
        }
    }
}

/// A number of bytes as people say it: «40 МБ», «1,5 МБ», «500 кБ»; “1.5 MB”.
fn megabytes(bytes: usize) -> Message {
    let kilobytes = bytes.div_ceil(1000);
    match kilobytes {
        0..1000 => message!("{kilobytes} кБ", "{kilobytes} kB"),
        _ => {
            let tenths = kilobytes.div_ceil(100);
            let rest = tenths % 10;
            if rest == 0 {
                message!("{} МБ", "{} MB", tenths / 10)
            } else {
                message!("{},{rest} МБ", "{}.{rest} MB", tenths / 10)
            }
        }
    }
}
