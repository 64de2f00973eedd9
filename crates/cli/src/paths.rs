//! `guide paths`: every way through the flow.

use std::path::Path;

use crate::content;

/// Prints each way on a line: `start -teen-14-> teen-14 -yes-> …`.
pub fn paths(path: &Path) -> Result<(), String> {
    let flow = content::open(path)?.guide.flow().ok_or("нет первого шага")?;
    for path in flow.paths() {
        let answers: Vec<String> = path
            .answers
            .iter()
            .map(|answer| format!("{} -{}-> ", flow.id(answer.step), flow.option_id(*answer)))
            .collect();
        println!("{}{}", answers.concat(), flow.id(path.at));
    }
    Ok(())
}
