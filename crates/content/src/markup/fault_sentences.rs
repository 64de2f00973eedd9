//! What is wrong with the marks of a text, in words.

use super::faults::Fault;
use super::places::Places;
use crate::message;
use crate::message::Message;

impl Fault {
    /// Two sentences: what is wrong, and what to write instead.
    pub fn sentences(self, places: &Places) -> (Message, Message) {
        let or_sign = |signs: &str| {
            message!("Если это просто знак, напишите {}", "If it is just a sign, write {}", places.escaped(signs))
        };
        match self {
            Fault::Heading => (
                message!("заголовков внутри текста не бывает", "there are no headings within a text"),
                message!(
                    sign = or_sign("#");
                    "Заголовок шага пишут в ключе title, а в тексте важное выделяют **жирным**. {sign}",
                    "The heading of a step is written in the key title, and within a text what matters is set in **bold**. {sign}"
                ),
            ),
            Fault::Underlined => (
                message!(
                    "строка из чёрточек или знаков = под текстом делает его заголовком, а заголовков внутри текста не бывает",
                    "a line of hyphens or signs = below a text makes it a heading, and there are no headings within a text"
                ),
                message!(
                    "Удалите эту строку. Если это пустой пункт списка, допишите его: - текст",
                    "Delete this line. If it is an empty item of a list, complete it: - text"
                ),
            ),
            Fault::Image => (
                message!("картинку в текст так не вставить", "a picture can't be put into a text like this"),
                message!(
                    "Положите файл рядом с содержанием и назовите его у шага: picture = {{ file = \"form.png\", alt = \"что на картинке\" }}",
                    "Put the file beside the content and name it in the step: picture = {{ file = \"form.png\", alt = \"what the picture shows\" }}"
                ),
            ),
            Fault::Html => (
                message!("тегов HTML в тексте не бывает", "there are no HTML tags in a text"),
                message!(
                    sign = or_sign("<");
                    "Жирное пишут **так**, ссылку — [текст](https://…), пункты списка — с «- » в начале строки. {sign}",
                    "Bold is written **like this**, a link [text](https://…), the items of a list with “- ” at the beginning of the line. {sign}"
                ),
            ),
            Fault::Italics => (
                message!("курсива в текстах нет", "there are no italics in texts"),
                message!(
                    sign = or_sign("*");
                    "Выделите слова жирным: **слова**. {sign}",
                    "Set the words in bold: **words**. {sign}"
                ),
            ),
            Fault::Underscores => (
                message!(
                    "жирное пишут звёздочками, а не подчёркиванием",
                    "bold is written with asterisks, not with underscores"
                ),
                message!(
                    sign = or_sign("__");
                    "Напишите так: **слова**. {sign}",
                    "Write it like this: **words**. {sign}"
                ),
            ),
            Fault::BoldInBold => (
                message!("внутри жирного ещё раз начинается жирное", "within bold text another one begins"),
                message!(
                    sign = or_sign("**");
                    "Оставьте звёздочки только по краям: **слова**. {sign}",
                    "Keep the asterisks only at both ends: **words**. {sign}"
                ),
            ),
            Fault::OpenBold => (
                message!(
                    "у двух звёздочек нет пары, и они останутся на странице знаками",
                    "these two asterisks have no pair, and they would stay on the page as signs"
                ),
                message!(
                    sign = or_sign("**");
                    "Жирное пишут вплотную к звёздочкам: **слова**. {sign}",
                    "Bold is written with the asterisks close to the words: **words**. {sign}"
                ),
            ),
            Fault::Strikethrough => (
                message!("зачёркнутого текста не бывает", "there is no struck-out text"),
                message!(sign = or_sign("~~"); "Удалите эти слова. {sign}", "Delete these words. {sign}"),
            ),
            Fault::Code => (
                message!(
                    "обратные кавычки выделяют код, а в текстах его не бывает",
                    "backticks mark code, and there is none in texts"
                ),
                message!(
                    sign = or_sign("`");
                    "Возьмите слова в кавычки: «слова». {sign}",
                    "Put the words in quotation marks: “words”. {sign}"
                ),
            ),
            Fault::Indented => (
                message!("отступ слева слишком велик", "the line is indented too far"),
                message!("Начните строку без отступа.", "Begin the line without an indent."),
            ),
            Fault::Quote => (
                message!(
                    "знак > в начале строки делает её цитатой, а цитат внутри текста не бывает",
                    "the sign > at the beginning of a line makes it a quotation, and there are none within a text"
                ),
                message!(
                    sign = or_sign(">");
                    "Дословный текст пишут у шага в ключе quote. {sign}",
                    "The exact words of another text are written in the step's key quote. {sign}"
                ),
            ),
            Fault::Table => (
                message!("таблиц в текстах не бывает", "there are no tables in texts"),
                message!(
                    "Напишите строки таблицы пунктами списка: - текст",
                    "Write the rows of the table as items of a list: - text"
                ),
            ),
            Fault::Ruler => (
                message!("линеек в текстах не бывает", "there are no rulers in texts"),
                message!(
                    "Разделите абзацы пустой строкой, без чёрточек и звёздочек.",
                    "Put an empty line between paragraphs, without hyphens and asterisks."
                ),
            ),
            Fault::Footnote => (
                message!("сносок в текстах не бывает", "there are no footnotes in texts"),
                message!(
                    "Напишите пояснение прямо в тексте, в скобках.",
                    "Write the explanation in the text itself, in brackets."
                ),
            ),
            Fault::Definition => (
                message!(
                    "эта строка задаёт адрес для ссылки, и на странице её не будет",
                    "this line gives an address for a link, and it will not be on the page"
                ),
                message!(
                    sign = or_sign("[");
                    "Адрес пишут сразу за текстом ссылки: [текст](https://…). {sign}",
                    "The address is written right after the text of the link: [text](https://…). {sign}"
                ),
            ),
            Fault::Reference => (
                message!("у ссылки нет своего адреса", "the link has no address of its own"),
                message!(
                    "Напишите его сразу за текстом ссылки: [текст](https://…)",
                    "Write it right after the text of the link: [text](https://…)"
                ),
            ),
            Fault::Autolink => (
                message!("ссылку угловыми скобками не пишут", "a link is not written in angle brackets"),
                message!(
                    "Дайте ей текст: [текст](https://…) или [почта](mailto:school@example.ru)",
                    "Give it a text: [text](https://…) or [e-mail](mailto:school@example.ru)"
                ),
            ),
            Fault::LinkTitle => (
                message!("подсказки у ссылок не бывает", "links have no hints"),
                message!(
                    "Оставьте в скобках только адрес: [текст](https://…)",
                    "Keep only the address in the brackets: [text](https://…)"
                ),
            ),
            Fault::LinkWithoutText => (
                message!("у ссылки нет текста", "the link has no text"),
                message!(
                    "Напишите в квадратных скобках, куда она ведёт: [сайт школы](https://…)",
                    "Write in the square brackets where it leads: [the school's site](https://…)"
                ),
            ),
            Fault::OpenLink => (
                message!(
                    "это похоже на ссылку, но останется на странице знаками",
                    "this looks like a link, but it would stay on the page as signs"
                ),
                message!(
                    sign = or_sign("]");
                    "Напишите так: [текст](https://…). В адресе нет пробелов, а имя файла с пробелами берут в угловые скобки: [заявление](<мой файл.pdf>). {sign}",
                    "Write it like this: [text](https://…). An address has no spaces, and the name of a file with spaces is put in angle brackets: [form](<my file.pdf>). {sign}"
                ),
            ),
            Fault::SpaceInLink => (
                message!(
                    "между текстом ссылки и её адресом стоит пробел, и ссылкой это не станет",
                    "there is a space between the text of the link and its address, so it will be no link"
                ),
                message!("Уберите пробел: [текст](https://…)", "Remove the space: [text](https://…)"),
            ),
            Fault::Link(fault) => fault.sentences(),
            Fault::OtherDash => (
                message!("пункты списка так не начинают", "items of a list do not begin like this"),
                message!(
                    sign = or_sign("*");
                    "Начните каждый пункт с чёрточки и пробела: - текст. {sign}",
                    "Begin each item with a hyphen and a space: - text. {sign}"
                ),
            ),
            Fault::Parenthesis => (
                message!(
                    "номер пункта пишут с точкой, а не со скобкой",
                    "the number of an item is written with a stop, not with a bracket"
                ),
                message!(
                    sign = or_sign(")");
                    "Напишите так: 1. текст. {sign}",
                    "Write it like this: 1. text. {sign}"
                ),
            ),
            Fault::LeadingZero => (
                message!(
                    "номер пункта пишут без нуля в начале",
                    "the number of an item is written without a zero before it"
                ),
                message!(
                    "Напишите так: 1. текст. Если это не список, а дата или номер, напишите точку как {}",
                    "Write it like this: 1. text. If it is no list but a date or a number, write the stop as {}",
                    places.escaped(".")
                ),
            ),
            Fault::WrongNumber { expected } => (
                message!(
                    "номера списка идут подряд, и на странице здесь будет {expected}",
                    "the numbers of a list follow each other, and on the page this one would be {expected}"
                ),
                message!(
                    "Напишите {expected}. или начните новый список после абзаца. Если это не список, напишите точку как {}",
                    "Write {expected}. or begin a new list after a paragraph. If it is no list, write the stop as {}",
                    places.escaped(".")
                ),
            ),
            Fault::EmptyItem => (
                message!("пункт списка пуст", "the item of the list is empty"),
                message!(
                    sign = or_sign("-");
                    "Напишите его текст или удалите пункт. {sign}",
                    "Write its text or delete the item. {sign}"
                ),
            ),
            Fault::TwoMarks => (
                message!("пункт начинается со второго знака списка", "the item begins with a second mark of a list"),
                message!(
                    "Оставьте один. Если это не список, а дата или номер, напишите точку как {}, чёрточку как {}",
                    "Keep one. If it is no list but a date or a number, write the stop as {}, the hyphen as {}",
                    places.escaped("."),
                    places.escaped("-")
                ),
            ),
            Fault::TooDeep => (
                message!("списков друг в друге больше трёх", "there are more than three lists within each other"),
                message!(
                    "Разбейте список на несколько или на несколько шагов.",
                    "Divide the list into several, or into several steps."
                ),
            ),
            Fault::NumberInParagraph => (
                message!(
                    "строка начинается с номера, но продолжает абзац, и списком не станет",
                    "the line begins with a number but goes on with the paragraph, and it will be no list"
                ),
                message!(
                    "Если это пункт списка, оставьте перед списком пустую строку. Если нет, напишите точку после номера как {}",
                    "If it is an item of a list, put an empty line before the list. If not, write the stop after the number as {}",
                    places.escaped(".")
                ),
            ),
            Fault::TextAfterList => (
                message!(
                    "строка сразу за списком станет продолжением его последнего пункта",
                    "the line right after the list would go on with its last item"
                ),
                message!(
                    "Если это новый абзац, оставьте перед ним пустую строку. Если это текст пункта, начните строку с двух пробелов.",
                    "If it is a new paragraph, put an empty line before it. If it is the text of the item, begin the line with two spaces."
                ),
            ),
            Fault::Other => (
                message!("такой разметки здесь не бывает", "there are no such marks here"),
                message!(
                    "Оставьте абзацы, списки, ссылки и **жирное**.",
                    "Keep paragraphs, lists, links and **bold**."
                ),
            ),
        }
    }
}
