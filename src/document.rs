//! What the document says of the flow: its sections are the steps, the links in them the answers.

use guide_core::data_attributes;
use guide_core::flow::{Answer, Flow};
use guide_views::step_links::StepLink;
use web_sys::{Document, Element};

/// The flow, and what the trail calls each answer.
pub struct DocumentFlow {
    pub flow: Flow,
    /// Per step, per option.
    labels: Vec<Vec<String>>,
}

impl DocumentFlow {
    /// `None` where the document has no steps or does not name the first.
    pub fn read(page: &Document) -> Option<DocumentFlow> {
        let main = page.query_selector(&selector(data_attributes::START)).ok()??;
        let start = main.get_attribute(data_attributes::START)?;
        let mut steps = Vec::new();
        let mut labels = Vec::new();
        for section in all(&main, &[".", data_attributes::STEP_CLASS].concat()) {
            let mut options = Vec::new();
            let mut names = Vec::new();
            for link in all(&section, &selector(data_attributes::CHOICE)) {
                let next = link.get_attribute("href").unwrap_or_default();
                // A link that leads to no step of this document is no answer.
                let Some(next) = next.strip_prefix('#').filter(|next| page.get_element_by_id(next).is_some()) else {
                    continue;
                };
                options.push((link.get_attribute(data_attributes::CHOICE).unwrap_or_default(), next.to_owned()));
                names.push(
                    link.get_attribute(data_attributes::SHORT).or_else(|| link.text_content()).unwrap_or_default(),
                );
            }
            steps.push((section.id(), options));
            labels.push(names);
        }
        Some(DocumentFlow { flow: Flow::new(&steps, &start)?, labels })
    }

    /// An answer as the trail shows it: a link back to its question.
    pub fn step_link(&self, answer: Answer) -> StepLink {
        let label = self.labels.get(answer.step).and_then(|labels| labels.get(answer.option));
        let href = ["#", self.flow.id(answer.step)].concat();
        StepLink { href, label: label.cloned().unwrap_or_default(), change: String::new() }
    }
}

/// What a step is called wherever the page names it. A situation, to which one answer of the first step leads, is called by that answer:
/// its heading may be the next question. Any other step is called by its heading. `None` where the document has no such step.
pub fn step_name(page: &Document, id: &str) -> Option<String> {
    let heading = page.get_element_by_id(id)?.query_selector("h1").ok()??;
    let first = page.query_selector(&[".", data_attributes::FIRST_CLASS].concat()).ok()??;
    let mut answers = all(&first, &[&selector(data_attributes::CHOICE), "[href='#", id, "']"].concat());
    match (answers.next(), answers.next()) {
        (Some(answer), None) => answer.text_content(),
        _ => heading.text_content(),
    }
}

/// A selector for an attribute's presence.
pub fn selector(attribute: &str) -> String {
    ["[", attribute, "]"].concat()
}

/// A selector for an island.
pub fn island(name: &str) -> String {
    ["[", data_attributes::ISLAND, "=", name, "]"].concat()
}

/// The elements below `root` that match, in order.
pub fn all(root: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    use wasm_bindgen::JsCast;
    let list = root.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, |list| list.length());
    (0..length).filter_map(move |at| list.as_ref()?.get(at)?.dyn_into().ok())
}
