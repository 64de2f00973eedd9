//! The worker's session: one draft, and an answer to each request about it.

use guide_content::Loaded;
use guide_studio_model::{Draft, Edit, FilePatch, Request, Response, State};

use crate::state::{KnownFiles, checked, default_words};
use crate::{edit, pages};

/// What the worker knows. It can be lost: the app has the draft, and opens it again.
#[derive(Default)]
pub struct Session {
    draft: Draft,
    base: Draft,
    today: String,
    site: String,
    known: KnownFiles,
    /// The draft, loaded and checked.
    loaded: Option<Loaded>,
}

impl Session {
    /// A session without a draft.
    pub fn new() -> Session {
        Session::default()
    }

    /// Takes what a site is made of besides its content. The error says that it can't be read.
    pub fn set_assets(&mut self, _pack: &[u8]) -> Result<(), String> {
        Ok(())
    }

    /// Answers a request. The bytes are the archive of a [`Response::Built`].
    pub fn handle(&mut self, request: Request, _progress: &mut dyn FnMut(Response)) -> (Response, Option<Vec<u8>>) {
        let answer = match request {
            Request::Open { draft, base, today, site } => Ok(self.open(draft, base, today, site)),
            Request::Edit { revision, edits } => self.edit(revision, &edits),
            Request::Patch { revision, patches } => self.patch(revision, &patches),
            Request::Page(page) => self.page(&page),
            _ => Err("Эта часть редактора ещё не готова.".to_owned()),
        };
        (answer.unwrap_or_else(Response::Refused), None)
    }

    /// Answers a request in JSON with a response in JSON. One that can't be read is refused.
    pub fn handle_json(&mut self, json: &str, progress: &mut dyn FnMut(String)) -> (String, Option<Vec<u8>>) {
        let to_json = |response: &Response| serde_json::to_string(response).unwrap_or_default();
        match serde_json::from_str(json) {
            Ok(request) => {
                let (response, bytes) = self.handle(request, &mut |response| progress(to_json(&response)));
                (to_json(&response), bytes)
            }
            Err(why) => (to_json(&Response::Refused(format!("Редактор не понял запрос: {why}."))), None),
        }
    }

    fn open(&mut self, draft: Draft, base: Option<Draft>, today: String, site: String) -> Response {
        let base = base.unwrap_or_else(|| draft.clone());
        *self = Session { draft, base, today, site, ..Session::default() };
        let mut state = self.state(0, Vec::new());
        state.default_words = default_words(&self.draft);
        Response::State(Box::new(state))
    }

    fn edit(&mut self, revision: u32, edits: &[Edit]) -> Result<Response, String> {
        let after = edit::apply(&self.draft, edits)?;
        let patches = self.draft.patches_to(&after);
        self.draft = after;
        Ok(Response::State(Box::new(self.state(revision, patches))))
    }

    fn patch(&mut self, revision: u32, patches: &[FilePatch]) -> Result<Response, String> {
        let applied = self.draft.apply(patches);
        applied
            .map_err(|_| "Эта правка относится к другому состоянию файлов: откройте справочник заново.".to_owned())?;
        Ok(Response::State(Box::new(self.state(revision, Vec::new()))))
    }

    /// The draft as it is now, checked.
    fn state(&mut self, revision: u32, patches: Vec<FilePatch>) -> State {
        let trees = self.known.update(&self.draft);
        let loaded = checked(&self.draft, &self.today);
        let findings = self.known.findings(&loaded);
        let to_replace = self.known.to_replace();
        self.loaded = Some(loaded);
        State { revision, patches, trees, default_words: None, findings, to_replace }
    }

    fn page(&self, page: &guide_studio_model::PreviewPage) -> Result<Response, String> {
        let guide = self.loaded.as_ref().and_then(|loaded| loaded.guide.as_ref());
        let guide = guide.ok_or("Страница появится, когда файл справочника снова можно будет прочесть.")?;
        pages::page(guide, page, &self.site).map(Response::Page)
    }
}
