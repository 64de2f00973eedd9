//! Flowcharts that nobody should have, and the checks let pass or not: long ones, wide ones, circles, endless texts. Each is drawn, or
//! divided into parts that are legible; none takes long or needs a stack as deep as the flowchart.

use guide_graph::drawing::Drawing;
use guide_graph::layers::Layers;
use guide_graph::parts::parts;
use guide_graph::{Edge, Flowchart, Kind, MAX_CELLS, Node, count_cells, dot, layout, mermaid, tall, wide};
use proptest::prelude::*;

/// The stack of a program in a browser.
const STACK: usize = 1024 * 1024;

fn node(at: usize) -> Node {
    let kind = [Kind::Question, Kind::Question, Kind::Advice][at % 3];
    Node { id: format!("s{at}"), kind, title: format!("Шаг номер {at}"), elsewhere: None }
}

fn flowchart(steps: usize, edges: impl Iterator<Item = (usize, usize)>) -> Flowchart {
    let edge = |(from, to)| Edge { from, to, label: Some(format!("Ответ {from} {to}")) };
    Flowchart { nodes: (0..steps).map(node).collect(), edges: edges.map(edge).collect(), start: 0 }
}

fn chain(steps: usize) -> Flowchart {
    flowchart(steps, (0..steps - 1).map(|from| (from, from + 1)))
}

/// Questions of which each leads to the next one at once or by way of another step.
fn diamonds(steps: usize) -> Flowchart {
    let forks = (0..(steps - 1) / 2).map(|nth| 2 * nth);
    flowchart(steps, forks.flat_map(|from| [(from, from + 1), (from, from + 2), (from + 1, from + 2)]))
}

fn fan(steps: usize) -> Flowchart {
    flowchart(steps, (1..steps).map(|to| (0, to)))
}

/// A question that leads to very many others, which all lead to one end, each in its own words.
fn crowd(steps: usize) -> Flowchart {
    let end = steps - 1;
    flowchart(steps, [(0, 1)].into_iter().chain((2..end).flat_map(move |nth| [(1, nth), (nth, end)])))
}

/// Every step in all parts, none of which has more boxes than a sheet.
#[track_caller]
fn assert_divided(graph: &Flowchart) {
    let parts = parts(graph);
    let mut is_drawn = vec![false; graph.nodes.len()];
    for part in &parts {
        for node in part.flowchart.nodes.iter().filter(|node| node.elsewhere.is_none()) {
            let at: usize = node.id[1..].parse().expect("a number");
            is_drawn[at] = true;
        }
        assert_fits(&part.pictures.tall);
        assert_fits(&part.pictures.wide);
        // 8 points on paper, 12 pixels on a phone.
        assert!(15.0 * wide::scale(&part.pictures.wide) >= 8.0, "{} is too small", part.flowchart.nodes[0].id);
        assert!(15.0 * 328.0 / part.pictures.tall.width >= 12.0, "{} is too wide", part.flowchart.nodes[0].id);
    }
    assert_eq!(is_drawn.iter().position(|is_drawn| !is_drawn), None, "a step is in no part");
}

#[track_caller]
fn assert_fits(drawing: &Drawing) {
    let inside = |x: f64, y: f64| (0.0..=drawing.width).contains(&x) && (0.0..=drawing.height).contains(&y);
    assert!(drawing.boxes.iter().all(|it| inside(it.x, it.y) && inside(it.x + it.width, it.y + it.height)));
    assert!(!drawing.runs_through_a_box());
}

/// Runs a test with as little stack as a browser gives.
fn with_small_stack(test: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(STACK).spawn(test).expect("a thread").join().expect("no overflow");
}

#[test]
fn five_thousand_steps_are_drawn_whole_and_in_parts() {
    with_small_stack(|| {
        for graph in [chain(5000), diamonds(5001), fan(5000), crowd(5000)] {
            let layers = layout(&graph);
            assert_eq!(wide::wide(&layers).boxes.len(), graph.nodes.len());
            assert_eq!(tall::tall(&layers).boxes.len(), graph.nodes.len());
            assert_divided(&graph);
            assert_eq!(mermaid::mermaid(&graph).lines().count(), 1 + graph.nodes.len() + graph.edges.len());
            assert_eq!(dot::dot(&graph).lines().count(), 5 + graph.nodes.len() + graph.edges.len());
        }
    });
}

#[test]
fn the_cells_of_a_picture_are_known_before_it_is_drawn() {
    for graph in [chain(30), diamonds(31), crowd(30)] {
        assert_eq!(count_cells(&graph), layout(&graph).cells.len());
    }
    // Each step also leads to a far one: millions of lines pass other steps.
    let far = flowchart(5000, (0..4999).flat_map(|from| [(from, from + 1), (from, (from + 2500).min(4999))]));
    assert!(count_cells(&far) > 100 * MAX_CELLS);
    assert_divided(&far);
}

#[test]
fn a_circle_is_drawn_without_the_line_that_closes_it() {
    with_small_stack(|| {
        let circle = flowchart(3000, (0..3000).map(|from| (from, (from + 1) % 3000)));
        let layers = layout(&circle);
        assert_eq!(wide::wide(&layers).lines.len(), 2999);
        assert_eq!(tall::tall(&layers).lines.len(), 2999);
        assert_divided(&circle);
        // Every step leads back as well.
        let back = flowchart(300, (1..300).flat_map(|to| [((to - 1) / 2, to), (to, (31 * to) % 300), (to, to)]));
        assert_eq!(wide::wide(&layout(&back)).boxes.len(), 300);
        assert_divided(&back);
    });
}

#[test]
fn very_many_answers_are_divided() {
    assert_divided(&fan(301));
    let answers = (0..300).map(|nth| Edge { from: 0, to: 1, label: Some(format!("Ответ {nth}")) }).collect();
    let to_one_end = Flowchart { nodes: vec![node(0), node(2)], edges: answers, start: 0 };
    let divided = parts(&to_one_end);
    assert_eq!(divided.iter().map(|part| part.flowchart.edges.len()).sum::<usize>(), 300);
    assert!(divided.iter().all(|part| 15.0 * wide::scale(&part.pictures.wide) >= 8.0));
}

#[test]
fn endless_texts_are_cut_in_the_picture_and_said_in_full() {
    for text in ["заявление ".repeat(200), "щ".repeat(2000)] {
        let mut graph = flowchart(60, (1..60).map(|to| ((to - 1) / 3, to)));
        graph.nodes.iter_mut().for_each(|node| node.title = format!("{} {text}", node.title));
        graph.edges.iter_mut().for_each(|edge| edge.label = Some(format!("{} {text}", edge.from)));
        assert_divided(&graph);
        for part in parts(&graph) {
            for it in part.pictures.wide.boxes.iter().chain(&part.pictures.tall.boxes) {
                let title = &part.flowchart.nodes[it.node].title;
                assert!(it.full_text.as_ref().is_some_and(|full| full.ends_with(title.as_str())), "{title}");
                assert!(it.title.last().is_some_and(|line| line.line.ends_with('…')), "{title}");
            }
        }
    }
}

/// Each step of `layers` times `width` leads to some of the next layers.
fn layered(layers: usize, width: usize) -> impl Strategy<Value = Flowchart> {
    let ahead = proptest::collection::vec((1..=2 * width, 0..3usize), 1..4);
    proptest::collection::vec(ahead, layers * width).prop_map(move |steps| {
        let count = steps.len();
        let mut graph = flowchart(count, std::iter::empty());
        for (from, answers) in steps.into_iter().enumerate() {
            let label =
                |kind: usize| [None, Some("Не помогло".to_owned()), Some(format!("Ответ {from}"))][kind].clone();
            let answers = answers.into_iter().filter(|(ahead, _)| from + ahead < count);
            graph.edges.extend(answers.map(|(ahead, kind)| Edge { from, to: from + ahead, label: label(kind) }));
        }
        for to in 1..count {
            if !graph.edges.iter().any(|edge| edge.to == to) {
                graph.edges.push(Edge { from: (to - 1) / 2, to, label: Some("Нет".into()) });
            }
        }
        graph
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn large_flowcharts_are_divided_legibly(graph in layered(20, 8)) {
        assert_divided(&graph);
    }

    #[test]
    fn no_order_has_more_crossings_than_that_of_the_content(graph in layered(12, 6)) {
        let (ordered, content) = (layout(&graph), Layers::of(&graph));
        prop_assert!(ordered.crossings(&ordered.positions()) <= content.crossings(&content.positions()));
    }
}
