//! `guide graph`: the flowchart for other programs, or as a picture.

use std::path::Path;

use guide_content::message;
use guide_content::message::Message;
use guide_core::render_context::RenderContext;
use guide_graph::{Flowchart, MAX_CELLS, count_cells, dot, layout, mermaid, svg, wide};

use crate::args::Format;
use crate::content;
use crate::failure::Failure;

/// Prints the flowchart of a content file's guide. The error is for people.
pub fn graph(path: &Path, format: Format) -> Result<(), Failure> {
    let guide = content::open(path)?.guide;
    let context = RenderContext::new(&guide).ok_or_else(no_first_step)?;
    let flowchart = Flowchart::of(&guide, |text| context.text(text)).ok_or_else(no_first_step)?;
    match format {
        Format::Dot => print!("{}", dot::dot(&flowchart)),
        Format::Mermaid => print!("{}", mermaid::mermaid(&flowchart)),
        Format::Svg => {
            let cells = count_cells(&flowchart);
            if cells > MAX_CELLS {
                return Err(too_large(cells).into());
            }
            let to_step = guide.site.url.as_ref().map(|url| format!("{url}#"));
            let drawing = wide::wide(&layout(&flowchart));
            let palette = guide_site::palette(&guide_site::Assets::included()).map_err(|why| why.message())?;
            print!("{}", svg::file(&flowchart, &drawing, &palette, &context.title(), to_step.as_deref()));
        }
    }
    Ok(())
}

fn no_first_step() -> Message {
    message!("в содержании нет первого шага", "the content has no first step")
}

fn too_large(cells: usize) -> Message {
    message!(
        "схема слишком велика для одного рисунка: её шаги и линии, которые идут мимо них, занимают {cells} мест, а рисунок вмещает не \
         больше {MAX_CELLS}. Соберите сайт: на странице map/ эта схема разделена на части. Или выберите --format dot и нарисуйте её \
         программой Graphviz",
        "the flowchart is too large for one picture: its steps and the lines that pass them take {cells} places, and a picture holds at \
         most {MAX_CELLS}. Build the site: the page map/ has this flowchart in parts. Or choose --format dot and draw it with the program \
         Graphviz"
    )
}
