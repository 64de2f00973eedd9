//! The tool: builds the site, serves it while one writes, checks the content, answers for the schedule.

mod args;
mod build;
mod compress;
mod content;
mod disk;
mod graph;
mod install;
mod output_dir;
mod paths;
mod search;
mod serve;
mod size_table;
mod status;

use std::process::ExitCode;

use clap::Parser;

/// Exit code of a command whose content, or whose surroundings, are at fault.
const FAILED: u8 = 1;
/// Exit code of bad use, the same as clap's.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    match run(args::Arguments::parse()) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(arguments: args::Arguments) -> Result<ExitCode, String> {
    let content = &arguments.content;
    match arguments.command {
        args::Command::Build { out, url } => {
            // Before anything is compiled, so that nobody waits for a refusal.
            if let Err(why) = output_dir::OutputDir::open(&out) {
                eprintln!("{why}");
                return Ok(ExitCode::from(MISUSED));
            }
            build::build(content, &out, url.as_deref())?;
        }
        args::Command::Serve { port, open_to_network, sources } => {
            serve::serve(content, port, open_to_network, sources.as_deref())?
        }
        args::Command::Check => {
            content::open(content)?;
            println!("Ошибок нет");
        }
        args::Command::Status { at, stdin, without_exceptions } => {
            let guide = content::open(content)?.guide;
            let schedule = content::schedule(&guide, without_exceptions)?;
            return Ok(status::run(&schedule, &guide.hotline.time_zone, at.as_deref(), stdin));
        }
        args::Command::Find { query, stdin } => search::search(content, query.as_deref(), stdin)?,
        args::Command::Paths => paths::paths(content)?,
        args::Command::Graph { format } => graph::graph(content, format)?,
    }
    Ok(ExitCode::SUCCESS)
}
