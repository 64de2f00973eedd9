//! What is wrong with the marks of a text, in words.

use super::links::LinkFault;
use super::places::Places;

/// A mark that a text can't have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// `# Heading`.
    Heading,
    /// A line of `-` or `=` below a text.
    Underlined,
    /// `![](…)`.
    Image,
    /// `<b>`.
    Html,
    /// `*text*` or `_text_`.
    Italics,
    /// `__text__`.
    Underscores,
    /// Bold text in bold text.
    BoldInBold,
    /// `**` without its other half.
    OpenBold,
    /// `~~`.
    Strikethrough,
    /// A code in backticks.
    Code,
    /// What is set in so far that it is code.
    Indented,
    /// `> text`.
    Quote,
    /// A table.
    Table,
    /// `---`.
    Ruler,
    /// `[^1]`.
    Footnote,
    /// `[name]: address`.
    Definition,
    /// `[text][name]`.
    Reference,
    /// `<https://…>`.
    Autolink,
    /// `[text](address "title")`.
    LinkTitle,
    /// `[](address)`.
    LinkWithoutText,
    /// `](` that is no link.
    OpenLink,
    /// `[text] (address)`.
    SpaceInLink,
    /// A link that leads nowhere.
    Link(LinkFault),
    /// `*` or `+` before the items of a list.
    OtherDash,
    /// `1)`.
    Parenthesis,
    /// `01.`
    LeadingZero,
    /// A number that does not follow the one before it.
    WrongNumber {
        /// The number that does.
        expected: u64,
    },
    /// An item with nothing in it.
    EmptyItem,
    /// `- - text`.
    TwoMarks,
    /// Lists in lists in lists in lists.
    TooDeep,
    /// A line of a paragraph that begins with a number.
    NumberInParagraph,
    /// A line behind a list that is not set in.
    TextAfterList,
    /// What no other fault names.
    Other,
}

impl Fault {
    /// Two Russian sentences: what is wrong, and what to write instead.
    pub fn sentences(self, places: &Places) -> (String, String) {
        let or_sign = |signs: &str| format!("Если это просто знак, напишите {}", places.escaped(signs));
        let (what, instead): (&str, String) = match self {
            Fault::Heading => (
                "заголовков внутри текста не бывает",
                format!("Заголовок шага пишут в ключе title, а в тексте важное выделяют **жирным**. {}", or_sign("#")),
            ),
            Fault::Underlined => (
                "строка из чёрточек или знаков = под текстом делает его заголовком, а заголовков внутри текста не бывает",
                "Удалите эту строку. Если это пустой пункт списка, допишите его: - текст".into(),
            ),
            Fault::Image => (
                "картинку в текст так не вставить",
                "Положите файл рядом с содержанием и назовите его у шага: picture = { file = \"form.png\", alt = \"что на картинке\" }".into(),
            ),
            Fault::Html => (
                "тегов HTML в тексте не бывает",
                format!("Жирное пишут **так**, ссылку — [текст](https://…), пункты списка — с «- » в начале строки. {}", or_sign("<")),
            ),
            Fault::Italics => (
                "курсива в текстах нет",
                format!("Выделите слова жирным: **слова**. {}", or_sign("*")),
            ),
            Fault::Underscores => (
                "жирное пишут звёздочками, а не подчёркиванием",
                format!("Напишите так: **слова**. {}", or_sign("__")),
            ),
            Fault::BoldInBold => (
                "внутри жирного ещё раз начинается жирное",
                format!("Оставьте звёздочки только по краям: **слова**. {}", or_sign("**")),
            ),
            Fault::OpenBold => (
                "у двух звёздочек нет пары, и они останутся на странице знаками",
                format!("Жирное пишут вплотную к звёздочкам: **слова**. {}", or_sign("**")),
            ),
            Fault::Strikethrough => ("зачёркнутого текста не бывает", format!("Удалите эти слова. {}", or_sign("~~"))),
            Fault::Code => (
                "обратные кавычки выделяют код, а в текстах его не бывает",
                format!("Возьмите слова в кавычки: «слова». {}", or_sign("`")),
            ),
            Fault::Indented => ("отступ слева слишком велик", "Начните строку без отступа.".into()),
            Fault::Quote => (
                "знак > в начале строки делает её цитатой, а цитат внутри текста не бывает",
                format!("Дословный текст пишут у шага в ключе quote. {}", or_sign(">")),
            ),
            Fault::Table => ("таблиц в текстах не бывает", "Напишите строки таблицы пунктами списка: - текст".into()),
            Fault::Ruler => (
                "линеек в текстах не бывает",
                "Разделите абзацы пустой строкой, без чёрточек и звёздочек.".into(),
            ),
            Fault::Footnote => ("сносок в текстах не бывает", "Напишите пояснение прямо в тексте, в скобках.".into()),
            Fault::Definition => (
                "эта строка задаёт адрес для ссылки, и на странице её не будет",
                format!("Адрес пишут сразу за текстом ссылки: [текст](https://…). {}", or_sign("[")),
            ),
            Fault::Reference => (
                "у ссылки нет своего адреса",
                "Напишите его сразу за текстом ссылки: [текст](https://…)".into(),
            ),
            Fault::Autolink => (
                "ссылку угловыми скобками не пишут",
                "Дайте ей текст: [текст](https://…) или [почта](mailto:school@example.ru)".into(),
            ),
            Fault::LinkTitle => (
                "подсказки у ссылок не бывает",
                "Оставьте в скобках только адрес: [текст](https://…)".into(),
            ),
            Fault::LinkWithoutText => (
                "у ссылки нет текста",
                "Напишите в квадратных скобках, куда она ведёт: [сайт школы](https://…)".into(),
            ),
            Fault::OpenLink => (
                "это похоже на ссылку, но останется на странице знаками",
                format!(
                    "Напишите так: [текст](https://…). В адресе нет пробелов, а имя файла с пробелами берут в угловые скобки: [заявление](<мой файл.pdf>). {}",
                    or_sign("]"),
                ),
            ),
            Fault::SpaceInLink => (
                "между текстом ссылки и её адресом стоит пробел, и ссылкой это не станет",
                "Уберите пробел: [текст](https://…)".into(),
            ),
            Fault::Link(fault) => return link_sentences(fault),
            Fault::OtherDash => (
                "пункты списка так не начинают",
                format!("Начните каждый пункт с чёрточки и пробела: - текст. {}", or_sign("*")),
            ),
            Fault::Parenthesis => ("номер пункта пишут с точкой, а не со скобкой", format!("Напишите так: 1. текст. {}", or_sign(")"))),
            Fault::LeadingZero => (
                "номер пункта пишут без нуля в начале",
                format!("Напишите так: 1. текст. Если это не список, а дата или номер, напишите точку как {}", places.escaped(".")),
            ),
            Fault::WrongNumber { expected } => {
                return (
                    format!("номера списка идут подряд, и на странице здесь будет {expected}"),
                    format!("Напишите {expected}. или начните новый список после абзаца. Если это не список, напишите точку как {}", places.escaped(".")),
                );
            }
            Fault::EmptyItem => ("пункт списка пуст", format!("Напишите его текст или удалите пункт. {}", or_sign("-"))),
            Fault::TwoMarks => (
                "пункт начинается со второго знака списка",
                format!("Оставьте один. Если это не список, а дата или номер, напишите точку как {}, чёрточку как {}", places.escaped("."), places.escaped("-")),
            ),
            Fault::TooDeep => ("списков друг в друге больше трёх", "Разбейте список на несколько или на несколько шагов.".into()),
            Fault::NumberInParagraph => (
                "строка начинается с номера, но продолжает абзац, и списком не станет",
                format!("Если это пункт списка, оставьте перед списком пустую строку. Если нет, напишите точку после номера как {}", places.escaped(".")),
            ),
            Fault::TextAfterList => (
                "строка сразу за списком станет продолжением его последнего пункта",
                "Если это новый абзац, оставьте перед ним пустую строку. Если это текст пункта, начните строку с двух пробелов.".into(),
            ),
            Fault::Other => ("такой разметки здесь не бывает", "Оставьте абзацы, списки, ссылки и **жирное**.".into()),
        };
        (what.to_owned(), instead)
    }
}

/// The same for what a link leads to.
fn link_sentences(fault: LinkFault) -> (String, String) {
    let (what, instead) = match fault {
        LinkFault::Empty => ("у ссылки нет адреса", "Напишите его в круглых скобках: [текст](https://…)"),
        LinkFault::NotHttps => (
            "страницы с http:// браузеры называют небезопасными",
            "Напишите адрес с https:// и проверьте, что он открывается.",
        ),
        LinkFault::NotAnAddress => (
            "это не адрес страницы",
            "Напишите его целиком, без пробелов, например: [текст](https://vk.com/mocivanovo)",
        ),
        LinkFault::NotANumber => (
            "такой номер не набрать",
            "Напишите его с плюсом, кодом страны и города, без пробелов и скобок: [48-28-08](tel:+74932482808)",
        ),
        LinkFault::NotAnEmail => (
            "это не адрес электронной почты",
            "Напишите адрес целиком, латинскими буквами: [почта](mailto:school@example.ru)",
        ),
        LinkFault::OtherScheme => (
            "такие ссылки запрещены",
            "Ссылка ведёт на страницу (https://…), телефон (tel:+7…), почту (mailto:…) или файл из папки содержания (form.pdf).",
        ),
        LinkFault::Step => (
            "на шаг ссылкой из текста не попасть",
            "На другой шаг ведёт ответ: option = [{ id = \"…\", next = \"…\", label = \"…\" }]",
        ),
        LinkFault::Outside => (
            "файл лежит вне папки содержания",
            "Положите его в папку, где лежит файл справочника, и напишите путь от неё: [заявление](form.pdf)",
        ),
        LinkFault::OddPath => (
            "в имени файла есть знаки, которые в нём не годятся",
            "Оставьте в нём буквы, цифры, точку, чёрточку и подчёркивание: [заявление](form.pdf)",
        ),
        LinkFault::UnknownFile => (
            "это не адрес страницы и не файл, который можно положить на сайт",
            "Адрес пишут с https://, а файлы бывают такие: pdf, docx, odt, xlsx, png, jpg, webp, svg.",
        ),
    };
    (what.to_owned(), instead.to_owned())
}
