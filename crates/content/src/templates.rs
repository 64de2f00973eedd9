//! Guides to start a new one from, in the languages of the tool.

/// A content file to start from. Both build as they are.
pub struct Template {
    /// Its language, as in the key `lang`.
    pub lang: &'static str,
    /// A small guide whose comments explain every key.
    pub commented: &'static str,
    /// The least that builds.
    pub empty: &'static str,
}

/// The templates, Russian first.
pub const TEMPLATES: [Template; 2] = [
    Template {
        lang: "ru",
        commented: include_str!("../templates/ru/guide.toml"),
        empty: include_str!("../templates/ru/empty.toml"),
    },
    Template {
        lang: "en",
        commented: include_str!("../templates/en/guide.toml"),
        empty: include_str!("../templates/en/empty.toml"),
    },
];
