//! The tool `guide`: builds and checks the site, serves it while its content is edited, answers questions about the content.

mod args;
mod build;
mod compress;
mod content;
mod content_path;
mod disk;
mod explain;
mod failure;
mod former_site;
mod graph;
mod help;
mod help_in_english;
mod install;
mod language;
mod new_guide;
mod output_dir;
mod output_file;
mod output_place;
mod paths;
mod progress;
mod renewed_guide;
mod search;
mod serve;
mod site_archive;
mod size_table;
mod status;
mod to_fill;
mod trouble;
mod typed;
mod upgrade;
mod usage_errors;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use failure::Failure;
use guide_content::message;
use language::{say, spoken};

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    language::speak(language::wanted(&words));
    match parse(&words).map(run) {
        Ok(Ok(code)) | Err(code) => code,
        Ok(Err(failure)) => {
            language::tell(failure.message());
            failure.code()
        }
    }
}

/// The arguments in these words. Where there are none to follow, help, the version or what is wrong has been printed.
fn parse(words: &[OsString]) -> Result<args::Arguments, ExitCode> {
    let mut command = help::command(spoken());
    let read = command.try_get_matches_from_mut(words).and_then(|matches| args::Arguments::from_arg_matches(&matches));
    read.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // It is no error of the command if the reader has closed the pipe.
            _ = write!(io::stdout(), "{error}");
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            _ = write!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
        _ => {
            let words = words.iter().skip(1).filter_map(|word| word.to_str());
            language::tell(&usage_errors::explain(&error, &help::typed(&command, words)));
            ExitCode::from(2)
        }
    })
}

fn run(arguments: args::Arguments) -> Result<ExitCode, Failure> {
    let content = || content_path::content_path(arguments.content.as_deref());
    match arguments.command {
        args::Command::New { folder, from: Some(from), .. } => renewed_guide::renewed_guide(&folder, &from)?,
        args::Command::New { folder, from: None, empty } => new_guide::new_guide(&folder, spoken().code(), empty)?,
        args::Command::Build { out, zip, url } => {
            build::build(&content()?, &build::Target::new(out, zip), url.as_deref())?;
        }
        args::Command::Serve { port, open_to_network, sources } => {
            serve::serve(&content()?, port, open_to_network, sources.as_deref())?
        }
        args::Command::Check => {
            let content = content::open(&content()?)?;
            content::ShownWarnings::default().show(content.warnings);
            say(&message!("Ошибок нет", "No errors"));
            to_fill::sentence(content.to_fill).iter().for_each(say);
        }
        args::Command::Upgrade { site: Some(_), .. } if arguments.content.is_some() => {
            return Err(Failure::Misused(message!(
                "Назовите что-нибудь одно: архив сайта или файл содержания (--content).",
                "Name either an archive of a site or a content file (--content)."
            )));
        }
        args::Command::Upgrade { site: Some(site), out, dry_run } => {
            former_site::upgrade(&site, out.as_deref(), dry_run)?
        }
        args::Command::Upgrade { site: None, dry_run, .. } => upgrade::upgrade(&content()?, dry_run)?,
        args::Command::Verify { target, timeout } => {
            return verify::verify(&target, std::time::Duration::from_secs(timeout));
        }
        args::Command::Status { contact, at, stdin, without_exceptions } => {
            let hours = content::open(&content()?)?.hours(contact.as_deref())?;
            let schedule = if without_exceptions { hours.schedule.without_closed() } else { hours.schedule };
            return Ok(status::status(&schedule, &hours.time_zone, at.as_deref(), stdin));
        }
        args::Command::Find { query, stdin, explain } => search::search(&content()?, query.as_deref(), stdin, explain)?,
        args::Command::Paths { all } => paths::paths(&content()?, all)?,
        args::Command::Graph { format } => graph::graph(&content()?, format)?,
    }
    Ok(ExitCode::SUCCESS)
}
