//! Which placeholders a text may hold.

/// The same as advice to staff.
pub fn allowed(names: &[&str]) -> String {
    if names.is_empty() {
        return "Уберите её: в этом тексте вставок не бывает.".into();
    }
    let list: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    format!("Здесь бывают вставки: {}.", list.join(", "))
}
