//! Files that must not be read or written, a full disk, folders where no site belongs: a sentence each, and nothing is left half-written.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::build::files;
use crate::{SMALL, content, guide, run, stderr, stdout};

/// One sentence for people on standard error, beside what tells the progress, and nothing on standard output.
#[track_caller]
fn assert_says(output: &Output, code: i32, said: &str) {
    let text = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(text.contains(said), "{said}: {text}");
    assert!(stdout(output).is_empty(), "{}", stdout(output));
}

#[cfg(unix)]
mod permissions {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    use super::*;

    /// The tool as somebody whom permissions hold for: as nobody, where the tests run as the owner of everything.
    fn as_somebody(tool: &Path, arguments: &[&str]) -> Output {
        let mut command = Command::new(tool);
        command.args(arguments);
        if fs::metadata("/proc/self").expect("this process").uid() == 0 {
            command.uid(65534).gid(65534);
        }
        run(&mut command, "")
    }

    #[test]
    fn what_must_not_be_read_or_written_is_said_in_a_sentence() {
        let (folder, path) = content(SMALL);
        let mode = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).expect("permissions");
        mode(folder.path(), 0o755);
        // The tool itself may lie where nobody else may look.
        let tool = folder.path().join("guide");
        fs::copy(env!("CARGO_BIN_EXE_guide"), &tool).expect("a copy");
        let content_folder = folder.path().join("content");
        let folder_name = content_folder.to_string_lossy().into_owned();
        let out = folder.path().join("site").to_string_lossy().into_owned();
        let zip = folder.path().join("site.zip").to_string_lossy().into_owned();
        let before = files(folder.path());

        // A folder that nobody may write into.
        for (arguments, ru, en) in [
            (vec!["build", "--content", &path, "--out", &out], "нет прав на запись", "permission denied"),
            (vec!["build", "--content", &path, "--zip", &zip], "нет прав на запись", "permission denied"),
            (vec!["new", &out], "нет прав на запись", "permission denied"),
            (vec!["new", &out, "--from", &path], "нет прав на запись", "permission denied"),
        ] {
            for (said, language) in [(ru, "ru"), (en, "en")] {
                assert_says(&as_somebody(&tool, &[&arguments[..], &["--lang", language]].concat()), 1, said);
            }
        }
        // Content that nobody may read: the file, then its folder.
        mode(Path::new(&path), 0o000);
        for arguments in [vec!["check", "--content", &path], vec!["check", "--content", &folder_name]] {
            assert_says(&as_somebody(&tool, &arguments), 1, "прочитать не разрешено");
        }
        mode(Path::new(&path), 0o644);
        mode(&content_folder, 0o000);
        let new = vec!["new", &out, "--from", &path];
        for arguments in
            [vec!["check", "--content", &path], vec!["build", "--content", &folder_name, "--out", &out], new]
        {
            assert_says(&as_somebody(&tool, &arguments), 1, "прочитать не разрешено");
        }
        mode(&content_folder, 0o755);
        assert!(files(folder.path()) == before, "nothing is written");
    }
}

#[cfg(target_os = "linux")]
mod disks {
    use super::*;

    /// Whether a test may mount a small disk of its own.
    fn may_mount() -> bool {
        let probe = tempfile::tempdir().expect("a folder");
        let mount = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "tmpfs"]).arg(probe.path()).output();
        mount.is_ok_and(|mount| mount.status.success())
    }

    /// Runs the tool where a disk with these options is mounted at `disk`, for it alone. With its output comes what lies on the disk
    /// afterwards. Where no disk can be mounted, no file may have more than a kilobyte instead: writing fails then too, with another error.
    fn on_disk(options: &str, disk: &Path, arguments: &[&str]) -> (Output, String, bool) {
        let may_mount = may_mount();
        let list = disk.with_extension("list");
        let run_and_list = "\"$@\"; code=$?; find \"$DISK\" -mindepth 1 >\"$LIST\"; exit $code";
        let mut command = Command::new(if may_mount { "unshare" } else { "sh" });
        if may_mount {
            command.args(["-rm", "sh", "-c"]);
            command.arg(format!("mount -t tmpfs -o {options} tmpfs \"$DISK\" || exit 99; {run_and_list}"));
        } else {
            command.args([
                "-c",
                &format!("trap '' XFSZ; (ulimit -f 2; \"$@\"); code=$?; set -- sh -c \"exit $code\"; {run_and_list}"),
            ]);
        }
        command.arg("sh").arg(env!("CARGO_BIN_EXE_guide")).args(arguments);
        let output = run(command.env("DISK", disk).env("LIST", &list).env("TMPDIR", disk), "");
        assert_ne!(output.status.code(), Some(99), "the disk is mounted");
        (output, fs::read_to_string(&list).expect("a list"), may_mount)
    }

    #[test]
    fn on_a_full_disk_nothing_is_left_half_written() {
        let (folder, path) = content(SMALL);
        let disk = folder.path().join("disk");
        fs::create_dir(&disk).expect("a folder");
        let on = |name: &str| disk.join(name).to_string_lossy().into_owned();
        let site = folder.path().join("old.zip").to_string_lossy().into_owned();
        let index = "{\"guide\":\"guide.toml\",\"files\":{\"guide.toml\":\"content/guide.toml\"}}";
        fs::write(
            &site,
            crate::bad_archives::zip(&[
                ("content/index.json", index.as_bytes()),
                ("content/guide.toml", SMALL.as_bytes()),
            ]),
        )
        .expect("a file");
        let large = "size=300k";
        // Room for the folder and a page of a file.
        let small = "size=4k";
        for (options, arguments, said) in [
            (large, vec!["build", "--content", &path, "--out", &on("sites/here")], "сайт не записан"),
            (large, vec!["build", "--content", &path, "--zip", &on("site.zip")], "архив "),
            (large, vec!["upgrade", &site, "--out", &on("new.zip")], "архив "),
            (large, vec!["serve", "--content", &path, "--port", "0"], "сайт не записан"),
            (small, vec!["new", &on("deep/new")], "не записывается"),
            (small, vec!["new", &on("deep/new"), "--from", "content/ivanovo.toml"], "не записывается"),
        ] {
            let (output, list, is_full) = on_disk(options, &disk, &arguments);
            let text = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}: {text}");
            assert!(text.contains(said), "{arguments:?}: {text}");
            assert!(!is_full || text.contains("на диске нет места"), "{arguments:?}: {text}");
            assert_eq!(list, "", "{arguments:?}: nothing is left");
        }
        // Not even room for a folder.
        let (output, _, is_full) =
            on_disk("nr_inodes=1", &disk, &["serve", "--content", &path, "--port", "0", "--lang", "en"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(!is_full || stderr(&output).contains("temporary files can’t be written"), "{}", stderr(&output));
    }

    #[test]
    fn a_site_that_is_there_survives_a_full_disk() {
        let (folder, path) = content(SMALL);
        let out = folder.path().join("site");
        fs::create_dir(&out).expect("a folder");
        let script = "mount -t tmpfs -o size=12m tmpfs \"$OUT\" || exit 99; \"$@\" >/dev/null || exit 98; \
                      find \"$OUT\" -type f -exec sha256sum {} + | sort >\"$OUT.before\"; \
                      dd if=/dev/zero of=\"$OUT/filler\" bs=1k 2>/dev/null; \"$@\"; code=$?; rm \"$OUT/filler\"; \
                      find \"$OUT\" -type f -exec sha256sum {} + | sort >\"$OUT.after\"; exit $code";
        let build = |command: &mut Command| {
            command.arg("sh").arg(env!("CARGO_BIN_EXE_guide")).args(["build", "--content", &path, "--out"]).arg(&out);
            run(command.env("OUT", &out), "")
        };
        if !may_mount() {
            // The same on the one disk that there is, where the second build can't write a file of its size.
            let script = "\"$@\" >/dev/null || exit 98; find \"$OUT\" -type f -exec sha256sum {} + | sort >\"$OUT.before\"; \
                          (trap '' XFSZ; ulimit -f 2; \"$@\"); code=$?; \
                          find \"$OUT\" -type f -exec sha256sum {} + | sort >\"$OUT.after\"; exit $code";
            assert_eq!(build(Command::new("sh").args(["-c", script])).status.code(), Some(1));
        } else {
            let output = build(Command::new("unshare").args(["-rm", "sh", "-c", script]));
            assert_says(&output, 1, "на диске нет места");
            assert!(stderr(&output).contains("Папка осталась как была."), "{}", stderr(&output));
        }
        let list = |ending: &str| fs::read_to_string(out.with_extension(ending)).expect("a list");
        assert!(list("before").lines().count() > 40 && list("before") == list("after"));
    }

    #[test]
    fn another_file_system_takes_a_site() {
        let (folder, path) = content(SMALL);
        let disk = folder.path().join("disk");
        fs::create_dir(&disk).expect("a folder");
        // The root of a volume is a folder as any other, while it is not that of the whole machine.
        for out in [disk.clone(), disk.join("deep/site")] {
            let arguments = ["build", "--content", &path, "--out", &out.to_string_lossy()];
            if !may_mount() {
                let shared = tempfile::tempdir_in("/dev/shm").expect("a folder in memory");
                let built = guide(&["build", "--content", &path, "--out", &shared.path().to_string_lossy()]);
                assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
                continue;
            }
            let (output, list, _) = on_disk("size=64m", &disk, &arguments);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            let page = out.join("index.html");
            assert!(list.lines().any(|line| Path::new(line) == page), "{list}");
        }
    }
}

#[test]
fn a_site_is_not_built_into_the_folder_of_its_guide_nor_into_a_whole_disk() {
    let (folder, path) = content(SMALL);
    let before = files(folder.path());
    let inside = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let example = inside("content-site");
    let in_folder = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
        command.args(arguments).current_dir(folder.path().join("content")).env("LC_ALL", "ru_RU.UTF-8");
        command.output().expect("the tool runs")
    };
    for out in ["content", "content/", "content/dist", "content/new/deeper", "new/../content/x", "content/x/.."] {
        let output = guide(&["build", "--content", &path, "--out", &inside(out)]);
        assert_says(
            &output,
            2,
            &format!(
                "в папке справочника, и файлы сайта смешались бы с вашими. Назовите другую папку, например: --out {example}"
            ),
        );
    }
    // From within, with the usual folder.
    for arguments in [&["build"][..], &["build", "--out", "."], &["build", "--out", "../content/dist"]] {
        assert_says(&in_folder(arguments), 2, "например: --out ../content-site");
    }
    let output = in_folder(&["build", "--lang", "en"]);
    assert_says(&output, 2, "is within the folder of the guide");
    for root in ["/", "/tmp/..", "/."] {
        assert_says(&guide(&["build", "--content", &path, "--out", root]), 2, "это весь диск");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("content"), folder.path().join("link")).expect("a link");
        assert_says(&guide(&["build", "--content", &path, "--out", &inside("link/dist")]), 2, "в папке справочника");
        // The guide is named by a link that lies elsewhere: neither folder takes the site.
        fs::create_dir(folder.path().join("elsewhere")).expect("a folder");
        let named = folder.path().join("elsewhere/guide.toml");
        std::os::unix::fs::symlink(&path, &named).expect("a link");
        for out in ["elsewhere/dist", "content/dist"] {
            let output = guide(&["build", "--content", &named.to_string_lossy(), "--out", &inside(out)]);
            assert_says(&output, 2, "в папке справочника");
        }
        fs::remove_dir_all(folder.path().join("elsewhere")).expect("a folder");
        fs::remove_file(folder.path().join("link")).expect("a link");
    }
    assert!(files(folder.path()) == before, "nothing is written");
    // What is typed then works.
    let built = in_folder(&["build", "--out", "../content-site"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(folder.path().join("content-site/index.html").is_file());
}
