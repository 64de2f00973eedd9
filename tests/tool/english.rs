//! The tool in English: asked for by `--lang en` or by the locale.

use std::process::{Command, Output, Stdio};

use crate::{SMALL, content, stderr, stdout};

/// Runs the tool with these variables of the locale and no others.
fn guide_in(locale: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(name);
    }
    command
        .envs(locale.iter().copied())
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::null())
        .output()
        .expect("the tool runs")
}

/// Everything that the tool prints with `--lang en`, whatever the locale, and its exit code.
#[track_caller]
fn in_english(arguments: &[&str], code: i32) -> String {
    let output = guide_in(&[("LC_ALL", "ru_RU.UTF-8")], &[arguments, &["--lang", "en"]].concat());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
    format!("{}{}", stdout(&output), stderr(&output))
}

fn is_russian(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

#[test]
fn the_help_of_each_command_is_in_english() {
    let help = in_english(&["--help"], 0);
    let commands = help.split_once("Commands:\n").and_then(|(_, rest)| rest.split_once("\n\n")).expect("commands").0;
    let names: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() >= 9 && names.contains(&"upgrade"), "{names:?}");
    for name in names {
        let help = in_english(&[name, "--help"], 0);
        assert!(help.contains(&format!("Usage: guide {name}")) && !help.contains(is_russian), "{help}");
    }
    assert!(!help.contains(is_russian) && help.contains("Exit codes: 0"), "{help}");
}

#[test]
fn the_version_is_told() {
    let output = guide_in(&[], &["--version"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), concat!("guide ", env!("CARGO_PKG_VERSION"), "\n"));
    assert_eq!(stdout(&guide_in(&[], &["-V"])), stdout(&output));
}

#[test]
fn the_locale_chooses_the_language() {
    let english: [&[(&str, &str)]; 6] = [
        &[("LANG", "en_GB.UTF-8")],
        &[("LANG", "en")],
        &[("LC_MESSAGES", "en_US"), ("LANG", "ru_RU.UTF-8")],
        &[("LC_ALL", "en_US.UTF-8"), ("LC_MESSAGES", "ru_RU.UTF-8"), ("LANG", "ru_RU.UTF-8")],
        &[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")],
        &[("LANG", "en@euro")],
    ];
    let russian: [&[(&str, &str)]; 5] = [
        &[],
        &[("LANG", "C")],
        &[("LANG", "de_DE.UTF-8")],
        &[("LC_ALL", "ru_RU.UTF-8"), ("LANG", "en_GB.UTF-8")],
        &[("LC_ALL", ""), ("LC_MESSAGES", "ru_RU.UTF-8"), ("LANG", "en_GB.UTF-8")],
    ];
    for (locales, sentence) in [(&english[..], "There is no command “buidl”."), (&russian[..], "Команды «buidl» нет.")]
    {
        for locale in locales {
            let output = guide_in(locale, &["buidl"]);
            assert!(stderr(&output).starts_with(sentence), "{locale:?}: {}", stderr(&output));
        }
    }
    // The option goes before the locale, wherever it stands.
    for arguments in [["--lang", "ru", "buidl"], ["buidl", "--lang", "ru"]] {
        assert!(stderr(&guide_in(english[0], &arguments)).starts_with("Команды «buidl» нет."), "{arguments:?}");
    }
    assert!(stderr(&guide_in(&[], &["--lang=en", "buidl"])).starts_with("There is no command"));
    // Behind `--` it is a parent's word.
    assert!(stderr(&guide_in(&[], &["find", "--content", "no.toml", "--", "--lang=en"])).contains("ошибка"));
}

#[test]
fn a_language_that_is_not_spoken_is_refused() {
    for (locale, sentence) in
        [("ru", "языка «xx» программа не знает"), ("en", "the program does not know the language “xx”")]
    {
        for arguments in [&["--lang", "xx", "check"][..], &["check", "--lang=xx"]] {
            let output = guide_in(&[("LANG", locale)], arguments);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(stderr(&output).contains(sentence) && stdout(&output).is_empty(), "{}", stderr(&output));
        }
    }
}

/// Each mistake in a command, what is said of it in Russian and in English, and whose help is named.
#[test]
fn mistakes_of_usage_are_told_in_the_language_that_is_spoken() {
    for (arguments, russian, english, help) in [
        (
            &["buidl"][..],
            "Команды «buidl» нет. Может быть, build?",
            "There is no command “buidl”. Did you mean build?",
            "guide",
        ),
        (&["xyz"], "Команды «xyz» нет.", "There is no command “xyz”.", "guide"),
        (
            &["check", "--contnt", "x"],
            "Ключа --contnt нет. Может быть, --content?",
            "There is no option --contnt. Did you mean --content?",
            "guide check",
        ),
        (&["find", "-x"], "Ключа -x нет.", "There is no option -x.", "guide find"),
        (&["check", "extra"], "Лишнее слово: «extra».", "This word does not belong here: “extra”.", "guide check"),
        (&["find"], "Не хватает: <СЛОВА>.", "This is missing: <WORDS>.", "guide find"),
        (&["status", "--at"], "Нет значения: --at <МОМЕНТ>.", "The value is missing: --at <INSTANT>.", "guide status"),
        (
            &["graph", "--format", "pdf"],
            "Значения «pdf» нет: --format <ВИД>. Есть: svg, dot, mermaid.",
            "There is no value “pdf”: --format <FORM>. There are: svg, dot, mermaid.",
            "guide graph",
        ),
        (
            &["graph", "--format", "svgg"],
            "Значения «svgg» нет: --format <ВИД>. Может быть, svg? Есть: svg, dot, mermaid.",
            "There is no value “svgg”: --format <FORM>. Did you mean svg? There are: svg, dot, mermaid.",
            "guide graph",
        ),
        (
            &["graph", "--format="],
            "Нет значения: --format <ВИД>. Есть: svg, dot, mermaid.",
            "The value is missing: --format <FORM>. There are: svg, dot, mermaid.",
            "guide graph",
        ),
        (&["find", "--stdin=x"], "Значения здесь не бывает: --stdin.", "This takes no value: --stdin.", "guide find"),
        (
            &["status", "--at", "x", "--stdin"],
            "Вместе не бывают: --at <МОМЕНТ> и --stdin.",
            "These don't go together: --at <INSTANT> and --stdin.",
            "guide status",
        ),
        (
            &["build", "--url", "https://a.ru/", "--url", "https://b.ru/"],
            "Дважды не называют: --url <АДРЕС>.",
            "This can't be given twice: --url <ADDRESS>.",
            "guide build",
        ),
        (
            &["serve", "--port", "99999"],
            "--port <ЧИСЛО>: «99999» — не порт; напишите число от 0 до 65535",
            "--port <NUMBER>: “99999” is no port; write a number from 0 to 65535",
            "guide serve",
        ),
        (
            &["build", "--url", "nowhere"],
            "--url <АДРЕС>: это не адрес; напишите его целиком: https://example.ru/navigator/",
            "--url <ADDRESS>: this is no address; write all of it: https://example.ru/navigator/",
            "guide build",
        ),
        (
            &["build", "--url", "http://a.ru/"],
            "--url <АДРЕС>: адрес сайта должен начинаться с https://",
            "--url <ADDRESS>: the address of a site must begin with https://",
            "guide build",
        ),
    ] {
        for (locale, what, pointer) in [("ru", russian, "Справка"), ("en", english, "Help")] {
            let output = guide_in(&[("LANG", locale)], arguments);
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
            assert!(said.starts_with(what) && stdout(&output).is_empty(), "{arguments:?}: {said}");
            assert!(said.ends_with(&format!("\n{pointer}: {help} --help\n")), "{arguments:?}: {said}");
            assert!(locale == "ru" || !said.contains(is_russian), "{said}");
        }
    }
    // Alone, the tool shows its help; with the language only, it says what is missing.
    assert_eq!(guide_in(&[("LANG", "en")], &[]).status.code(), Some(2));
    assert!(stderr(&guide_in(&[("LANG", "en")], &[])).contains("Usage: guide"));
    let known = "new, build, serve, check";
    assert!(stderr(&guide_in(&[], &["--lang", "en"])).starts_with(&format!("No command is named. There are: {known}")));
    assert!(stderr(&guide_in(&[], &["--lang", "ru"])).starts_with(&format!("Не названа команда. Есть: {known}")));
}

#[test]
fn the_content_is_checked_in_english() {
    let (_folder, path) = content(&SMALL.replace("[source]", "[sources]"));
    let said = in_english(&["check", "--content", &path], 1);
    assert!(said.contains(&format!("{path}:1:1: error: there is no section [source]")), "{said}");
    assert!(said.contains("error: unknown key “sources” (the beginning of the file)"), "{said}");
    assert!(said.contains("= Did you mean “source”?"), "{said}");
    assert!(said.ends_with("Found: 2 errors.\n"), "{said}");
    assert!(!said.lines().filter(|line| !line.contains(" | ")).any(|line| line.contains(is_russian)), "{said}");

    let (_folder, path) = content(SMALL);
    assert!(in_english(&["check", "--content", &path], 0).contains("No errors"));
    let missing = in_english(&["check", "--content", "nowhere.toml"], 1);
    assert!(
        missing.contains("error: there is no file nowhere.toml") && missing.ends_with("Found: 1 error.\n"),
        "{missing}"
    );
}

#[test]
fn answers_are_told_in_english() {
    let (_folder, path) = content(SMALL);
    let said = in_english(&["status", "--content", &path, "--at", "tomorrow"], 2);
    assert!(said.starts_with("The instant “tomorrow” makes no sense"), "{said}");
    let said = in_english(&["status", "--content", &path, "--contact", "nobody"], 1);
    assert!(said.starts_with("There is no contact “nobody” in the guide."), "{said}");
    let output = crate::run(
        Command::new(env!("CARGO_BIN_EXE_guide")).args(["status", "--content", &path, "--stdin", "--lang", "en"]),
        "tomorrow\n",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("{\"error\":\"The instant “tomorrow”"), "{}", stdout(&output));
    let said = in_english(&["find", "--explain", "не помню почту"], 0);
    assert!(said.contains("\nbefore words ") && said.contains("\nfor forgot-email: "), "{said}");
}

#[test]
fn the_phases_of_a_build_are_told_in_english() {
    let (folder, path) = content(SMALL);
    let out = folder.path().join("site");
    let said = in_english(&["build", "--content", &path, "--out", &out.to_string_lossy()], 0);
    for sentence in ["Building the pages…", "Drawing the pictures for chats…", "Adding the files…", "file, bytes"]
    {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert!(!said.contains("Собираю страницы"), "{said}");
}

/// The site's own sentences too: what is built, and why it can't be.
#[test]
fn each_phase_and_each_fault_of_a_site_has_its_english_sentence() {
    use guide_site::{Note, Phase, SiteError};
    let name = || "a.css".to_owned();
    let faults = [
        SiteError::NoFirstStep,
        SiteError::NothingLearned,
        SiteError::SourceDateUnreadable,
        SiteError::SourceDateTooLate,
        SiteError::BrokenPack,
        SiteError::MissingFile(name()),
        SiteError::NotText(name()),
        SiteError::MissingPlaceholder(name()),
        SiteError::MissingColor("--ink"),
        SiteError::Font,
        SiteError::Archive(name()),
        SiteError::Picture(name()),
        SiteError::Json(name()),
    ];
    let notes = [Note::MissingCharacters("日".to_owned()), Note::NotKeptOffline(name())];
    let said = faults.iter().map(SiteError::message);
    let said = said.chain(notes.iter().map(Note::message)).chain(Phase::ALL.into_iter().map(Phase::message));
    for said in said {
        crate::small_guide::in_english::assert_in_english(&said.ru, &said.en, &[]);
        assert!(said.ru.contains(is_russian), "{}", said.ru);
    }
}
