//! How far the building of a site is, for people.

use std::fmt;

use guide_content::message;
use guide_content::message::Message;

/// What is being done of a site. [`build`](crate::build) names each but the last, in this order, before it begins with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Phase {
    /// The search is trained; not named where there are no phrases.
    Search,
    /// The pages are rendered.
    Pages,
    /// The pictures for chats are drawn.
    Pictures,
    /// All other files are added.
    Files,
    /// The files are put into an archive, which is done by [`archive`](crate::archive) and named by whoever calls it.
    Archive,
}

impl Phase {
    /// All phases in order.
    pub const ALL: [Phase; 5] = [Phase::Search, Phase::Pages, Phase::Pictures, Phase::Files, Phase::Archive];

    /// What is being done, in words.
    pub fn message(self) -> Message {
        match self {
            Phase::Search => message!("Обучаю поиск…", "Training the search…"),
            Phase::Pages => message!("Собираю страницы…", "Building the pages…"),
            Phase::Pictures => message!("Рисую картинки для чатов…", "Drawing the pictures for chats…"),
            Phase::Files => message!("Добавляю файлы…", "Adding the files…"),
            Phase::Archive => message!("Складываю архив…", "Packing the archive…"),
        }
    }
}

/// In Russian, as the editor shows it.
impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().ru)
    }
}
