//! A visit to a published site: every file that its workers list, and what the host does beside sending files.

use std::collections::BTreeMap;
use std::time::Duration;

use guide_content::message;
use guide_content::message::Message;
use guide_core::data_attributes::VERSION;
use guide_core::pages::{EDITOR_FOLDER, PICTURE, SQUARE_PICTURE, WORKER};
use guide_site::File;
use guide_site::hashes::integrity;
use guide_site::script_payload::{is_script_payload, script_payload};
use url::Url;

use super::answer::Answer;
use super::client::{Client, Outcome, redirect};
use super::file_list::FileList;
use super::host::Host;
use super::target::is_loopback;
use crate::failure::Failure;

/// Addresses that no site has: at its root, and in folders that are not there.
pub const NOWHERE: [&str; 2] = ["no-such-page-5b1f", "no-such-folder-5b1f/no/such/page"];

/// A folder of every site that is no page.
pub const BARE_FOLDER: &str = "assets/";

/// The folder of a page, without its slash.
pub const WITHOUT_SLASH: &str = "map";

/// After this many addresses without any answer the host is not asked any more.
const PATIENCE: usize = 3;

/// What a host answered.
pub struct Visit {
    /// The address of the site's folder.
    pub address: Url,
    /// Whether it is on this computer, where https is not needed.
    pub is_loopback: bool,
    /// What has answered, as far as it tells.
    pub host: Host,
    /// The title of the first page.
    pub title: String,
    /// The parents' files.
    pub list: FileList,
    /// Whether the editor's worker is there.
    pub has_editor: bool,
    /// Each file by its path.
    pub files: BTreeMap<String, Fetched>,
    /// The answers to [`NOWHERE`] and to [`BARE_FOLDER`].
    pub nowhere: Vec<(&'static str, Result<Answer, Message>)>,
    /// The answer to [`WITHOUT_SLASH`].
    pub without_slash: Option<Answer>,
    /// The status with which a file was answered that the browser has already; `None` where the host gives nothing to know it by.
    pub unchanged: Option<u16>,
}

/// A file that was asked for.
pub struct Fetched {
    /// The integrity that it should have, where the site tells it.
    pub expected: Option<String>,
    /// The answer, or why there is none.
    pub answer: Result<Answer, Message>,
    /// The answer to a question for the bytes without compression, where the first one was compressed and is not known to be right.
    pub plain: Option<Answer>,
}

impl Fetched {
    /// The answer, if it is the file's.
    pub fn found(&self) -> Option<&Answer> {
        self.answer.as_ref().ok().filter(|answer| answer.status == 200)
    }
}

impl Visit {
    /// Visits the site at an address. The error says why there is no site of ours.
    pub fn of(asked: &Url, timeout: Duration) -> Result<Visit, Failure> {
        let client = Client::new(asked, timeout);
        let page = first_page(&client, asked)?;
        let address = page.address.join("./").unwrap_or_else(|_| page.address.clone());
        let script = match client.get(&at(&address, WORKER)) {
            Outcome::Answer(answer) if answer.status == 200 => answer.text(),
            _ => String::new(),
        };
        let Some(list) = FileList::of_worker(&script) else { return Err(no_site(&page, &address).into()) };
        let mut visit = Visit {
            is_loopback: is_loopback(&address),
            host: Host::of(&page),
            title: title(&page.text()),
            has_editor: false,
            files: BTreeMap::new(),
            nowhere: Vec::new(),
            without_slash: client.ask(&at(&address, WITHOUT_SLASH), &[]).ok(),
            unchanged: unchanged(&client, &page),
            list,
            address,
        };
        visit.fetch_all(&client)?;
        for path in NOWHERE.into_iter().chain([BARE_FOLDER]) {
            let answer = client.ask(&at(&visit.address, path), &[("Accept-Encoding", "gzip, deflate, br")]);
            visit.nowhere.push((path, answer));
        }
        Ok(visit)
    }

    /// The first line of what is printed.
    pub fn summary(&self) -> Message {
        let Visit { address, title, list, .. } = self;
        let version = &list.version;
        message!("{address} — «{title}», версия {version}", "{address}: “{title}”, version {version}")
    }

    fn fetch_all(&mut self, client: &Client) -> Result<(), Failure> {
        let editor_worker = format!("{EDITOR_FOLDER}{WORKER}");
        let pictures = [PICTURE.path, SQUARE_PICTURE.path, "icon-192.png", "icon-512.png", "icon-maskable.png"];
        let mut files: BTreeMap<String, Option<String>> =
            pictures.into_iter().chain([WORKER, &editor_worker]).map(|path| (path.to_owned(), None)).collect();
        files.extend(self.list.files.iter().map(|(path, integrity)| (path.clone(), Some(integrity.clone()))));
        self.fetch(client, files)?;

        let script = self.files.get(&editor_worker).and_then(Fetched::found).map(Answer::text).unwrap_or_default();
        let mut more = BTreeMap::new();
        if let Some(editor) = FileList::of_worker(&script) {
            self.has_editor = true;
            more.extend(editor.files.into_iter().map(|(path, integrity)| (path, Some(integrity))));
        }
        for (path, fetched) in &self.files {
            let payload = format!("{path}.js");
            if let (true, Some(answer)) = (is_script_payload(&payload), fetched.found()) {
                let script = script_payload(&File::new(path.clone(), answer.body.clone()));
                more.insert(payload, Some(integrity(&script.bytes)));
            }
        }
        more.retain(|path, _| !self.files.contains_key(path));
        self.fetch(client, more)
    }

    fn fetch(&mut self, client: &Client, files: BTreeMap<String, Option<String>>) -> Result<(), Failure> {
        for (path, expected) in files {
            let address = at(&self.address, &address_of(&path));
            let answer = answer_of(client.get(&address));
            // Of the workers nothing is known, so their bytes are always compared with those that come without compression.
            let is_doubtful = |answer: &Answer| expected.as_ref().is_none_or(|expected| !answer.is_file(expected));
            let doubtful = answer.as_ref().ok().filter(|answer| answer.encoding().is_some() && is_doubtful(answer));
            let plain = doubtful.and_then(|_| client.ask(&address, &[("Accept-Encoding", "identity")]).ok());
            self.files.insert(path, Fetched { expected, answer, plain });
            let unanswered: Vec<&Message> = self.files.values().filter_map(|file| file.answer.as_ref().err()).collect();
            if let (true, Some(why)) = (unanswered.len() >= PATIENCE, unanswered.last()) {
                return Err(Failure::Failed(message!(
                    why = why;
                    "{why}\nСервер не ответил {PATIENCE} раза, поэтому проверка прервана.",
                    "{why}\nThe host has not answered {PATIENCE} times, so the check was ended."
                )));
            }
        }
        Ok(())
    }
}

/// The first page of a site, by the address that was named.
fn first_page(client: &Client, asked: &Url) -> Result<Answer, Message> {
    let mut asked = asked.clone();
    // A host may show a folder's page at an address without a slash; the page itself can't tell.
    if let Some(folder) = asked.path().strip_suffix("index.html").map(str::to_owned) {
        asked.set_path(&folder);
    } else if !asked.path().ends_with('/') && !asked.path().ends_with(".html") {
        asked.set_path(&format!("{}/", asked.path()));
    }
    match client.get(&asked) {
        Outcome::Answer(answer) if answer.status == 200 => Ok(answer),
        Outcome::Answer(Answer { address, status: status @ (401 | 403), .. }) => Err(message!(
            "{address}: сервер не пускает (ответ {status}). Проверьте, что index.html загружен и что папка не \
             закрыта паролем.",
            "{address}: the host lets nobody in (it answers {status}). See that index.html is uploaded and that the \
             folder has no password."
        )),
        Outcome::Answer(Answer { address, status, .. }) => Err(message!(
            "{address}: сервер ответил {status}, страницы там нет. Проверьте адрес и загружен ли сайт в эту папку.",
            "{address}: the host answers {status}, there is no page. Check the address, and whether the site is \
             uploaded into this folder."
        )),
        Outcome::Elsewhere(other) => Err(message!(
            "{asked} перенаправляет на другой сайт: {other} — туда я не иду. Если справочник там, проверьте его: \
             guide verify {other}",
            "{asked} redirects to another site, {other}, which was not followed. If the guide is there, check it: \
             guide verify {other}"
        )),
        Outcome::Nothing(why) => Err(why),
    }
}

/// Why there is no site at an address whose first page this is.
fn no_site(page: &Answer, address: &Url) -> Message {
    match page.text().contains(VERSION) {
        true => message!(
            "{address}: страница справочника здесь есть, а его списка файлов ({WORKER}) нет. Загрузите сайт целиком; \
             если это одна из страниц справочника, назовите адрес самого справочника.",
            "{address}: a page of a guide is here, but its list of files ({WORKER}) is not. Upload the whole site; \
             if this is one of the guide's pages, name the address of the guide itself."
        ),
        false => message!(
            "{address}: что-то здесь открывается, но это не справочник, собранный этой программой. Проверьте адрес и \
             загружен ли сайт именно в эту папку.",
            "{address}: something opens here, but it is no guide built by this tool. Check the address, and whether \
             the site is uploaded into this very folder."
        ),
    }
}

/// The status with which a page is answered that the browser has.
fn unchanged(client: &Client, page: &Answer) -> Option<u16> {
    let tag = page.values("ETag").next().map(|tag| ("If-None-Match", tag));
    let known = tag.or_else(|| Some(("If-Modified-Since", page.values("Last-Modified").next()?)))?;
    let answer = client.ask(&page.address, &[("Accept-Encoding", "gzip, deflate, br"), known]);
    answer.ok().map(|answer| answer.status)
}

fn answer_of(outcome: Outcome) -> Result<Answer, Message> {
    match outcome {
        Outcome::Answer(answer) => Ok(answer),
        Outcome::Elsewhere(other) => Err(message!(
            "вместо файла — перенаправление на другой сайт, {other}",
            "instead of the file there is a redirect to another site, {other}"
        )),
        Outcome::Nothing(why) => Err(why),
    }
}

/// Where an answer redirects to.
pub fn redirected(answer: &Answer) -> Option<Url> {
    redirect(answer)
}

/// The address of a file: a page has that of its folder.
fn address_of(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => path.to_owned(),
    }
}

/// The address of a plain path below the site's folder.
fn at(address: &Url, path: &str) -> Url {
    let mut below = address.clone();
    below.set_path(&format!("{}{path}", address.path()));
    below
}

/// The title of a page.
fn title(html: &str) -> String {
    let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let title = title.map_or("", |(title, _)| title.trim());
    // Whatever it is, it commands no terminal.
    let title: String = title.chars().filter(|c| !c.is_control()).collect();
    title
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .chars()
        .take(200)
        .collect()
}
