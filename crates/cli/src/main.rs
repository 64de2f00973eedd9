//! The tool `guide`: builds and checks the site, serves it while its content is edited, answers questions about the content.

mod args;
mod build;
mod compress;
mod content;
mod disk;
mod explain;
mod failure;
mod graph;
mod install;
mod language;
mod new_guide;
mod output_dir;
mod paths;
mod search;
mod serve;
mod size_table;
mod status;
mod upgrade;
mod verify;

use std::process::ExitCode;

use clap::Parser;
use failure::Failure;
use guide_content::message::Message;

fn main() -> ExitCode {
    match run(args::Arguments::parse()) {
        Ok(code) => code,
        Err(failure) => {
            language::tell(failure.message());
            failure.code()
        }
    }
}

fn run(arguments: args::Arguments) -> Result<ExitCode, Failure> {
    let language = arguments.lang.unwrap_or_else(language::of_locale);
    language::speak(language);
    let content = &arguments.content;
    match arguments.command {
        args::Command::New { folder, empty } => new_guide::new_guide(&folder, language.code(), empty)?,
        args::Command::Build { out, url } => {
            // Before anything is built, so that nobody waits for a refusal.
            output_dir::OutputDir::open(&out).map_err(|why| Failure::Misused(Message::same(why)))?;
            build::build(content, &out, url.as_deref(), &mut content::ShownWarnings::default())?;
        }
        args::Command::Serve { port, open_to_network, sources } => {
            serve::serve(content, port, open_to_network, sources.as_deref())?
        }
        args::Command::Check => {
            content::ShownWarnings::default().show(content::open(content)?.warnings);
            println!("Ошибок нет");
        }
        args::Command::Upgrade { dry_run } => upgrade::upgrade(content, dry_run)?,
        args::Command::Verify { target, timeout } => {
            return verify::verify(&target, std::time::Duration::from_secs(timeout));
        }
        args::Command::Status { contact, at, stdin, without_exceptions } => {
            let hours = content::open(content)?.hours(contact.as_deref())?;
            let schedule = if without_exceptions { hours.schedule.without_closed() } else { hours.schedule };
            return Ok(status::status(&schedule, &hours.time_zone, at.as_deref(), stdin));
        }
        args::Command::Find { query, stdin, explain } => search::search(content, query.as_deref(), stdin, explain)?,
        args::Command::Paths { all } => paths::paths(content, all)?,
        args::Command::Graph { format } => graph::graph(content, format)?,
    }
    Ok(ExitCode::SUCCESS)
}
