//! A WebSocket connection to a browser: commands, their answers and events. The Chrome DevTools Protocol and WebDriver BiDi
//! differ in the names of their commands only.
//!
//! Every page has a connection of its own, so nothing is shared between test threads and no lock or reader thread is
//! needed: events are read while a command waits for its answer, and kept in the order in which they came.

use std::cell::{Cell, Ref, RefCell};
use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

/// How long a command may take. Generous, as the machine may be shared.
pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(60);

/// An event that the browser sent by itself.
pub struct Event {
    pub method: String,
    pub params: Value,
}

/// A connection to the browser; after `attach`, to one page of it.
pub struct Connection {
    socket: RefCell<WebSocket<TcpStream>>,
    session: RefCell<Option<String>>,
    events: RefCell<Vec<Event>>,
    last: Cell<u64>,
}

impl Connection {
    pub fn connect(endpoint: &str) -> Result<Connection, String> {
        let failed = |error: &dyn std::fmt::Display| format!("no connection to the browser at {endpoint}: {error}");
        let address = endpoint.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(address).map_err(|error| failed(&error))?;
        stream.set_nodelay(true).map_err(|error| failed(&error))?;
        // A PDF or a long screenshot comes as one frame.
        let config = WebSocketConfig::default().max_frame_size(None).max_message_size(None);
        let (socket, _) =
            tungstenite::client::client_with_config(endpoint, stream, Some(config)).map_err(|error| failed(&error))?;
        Ok(Connection {
            socket: RefCell::new(socket),
            session: RefCell::default(),
            events: RefCell::default(),
            last: Cell::new(0),
        })
    }

    /// Sends all further commands to this session.
    pub fn attach(&self, session: String) {
        self.session.replace(Some(session));
    }

    /// Sends a command and waits for its answer.
    pub fn call(&self, method: &str, params: Value) -> Result<Value, String> {
        let id = self.last.get() + 1;
        self.last.set(id);
        let mut command = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = &*self.session.borrow() {
            command["sessionId"] = json!(session);
        }
        let sent = self.socket.borrow_mut().send(Message::text(command.to_string()));
        sent.map_err(|error| format!("{method} could not be sent: {error}"))?;
        let deadline = Instant::now() + ANSWER_TIMEOUT;
        loop {
            let Some(mut message) = self.read(deadline)? else {
                return Err(format!("{method} was not answered in {} s", ANSWER_TIMEOUT.as_secs()));
            };
            if message["id"] != id {
                self.store_event(message);
                continue;
            }
            return match message.get("error") {
                Some(error) => {
                    let why = error["message"].as_str().or(message["message"].as_str());
                    Err(format!("{method}: {}", why.unwrap_or("refused")))
                }
                None => Ok(message["result"].take()),
            };
        }
    }

    /// Reads events until the time is over.
    pub fn pump_events(&self, time: Duration) -> Result<(), String> {
        let deadline = Instant::now() + time;
        while let Some(message) = self.read(deadline)? {
            self.store_event(message);
        }
        Ok(())
    }

    /// All events so far.
    pub fn events(&self) -> Ref<'_, Vec<Event>> {
        self.events.borrow()
    }

    fn store_event(&self, mut message: Value) {
        // An answer that came after its command had timed out has no method and is dropped.
        if let Some(method) = message["method"].as_str().map(str::to_owned) {
            self.events.borrow_mut().push(Event { method, params: message["params"].take() });
        }
    }

    /// The next message, or `None` when the deadline passes.
    fn read(&self, deadline: Instant) -> Result<Option<Value>, String> {
        let mut socket = self.socket.borrow_mut();
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(None);
            }
            socket.get_ref().set_read_timeout(Some(left)).map_err(|error| error.to_string())?;
            match socket.read() {
                Ok(Message::Text(text)) => {
                    return serde_json::from_str(&text)
                        .map(Some)
                        .map_err(|error| format!("the browser sent no JSON: {error}"));
                }
                Ok(_) => {}
                Err(Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted) => {
                }
                Err(error) => return Err(format!("the browser hung up: {error}")),
            }
        }
    }
}
