//! The rules of the trail, as examples and as properties over random flows.

use guide_core::flow::{Answer, Flow, Trail};
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
    let paths: Vec<String> = flow.paths().map(|path| flow.write(&path)).collect();
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
    assert_eq!(flow.paths().count(), 1);
}

/// Every path from `trail` to `goal` that visits no step twice: what «the only path» means, said in the plainest way.
fn paths_to(flow: &Flow, goal: usize, trail: &Trail) -> Vec<Trail> {
    if trail.at == goal {
        return vec![trail.clone()];
    }
    let ahead = flow.next_steps(trail.at).enumerate();
    let ahead = ahead.filter(|(_, next)| *next != trail.at && trail.answers.iter().all(|answer| answer.step != *next));
    let longer = |(option, next)| {
        let answer = Answer { step: trail.at, option };
        Trail { answers: [&trail.answers[..], &[answer]].concat(), at: next }
    };
    ahead.flat_map(|step| paths_to(flow, goal, &longer(step))).collect()
}

/// Whether answers that can be given on a way to `step` go in a circle.
fn comes_from_a_circle(flow: &Flow, step: usize) -> bool {
    let reached = |from: usize| {
        let mut reached: Vec<usize> = flow.next_steps(from).collect();
        for at in 0.. {
            let Some(step) = reached.get(at) else { break };
            let ahead: Vec<usize> = flow.next_steps(*step).filter(|next| !reached.contains(next)).collect();
            reached.extend(ahead);
        }
        reached
    };
    let from_start = reached(flow.begin().at);
    let is_before = |other: usize| other == step || reached(other).contains(&step);
    (0..flow.len()).any(|other| from_start.contains(&other) && reached(other).contains(&other) && is_before(other))
}

#[test]
fn a_circle_is_another_path_to_where_it_is_entered() {
    let flow = flow("start: a>ask; ask: on>more no>line; more: back>ask on>line; line");
    for step in ["ask", "more", "line"] {
        assert_eq!(flow.read("", step).answers, [], "{step}");
    }
    // What was answered is known all the same.
    assert_eq!(flow.write(&flow.read("start:a ask:on more:on", "line")), "start:a ask:on more:on");
    // A circle through the start is left by going to the start.
    let back = self::flow("start: a>ask; ask: back>start no>line; line");
    assert_eq!(back.write(&back.read("", "line")), "start:a ask:no");
    let written = |flow: &Flow| flow.paths().map(|path| flow.write(&path)).collect::<Vec<_>>();
    assert_eq!(written(&flow), ["start:a ask:on more:on", "start:a ask:no"]);
    assert_eq!(written(&back), ["start:a ask:no"]);
    assert_eq!((flow.count_paths(), back.count_paths()), (None, None));
    let alone = self::flow("start: again>start");
    assert_eq!((alone.implied(0).answers.len(), alone.paths().count(), alone.count_paths()), (0, 0, None));
}

#[test]
fn a_flow_without_that_many_steps_has_no_trail_to_them() {
    let flow = flow(SMALL);
    assert_eq!(flow.implied(usize::MAX), Trail { answers: vec![], at: usize::MAX });
    assert_eq!(flow.next_steps(usize::MAX).count(), 0);
}

/// A flow of that many questions, each of which leads to the next one by two answers (`meet`) or to an end of its own.
fn long(questions: usize, meet: bool) -> Flow {
    let id = |number: usize| format!("q{number}");
    let mut steps = vec![(id(questions), vec![])];
    for number in 0..questions {
        let other = if meet { id(number + 1) } else { format!("end{number}") };
        let options = vec![("no".to_owned(), id(number + 1)), ("yes".to_owned(), other.clone())];
        steps.push((id(number), options));
        steps.extend((!meet).then(|| (other, vec![])));
    }
    Flow::new(&steps, "q0").expect("q0 is the start")
}

#[test]
fn long_flows_have_their_trails_at_once() {
    let chain = long(5_000, false);
    let last = chain.step("q5000").expect("the last step");
    let trail = chain.implied(last);
    assert_eq!(trail.answers.len(), 5_000);
    assert_eq!(chain.read(&chain.write(&trail), "q5000"), trail);
    assert_eq!((chain.paths().take(1).count(), chain.count_paths()), (1, Some(5_001)));

    // Nobody could go through its paths one by one.
    let meeting = long(40, true);
    assert_eq!(meeting.implied(meeting.step("q40").expect("the last step")).answers, []);
    assert_eq!(meeting.count_paths(), Some(1 << 40));
    let first: Vec<String> = meeting.paths().take(3).map(|path| meeting.write(&path)).collect();
    let all_no = (0..40).map(|number| format!("q{number}:no")).collect::<Vec<_>>().join(" ");
    assert_eq!(first[0], all_no);
    assert_eq!(first[1], all_no.replace("q39:no", "q39:yes"));
    assert_eq!(first[2], all_no.replace("q38:no", "q38:yes"));
    assert_eq!(long(64, true).count_paths(), Some(u64::MAX));
    assert_eq!(long(2_500, true).count_paths(), Some(u64::MAX));
}

/// Any small flow: several options may lead to one step, and options may lead back.
fn any_flows() -> impl Strategy<Value = Flow> {
    let options = proptest::collection::vec(proptest::collection::vec(0..8usize, 0..4), 1..8);
    options.prop_map(|steps| {
        let edge = |(option, next): (usize, usize)| (format!("o{option}"), format!("s{next}"));
        let step = |(at, nexts): (usize, Vec<usize>)| {
            (format!("s{at}"), nexts.into_iter().enumerate().map(edge).collect::<Vec<_>>())
        };
        let routes: Vec<_> = steps.into_iter().enumerate().map(step).collect();
        Flow::new(&routes, "s0").expect("s0 is the start")
    })
}

/// The same, with options to later steps only.
fn flows_that_meet() -> impl Strategy<Value = Flow> {
    let options = proptest::collection::vec(proptest::collection::vec(1..4usize, 0..4), 1..9);
    options.prop_map(|steps| {
        let routes: Vec<_> = steps
            .into_iter()
            .enumerate()
            .map(|(at, ahead)| {
                let edge = |(option, ahead): (usize, usize)| (format!("o{option}"), format!("s{}", at + ahead));
                (format!("s{at}"), ahead.into_iter().enumerate().map(edge).collect())
            })
            .collect();
        Flow::new(&routes, "s0").expect("s0 is the start")
    })
}

/// The only path by its plain definition, or no answers.
fn only_path(flow: &Flow, step: usize) -> Trail {
    let mut paths = paths_to(flow, step, &flow.begin());
    let only = if paths.len() == 1 { paths.pop() } else { None };
    only.unwrap_or(Trail { answers: vec![], at: step })
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
    let follow = |at: Option<usize>, answer: &Answer| {
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

    #[test]
    fn the_implied_trail_is_the_only_path(flow in flows_that_meet()) {
        for step in 0..flow.len() {
            prop_assert_eq!(flow.implied(step), only_path(&flow, step));
        }
    }

    #[test]
    fn circles_leave_no_implied_trail_behind_them(flow in any_flows()) {
        for step in 0..flow.len() {
            let implied = flow.implied(step);
            if implied.answers.is_empty() && comes_from_a_circle(&flow, step) {
                continue;
            }
            prop_assert_eq!(implied, only_path(&flow, step));
        }
    }

    #[test]
    fn paths_are_those_to_every_end_in_the_order_of_the_options(flow in any_flows()) {
        let ends = (0..flow.len()).filter(|step| flow.next_steps(*step).next().is_none());
        let mut expected: Vec<Trail> = ends.flat_map(|end| paths_to(&flow, end, &flow.begin())).collect();
        expected.sort_by_key(|trail| trail.answers.iter().map(|answer| answer.option).collect::<Vec<_>>());
        let paths: Vec<Trail> = flow.paths().collect();
        prop_assert_eq!(&paths, &expected);
        let in_circles = (0..flow.len()).any(|step| comes_from_a_circle(&flow, step));
        prop_assert_eq!(flow.count_paths(), (!in_circles).then_some(paths.len() as u64));
    }
}
