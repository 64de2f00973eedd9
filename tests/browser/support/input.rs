//! Touch, mouse and keyboard: real input events, which the browser itself turns into clicks, focus and navigation.

use std::time::{Duration, Instant, SystemTime};

use serde_json::json;

use super::page::{Page, SHOWN_ELEMENTS};

/// How long to wait for an element that is to be tapped.
const TAP_TIMEOUT: Duration = Duration::from_secs(10);

impl Page {
    /// Taps the centre of the first visible match, scrolled into view. Fails if another element covers it.
    #[track_caller]
    pub fn tap(&self, sel: &str) {
        let (x, y) = self.tap_position(sel);
        self.tap_point(x, y);
    }

    /// Taps a point of the viewport, in CSS pixels.
    #[track_caller]
    pub(super) fn tap_point(&self, x: f64, y: f64) {
        self.record_action();
        if self.touch {
            self.call("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] }));
            self.call("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
        } else {
            for kind in ["mousePressed", "mouseReleased"] {
                self.call(
                    "Input.dispatchMouseEvent",
                    json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 }),
                );
            }
        }
    }

    /// Records that input happens now: layout shifts that follow it are expected.
    pub(super) fn record_action(&self) {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is later than 1970");
        self.action_times.borrow_mut().push(now.as_secs_f64());
    }

    /// The point at which to tap an element.
    #[track_caller]
    fn tap_position(&self, sel: &str) -> (f64, f64) {
        let deadline = Instant::now() + TAP_TIMEOUT;
        loop {
            let found = self.eval(&tap_position_script(sel));
            if let Some(center) = found["x"].as_f64().zip(found["y"].as_f64()) {
                return center;
            }
            let trouble = found["trouble"].as_str().unwrap_or("no place");
            assert!(Instant::now() < deadline, "{sel} cannot be tapped: {trouble} (at {})", self.url());
            self.pump_events(Duration::from_millis(20));
        }
    }

    /// Presses a key by its DOM name, with modifiers before it: `Tab`, `Shift+Tab`, `Enter`, `a`.
    #[track_caller]
    pub fn key(&self, name: &str) {
        let (modifiers, key) = match name.rsplit_once('+') {
            Some((held, key)) if !key.is_empty() => (held.split('+').map(modifier).sum(), key),
            _ => (0, name),
        };
        let (code, number, text) = match key {
            "Enter" => (key.to_owned(), 13, "\r"),
            "Space" | " " => ("Space".to_owned(), 32, " "),
            "Tab" => (key.to_owned(), 9, ""),
            "Backspace" => (key.to_owned(), 8, ""),
            "Escape" => (key.to_owned(), 27, ""),
            "End" => (key.to_owned(), 35, ""),
            "Home" => (key.to_owned(), 36, ""),
            "ArrowLeft" => (key.to_owned(), 37, ""),
            "ArrowUp" => (key.to_owned(), 38, ""),
            "ArrowRight" => (key.to_owned(), 39, ""),
            "ArrowDown" => (key.to_owned(), 40, ""),
            "Delete" => (key.to_owned(), 46, ""),
            one if one.chars().count() == 1 => (String::new(), 0, one),
            _ => panic!("the harness does not know the key {name}"),
        };
        self.record_action();
        let shown = if key == "Space" { " " } else { key };
        let mut event = json!({ "key": shown, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers });
        for kind in [if text.is_empty() { "rawKeyDown" } else { "keyDown" }, "keyUp"] {
            event["type"] = json!(kind);
            if kind == "keyDown" {
                event["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", event.clone());
        }
    }

    /// Puts a text into the focused field in place of what is selected there, at once, as pasting does.
    #[track_caller]
    pub fn insert_text(&self, text: &str) {
        self.record_action();
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Types a text into the focused field, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        for character in text.chars() {
            self.key(&character.to_string());
        }
    }
}

fn modifier(name: &str) -> i64 {
    match name {
        "Alt" => 1,
        "Control" => 2,
        "Meta" => 4,
        "Shift" => 8,
        _ => panic!("the harness does not know the modifier {name}"),
    }
}

/// An expression for the point at which to tap an element: the centre of its first box, as a link may be broken over two
/// lines.
pub(super) fn tap_position_script(sel: &str) -> String {
    format!(
        "(() => {{
        const e = {SHOWN_ELEMENTS}({sel})[0];
        if (!e) return {{ trouble: 'nothing shown matches it' }};
        e.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
        const box = e.getClientRects()[0], x = box.x + box.width / 2, y = box.y + box.height / 2;
        const hit = document.elementFromPoint(x, y);
        if (!hit) return {{ trouble: `its middle, ${{x}} ${{y}}, is off the screen` }};
        if (!e.contains(hit)) return {{ trouble: 'covered by ' + hit.outerHTML.slice(0, 120) }};
        return {{ x, y }};
    }})()",
        sel = json!(sel)
    )
}
