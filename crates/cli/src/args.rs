//! The tool's arguments. Their doc comments are its help in Russian; `help_in_english.rs` has the English one.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use guide_content::addresses::AddressFault;
use guide_content::message;
use guide_content::message::MessageLanguage;

use crate::language::said;

/// How the help of each command is laid out.
const HELP: &str = "{about}\n\nКак вызвать: {usage}\n\n{all-args}{after-help}\n";
const AFTER: &str = "Коды завершения: 0 — всё в порядке, 1 — ошибка в содержании или сборке, 2 — ошибка в команде.";

/// «Навигатор: что делать, если…» — собирает и проверяет справочник для родителей
#[derive(Parser)]
#[command(
    name = "guide",
    version,
    help_template = HELP,
    after_help = AFTER,
    subcommand_help_heading = "Команды",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Arguments {
    /// Файл или папка с содержанием; без ключа — content/ivanovo.toml или guide.toml там, где вызвана программа
    #[arg(long, global = true, value_name = "ФАЙЛ")]
    pub content: Option<PathBuf>,
    /// Язык сообщений и заготовки: ru или en; без ключа — по LANG
    #[arg(long, global = true, value_name = "ЯЗЫК", value_parser = language)]
    pub lang: Option<MessageLanguage>,
    /// Показать эту справку
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Показать версию
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Начать новый справочник: создать папку с заготовкой
    #[command(help_template = HELP)]
    New {
        /// Папка, которой ещё нет
        #[arg(value_name = "ПАПКА")]
        folder: PathBuf,
        /// Без пояснений и примеров: только то, без чего справочник не соберётся
        #[arg(long, conflicts_with = "from")]
        empty: bool,
        /// Справочник другого места, файл .toml или архив сайта .zip: шаги останутся, а его сведения будут отмечены «заменить»
        #[arg(long, value_name = "ФАЙЛ")]
        from: Option<PathBuf>,
    },
    /// Собрать сайт
    #[command(help_template = HELP)]
    Build {
        /// Куда положить готовый сайт; без ключа — dist
        #[arg(long, value_name = "ПАПКА")]
        out: Option<PathBuf>,
        /// Сложить сайт в архив, такой же, какой сохраняет редактор; папки тогда не будет, если её не назвать
        #[arg(long, value_name = "ФАЙЛ")]
        zip: Option<PathBuf>,
        /// Адрес, по которому сайт будет открываться
        #[arg(long, value_name = "АДРЕС", value_parser = site_address)]
        url: Option<String>,
    },
    /// Собрать, показать в браузере и пересобирать при каждой правке
    #[command(help_template = HELP)]
    Serve {
        /// Порт
        #[arg(long, value_name = "ЧИСЛО", default_value_t = 8080, value_parser = port)]
        port: u16,
        /// Открыть и другим устройствам этой сети, например телефону
        #[arg(long)]
        open_to_network: bool,
        /// Папка с исходниками этой программы: пересобирать и при их правке (для разработчиков)
        #[arg(long, value_name = "ПАПКА")]
        sources: Option<PathBuf>,
    },
    /// Проверить содержание
    #[command(help_template = HELP)]
    Check,
    /// Перевести файлы содержания прежнего вида в нынешний или сайт прежней версии — в эту
    #[command(help_template = HELP)]
    Upgrade {
        /// Архив сайта, собранного прежней версией: рядом появится архив этой версии с тем же содержанием
        #[arg(value_name = "АРХИВ")]
        site: Option<PathBuf>,
        /// Куда записать новый архив
        #[arg(long, value_name = "ФАЙЛ", requires = "site")]
        out: Option<PathBuf>,
        /// Только сказать, что изменится, и ничего не записать
        #[arg(long)]
        dry_run: bool,
    },
    /// Проверить опубликованный сайт: файлы, типы, заголовки, кэш, ответ 404
    #[command(help_template = HELP)]
    Verify {
        /// Адрес сайта (https://…) или папка с готовым сайтом
        #[arg(value_name = "АДРЕС|ПАПКА")]
        target: String,
        /// Сколько секунд ждать каждого ответа
        #[arg(long, value_name = "СЕКУНДЫ", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
        timeout: u64,
    },
    /// Спросить, открыт ли контакт сейчас или в названный момент
    #[command(help_template = HELP)]
    Status {
        /// Контакт: id из [[contact]]; без ключа — первый, у которого есть часы
        #[arg(long, value_name = "ID")]
        contact: Option<String>,
        /// Момент с часовым поясом: 2026-11-24T12:59:59+03:00
        #[arg(long, value_name = "МОМЕНТ", conflicts_with = "stdin")]
        at: Option<String>,
        /// Читать моменты со стандартного ввода, по одному в строке
        #[arg(long)]
        stdin: bool,
        /// Не учитывать разовые выходные (ключ closed)
        #[arg(long)]
        without_exceptions: bool,
    },
    /// Найти ситуацию по словам родителя
    #[command(help_template = HELP)]
    Find {
        /// Слова родителя
        #[arg(value_name = "СЛОВА", conflicts_with = "stdin", required_unless_present = "stdin")]
        query: Option<String>,
        /// Читать фразы со стандартного ввода, по одной в строке
        #[arg(long)]
        stdin: bool,
        /// Показать, какие слова и их части за какой шаг говорят
        #[arg(long, conflicts_with = "stdin")]
        explain: bool,
    },
    /// Перечислить пути по схеме; если их больше 10 000 — сказать сколько и показать первые
    #[command(help_template = HELP)]
    Paths {
        /// Показать все, сколько бы их ни было
        #[arg(long)]
        all: bool,
    },
    /// Нарисовать схему
    #[command(help_template = HELP)]
    Graph {
        /// В каком виде: svg — рисунок, dot — для Graphviz, mermaid — для вики
        #[arg(long, value_name = "ВИД", value_enum, default_value = "mermaid", hide_possible_values = true)]
        format: Format,
    },
}

/// What `guide graph` prints.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Format {
    Svg,
    Dot,
    Mermaid,
}

/// A language by its code.
fn language(code: &str) -> Result<MessageLanguage, String> {
    let unknown = || {
        message!(
            "языка «{code}» программа не знает; есть: ru, en. Заготовку на другом языке начните с одной из этих.",
            "the program does not know the language “{code}”; there are: ru, en. Begin a template in another language with one of these."
        )
    };
    MessageLanguage::of_code(code).ok_or_else(|| said(&unknown()).to_owned())
}

/// A port by its number.
fn port(text: &str) -> Result<u16, String> {
    let bad = message!(
        "«{text}» — не порт; напишите число от 0 до 65535",
        "“{text}” is no port; write a number from 0 to 65535"
    );
    text.parse().map_err(|_| said(&bad).to_owned())
}

/// The address of a site, by the same rule as the content's `url`.
fn site_address(text: &str) -> Result<String, String> {
    let why = match guide_content::addresses::site_address(text) {
        Ok(url) => return Ok(url.into()),
        Err(AddressFault::NotAFolder) => message!(
            "адрес сайта должен кончаться косой чертой: https://example.ru/navigator/",
            "the address of a site must end in a slash: https://example.ru/navigator/"
        ),
        Err(AddressFault::NotAnAddress) if text.starts_with("http://") => message!(
            "адрес сайта должен начинаться с https://, иначе страницы школ его не покажут: https://example.ru/navigator/",
            "the address of a site must begin with https://, or else the pages of schools won't show it: https://example.ru/navigator/"
        ),
        Err(AddressFault::NotAnAddress) => message!(
            "это не адрес; напишите его целиком: https://example.ru/navigator/",
            "this is no address; write all of it: https://example.ru/navigator/"
        ),
    };
    Err(said(&why).to_owned())
}
