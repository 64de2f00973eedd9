//! The rules of the trail, as examples and as properties over random flows.

use guide_core::flow::{Flow, Trail};
use proptest::prelude::*;

/// A flow from `step: option>next option>next; …`, beginning at the first step.
fn flow(text: &str) -> Flow {
    let steps: Vec<_> = text
        .split("; ")
        .map(|step| {
            let (id, options) = step.split_once(':').unwrap_or((step, ""));
            let edge = |edge: &str| {
                let (option, next) = edge.split_once('>').expect("option>next");
                (option.to_owned(), next.to_owned())
            };
            (id.to_owned(), options.split_whitespace().map(edge).collect())
        })
        .collect();
    Flow::new(&steps, &steps[0].0).expect("a flow with a start")
}

const SMALL: &str = "start: a>ask b>advice none>other; ask: yes>advice2 no>other; advice: help>line; advice2: help>line; other: help>line; line";

/// Enters the steps one after another and expects the trail written and the place.
#[track_caller]
fn check(entered: &str, trail: &str, at: &str) {
    let flow = flow(SMALL);
    let end = entered.split_whitespace().fold(flow.begin(), |trail, id| flow.enter(&trail, id, None));
    assert_eq!((flow.write(&end).as_str(), flow.id(end.at)), (trail, at), "{entered}");
}

#[test]
fn answers_lengthen_the_trail() {
    check("", "", "start");
    check("ask", "start:a", "ask");
    check("ask other line", "start:a ask:no other:help", "line");
    check("other line", "start:none other:help", "line");
}

#[test]
fn of_two_answers_that_lead_to_one_step_the_trail_keeps_the_one_taken() {
    let flow = flow("start: a>ask b>ask; ask: yes>line no>line; line");
    let enter = |answer| flow.write(&flow.enter(&flow.begin(), "ask", answer));
    assert_eq!(enter(Some("b")), "start:b");
    assert_eq!(enter(Some("a")), "start:a");
    // Where it is not known, or is none of these, it is the first.
    for answer in [None, Some(""), Some("yes"), Some("zzz")] {
        assert_eq!(enter(answer), "start:a", "{answer:?}");
    }
    let asked = flow.enter(&flow.begin(), "ask", Some("b"));
    let end = flow.enter(&asked, "line", Some("no"));
    assert_eq!(flow.write(&end), "start:b ask:no");
    assert_eq!(flow.write(&flow.read("start:b ask:no", "line")), "start:b ask:no");
    // An answer that leads elsewhere is not the one taken.
    let other = self::flow("start: a>ask b>line; ask: yes>line; line");
    assert_eq!(other.write(&other.enter(&other.begin(), "ask", Some("b"))), "start:a");
}

#[test]
fn going_back_shortens_the_trail() {
    check("ask other line other", "start:a ask:no", "other");
    check("ask other line start", "", "start");
    check("ask other ask advice2", "start:a ask:yes", "advice2");
}

#[test]
fn a_jump_has_the_only_path_or_no_answers() {
    check("advice2", "start:a ask:yes", "advice2");
    check("advice ask", "start:a", "ask");
    // Several paths lead there, so there are no answers, nor after it.
    check("advice2 other", "", "other");
    check("line", "", "line");
    check("line advice", "start:b", "advice");
    check("advice2 other line", "", "line");
}

#[test]
fn an_unknown_step_is_the_start() {
    check("ask nowhere", "", "start");
    check("nowhere", "", "start");
}

#[track_caller]
fn reads(text: &str, id: &str, expected: &str) {
    let flow = flow(SMALL);
    let trail = flow.read(text, id);
    assert_eq!(flow.write(&trail), expected, "{text} at {id}");
    assert_eq!(flow.id(trail.at), if flow.step(id).is_some() { id } else { "start" });
}

#[test]
fn reading_a_trail_drops_unknown_steps_and_options() {
    reads("start:a ask:no other:help", "line", "start:a ask:no other:help");
    // The order of the text does not count, the flow's does.
    reads("ask:no other:help start:a", "line", "start:a ask:no other:help");
    reads("start:a gone:yes ask:no", "other", "start:a ask:no");
    // Answers after the current step are dropped.
    reads("start:a ask:no other:help", "ask", "start:a");
    // Answers that do not lead to the step are replaced by the implied trail.
    reads("start:b advice:help", "advice2", "start:a ask:yes");
    reads("start:zzz", "line", "");
    reads("\u{1F600}::: :: start:a:b start", "line", "");
    reads("start:a", "nowhere", "");
}

#[test]
fn paths_are_all_routes_to_an_end() {
    let flow = flow(SMALL);
    let paths: Vec<String> = flow.paths().iter().map(|path| flow.write(path)).collect();
    assert_eq!(
        paths,
        ["start:a ask:yes advice2:help", "start:a ask:no other:help", "start:b advice:help", "start:none other:help",]
    );
}

#[test]
fn a_flow_needs_its_start_and_drops_options_to_unknown_steps() {
    assert!(Flow::new(&[("a".into(), vec![])], "b").is_none());
    let flow = flow("start: a>gone b>end; end; end: x>start");
    assert_eq!(flow.len(), 2, "the second step of an id is left out");
    assert_eq!(flow.paths().len(), 1);
}

/// A random flow without circles: step `s<n>` has options to later steps; no two options of a step lead alike.
fn flows() -> impl Strategy<Value = Flow> {
    let options = proptest::collection::vec(proptest::collection::btree_set(1..6usize, 0..4), 3..12);
    options.prop_map(|steps| {
        let count = steps.len();
        let routes: Vec<_> = steps
            .into_iter()
            .enumerate()
            .map(|(at, ahead)| {
                let nexts = ahead.into_iter().map(|ahead| at + ahead).filter(|next| *next < count);
                (format!("s{at}"), nexts.map(|next| (format!("o{next}"), format!("s{next}"))).collect())
            })
            .collect();
        Flow::new(&routes, "s0").expect("s0 is the start")
    })
}

/// A flow and the trail after random answers and jumps in it.
fn walks() -> impl Strategy<Value = (Flow, Trail)> {
    (flows(), proptest::collection::vec(0..12usize, 0..20)).prop_map(|(flow, jumps)| {
        let end = jumps.into_iter().fold(flow.begin(), |trail, jump| match flow.next_steps(trail.at).nth(jump % 4) {
            Some(next) => flow.enter(&trail, flow.id(next), None),
            None => flow.enter(&trail, &format!("s{jump}"), None),
        });
        (flow, end)
    })
}

fn canonical(flow: &Flow, trail: &Trail) -> bool {
    let follow = |at: Option<usize>, answer: &guide_core::flow::Answer| {
        at.filter(|at| *at == answer.step).and_then(|at| flow.next_steps(at).nth(answer.option))
    };
    trail.answers.is_empty() || trail.answers.iter().fold(Some(flow.begin().at), follow) == Some(trail.at)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_trail_is_a_whole_path_or_empty((flow, trail) in walks()) {
        prop_assert!(canonical(&flow, &trail));
    }

    #[test]
    fn back_undoes_forward((flow, trail) in walks()) {
        for next in flow.next_steps(trail.at) {
            let ahead = flow.enter(&trail, flow.id(next), None);
            let back = flow.enter(&ahead, flow.id(trail.at), None);
            prop_assert_eq!(flow.write(&back), flow.write(&trail));
            prop_assert_eq!(back.at, trail.at);
        }
    }

    #[test]
    fn a_trail_survives_its_text((flow, trail) in walks()) {
        let read = flow.read(&flow.write(&trail), flow.id(trail.at));
        prop_assert!(read == trail);
    }

    #[test]
    fn any_text_reads_as_a_canonical_trail((flow, _) in walks(), text in ".{0,60}", step in 0..12usize) {
        let id = format!("s{step}");
        let trail = flow.read(&text, &id);
        prop_assert!(canonical(&flow, &trail));
        prop_assert_eq!(flow.id(trail.at), if flow.step(&id).is_some() { id.as_str() } else { "s0" });
    }

    #[test]
    fn every_path_ends_where_nothing_follows((flow, _) in walks()) {
        for path in flow.paths() {
            prop_assert!(canonical(&flow, &path));
            prop_assert_eq!(flow.next_steps(path.at).count(), 0);
        }
    }
}
