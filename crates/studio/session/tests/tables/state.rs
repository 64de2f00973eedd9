//! The state after opening and editing: trees, findings with places.

use guide_studio_model::{Bytes, Edit, FilePatch, FileRole, Finding, Node, Request, Response, Severity, State};
use guide_studio_session::Session;

use crate::shared::{SMALL, at, draft, ivanovo, open, place, state, text};

fn edit(session: &mut Session, edits: Vec<Edit>) -> State {
    state(session.handle(Request::Edit { revision: 1, edits }, &mut |_| {}).0)
}

fn errors(state: &State) -> Vec<&Finding> {
    state.findings.iter().filter(|finding| finding.severity == Severity::Error).collect()
}

#[test]
fn opening_gives_all_trees_and_the_words_of_the_tool() {
    let opened = open(&mut Session::new(), ivanovo());
    let roles: Vec<FileRole> = opened.trees.iter().map(|(role, _)| *role).collect();
    assert_eq!(roles, [FileRole::Guide, FileRole::Words, FileRole::Phrases]);
    assert_eq!(opened.trees[0].1.get("step").map(|steps| steps.items().len()), Some(15));
    assert!(opened.default_words.as_ref().and_then(|words| words.get("page")).is_some());
    assert_eq!(errors(&opened), Vec::<&Finding>::new());
    assert_eq!((opened.revision, opened.patches.len(), opened.to_replace.len()), (0, 0, 0));
}

#[test]
fn only_trees_of_changed_files_are_sent() {
    let mut session = Session::new();
    open(&mut session, ivanovo());
    let after = edit(&mut session, vec![Edit::Set(place(FileRole::Words, "page/act"), text("Надо"))]);
    assert_eq!(after.trees.iter().map(|(role, _)| *role).collect::<Vec<_>>(), [FileRole::Words]);
    assert_eq!(after.patches.len(), 1);
    let back = Request::Patch { revision: 2, patches: vec![after.patches[0].inverse()] };
    let back = state(session.handle(back, &mut |_| {}).0);
    assert_eq!((back.revision, back.patches.len(), back.trees.len()), (2, 0, 1));
    // The file is gone with its name.
    let gone = edit(&mut session, vec![Edit::Remove(at("words"))]);
    assert_eq!(gone.trees[1], (FileRole::Words, Node::Table(Vec::new())));
}

#[test]
fn findings_stand_at_their_value() {
    for (from, to, wanted) in [
        ("next = \"lost\"", "next = \"lots\"", "step/0/option/0/next"),
        ("start = \"start\"", "start = \"strat\"", "start"),
        ("date = \"2026-03-01\"", "date = \"2026-13-01\"", "source/date"),
        ("hours = \"Mo-Fr", "hours = \"Xo-Fr", "contact/0/hours"),
        ("closed = [\"2026-12-31\"]", "closed = [\"2026-12-30\", \"2026-12-32\"]", "contact/0/closed/1"),
        ("number = \"+74932000000\"", "number = \"4932\"", "contact/0/phone/number"),
        ("rung = \"parent\"", "rung = \"parents\"", "step/2/rung"),
        ("dont = \"Не чините сами.\"", "dnot = \"Не чините сами.\"", "step/2/dnot"),
        ("do = \"Позвоните: {phone}.\"\nmessage", "do = \"Позвоните: {fax}.\"\nmessage", "step/1/do"),
        ("name = \"Школа № 5\"\n", "", "institution/0/name"),
        ("title = \"Памятка\"\n", "", "source/title"),
        ("start = \"start\"\n", "", "start"),
        // A list that has no step to stand on.
        ("[[step]]", "[[not_covered]]\ntopic = \"Дневник\"\n[[step]]", "not_covered/0/topic"),
    ] {
        assert!(SMALL.contains(from), "{from}");
        let opened = open(&mut Session::new(), draft(&[("guide.toml", &SMALL.replacen(from, to, 1))]));
        let places: Vec<_> = errors(&opened).into_iter().map(|finding| finding.place.clone()).collect();
        assert!(places.contains(&Some(at(wanted))), "{to:?}: {wanted} is not in {:#?}", errors(&opened));
    }
}

#[test]
fn findings_of_fields_without_a_value_name_them() {
    for (from, to, wanted) in [
        ("title = \"Памятка\"\n", "", Some("title")),
        ("title = \"Памятка\"\n", "title = \" \"\n", Some("title")),
        ("start = \"start\"\n", "", Some("start")),
        ("start = \"start\"", "start = \"strat\"", None),
    ] {
        assert!(SMALL.contains(from), "{from}");
        let opened = open(&mut Session::new(), draft(&[("guide.toml", &SMALL.replacen(from, to, 1))]));
        let keys: Vec<_> = errors(&opened).into_iter().map(|finding| finding.empty_key.as_deref()).collect();
        assert!(keys.contains(&wanted), "{to:?}: {keys:?}");
    }
}

#[test]
fn a_file_with_syntax_errors_has_no_tree_but_a_finding() {
    let broken = SMALL.replacen("name = \"Линия\"", "name = \"Линия", 1);
    let mut session = Session::new();
    let opened = open(&mut session, draft(&[("guide.toml", &broken)]));
    assert!(opened.trees.is_empty());
    let found = errors(&opened);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].place.clone(), found[0].path.as_str(), found[0].line), (None, "guide.toml", 17));
    let refused =
        session.handle(Request::Edit { revision: 1, edits: vec![Edit::Set(at("start"), text("x"))] }, &mut |_| {}).0;
    assert!(matches!(refused, Response::Refused(_)), "{refused:?}");
}

#[test]
fn anything_that_is_no_request_is_refused() {
    let mut session = Session::new();
    for json in ["", "{", "null", "\"Find\"", "{\"Open\":{}}", "{\"Find\":3}", "\"\\ud800\""] {
        let (answer, bytes) = session.handle_json(json, &mut |_| {});
        assert!(answer.contains("Refused") && bytes.is_none(), "{json}: {answer}");
    }
}

#[test]
fn patches_that_do_not_fit_change_nothing() {
    let mut session = Session::new();
    open(&mut session, draft(&[("guide.toml", SMALL)]));
    let patch = FilePatch::between("guide.toml", Some(b"other"), Some(b"")).expect("a difference");
    let refused = session.handle(Request::Patch { revision: 1, patches: vec![patch] }, &mut |_| {}).0;
    assert!(matches!(refused, Response::Refused(_)), "{refused:?}");
    let after = edit(&mut session, vec![Edit::Set(at("site/place"), text("Село"))]);
    assert_eq!(after.findings, Vec::<Finding>::new());
}

#[test]
fn depth_is_refused_and_never_overflows() {
    let mut session = Session::new();
    for deep in [100, 100_000] {
        let text = format!("start = {}{}\n[site]\n[[step]]\n", "[".repeat(deep), "]".repeat(deep));
        let opened = open(&mut session, draft(&[("guide.toml", &text)]));
        assert!(!errors(&opened).is_empty());
        let inline = format!("start = {}1{}\n[[step]]\n", "{ a = ".repeat(deep), " }".repeat(deep));
        open(&mut session, draft(&[("guide.toml", &inline)]));
        let read = Request::Read { name: "guide.toml".into(), bytes: Bytes(text.into_bytes()) };
        let response = session.handle(read, &mut |_| {}).0;
        assert!(matches!(response, Response::Refused(_)), "{response:?}");
    }
    open(&mut session, draft(&[("guide.toml", SMALL)]));
    let node = (0..300).fold(text("x"), |node, _| Node::List(vec![node]));
    let refused =
        session.handle(Request::Edit { revision: 1, edits: vec![Edit::Set(at("start"), node)] }, &mut |_| {}).0;
    assert!(matches!(refused, Response::Refused(_)), "{refused:?}");
    let json = format!(
        "{{\"Edit\":{{\"revision\":1,\"edits\":[{{\"Set\":[{{\"file\":\"Guide\",\"keys\":[]}},{}{}]}}]}}}}",
        "{\"List\":[".repeat(10_000),
        "]}".repeat(10_000)
    );
    assert!(session.handle_json(&json, &mut |_| {}).0.contains("Refused"));
}
