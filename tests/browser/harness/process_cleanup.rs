//! What the harness starts must also end, even a browser that nobody drops.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::support::child_guard::Leash;
use crate::support::chromium::Chromium;

/// Whether any process of the group is still there.
fn lives(group: u32) -> bool {
    Command::new("sh")
        .args(["-c", &format!("kill -s 0 -- -{group} 2>/dev/null")])
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn a_leash_ends_the_whole_group_and_its_folder() {
    let folder = tempfile::tempdir().unwrap().keep();
    // The second sleep is a grandchild, and deaf to polite requests, as a browser's helpers may be.
    let script = "sh -c 'trap \"\" TERM; sleep 1000; sleep 1000' & exec sleep 1000";
    let leash = Leash::start(Command::new("sh").args(["-c", script]), &folder).unwrap();
    fs::write(folder.join("profile"), "x").unwrap();
    let group = leash.id();
    assert!(lives(group));
    drop(leash);
    assert!(!lives(group), "the group {group} is still there");
    assert!(!folder.exists());
}

#[test]
fn a_leash_sees_an_end_that_came_by_itself() {
    let folder = tempfile::tempdir().unwrap().keep();
    let mut leash = Leash::start(Command::new("sh").args(["-c", "exit 3"]), &folder).unwrap();
    for _ in 0..200 {
        if let Some(status) = leash.ended() {
            return assert!(status.contains('3'), "{status}");
        }
        sleep(Duration::from_millis(20));
    }
    panic!("the end was not seen");
}

#[test]
fn a_browser_leaves_nothing_behind() {
    let browser = Chromium::start().unwrap();
    let (group, profile) = (browser.leash.id(), browser.profile.clone());
    assert!(lives(group) && Path::new(&profile).is_dir());
    drop(browser);
    assert!(!lives(group), "the browser {group} is still there");
    assert!(!profile.exists());
}

#[test]
fn a_crash_leaves_the_profile_to_the_next_browser() {
    let profile = tempfile::tempdir().unwrap();
    let browser = Chromium::with_profile(profile.path()).unwrap();
    let group = browser.leash.id();
    browser.crash();
    assert!(!lives(group), "the browser {group} is still there");
    let next = Chromium::with_profile(profile.path()).unwrap();
    assert!(lives(next.leash.id()));
    drop(next);
    assert!(profile.path().is_dir());
}
