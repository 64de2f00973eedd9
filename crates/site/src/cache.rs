//! What one build has made and the next one may need again: `guide serve` builds at every change of the content, and most changes touch
//! neither the phrases nor what the pictures show.

use guide_content::training::phrases::Phrases;

use crate::file::File;
use crate::picture::Content;
use crate::site_error::{Note, SiteError};

/// Parts of the last site that was built with the same assets. It changes no byte of a site, only how long that takes.
#[derive(Default)]
pub struct Cache {
    search: Kept<Phrases, File>,
    pictures: Kept<Content, (Vec<File>, Option<Note>)>,
}

impl Cache {
    /// The file of the search model of these phrases, which `make` makes.
    pub(crate) fn search_model(
        &mut self,
        phrases: &Phrases,
        make: impl FnOnce(&Phrases) -> Result<File, SiteError>,
    ) -> Result<File, SiteError> {
        self.search.get(phrases, make)
    }

    /// The pictures with these texts, and the note about them, which `make` makes.
    pub(crate) fn pictures(
        &mut self,
        texts: &Content,
        make: impl FnOnce(&Content) -> Result<(Vec<File>, Option<Note>), SiteError>,
    ) -> Result<(Vec<File>, Option<Note>), SiteError> {
        self.pictures.get(texts, make)
    }
}

/// What was made last, and of what.
struct Kept<K, V>(Option<(K, V)>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Kept<K, V> {
        Kept(None)
    }
}

impl<K: Clone + PartialEq, V: Clone> Kept<K, V> {
    /// What is made of `of`: once more what was made last, where that was of the same.
    fn get(&mut self, of: &K, make: impl FnOnce(&K) -> Result<V, SiteError>) -> Result<V, SiteError> {
        match &self.0 {
            Some((known, made)) if known == of => Ok(made.clone()),
            _ => {
                let made = make(of)?;
                self.0 = Some((of.clone(), made.clone()));
                Ok(made)
            }
        }
    }
}
