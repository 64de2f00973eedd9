//! `guide build`: the whole site, made beside its place and moved there when it is whole.

use std::path::Path;

use navigator_guide::guide::find::train::train;
use navigator_guide::guide::model::Text;
use sha2::Digest;

use crate::press::{self, Pressed};
use crate::{content, pages, project, wasm};

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
    eprintln!("Собираю программу для браузера…");
    let program = wasm::compile()?;
    let wasm_name = hashed("guide", "wasm", &program.wasm);
    let script = program.script(&wasm_name).into_bytes();
    let script_name = hashed("guide", "js", &script);
    let knowledge = guide.phrases.as_ref().map(|phrases| {
        eprintln!("Учу поиск…");
        let bytes = train(phrases);
        (format!("assets/{}", hashed("find", "bin", &bytes)), bytes)
    });
    let islands = pages::Islands {
        script: format!("assets/{script_name}"),
        wasm: format!("assets/{wasm_name}"),
        knowledge: knowledge.as_ref().map(|(name, _)| name.clone()),
    };

    eprintln!("Пишу страницы…");
    let mut files: Vec<(String, Vec<u8>)> =
        pages::pages(&guide, &islands)?.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    for name in project::files_below("public")? {
        let path = project::root().join("public").join(&name);
        files.push((name, std::fs::read(&path).map_err(|why| project::unreadable(&path, &why))?));
    }
    files.push((islands.script, script));
    files.push((islands.wasm, program.wasm));
    files.extend(knowledge);

    eprintln!("Сжимаю…");
    let pressed: std::io::Result<Vec<Pressed>> = files.into_iter().map(|(name, raw)| press::press(name, raw)).collect();
    let pressed = pressed.map_err(|why| format!("сжать не удалось: {why}"))?;
    put(&pressed, out).map_err(|why| format!("сайт не записан в {}: {why}", out.display()))?;
    print!("{}", press::table(&pressed));
    eprintln!("Готово: {}", out.display());
    Ok(())
}

/// A name that changes with the bytes, so that it may be cached for ever.
fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let digest = sha2::Sha256::digest(bytes);
    let hash: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{hash}.{ending}")
}

/// Writes the files into a new folder beside `out`, then lets it take that place. Whatever fails, `out` is whole: the
/// old site or the new one.
fn put(files: &[Pressed], out: &Path) -> std::io::Result<()> {
    let beside = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(beside)?;
    let room = tempfile::Builder::new().prefix(".guide-").tempdir_in(beside)?;
    let (new, old) = (room.path().join("new"), room.path().join("old"));
    for file in files {
        let path = new.join(&file.name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, &file.raw)?;
        for (ending, bytes) in [("gz", &file.gzip), ("br", &file.brotli)] {
            if let Some(bytes) = bytes {
                std::fs::write(new.join(format!("{}.{ending}", file.name)), bytes)?;
            }
        }
    }
    if out.exists() {
        std::fs::rename(out, &old)?;
    }
    std::fs::rename(&new, out).inspect_err(|_| {
        // Put the old site back; if that fails too, the first error says more.
        _ = std::fs::rename(&old, out);
    })
}
