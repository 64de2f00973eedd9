//! `guide new`: a folder with a guide to start from.

use std::io::ErrorKind;
use std::path::Path;

use guide_content::message::Message;
use guide_content::templates::TEMPLATES;

use crate::failure::Failure;

/// The content file of a new guide.
const FILE: &str = "guide.toml";

/// Creates a folder with the content file of a guide in this language, and says what to do next. `empty` takes the least that builds
/// instead of the commented template.
pub fn new_guide(folder: &Path, lang: &str, empty: bool) -> Result<(), Failure> {
    let name = folder.display();
    let Some(template) = TEMPLATES.iter().find(|template| template.lang == lang) else {
        let known: Vec<&str> = TEMPLATES.iter().map(|template| template.lang).collect();
        return Err(Failure::Misused(Message::same(format!(
            "заготовки на языке «{lang}» нет; есть: {}. Возьмите одну из них и замените в ней lang и тексты.",
            known.join(", ")
        ))));
    };
    let failed = |why: std::io::Error| Failure::Failed(Message::same(format!("папка {name} не создаётся ({why})")));
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    // Fails where anything of that name is there, so nothing is ever overwritten.
    std::fs::create_dir(folder).map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => Failure::Misused(Message::same(format!(
            "{name} уже есть, ничего не меняю. Назовите папку, которой ещё нет."
        ))),
        _ => failed(why),
    })?;
    let file = folder.join(FILE);
    std::fs::write(&file, if empty { template.empty } else { template.commented })
        .map_err(|why| Failure::Failed(Message::same(format!("файл {} не записывается ({why})", file.display()))))?;
    let file = file.to_string_lossy();
    println!("Новый справочник: {file}");
    // As it has to be typed.
    let typed = if file.contains(char::is_whitespace) { format!("\"{file}\"") } else { file.into_owned() };
    println!("Показать в браузере и пересобирать при каждой правке: guide serve --content {typed}");
    println!("Проверить: guide check --content {typed}");
    Ok(())
}
