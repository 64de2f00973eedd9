//! Both pictures of the flowchart as geometry: what they hold, that nothing overlaps, that they are the same each time.

use guide_content::message::MessageLanguage;
use guide_core::palette::Palette;
use guide_core::render_context::RenderContext;
use guide_graph::drawing::{Drawing, PlacedNode};
use guide_graph::layers::{Cell, Layers};
use guide_graph::parts::{Part, parts};
use guide_graph::{Edge, Flowchart, Kind, Node, dot, layout, mermaid, svg, tall, text_measure, wide};
use proptest::prelude::*;

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

/// The flowchart of a content file, with its texts as on the page.
fn graph(content: &str) -> Flowchart {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |path: &str| std::fs::read(path).map_err(|why| why.to_string());
    let loaded = small_guide::checked(&format!("{root}/{content}"), &read);
    let guide = loaded.guide.as_ref().unwrap_or_else(|| panic!("{}", loaded.report(MessageLanguage::Russian)));
    let context = RenderContext::new(guide).expect("a start");
    Flowchart::of(guide, |text| context.text(text)).expect("a start")
}

const SHIPPED: &str = "content/ivanovo.toml";
const LARGE: &str = "tests/data/large.toml";

/// Both pictures of a flowchart.
fn drawings(graph: &Flowchart) -> [(&'static str, Drawing); 2] {
    let layers = layout(graph);
    [("wide", wide::wide(&layers)), ("tall", tall::tall(&layers))]
}

/// Checks that everything is within the picture and overlaps nothing, and that every text is within its box.
fn assert_legible(graph: &Flowchart, name: &str, drawing: &Drawing) {
    let inside = |x: f64, y: f64| (0.0..=drawing.width).contains(&x) && (0.0..=drawing.height).contains(&y);
    for (nth, node) in drawing.boxes.iter().enumerate() {
        let title = &graph.nodes[node.node].title;
        assert!(inside(node.x, node.y), "{name}: {title}");
        assert!(inside(node.x + node.width, node.y + node.height), "{name}: {title}");
        assert!(!drawing.boxes[..nth].iter().any(|other| overlap(node, other)), "{name}: {title} overlaps another");
        let mut above = node.y;
        let answers = node.rows.iter().flat_map(|row| &row.lines).map(|text| (text, 15.0));
        for (text, size) in answers.chain(node.title.iter().map(|text| (text, 16.0))) {
            let width = text_measure::width(&text.line, size);
            assert!(text.x >= node.x + 10.0, "{name}: {}", text.line);
            assert!(text.x + width <= node.x + node.width - 10.0, "{name}: {} is wider than its box", text.line);
            assert!(
                text.y >= above + size && text.y <= node.y + node.height - 4.0,
                "{name}: {} is too near to its neighbours",
                text.line
            );
            above = text.y;
        }
        let drawn_title: Vec<&str> = node.title.iter().map(|text| text.line.as_str()).collect();
        assert_eq!(with_plain_spaces(&drawn_title.join(" ")), with_plain_spaces(title), "{name}");
    }
    assert!(
        drawing.lines.iter().flat_map(|line| &line.points).all(|(x, y)| inside(*x, *y)),
        "{name}: a line leaves the picture"
    );
    assert!(!drawing.runs_through_a_box(), "{name}: a line runs through a box");
    assert_eq!(drawing.ambiguous_lines(), [], "{name}: lines that look like one");
}

fn overlap(one: &PlacedNode, other: &PlacedNode) -> bool {
    let apart = |a: f64, width: f64, b: f64| a + width + 8.0 <= b;
    !(apart(one.x, one.width, other.x)
        || apart(other.x, other.width, one.x)
        || apart(one.y, one.height, other.y)
        || apart(other.y, other.height, one.y))
}

fn with_plain_spaces(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_shipped_map_has_no_crossing() {
    let graph = graph(SHIPPED);
    for (name, drawing) in drawings(&graph) {
        assert_legible(&graph, name, &drawing);
        assert_eq!(drawing.crossings(), 0, "{name}");
    }
}

#[test]
fn a_large_map_has_few_crossings() {
    let graph = graph(LARGE);
    assert_eq!(graph.nodes.len(), 30);
    for ((name, drawing), most) in drawings(&graph).into_iter().zip([13, 8]) {
        assert_legible(&graph, name, &drawing);
        assert!(drawing.crossings() <= most, "{name}: {} crossings", drawing.crossings());
    }
}

/// A title is 16 units high, an answer 15. Ten points are easy to read on paper.
#[test]
fn letters_are_large_enough_on_paper_and_on_a_phone() {
    let graph = graph(SHIPPED);
    let scale = wide::scale(&wide::wide(&layout(&graph)));
    assert!(scale * 15.0 >= 10.0, "an answer is {} pt on A4", scale * 15.0);
    // A phone is 360 pixels wide, margins included, and a unit of the picture is a pixel there.
    assert_eq!(tall::tall(&layout(&graph)).width, 328.0);
}

#[test]
fn every_step_and_every_answer_is_drawn() {
    for content in [SHIPPED, LARGE] {
        let graph = graph(content);
        for (name, drawing) in drawings(&graph) {
            let mut drawn: Vec<usize> = drawing.boxes.iter().map(|node| node.node).collect();
            drawn.sort();
            assert!(drawn.into_iter().eq(0..graph.nodes.len()), "{name}");
            let bundles = graph.bundles();
            for edge in &graph.edges {
                let of =
                    |bundle: usize| (bundles[bundle].to, bundles[bundle].label) == (edge.to, edge.label.as_deref());
                let leaves = drawing.lines.iter().any(|line| line.from == edge.from && of(line.bundle));
                let arrives = drawing.lines.iter().any(|line| line.arrow && of(line.bundle));
                assert!(leaves && arrives, "{name}: {} → {}", graph.nodes[edge.from].id, graph.nodes[edge.to].id);
            }
        }
        for text in [dot::dot(&graph), mermaid::mermaid(&graph)] {
            for label in graph.edges.iter().filter_map(|edge| edge.label.as_ref()) {
                assert!(text.contains(label.as_str()), "{label}");
            }
        }
    }
}

#[test]
fn the_same_guide_gives_the_same_bytes() {
    let palette = Palette::read(include_str!("../../../style/tokens.css")).expect("a palette");
    let file = || {
        let graph = graph(LARGE);
        svg::file(&graph, &wide::wide(&layout(&graph)), &palette, "", None)
    };
    assert_eq!(file(), file());
}

#[test]
fn answers_that_repeat_the_next_title_have_no_label() {
    let graph = graph(SHIPPED);
    let unlabelled: Vec<&str> =
        graph.edges.iter().filter(|edge| edge.label.is_none()).map(|edge| graph.nodes[edge.to].id.as_str()).collect();
    assert_eq!(unlabelled, ["forgot-email", "no-access", "child-data", "municipality", "already-registered"]);
}

/// 74 steps, which no sheet and no screen would show at once.
const SMART_ANSWER: &str = "tests/data/smart-answer.toml";

#[test]
fn what_is_legible_in_one_picture_is_the_only_part() {
    let graph = graph(SHIPPED);
    let [whole] = &parts(&graph)[..] else { panic!("several parts") };
    assert_eq!((whole.root, whole.flowchart.nodes.len()), (graph.start, graph.nodes.len()));
    assert!(whole.flowchart.nodes.iter().all(|node| node.elsewhere.is_none()));
}

#[test]
fn each_part_of_a_large_map_is_legible() {
    for (content, most) in [(LARGE, 1), (SMART_ANSWER, 0)] {
        let graph = graph(content);
        let parts = parts(&graph);
        assert!(parts.len() > 2, "{content}: {} parts", parts.len());
        assert_divided(&graph, &parts);
        for part in &parts {
            let name = &graph.nodes[part.root].id;
            for drawing in [&part.pictures.tall, &part.pictures.wide] {
                assert_legible(&part.flowchart, name, drawing);
                assert!(drawing.crossings() <= most, "{name}: {} crossings", drawing.crossings());
            }
            // 12 pixels on a phone, 8 points on paper.
            assert!(15.0 * 328.0 / part.pictures.tall.width >= 12.0, "{name}: {} wide", part.pictures.tall.width);
            assert!(15.0 * wide::scale(&part.pictures.wide) >= 8.0, "{name}: {}", wide::scale(&part.pictures.wide));
            assert!(part.pictures.wide.width <= 1280.0, "{name}: {} wide", part.pictures.wide.width);
        }
    }
}

#[test]
fn situations_and_what_they_share_are_parts() {
    let graph = graph(SMART_ANSWER);
    assert_eq!(graph.nodes.len(), 74);
    let parts = parts(&graph);
    let roots: Vec<&str> = parts.iter().map(|part| graph.nodes[part.root].id.as_str()).collect();
    let situations =
        ["garden", "school", "transfer", "clubs", "certificate", "benefits", "illness", "papers", "dispute"];
    let mut at = 0;
    for root in &roots {
        at += usize::from(situations.get(at) == Some(root));
    }
    assert_eq!(at, situations.len(), "in the order of the content: {roots:?}");
    assert!(roots.contains(&"proof"), "three situations ask for the document: {roots:?}");
    // An advice is no part: it is drawn wherever an answer leads to it.
    assert!(!roots.contains(&"garden-wait"));
    let drawn = parts.iter().flat_map(|part| &part.flowchart.nodes);
    let drawn = drawn.filter(|node| node.id == "garden-wait" && node.elsewhere.is_none());
    assert_eq!(drawn.count(), 3);
}

/// Checks that the parts say what the whole says: each answer to a question once, each way on from an advice at least once, and that
/// references lead to the part where the step stands.
fn assert_divided(graph: &Flowchart, parts: &[Part]) {
    let mut found = vec![0; graph.edges.len()];
    for part in parts {
        let part_name = &graph.nodes[part.root].id;
        let nodes = &part.flowchart.nodes;
        assert_eq!(nodes[part.flowchart.start].id, *part_name);
        for edge in &part.flowchart.edges {
            let same = |other: &Edge| {
                graph.nodes[other.from].id == nodes[edge.from].id
                    && graph.nodes[other.to].id == nodes[edge.to].id
                    && other.label == edge.label
            };
            let nth = graph.edges.iter().position(same).expect("an edge of the whole");
            found[nth] += 1;
        }
        for (nth, node) in nodes.iter().enumerate() {
            if let Some(number) = node.elsewhere {
                let there = &parts[number - 1].flowchart.nodes;
                assert!(
                    there.iter().any(|other| other.id == node.id && other.elsewhere.is_none()),
                    "{part_name}: {} is not in part {number}",
                    node.id
                );
                assert!(part.flowchart.is_end(nth), "{part_name}: a reference goes on");
            }
        }
    }
    for (nth, edge) in graph.edges.iter().enumerate() {
        let from = &graph.nodes[edge.from];
        let same = graph
            .edges
            .iter()
            .filter(|other| (other.from, other.to, &other.label) == (edge.from, edge.to, &edge.label));
        let first = graph.edges[..nth]
            .iter()
            .all(|other| (other.from, other.to, &other.label) != (edge.from, edge.to, &edge.label));
        let expected = if first { same.count() } else { 0 };
        assert!(found[nth] >= expected, "{}: an answer is missing", from.id);
        let answers = graph.edges.iter().filter(|other| other.from == edge.from).count();
        if from.kind == Kind::Question && answers > 1 {
            assert_eq!(found[nth], expected, "{}: an answer is repeated", from.id);
        }
    }
}

#[test]
fn a_question_with_very_many_answers_goes_on_in_the_next_part() {
    let node = |at: usize| Node {
        id: format!("s{at}"),
        kind: if at == 0 { Kind::Question } else { Kind::Advice },
        title: format!("Совет номер {at}"),
        elsewhere: None,
    };
    let edge = |to: usize| Edge { from: 0, to, label: Some(format!("Ответ {to}")) };
    let graph = Flowchart { nodes: (0..=60).map(node).collect(), edges: (1..=60).map(edge).collect(), start: 0 };
    let parts = parts(&graph);
    assert!(parts.len() > 2 && parts.iter().all(|part| part.root == 0), "{} parts", parts.len());
    let answers: Vec<&str> =
        parts.iter().flat_map(|part| &part.flowchart.edges).filter_map(|edge| edge.label.as_deref()).collect();
    let expected: Vec<String> = (1..=60).map(|to| format!("Ответ {to}")).collect();
    assert_eq!(answers, expected, "in order");
    assert_divided(&graph, &parts);
}

/// A random flowchart: each step leads to some of the later ones.
fn flowcharts(steps: std::ops::Range<usize>) -> impl Strategy<Value = Flowchart> {
    let steps = proptest::collection::vec((proptest::collection::btree_set(1..9usize, 0..4), 0..4usize), steps);
    steps.prop_map(|steps| {
        let count = steps.len();
        let node = |at: usize| Node {
            id: format!("s{at}"),
            kind: [Kind::Question, Kind::Advice, Kind::Contact][at % 3],
            elsewhere: None,
            title: ["Шаг", "Довольно длинное название шага", "Что случилось с вашим личным кабинетом?"][at % 3].into(),
        };
        let mut edges: Vec<Edge> = Vec::new();
        for (from, (ahead, chosen)) in steps.iter().enumerate() {
            let label =
                [None, Some("Да".to_owned()), Some("Учреждение не помогло".to_owned()), Some(format!("{from}"))];
            for to in ahead.iter().map(|ahead| from + ahead).filter(|to| *to < count) {
                edges.push(Edge { from, to, label: label[*chosen].clone() });
            }
        }
        // The check wants every step to be reachable.
        for to in 1..count {
            if !edges.iter().any(|edge| edge.to == to) {
                edges.push(Edge { from: to - 1, to, label: Some("Нет".into()) });
            }
        }
        Flowchart { nodes: (0..count).map(node).collect(), edges, start: 0 }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn segments_connect_neighbouring_layers(graph in flowcharts(2..10)) {
        let layers = Layers::of(&graph);
        for edge in &graph.edges {
            prop_assert!(layers.layer_of[edge.from] < layers.layer_of[edge.to]);
        }
        for segment in &layers.segments {
            prop_assert_eq!(layers.layer_of[segment.from] + 1, layers.layer_of[segment.to]);
        }
        let nodes = layers.cells.iter().filter(|cell| **cell != Cell::Dummy).count();
        prop_assert_eq!(nodes, graph.nodes.len());
    }

    #[test]
    fn parts_of_any_flowchart_say_what_it_says(graph in flowcharts(16..36)) {
        let parts = parts(&graph);
        assert_divided(&graph, &parts);
        for part in &parts {
            let name = &graph.nodes[part.root].id;
            assert_legible(&part.flowchart, name, &part.pictures.tall);
            assert_legible(&part.flowchart, name, &part.pictures.wide);
        }
    }

    #[test]
    fn any_flowchart_is_legible(graph in flowcharts(2..10)) {
        for (name, drawing) in drawings(&graph) {
            prop_assert_eq!(drawing.boxes.len(), graph.nodes.len());
            assert_legible(&graph, name, &drawing);
        }
    }
}
