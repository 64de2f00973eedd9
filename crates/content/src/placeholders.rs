//! The advice about placeholders that a text may not hold.

use crate::message;
use crate::message::Message;

/// A sentence that says which placeholders a text may hold.
pub fn allowed_placeholders(names: &[&str]) -> Message {
    if names.is_empty() {
        return message!("Уберите её: в этом тексте вставок не бывает.", "Remove it: this text has no placeholders.");
    }
    let list: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    message!("Здесь бывают вставки: {}.", "The placeholders here are: {}.", list.join(", "))
}
