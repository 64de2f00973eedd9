//! `guide build`: the whole site, made from the content and put into its folder when it is whole.

use std::path::Path;

use navigator_guide::guide::find::Finder;
use navigator_guide::guide::find::phrases::Phrases;
use navigator_guide::guide::find::train::train;
use navigator_guide::guide::model::Text;
use navigator_guide::view::embed::QR_FILE;
use navigator_guide::view::qr;

use crate::output_dir::OutputDir;
use crate::press::{self, Pressed};
use crate::{calendar, carry, content, install, pages, picture, public, style, update_script, wasm};

/// Builds the site of a content file into the folder `out`.
pub fn build(content: &Path, out: &Path, url: Option<&str>) -> Result<(), String> {
    eprintln!("Читаю содержание: {}", content.display());
    let mut guide = content::load(content)?;
    if let Some(url) = url {
        guide.site.url = Some(Text { value: url.to_owned(), at: 0..0 });
    }
    if guide.site.url.is_none() {
        eprintln!(
            "Адрес сайта неизвестен, поэтому QR-кодов памятки не будет. Назовите его: --url https://…/ или url в [site]."
        );
    }
    let knowledge = guide.phrases.as_ref().map(learn).transpose()?;
    eprintln!("Собираю программу для браузера…");
    let program = wasm::compile()?;
    let wasm_name = hashed("guide", "wasm", &program.wasm);
    let integrity = press::integrity(&program.wasm);
    let script = program.script(&wasm_name, &integrity).into_bytes();
    let script_name = hashed("guide", "js", &script);
    let islands = pages::Islands {
        script: format!("assets/{script_name}"),
        knowledge: knowledge.as_ref().map(|(name, bytes)| (name.clone(), press::integrity(bytes))),
    };

    eprintln!("Пишу страницы…");
    let mut files: Vec<public::File> =
        pages::pages(&guide, &islands)?.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    files.extend(public::files(&guide, &style::policy_of_all()?)?);
    if let Some(code) = guide.site.url.as_ref().and_then(|url| qr::file(url)) {
        files.push((format!("embed/{QR_FILE}"), code.into_bytes()));
    }
    files.extend(picture::files(&guide)?);
    files.extend(calendar::file(&guide)?);
    files.extend(update_script::files()?);
    files.push((islands.script, script));
    for (name, bytes) in [(format!("assets/{wasm_name}"), program.wasm)].into_iter().chain(knowledge) {
        files.push(carry::carrier(&name, &bytes));
        files.push((name, bytes));
    }
    let worker = public::worker(&mut files)?;
    files.push(worker);

    eprintln!("Сжимаю…");
    let pressed: std::io::Result<Vec<Pressed>> = files.into_iter().map(|(name, raw)| press::press(name, raw)).collect();
    let pressed = pressed.map_err(|why| format!("сжать не удалось: {why}"))?;
    let files: Vec<install::File> = pressed.iter().flat_map(Pressed::variants).collect();
    // The folder is looked at again: building takes long enough for somebody to use it.
    install::install(&OutputDir::open(out)?, &files, &|from, to| std::fs::rename(from, to))?;
    print!("{}", press::table(&pressed));
    eprintln!("Готово: {}", out.display());
    Ok(())
}

/// What the search learns from the phrases: its file's path and bytes. They are read back as a phone will read them: it would
/// refuse without a word what it can't read.
fn learn(phrases: &Phrases) -> Result<public::File, String> {
    eprintln!("Учу поиск…");
    let bytes = train(phrases);
    match Finder::from_bytes(&bytes) {
        Some(_) => Ok((format!("assets/{}", hashed("find", "bin", &bytes)), bytes)),
        None => Err("поиск ничему не научился: в файле фраз слишком мало слов. Допишите фразы в его разделы.".into()),
    }
}

/// A name that changes with the bytes, so that it may be cached for ever.
fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{ending}", press::version(bytes))
}
