//! The tool: builds the site, serves it while one writes, checks the content, answers for the schedule.

mod build;
mod calendar;
mod carry;
mod cli;
mod content;
mod find;
mod graph;
mod install;
mod minify;
mod output_dir;
mod pages;
mod picture;
mod press;
mod project;
mod public;
mod serve;
mod status;
mod style;
mod update_script;
mod wasm;
mod zone;

use std::process::ExitCode;

use clap::Parser;

/// Exit code of a command whose content, or whose surroundings, are at fault.
const FAILED: u8 = 1;
/// Exit code of bad use, the same as clap's.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    match run(cli::Cli::parse()) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(cli: cli::Cli) -> Result<ExitCode, String> {
    let content = &cli.content;
    match cli.command {
        cli::Command::Build { out, url } => {
            // Before anything is compiled, so that nobody waits for a refusal.
            if let Err(why) = output_dir::OutputDir::open(&out) {
                eprintln!("{why}");
                return Ok(ExitCode::from(MISUSED));
            }
            build::build(content, &out, url.as_deref())?;
        }
        cli::Command::Serve { port, open_to_network } => serve::serve(content, port, open_to_network)?,
        cli::Command::Check => content::check(content)?,
        cli::Command::Status { at, stdin, without_exceptions } => {
            let guide = content::load(content)?;
            let schedule = content::schedule(&guide, without_exceptions)?;
            return Ok(status::run(&schedule, &guide.hotline.time_zone, at.as_deref(), stdin));
        }
        cli::Command::Find { query, stdin } => find::find(content, query.as_deref(), stdin)?,
        cli::Command::Paths => content::paths(content)?,
        cli::Command::Graph { format } => graph::graph(content, format)?,
    }
    Ok(ExitCode::SUCCESS)
}
