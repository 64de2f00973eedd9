//! The outline of the steps, and who refers to whom.

use guide_studio_model::{Named, Node, outline, references};
use serde_json::Value;

/// The node that JSON says.
fn node(value: &Value) -> Node {
    match value {
        Value::String(text) => Node::Text(text.clone()),
        Value::Array(items) => Node::List(items.iter().map(node).collect()),
        Value::Object(entries) => Node::Table(entries.iter().map(|(key, value)| (key.clone(), node(value))).collect()),
        other => Node::Other(other.to_string()),
    }
}

fn guide(json: &str) -> Node {
    node(&serde_json::from_str(json).expect("JSON"))
}

/// A line of the outline as `depth answer→step`, `=` for a reference, `?` for a step that nobody reaches.
fn lines(guide: &Node) -> Vec<String> {
    let line = |row: guide_studio_model::OutlineRow| {
        let sign = if row.is_reference { "=" } else { "" };
        let lost = if row.is_unreachable { "?" } else { "" };
        let step = row.step.map_or("nowhere".to_owned(), |step| step.to_string());
        format!("{} {}→{step}{sign}{lost}", row.depth, row.answer)
    };
    outline(guide).into_iter().map(line).collect()
}

#[test]
fn each_step_stands_once_with_what_it_leads_to() {
    let guide = guide(
        r#"{ "start": "a", "step": [
            { "id": "lost-end" },
            { "id": "a", "option": [{ "label": "да", "next": "b" }, { "label": "нет", "next": "c" }, { "label": "куда", "next": "x" }] },
            { "id": "b", "option": [{ "label": "дальше", "next": "c" }] },
            { "id": "c" },
            { "id": "lost", "option": [{ "label": "туда", "next": "lost-end" }, { "label": "сюда", "next": "c" }] },
            { "id": "circle", "option": [{ "label": "кругом", "next": "round" }] },
            { "id": "round", "option": [{ "label": "опять", "next": "circle" }] }
        ] }"#,
    );
    let wanted = [
        "0 →1",
        "1 да→2",
        "2 дальше→3",
        "1 нет→3=",
        "1 куда→nowhere",
        "0 →4?",
        "1 туда→0?",
        "1 сюда→3=?",
        "0 →5?",
        "1 кругом→6?",
        "2 опять→5=?",
    ];
    assert_eq!(lines(&guide), wanted);
    assert!(lines(&self::guide("{}")).is_empty());
}

#[test]
fn a_chain_deeper_than_the_stack_is_no_trouble() {
    let step =
        |index: usize| format!(r#"{{ "id": "s{index}", "option": [{{ "label": "", "next": "s{}" }}] }}"#, index + 1);
    let steps: Vec<String> = (0..20_000).map(step).collect();
    let guide = guide(&format!(r#"{{ "start": "s0", "step": [{}] }}"#, steps.join(",")));
    let rows = outline(&guide);
    assert_eq!(rows.len(), 20_001);
    assert_eq!(rows.last().map(|row| (row.depth, row.step)), Some((20_000, None)));
}

#[test]
fn whoever_refers_to_an_id_is_found() {
    let guide = guide(
        r#"{ "start": "a", "fallback": "b", "notice": { "next": "a" }, "step": [
            { "id": "a", "contact": "line", "rung": "self", "option": [{ "next": "b" }, { "next": "a" }] },
            { "id": "b", "contact": ["office", "line"], "do": "Звоните: {line.phone}." }
        ], "rule": [{ "text": "{line.hours} и {office.phone}" }] }"#,
    );
    let found =
        |named, id: &str| references(&guide, named, id).iter().map(|place| place.to_string()).collect::<Vec<_>>();
    assert_eq!(found(Named::Step, "a"), ["guide-start", "guide-notice-next", "guide-step-0-option-1-next"]);
    assert_eq!(found(Named::Step, "b"), ["guide-fallback", "guide-step-0-option-0-next"]);
    assert_eq!(
        found(Named::Contact, "line"),
        ["guide-step-0-contact", "guide-step-1-contact", "guide-rule-0-text", "guide-step-1-do"]
    );
    assert_eq!(found(Named::Contact, "office"), ["guide-step-1-contact", "guide-rule-0-text"]);
    assert_eq!(found(Named::Rung, "self"), ["guide-step-0-rung"]);
    assert!(found(Named::Rung, "b").is_empty());
}
