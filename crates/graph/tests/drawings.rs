//! The map as geometry: what is in it, that nothing lies upon anything, that it is the same each time.

use guide_content::{World, load};
use guide_core::render_context::RenderContext;
use guide_graph::drawing::{Drawing, Placed};
use guide_graph::layers::{Cell, Layers};
use guide_graph::{Edge, Flowchart, Kind, Node, dot, layout, mermaid, svg, tall, text_measure, wide};
use proptest::prelude::*;

/// The graph of a content file, its texts set as on the page.
fn graph(content: &str) -> Graph {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |path: &str| std::fs::read_to_string(path).map_err(|why| why.to_string());
    let world = World { read: &read, zone_known: &|_| true, today: None };
    let guide = load(&format!("{root}/{content}"), &world).guide.expect("a guide without errors");
    let context = RenderContext::new(&guide).expect("a start");
    Graph::of(&guide, |text| context.text(text)).expect("a start")
}

const SHIPPED: &str = "content/ivanovo.toml";
const LARGE: &str = "tests/data/large.toml";

/// Both pictures of a graph.
fn drawings(graph: &Graph) -> [(&'static str, Drawing); 2] {
    let layers = embed(graph);
    [("wide", wide::wide(&layers)), ("tall", tall::tall(&layers))]
}

/// Everything stands within the picture and on nothing else, and every text within its box.
fn sound(graph: &Graph, name: &str, drawing: &Drawing) {
    let inside = |x: f64, y: f64| (0.0..=drawing.width).contains(&x) && (0.0..=drawing.height).contains(&y);
    for (nth, place) in drawing.boxes.iter().enumerate() {
        let title = &graph.nodes[place.node].title;
        assert!(inside(place.x, place.y), "{name}: {title}");
        assert!(inside(place.x + place.width, place.y + place.height), "{name}: {title}");
        assert!(!drawing.boxes[..nth].iter().any(|other| overlap(place, other)), "{name}: {title} lies on another");
        let mut foot = place.y;
        let answers = place.rows.iter().flat_map(|row| &row.lines).map(|text| (text, 15.0));
        for (text, size) in answers.chain(place.title.iter().map(|text| (text, 16.0))) {
            let width = measure::width(&text.line, size);
            assert!(text.x >= place.x + 10.0, "{name}: {}", text.line);
            assert!(text.x + width <= place.x + place.width - 10.0, "{name}: {} is wider than its box", text.line);
            assert!(
                text.y >= foot + size && text.y <= place.y + place.height - 4.0,
                "{name}: {} is squeezed",
                text.line
            );
            foot = text.y;
        }
        let told: Vec<&str> = place.title.iter().map(|text| text.line.as_str()).collect();
        assert_eq!(plain(&told.join(" ")), plain(title), "{name}");
    }
    assert!(drawing.lines.iter().flat_map(|line| &line.points).all(|(x, y)| inside(*x, *y)), "{name}: a line leaves");
    assert!(!drawing.runs_through_a_box(), "{name}: a line runs through a box");
    assert_eq!(drawing.confusions(), [], "{name}: lines that cannot be told apart");
}

fn overlap(one: &Placed, other: &Placed) -> bool {
    let apart = |a: f64, width: f64, b: f64| a + width + 8.0 <= b;
    !(apart(one.x, one.width, other.x)
        || apart(other.x, other.width, one.x)
        || apart(one.y, one.height, other.y)
        || apart(other.y, other.height, one.y))
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_shipped_map_has_no_crossing() {
    let graph = graph(SHIPPED);
    for (name, drawing) in drawings(&graph) {
        sound(&graph, name, &drawing);
        assert_eq!(drawing.crossings(), 0, "{name}");
    }
}

#[test]
fn a_large_map_has_few() {
    let graph = graph(LARGE);
    assert_eq!(graph.nodes.len(), 30);
    for ((name, drawing), most) in drawings(&graph).into_iter().zip([13, 8]) {
        sound(&graph, name, &drawing);
        assert!(drawing.crossings() <= most, "{name}: {} crossings", drawing.crossings());
    }
}

/// A title is 16 units high; half of it a lower-case letter. Ten points is what people read without effort on paper.
#[test]
fn letters_are_large_on_paper_and_on_a_phone() {
    let graph = graph(SHIPPED);
    let scale = wide::scale(&wide::wide(&embed(&graph)));
    assert!(scale * 15.0 >= 10.0, "an answer is {} pt on A4", scale * 15.0);
    // 360 pixels less the margins: a unit is a pixel there.
    assert_eq!(tall::tall(&embed(&graph)).width, 328.0);
}

#[test]
fn every_step_and_every_answer_is_drawn() {
    for content in [SHIPPED, LARGE] {
        let graph = graph(content);
        for (name, drawing) in drawings(&graph) {
            let mut drawn: Vec<usize> = drawing.boxes.iter().map(|place| place.node).collect();
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
fn the_same_guide_is_drawn_alike() {
    let files = || {
        let graph = graph(LARGE);
        svg::file(&graph, &wide::wide(&embed(&graph)), "", None)
    };
    assert_eq!(files(), files());
}

/// An answer that all but repeats the next title is not written twice.
#[test]
fn answers_that_say_nothing_new_are_left_out() {
    let graph = graph(SHIPPED);
    let silent: Vec<&str> =
        graph.edges.iter().filter(|edge| edge.label.is_none()).map(|edge| graph.nodes[edge.to].id.as_str()).collect();
    assert_eq!(silent, ["forgot-email", "no-access", "child-data", "municipality", "already-registered"]);
}

/// A random flow: each step leads to some of the later ones.
fn flows() -> impl Strategy<Value = Graph> {
    let steps = proptest::collection::vec((proptest::collection::btree_set(1..9usize, 0..4), 0..4usize), 2..10);
    steps.prop_map(|steps| {
        let count = steps.len();
        let node = |at: usize| Node {
            id: format!("s{at}"),
            kind: [Kind::Question, Kind::Advice, Kind::Hotline][at % 3],
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
        // Every step is reached, as the check wants it.
        for to in 1..count {
            if !edges.iter().any(|edge| edge.to == to) {
                edges.push(Edge { from: to - 1, to, label: Some("Нет".into()) });
            }
        }
        Graph { nodes: (0..count).map(node).collect(), edges, start: 0 }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_run_from_layer_to_layer(graph in flows()) {
        let layers = Layers::of(&graph);
        for edge in &graph.edges {
            prop_assert!(layers.layer_of[edge.from] < layers.layer_of[edge.to]);
        }
        for hop in &layers.hops {
            prop_assert_eq!(layers.layer_of[hop.from] + 1, layers.layer_of[hop.to]);
        }
        let nodes = layers.cells.iter().filter(|cell| **cell != Cell::Lane).count();
        prop_assert_eq!(nodes, graph.nodes.len());
    }

    #[test]
    fn any_flow_is_drawn_soundly(graph in flows()) {
        for (name, drawing) in drawings(&graph) {
            prop_assert_eq!(drawing.boxes.len(), graph.nodes.len());
            sound(&graph, name, &drawing);
        }
    }
}
