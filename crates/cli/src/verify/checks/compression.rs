//! Whether files come compressed.

use guide_content::message;
use guide_core::pages::Page;

use crate::verify::report::{Report, names};
use crate::verify::visit::{Fetched, Visit};

/// Checks the first page and the programs, the largest that anybody waits for.
pub fn check(visit: &Visit, report: &mut Report) {
    let is_large = |path: &&String| path.as_str() == Page::Guide.file() || path.ends_with(".wasm");
    let files = visit.files.iter().filter(|(path, _)| is_large(path));
    let found = files.filter_map(|(path, file)| Some((path.as_str(), Fetched::found(file)?)));
    let uncompressed: Vec<&str> =
        found.filter(|(_, answer)| answer.encoding().is_none()).map(|(path, _)| path).collect();
    if uncompressed.is_empty() {
        report.good(message!("файлы приходят сжатыми", "files come compressed"));
        return;
    }
    report.better(
        message!(
            names = names(&uncompressed);
            "файлы приходят несжатыми, в несколько раз тяжелее: {names}",
            "files come uncompressed, several times as heavy: {names}"
        ),
        message!(
            "включите сжатие gzip в панели хостинга или подключите настройки сайта (ниже).",
            "switch on compression by gzip in the host's panel, or use the site's settings (below)."
        ),
    );
}
