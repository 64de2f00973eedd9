//! Fingers, mouse and keys: real input events, which the browser itself turns into clicks, focus and navigation.

use std::time::{Duration, Instant, SystemTime};

use serde_json::json;

use super::page::{Page, SHOWN};

/// How long a person looks for what is to be tapped.
const PATIENCE: Duration = Duration::from_secs(10);

impl Page {
    /// Taps the middle of the first shown match, scrolled into view; fails if something else lies there and stays.
    #[track_caller]
    pub fn tap(&self, sel: &str) {
        let (x, y) = self.aim(sel);
        self.touch(x, y);
    }

    /// Taps a point of the screen, in CSS pixels.
    #[track_caller]
    pub(super) fn touch(&self, x: f64, y: f64) {
        self.acts();
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

    /// Notes that a person does something now: what moves on the page in answer to it is no surprise.
    pub(super) fn acts(&self) {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is later than 1970");
        self.acts.borrow_mut().push(now.as_secs_f64());
    }

    /// Where to touch an element.
    #[track_caller]
    fn aim(&self, sel: &str) -> (f64, f64) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let found = self.eval(&place(sel));
            if let Some(middle) = found["x"].as_f64().zip(found["y"].as_f64()) {
                return middle;
            }
            let trouble = found["trouble"].as_str().unwrap_or("no place");
            assert!(Instant::now() < deadline, "{sel} cannot be tapped: {trouble} (at {})", self.url());
            self.listen(Duration::from_millis(20));
        }
    }

    /// Presses a key by its DOM name, with modifiers in front: `Tab`, `Shift+Tab`, `Enter`, `a`.
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
        self.acts();
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

    /// Types a text into the focused field, a character at a time as a keyboard does.
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

/// The expression for where to touch an element: the middle of its first box, as a link may be broken over two lines.
pub(super) fn place(sel: &str) -> String {
    format!(
        "(() => {{
        const e = {SHOWN}({sel})[0];
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
