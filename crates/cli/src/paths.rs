//! `guide paths`: every path through the flow.

use std::path::Path;

use crate::content;

/// Prints each path on a line: `start -teen-14-> teen-14 -yes-> …`. The error is for people.
pub fn paths(content: &Path) -> Result<(), String> {
    let flow = content::open(content)?.guide.flow().ok_or("нет первого шага")?;
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
