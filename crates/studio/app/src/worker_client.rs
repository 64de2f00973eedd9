//! The worker, as functions that wait for its answers.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use guide_studio_model::{Request, Response};
use js_sys::{Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

/// A worker that has not answered after so many ms is taken for one that never will.
const PATIENCE: u32 = 30_000;

/// Why there is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoAnswer {
    /// The worker has stopped. Another one is there, without a draft.
    Stopped,
    /// Its files can't be loaded.
    NotLoaded,
}

/// An answer with the bytes that came with it.
pub type Answer = (Response, Option<Uint8Array>);

/// The worker.
#[derive(Clone)]
pub struct WorkerClient {
    state: Rc<RefCell<State>>,
}

struct State {
    /// Creates a worker.
    create: Function,
    worker: Option<(Worker, [EventListener; 2])>,
    /// How many workers there have been.
    number: u32,
    /// The number of the last request.
    last: u32,
    waiting: BTreeMap<u32, Waiting>,
}

struct Waiting {
    answer: oneshot::Sender<Result<Answer, NoAnswer>>,
    progress: Box<dyn Fn(Response)>,
    timeout: Option<Timeout>,
}

impl WorkerClient {
    /// A client of the workers that the function `create` makes.
    pub fn new(create: Function) -> WorkerClient {
        let state = State { create, worker: None, number: 0, last: 0, waiting: BTreeMap::new() };
        let client = WorkerClient { state: Rc::new(RefCell::new(state)) };
        client.start();
        client
    }

    /// Sends a request and waits for its answer.
    pub async fn call(&self, request: &Request) -> Result<Answer, NoAnswer> {
        self.call_with_progress(request, |_| ()).await
    }

    /// Sends a request and waits for its answer; `progress` gets what comes before it.
    pub async fn call_with_progress(
        &self,
        request: &Request,
        progress: impl Fn(Response) + 'static,
    ) -> Result<Answer, NoAnswer> {
        let (sender, receiver) = oneshot::channel();
        let Ok(json) = serde_json::to_string(request) else { return Err(NoAnswer::Stopped) };
        let id = {
            let mut state = self.state.borrow_mut();
            state.last += 1;
            let id = state.last;
            let waiting = Waiting { answer: sender, progress: Box::new(progress), timeout: Some(self.timeout()) };
            state.waiting.insert(id, waiting);
            let message = Object::new();
            set(&message, "id", &id.into());
            set(&message, "json", &json.into());
            if let Some((worker, _)) = &state.worker {
                _ = worker.post_message(&message);
            }
            id
        };
        let answer = receiver.await.unwrap_or(Err(NoAnswer::Stopped));
        self.state.borrow_mut().waiting.remove(&id);
        answer
    }

    /// The number of the worker, which another one does not have: it tells whether the present one has been given the draft.
    pub fn number(&self) -> u32 {
        self.state.borrow().number
    }

    fn timeout(&self) -> Timeout {
        let client = self.clone();
        Timeout::new(PATIENCE, move || client.restart(NoAnswer::Stopped))
    }

    fn start(&self) {
        let created = self.state.borrow().create.call0(&JsValue::UNDEFINED);
        let Some(worker) = created.ok().and_then(|worker| worker.dyn_into::<Worker>().ok()) else { return };
        let client = self.clone();
        let on_message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                client.receive(&event.data());
            }
        });
        let client = self.clone();
        let on_error = EventListener::new(&worker, "error", move |_| client.restart(NoAnswer::NotLoaded));
        let mut state = self.state.borrow_mut();
        state.worker = Some((worker, [on_message, on_error]));
        state.number += 1;
    }

    fn receive(&self, data: &JsValue) {
        if get(data, "failed").is_truthy() {
            return self.give_up(NoAnswer::NotLoaded);
        }
        let Some(id) = get(data, "id").as_f64() else { return };
        let id = id as u32;
        if get(data, "trapped").is_truthy() {
            return self.restart(NoAnswer::Stopped);
        }
        let json = get(data, "json").as_string().unwrap_or_default();
        let Ok(response) = serde_json::from_str::<Response>(&json) else { return self.restart(NoAnswer::Stopped) };
        if get(data, "progress").is_truthy() {
            let timeout = self.timeout();
            if let Some(waiting) = self.state.borrow_mut().waiting.get_mut(&id) {
                waiting.timeout = Some(timeout);
                (waiting.progress)(response);
            }
            return;
        }
        let bytes = get(data, "bytes").dyn_into::<Uint8Array>().ok();
        let waiting = self.state.borrow_mut().waiting.remove(&id);
        if let Some(waiting) = waiting {
            _ = waiting.answer.send(Ok((response, bytes)));
        }
    }

    /// Ends the worker, starts another one, and tells all who wait.
    fn restart(&self, why: NoAnswer) {
        let old = self.state.borrow_mut().worker.take();
        if let Some((worker, _)) = &old {
            worker.terminate();
        }
        // Its listeners may be running: they go when this is over.
        gloo_timers::callback::Timeout::new(0, move || drop(old)).forget();
        self.start();
        self.give_up(why);
    }

    fn give_up(&self, why: NoAnswer) {
        let waiting = std::mem::take(&mut self.state.borrow_mut().waiting);
        for (_, Waiting { answer, timeout, .. }) in waiting {
            // The timeout may be what is running.
            if let Some(timeout) = timeout {
                _ = timeout.cancel();
            }
            _ = answer.send(Err(why));
        }
    }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &Object, key: &str, value: &JsValue) {
    _ = Reflect::set(object, &key.into(), value);
}
