//! What is being done, on standard error. On a terminal, what takes longer than a second shows how many seconds it has taken so far.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use guide_content::message;
use guide_content::message::Message;

use crate::language::{said, tell};

/// The steps of something that takes its time, one after the other. The last one ends when this is dropped.
#[derive(Default)]
pub struct Steps(Option<(Sender<()>, JoinHandle<()>)>);

impl Steps {
    /// Ends the step before, and says what is being done now.
    pub fn begin(&mut self, what: &Message) {
        self.end();
        tell(what);
        if can_rewrite_lines() {
            let (end, ended) = channel();
            let what = what.clone();
            self.0 = Some((end, std::thread::spawn(move || tell_seconds(&what, &ended))));
        }
    }

    /// Ends the step.
    pub fn end(&mut self) {
        if let Some((end, clock)) = self.0.take() {
            drop(end);
            _ = clock.join();
        }
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.end();
    }
}

/// Whether standard error is a terminal that understands how a line is written anew. The console of an old Windows does not.
fn can_rewrite_lines() -> bool {
    let is_modern = if cfg!(windows) {
        std::env::var_os("WT_SESSION").is_some()
    } else {
        std::env::var_os("TERM").is_some_and(|name| name != "dumb")
    };
    is_modern && std::io::stderr().is_terminal()
}

/// Writes the line that says what is being done anew each second, until the step has ended.
fn tell_seconds(what: &Message, ended: &std::sync::mpsc::Receiver<()>) {
    let begun = Instant::now();
    while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(Duration::from_secs(1)) {
        let seconds = begun.elapsed().as_secs();
        let line = message!(what = what; "{what} {seconds} с", "{what} {seconds} s");
        _ = writeln!(std::io::stderr(), "\x1b[1A\r{}\x1b[K", said(&line));
    }
}
