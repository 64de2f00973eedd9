//! Why a command ends without success, and with which exit code.

use std::process::ExitCode;

use guide_content::message::Message;

/// Why a command ends without success.
pub enum Failure {
    /// The content has errors, or files or the network fail: code 1.
    Failed(Message),
    /// The command was used wrongly, and asks for what can't be done: code 2, the same as clap's.
    Misused(Message),
}

impl Failure {
    /// What is said of it.
    pub fn message(&self) -> &Message {
        match self {
            Failure::Failed(message) | Failure::Misused(message) => message,
        }
    }

    /// The exit code.
    pub fn code(&self) -> ExitCode {
        match self {
            Failure::Failed(_) => ExitCode::from(1),
            Failure::Misused(_) => ExitCode::from(2),
        }
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Failure {
        Failure::Failed(message)
    }
}

impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure::Failed(Message::same(message))
    }
}
