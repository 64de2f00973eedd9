//! Tests of the harness: the fake clock and the emulated time zone.

use std::time::Duration;

use super::serve_page;
use crate::support::Setup;

/// Records when each of its timers fired, by the page's own clock.
const TICKS: &str = "<script>
    const at = () => new Date().toISOString().slice(11, 19), ticks = [], shown = [];
    setTimeout(() => ticks.push('once ' + at()), 45000);
    const every = setInterval(() => { ticks.push('each ' + at()); if (ticks.length === 4) clearInterval(every); }, 30000);
    clearTimeout(setTimeout(() => ticks.push('never'), 10));
    addEventListener('visibilitychange', () => shown.push(document.visibilityState + ' ' + at()));
</script>";

fn secs(number: u64) -> Duration {
    Duration::from_secs(number)
}

#[test]
fn every_date_api_returns_the_fake_time_and_it_runs() {
    let test_site = serve_page("<p>one</p>");
    let page = Setup::default().clock_at("2026-11-24T12:59:00+03:00").zone("Asia/Kamchatka").page();
    page.open(&test_site.host.url(""));
    let now = "Date.parse('2026-11-24T09:59:00Z')";
    for expression in [
        "Date.now()",
        "+new Date()",
        "+new (class extends Date {})()",
        "Date.parse(Date())",
        "new Date().constructor.now()",
    ] {
        // The text form has whole seconds only.
        page.wait_until(&format!("(t => t >= {now} && t < {now} + 60000)({expression})"), expression);
    }
    assert_eq!(
        page.eval("new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short' }).format()"),
        "24/11/2026, 21:59"
    );
    assert_eq!(page.eval("new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Moscow' }).formatToParts().map(p => p.value).join('')"), "12:59");
    assert_eq!(
        page.eval("new Date(2020, 1, 29).toISOString() + (new Date() instanceof Date)"),
        "2020-02-28T12:00:00.000Ztrue"
    );
    page.wait_until(&format!("Date.now() > {now} + 400"), "the running clock");
}

#[test]
fn without_a_fake_clock_the_time_is_real() {
    let test_site = serve_page("<p>one</p>");
    let page = Setup::default().zone("America/Los_Angeles").page();
    page.open(&test_site.host.url(""));
    let real = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64;
    let page_time = page.eval("Date.now()").as_i64().unwrap();
    assert!((page_time - real).abs() < 10_000, "{page_time} is not {real}");
    assert_eq!(page.eval("Intl.DateTimeFormat().resolvedOptions().timeZone"), "America/Los_Angeles");
}

#[test]
fn advancing_the_clock_fires_due_timers_in_order() {
    let test_site = serve_page(TICKS);
    let page = Setup::default().clock_at("2026-11-24T10:00:00Z").page();
    page.open(&test_site.host.url(""));
    page.advance(secs(200));
    assert_eq!(page.eval("ticks.join()"), "each 10:00:30,once 10:00:45,each 10:01:00,each 10:01:30");
    assert_eq!(page.eval("shown.join()"), "");
    // A timer that is not yet due keeps its time.
    page.eval("setTimeout(() => ticks.push('last'), 60000)");
    page.advance(secs(59));
    assert_eq!(page.eval("ticks.length"), 4);
    page.wait_until("ticks[4] === 'last'", "the timer left one second before its moment");
}

#[test]
fn a_sleeping_phone_fires_no_timer_and_wakes_at_a_later_time() {
    let test_site = serve_page(TICKS);
    let page = Setup::default().clock_at("2026-11-24T10:00:00Z").page();
    page.open(&test_site.host.url(""));
    page.sleep(secs(3600));
    assert_eq!(page.eval("shown.map(s => s.slice(0, -3)).join()"), "hidden 10:00,visible 11:00");
    page.pump_events(Duration::from_millis(200));
    assert_eq!(page.eval("ticks.length"), 0);
    page.advance(secs(31));
    assert_eq!(page.eval("ticks.map(s => s.slice(0, -3)).join()"), "each 11:00");
}
