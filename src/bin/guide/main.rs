//! The tool. For now only `status`, with the schedule of the centre in Ivanovo.

mod status;

use clap::{Parser, Subcommand};
use navigator_guide::guide::schedule::Schedule;
use std::process::ExitCode;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The schedule's state at an instant, as JSON
    Status {
        /// The instant, RFC 3339 with an offset; now if left out
        #[arg(long, conflicts_with = "stdin")]
        at: Option<String>,
        /// Answer each line of the standard input
        #[arg(long)]
        stdin: bool,
        /// Leave out the single closed dates
        #[arg(long)]
        without_exceptions: bool,
    },
}

fn main() -> ExitCode {
    let Command::Status {
        at,
        stdin,
        without_exceptions,
    } = Arguments::parse().command;
    let closed: &[&str] = if without_exceptions {
        &[]
    } else {
        &["2026-12-31"]
    };
    let holidays = [
        "01-01..01-08",
        "02-23",
        "03-08",
        "05-01",
        "05-09",
        "06-12",
        "11-04",
    ];
    match Schedule::parse("Tu,Th 13:00-16:30; PH off", &holidays, closed) {
        Ok(schedule) => status::run(&schedule, "Europe/Moscow", at.as_deref(), stdin),
        Err(_) => ExitCode::from(1),
    }
}
