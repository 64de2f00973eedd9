//! What the links of a text may lead to, and what is wrong with those that may not, in words.

use guide_core::rich_text::LinkTarget;

use crate::addresses;
use crate::files::FileKind;
use crate::message;
use crate::message::Message;

/// Why a link leads nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkFault {
    /// There is nothing between the parentheses.
    Empty,
    /// The address of a page is not `https`.
    NotHttps,
    /// The address of a page is none.
    NotAnAddress,
    /// The number can't be dialled.
    NotANumber,
    /// The e-mail address is none.
    NotAnEmail,
    /// It is another kind of address, such as `javascript:`.
    OtherScheme,
    /// It leads to a step of the guide.
    Step,
    /// The path of the file leads out of the content folder.
    Outside,
    /// The path has signs that a file's name may not have.
    OddPath,
    /// It is no file of a kind that the site can have.
    UnknownFile,
}

impl LinkFault {
    /// Two sentences: what is wrong, and what to write instead.
    pub fn sentences(self) -> (Message, Message) {
        match self {
            LinkFault::Empty => (
                message!("у ссылки нет адреса", "the link has no address"),
                message!(
                    "Напишите его в круглых скобках: [текст](https://…)",
                    "Write it in the round brackets: [text](https://…)"
                ),
            ),
            LinkFault::NotHttps => (
                message!(
                    "страницы с http:// браузеры называют небезопасными",
                    "browsers call pages with http:// not secure"
                ),
                message!(
                    "Напишите адрес с https:// и проверьте, что он открывается.",
                    "Write the address with https:// and check that it opens."
                ),
            ),
            LinkFault::NotAnAddress => (
                message!("это не адрес страницы", "this is not the address of a page"),
                message!(
                    "Напишите его целиком, без пробелов, например: [текст](https://vk.com/mocivanovo)",
                    "Write all of it, without spaces, for example: [text](https://vk.com/mocivanovo)"
                ),
            ),
            LinkFault::NotANumber => (
                message!("такой номер не набрать", "such a number can't be dialled"),
                message!(
                    "Напишите его с плюсом, кодом страны и города, без пробелов и скобок: [48-28-08](tel:+74932482808)",
                    "Write it with a plus, the codes of the country and the town, without spaces and brackets: [48-28-08](tel:+74932482808)"
                ),
            ),
            LinkFault::NotAnEmail => (
                message!("это не адрес электронной почты", "this is not an e-mail address"),
                message!(
                    "Напишите адрес целиком, латинскими буквами: [почта](mailto:school@example.ru)",
                    "Write the whole address, in Latin letters: [e-mail](mailto:school@example.ru)"
                ),
            ),
            LinkFault::OtherScheme => (
                message!("такие ссылки запрещены", "such links are not allowed"),
                message!(
                    "Ссылка ведёт на страницу (https://…), телефон (tel:+7…), почту (mailto:…) или файл из папки содержания (form.pdf).",
                    "A link leads to a page (https://…), a phone number (tel:+7…), an e-mail address (mailto:…) or a file of the content folder (form.pdf)."
                ),
            ),
            LinkFault::Step => (
                message!("на шаг ссылкой из текста не попасть", "a link in a text can't lead to a step"),
                message!(
                    "На другой шаг ведёт ответ: option = [{{ id = \"…\", next = \"…\", label = \"…\" }}]",
                    "An answer leads to another step: option = [{{ id = \"…\", next = \"…\", label = \"…\" }}]"
                ),
            ),
            LinkFault::Outside => (
                message!("файл лежит вне папки содержания", "the file lies outside of the content folder"),
                message!(
                    "Положите его в папку, где лежит файл справочника, и напишите путь от неё: [заявление](form.pdf)",
                    "Put it into the folder of the guide's file, and write its path from there: [form](form.pdf)"
                ),
            ),
            LinkFault::OddPath => (
                message!(
                    "в имени файла есть знаки, которые в нём не годятся",
                    "the name of the file has signs that it may not have"
                ),
                message!(
                    "Оставьте в нём буквы, цифры, точку, чёрточку и подчёркивание: [заявление](form.pdf)",
                    "Keep letters, digits, stops, hyphens and underscores in it: [form](form.pdf)"
                ),
            ),
            LinkFault::UnknownFile => (
                message!(
                    "это не адрес страницы и не файл, который можно положить на сайт",
                    "this is neither the address of a page nor a file that can be put on the site"
                ),
                message!(
                    "Адрес пишут с https://, а файлы бывают такие: pdf, docx, odt, xlsx, png, jpg, webp, svg.",
                    "An address is written with https://, and files are of these kinds: pdf, docx, odt, xlsx, png, jpg, webp, svg."
                ),
            ),
        }
    }
}

/// What a link leads to, by what stands between its parentheses.
pub fn link_target(written: &str) -> Result<LinkTarget, LinkFault> {
    let address = || Ok(LinkTarget::Address(written.to_owned()));
    if written.trim().is_empty() {
        return Err(LinkFault::Empty);
    }
    if let Some(number) = written.strip_prefix("tel:") {
        return if addresses::is_phone(number) { address() } else { Err(LinkFault::NotANumber) };
    }
    if let Some(email) = written.strip_prefix("mailto:") {
        return if addresses::is_email(email) { address() } else { Err(LinkFault::NotAnEmail) };
    }
    if let Some((scheme, _)) = written.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#'])) {
        return match scheme.trim().to_ascii_lowercase().as_str() {
            "https" if written.contains(|c: char| c.is_whitespace() || c.is_control()) => Err(LinkFault::NotAnAddress),
            "https" => addresses::page_address(written).map_err(|_| LinkFault::NotAnAddress).and_then(|_| address()),
            "http" => Err(LinkFault::NotHttps),
            _ => Err(LinkFault::OtherScheme),
        };
    }
    file_path(written).map(LinkTarget::File)
}

/// The path of a file in the content folder.
pub fn file_path(written: &str) -> Result<String, LinkFault> {
    if written.starts_with('#') {
        return Err(LinkFault::Step);
    }
    if written.starts_with("//") {
        return Err(LinkFault::NotAnAddress);
    }
    if written.starts_with(['/', '\\']) || written.split(['/', '\\']).any(|part| part == "..") {
        return Err(LinkFault::Outside);
    }
    // A domain without its scheme looks like a path.
    if FileKind::of_name(written).is_none() {
        return Err(LinkFault::UnknownFile);
    }
    let is_plain = |c: char| c.is_alphanumeric() || " -_.,()+№/".contains(c);
    let parts_are_names =
        written.split('/').all(|part| !part.starts_with('.') && part.trim() == part && !part.is_empty());
    if written.chars().all(is_plain) && parts_are_names { Ok(written.to_owned()) } else { Err(LinkFault::OddPath) }
}
