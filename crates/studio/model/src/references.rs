//! Who refers to a step, a contact or a rung: they have to be told before it goes.

use crate::{Key, Node, Place};

/// What an id of the guide's file names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Named {
    /// A `[[step]]`.
    Step,
    /// A `[[contact]]`.
    Contact,
    /// A `[[rung]]`.
    Rung,
}

/// The places of the guide's file that refer to this id, in the order of its forms.
pub fn references(guide: &Node, named: Named, id: &str) -> Vec<Place> {
    let mut places = Vec::new();
    if named == Named::Step {
        for keys in [&["start"][..], &["fallback"], &["notice", "next"]] {
            let place = Place::guide(keys.iter().map(|key| Key::from(*key)));
            places.extend(guide.at(&place.keys).filter(|value| value.text() == Some(id)).map(|_| place.clone()));
        }
    }
    for (index, step) in guide.get("step").map(Node::items).unwrap_or_default().iter().enumerate() {
        let at = Place::guide(["step".into(), index.into()]);
        let is = |key: &str| step.get(key).and_then(Node::text) == Some(id);
        match named {
            Named::Step => {
                let options = step.get("option").map(Node::items).unwrap_or_default().iter().enumerate();
                let to_it = options.filter(|(_, option)| option.get("next").and_then(Node::text) == Some(id));
                places.extend(to_it.map(|(index, _)| at.name("option").index(index).name("next")));
            }
            Named::Contact => {
                let items = step.get("contact").map(Node::items).unwrap_or_default();
                if is("contact") || items.iter().any(|item| item.text() == Some(id)) {
                    places.push(at.name("contact"));
                }
            }
            Named::Rung if is("rung") => places.push(at.name("rung")),
            Named::Rung => {}
        }
    }
    if named == Named::Contact {
        mentions(guide, &mut Vec::new(), &[format!("{{{id}.phone}}"), format!("{{{id}.hours}}")], &mut places);
    }
    places
}

/// The places of texts that contain any of these.
fn mentions(node: &Node, way: &mut Vec<Key>, wanted: &[String], places: &mut Vec<Place>) {
    let mut visit = |key: Key, value: &Node| {
        way.push(key);
        mentions(value, way, wanted, places);
        way.pop();
    };
    match node {
        Node::Text(text) if wanted.iter().any(|wanted| text.contains(wanted)) => {
            places.push(Place::guide(way.iter().cloned()));
        }
        Node::List(items) => items.iter().enumerate().for_each(|(index, item)| visit(index.into(), item)),
        Node::Table(entries) => entries.iter().for_each(|(key, value)| visit(Key::Name(key.clone()), value)),
        _ => {}
    }
}
