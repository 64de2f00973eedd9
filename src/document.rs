//! What the document says of the flow: its sections are the steps, the links in them the answers.

use guide_core::data_attributes;
use guide_core::flow::{Answer, Flow, Trail};
use guide_core::strings::Strings;
use guide_views::step_links::StepLink;
use web_sys::{Document, Element};

/// The flow, and the link of each answer.
pub struct DocumentFlow {
    pub flow: Flow,
    /// Per step, per option.
    links: Vec<Vec<Element>>,
}

impl DocumentFlow {
    /// `None` where the document has no steps or does not name the first.
    pub fn read(page: &Document) -> Option<DocumentFlow> {
        let main = page.query_selector(&selector(data_attributes::START)).ok()??;
        let start = main.get_attribute(data_attributes::START)?;
        let mut steps: Vec<(String, Vec<(String, String)>)> = Vec::new();
        let mut links: Vec<Vec<Element>> = Vec::new();
        // In the order of the document: each step, then its answers.
        let step_or_answer = [".", data_attributes::STEP_CLASS, ",", &selector(data_attributes::CHOICE)].concat();
        for element in all(&main, &step_or_answer) {
            let Some(option) = element.get_attribute(data_attributes::CHOICE) else {
                steps.push((element.id(), Vec::new()));
                links.push(Vec::new());
                continue;
            };
            let next = element.get_attribute("href").unwrap_or_default();
            // A link that leads to no step of this document is no answer.
            let Some(next) = next.strip_prefix('#').filter(|next| page.get_element_by_id(next).is_some()) else {
                continue;
            };
            if let (Some(step), Some(links)) = (steps.last_mut(), links.last_mut()) {
                step.1.push((option, next.to_owned()));
                links.push(element);
            }
        }
        Some(DocumentFlow { flow: Flow::new(&steps, &start)?, links })
    }

    /// The trail's answers as it shows them: each a link back to its question.
    pub fn step_links(&self, trail: &Trail) -> Vec<StepLink> {
        trail.answers.iter().map(|answer| self.step_link(*answer)).collect()
    }

    fn step_link(&self, answer: Answer) -> StepLink {
        let link = self.links.get(answer.step).and_then(|links| links.get(answer.option));
        let label = link.and_then(|link| link.get_attribute(data_attributes::SHORT).or_else(|| link.text_content()));
        let href = ["#", self.flow.id(answer.step)].concat();
        StepLink { href, label: label.unwrap_or_default(), change: String::new() }
    }
}

/// The words of all islands of a name; `None` where the document has none for it.
pub fn strings(page: &Document, island: &str) -> Option<Strings> {
    lines(page, data_attributes::WORDS_OF, island)
}

/// The lines of the template whose attribute has this value.
pub fn lines(page: &Document, attribute: &str, value: &str) -> Option<Strings> {
    let template = page.query_selector(&selector_of(attribute, value)).ok()??;
    Some(Strings::read(&template.get_attribute(data_attributes::STRINGS)?))
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

/// A selector for an attribute's value.
fn selector_of(attribute: &str, value: &str) -> String {
    ["[", attribute, "='", value, "']"].concat()
}

/// A selector for an island.
pub fn island(name: &str) -> String {
    selector_of(data_attributes::ISLAND, name)
}

/// The elements below `root` that match, in order.
pub fn all(root: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    use wasm_bindgen::JsCast;
    let list = root.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, |list| list.length());
    (0..length).filter_map(move |at| list.as_ref()?.get(at)?.dyn_into().ok())
}
