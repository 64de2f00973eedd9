//! The advice about placeholders that a text may not hold.

/// A Russian sentence that says which placeholders a text may hold.
pub fn allowed_placeholders(names: &[&str]) -> String {
    if names.is_empty() {
        return "Уберите её: в этом тексте вставок не бывает.".into();
    }
    let list: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    format!("Здесь бывают вставки: {}.", list.join(", "))
}
