//! Tests of the harness: every process that it starts ends, even a browser that nobody drops.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::support::child_guard::ChildGuard;
use crate::support::chromium::Chromium;

/// Whether any process of the group is still running.
fn group_exists(group: u32) -> bool {
    Command::new("sh")
        .args(["-c", &format!("kill -s 0 -- -{group} 2>/dev/null")])
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn a_child_guard_ends_the_process_group_and_removes_its_folder() {
    let folder = tempfile::tempdir().unwrap().keep();
    // The second sleep is a grandchild that ignores SIGTERM, as a browser's helpers may do.
    let script = "sh -c 'trap \"\" TERM; sleep 1000; sleep 1000' & exec sleep 1000";
    let guard = ChildGuard::start(Command::new("sh").args(["-c", script]), &folder).unwrap();
    fs::write(folder.join("profile"), "x").unwrap();
    let group = guard.id();
    assert!(group_exists(group));
    drop(guard);
    assert!(!group_exists(group), "the group {group} is still there");
    assert!(!folder.exists());
}

#[test]
fn a_child_guard_reports_a_process_that_ended_by_itself() {
    let folder = tempfile::tempdir().unwrap().keep();
    let mut guard = ChildGuard::start(Command::new("sh").args(["-c", "exit 3"]), &folder).unwrap();
    for _ in 0..200 {
        if let Some(status) = guard.ended() {
            return assert!(status.contains('3'), "{status}");
        }
        sleep(Duration::from_millis(20));
    }
    panic!("the end was not seen");
}

#[test]
fn a_dropped_browser_leaves_no_process_and_no_profile() {
    let browser = Chromium::start().unwrap();
    let (group, profile) = (browser.guard.id(), browser.profile.clone());
    assert!(group_exists(group) && Path::new(&profile).is_dir());
    drop(browser);
    assert!(!group_exists(group), "the browser {group} is still there");
    assert!(!profile.exists());
}

#[test]
fn a_crash_leaves_the_profile_for_the_next_browser() {
    let profile = tempfile::tempdir().unwrap();
    let browser = Chromium::with_profile(profile.path()).unwrap();
    let group = browser.guard.id();
    browser.crash();
    assert!(!group_exists(group), "the browser {group} is still there");
    let next = Chromium::with_profile(profile.path()).unwrap();
    assert!(group_exists(next.guard.id()));
    drop(next);
    assert!(profile.path().is_dir());
}
