//! `guide graph`: the flowchart for other programs, or as a picture.

use std::path::Path;

use navigator_guide::guide::graph::{Graph, dot, embed, mermaid, svg, wide};
use navigator_guide::view::setting::Setting;

use crate::cli::Format;
use crate::content;

/// Prints the flowchart.
pub fn graph(path: &Path, format: Format) -> Result<(), String> {
    let guide = content::load(path)?;
    let setting = Setting::new(&guide).ok_or("в содержании нет первого шага")?;
    let graph = Graph::of(&guide, |text| setting.text(text)).ok_or("в содержании нет первого шага")?;
    match format {
        Format::Dot => print!("{}", dot::dot(&graph)),
        Format::Mermaid => print!("{}", mermaid::mermaid(&graph)),
        Format::Svg => {
            let to_step = guide.site.url.as_ref().map(|url| format!("{url}#"));
            print!("{}", svg::file(&graph, &wide::wide(&embed(&graph)), &setting.title(), to_step.as_deref()));
        }
    }
    Ok(())
}
