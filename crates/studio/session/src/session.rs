//! The worker's session: one draft, and an answer to each request about it.

use guide_content::Loaded;
use guide_content::diagnostics::PHRASES;
use guide_content::training::phrases::Phrases;
use guide_core::guide::Guide;
use guide_core::search::SearchEngine;
use guide_site::Assets;
use guide_studio_model::{Bytes, Draft, Edit, FilePatch, PreviewPage, Publication, Request, Response, State};

use crate::publish::publish;
use crate::search::TrainedSearch;
use crate::state::{KnownFiles, checked, default_words};
use crate::{changes, edit, pages, read_file, search, status};

/// What the worker knows. It can be lost: the app has the draft, and opens it again.
#[derive(Default)]
pub struct Session {
    draft: Draft,
    base: Draft,
    today: String,
    site: String,
    /// What a site is made of besides its content.
    assets: Assets,
    known: KnownFiles,
    /// The draft, loaded and checked.
    loaded: Option<Loaded>,
    search: TrainedSearch,
}

impl Session {
    /// A session without a draft.
    pub fn new() -> Session {
        Session::default()
    }

    /// Takes what a site is made of besides its content. The error says that it can't be read.
    pub fn set_assets(&mut self, pack: &[u8]) -> Result<(), String> {
        self.assets = Assets::from_pack(pack).map_err(|why| why.to_string())?;
        Ok(())
    }

    /// Answers a request. The bytes are the archive of a [`Response::Built`].
    pub fn handle(&mut self, request: Request, progress: &mut dyn FnMut(Response)) -> (Response, Option<Vec<u8>>) {
        let answer = match request {
            Request::Open { draft, base, today, site } => Ok(self.open(draft, base, today, site)),
            Request::Edit { revision, edits } => self.edit(revision, &edits),
            Request::Patch { revision, patches } => self.patch(revision, &patches),
            Request::Read { name, bytes } => match read_file::read(&name, &bytes.0, &self.draft) {
                Ok(read) if read.changes.is_empty() => Ok(Response::Draft(read.draft)),
                Ok(read) => Ok(Response::Upgraded(read.draft)),
                Err(why) => Err(why.ru),
            },
            Request::Page(page) => self.page(&page),
            Request::Status { contact, at } => self.guide().and_then(|guide| status::status(guide, &contact, &at)),
            Request::Find(sentence) => self.with_search(|engine, _| search::find(engine, &sentence)),
            Request::SearchTests => self.with_search(search::tests),
            Request::Changes => Ok(Response::Changes(changes::changes(&self.base, &self.draft))),
            Request::Build { publication, own } => match self.build(&publication, own, progress) {
                Ok((response, archive)) => return (response, Some(archive)),
                Err(why) => Err(why),
            },
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
        // What the search has learned may be of use again.
        let (assets, search) = (std::mem::take(&mut self.assets), std::mem::take(&mut self.search));
        *self = Session { draft, base, today, site, assets, search, ..Session::default() };
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

    /// Builds the site. `own` are the editor's own files, each with its path from the site's folder.
    fn build(
        &mut self,
        publication: &Publication,
        own: Vec<(String, Bytes)>,
        progress: &mut dyn FnMut(Response),
    ) -> Result<(Response, Vec<u8>), String> {
        for (path, Bytes(bytes)) in own {
            self.assets.insert(&format!("program/{path}"), bytes);
        }
        publish(&self.draft, &self.today, publication, &self.assets, progress)
    }

    /// The guide as far as it could be read.
    fn guide(&self) -> Result<&Guide, String> {
        let guide = self.loaded.as_ref().and_then(|loaded| loaded.guide.as_ref());
        guide.ok_or_else(|| "Это будет видно, когда файл справочника снова можно будет прочесть.".to_owned())
    }

    fn page(&self, page: &PreviewPage) -> Result<Response, String> {
        // A search that is not trained yet has its place on the page already: it says there that it could not be loaded.
        let has_search = self.loaded.as_ref().is_some_and(|loaded| loaded.phrases.is_some());
        let model = has_search.then(|| self.search.model().unwrap_or_default());
        pages::page(self.guide()?, page, &self.site, model, &self.assets).map(Response::Page)
    }

    /// Asks the search of the draft.
    fn with_search(&mut self, ask: impl FnOnce(&SearchEngine, &Phrases) -> Response) -> Result<Response, String> {
        let loaded = self.loaded.as_ref().ok_or("Сначала откройте справочник.")?;
        let phrases = loaded
            .phrases
            .as_ref()
            .ok_or("Поиска пока нет: у справочника нет файла фраз или в нём ошибка. Её место — в списке замечаний.")?;
        let text = loaded.files.get(PHRASES).map_or("", |file| file.text.as_str());
        self.search.engine(text, phrases).map(|engine| ask(engine, phrases))
    }
}
