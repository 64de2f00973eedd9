//! stub until merge
use navigator_guide::guide::schedule::Schedule;
pub fn run(_s: &Schedule, _z: &str, _a: Option<&str>, _i: bool) -> Result<std::process::ExitCode, String> {
    Err("x".into())
}
