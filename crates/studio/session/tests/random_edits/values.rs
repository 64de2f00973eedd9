//! Random values, and the places of a tree that they may be put at.

use guide_studio_model::{FileRole, Node, Place};

/// Every place of a tree with its value.
pub fn places(tree: &Node, role: FileRole) -> Vec<(Place, Node)> {
    fn walk(place: &Place, node: &Node, places: &mut Vec<(Place, Node)>) {
        if !place.keys.is_empty() {
            places.push((place.clone(), node.clone()));
        }
        match node {
            Node::Table(entries) => entries.iter().for_each(|(name, node)| walk(&place.name(name), node, places)),
            Node::List(items) => {
                items.iter().enumerate().for_each(|(index, node)| walk(&place.index(index), node, places));
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    walk(&Place { file: role, keys: Vec::new() }, tree, &mut places);
    places
}

/// Keys of content files, and others.
pub const KEYS: &[&str] = &[
    "id",
    "name",
    "label",
    "option",
    "picture",
    "contact",
    "phone",
    "hours",
    "closed",
    "aside",
    "lead",
    "do",
    "url",
    "tests",
    "phrases",
    "слово",
    "a b",
    "",
    "\"",
    "step",
    "words",
    "site",
    "notice",
    "time_zone",
];
const TEXTS: &[&str] = &[
    "",
    " ",
    "\n",
    "\"",
    "\"\"\"",
    "'''",
    "\\",
    "\r\n",
    "\u{0}",
    "\u{feff}",
    "# заменить",
    "Новый текст.",
    "{phone}",
    "[[step]]\nid = \"x\"",
    "</script><b>",
    "ё — «…»",
    "- раз\n- два",
    "words-2.toml",
    "phrases.toml",
    "../x.toml",
    "guide.toml",
    "Tu 09:00-10:00",
    "+74932000000",
    "https://example.ru/",
    "2026-12-31",
    "\"\"\"\"\n'''\\",
    "конец\\",
    "строка\n\n\nещё\n",
    "🙂е\u{301}",
];

/// A small generator of random numbers (xorshift), the same everywhere.
pub struct Random(u64);

impl Random {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below this one; 0 where it is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16) % bound.max(1) as u64) as usize
    }

    /// One of these.
    pub fn one_of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    /// A text, mostly a short one.
    pub fn text(&mut self) -> String {
        match self.below(20) {
            0 => "я".repeat(5000),
            1..=4 => format!("{}{}", self.one_of(TEXTS), self.one_of(TEXTS)),
            _ => self.one_of(TEXTS).to_owned(),
        }
    }

    /// A value whose tables and lists are nested so deep at most.
    pub fn node(&mut self, depth: usize) -> Node {
        match self.below(if depth == 0 { 5 } else { 9 }) {
            0..=2 => Node::Text(self.text()),
            3 => Node::Flag(self.below(2) == 0),
            4 => match self.below(3) {
                0 => Node::Other(self.one_of(&["1.5", "2026-11-26", "nan", "}", "\"x\"", "1\nx = 2"]).to_owned()),
                _ => Node::Number(self.below(100) as i64 - 50),
            },
            5 | 6 => Node::List((0..self.below(4)).map(|_| self.node(depth - 1)).collect()),
            _ => {
                let mut entries: Vec<(String, Node)> = Vec::new();
                for _ in 0..self.below(5) {
                    let key = self.one_of(KEYS).to_owned();
                    if entries.iter().all(|(known, _)| *known != key) {
                        entries.push((key, self.node(depth - 1)));
                    }
                }
                Node::Table(entries)
            }
        }
    }
}
