//! The licences of everything that cargo brings: each must be one that asks for no more than to be named.
//!
//! Advisories are not looked up: their database comes from a place that a test run should not hang on. Whoever has
//! `cargo audit` runs it on `Cargo.lock`.

use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseItem, ParseMode};

/// What may come along. CDLA-Permissive-2.0 is for data, here Mozilla's list of certificates (`webpki-roots`): like MIT it asks that its text
/// goes along with what is passed on, and for nothing of the results.
const TAKEN: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

/// Why a package may not come along, if so.
fn refusal(licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else { return Some("names no licence".into()) };
    let expression = match Expression::parse_mode(licence, ParseMode::LAX) {
        Ok(expression) => expression,
        Err(why) => return Some(format!("«{licence}» can't be read: {why}")),
    };
    let taken = expression.evaluate(|wanted| match &wanted.license {
        LicenseItem::Spdx { id, .. } => TAKEN.contains(&id.name),
        LicenseItem::Other { .. } => false,
    });
    (!taken).then(|| format!("{licence} is none of {}", TAKEN.join(", ")))
}

#[test]
fn of_all_packages_are_taken() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let told = Command::new(cargo)
        .args(["metadata", "--locked", "--format-version", "1", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml"))
        .output()
        .expect("cargo runs");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).expect("cargo tells in JSON");
    let packages = told["packages"].as_array().expect("packages");
    assert!(packages.len() > 100, "only {} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let why = refusal(package["license"].as_str())?;
            Some(format!("{} {}: {why}", package["name"], package["version"]))
        })
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn of_the_wrong_kind_are_refused() {
    for taken in ["MIT", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT OR LGPL-2.1-or-later"] {
        assert_eq!(refusal(Some(taken)), None, "{taken}");
    }
    for refused in [None, Some("GPL-3.0-only"), Some("MIT AND AGPL-3.0-only"), Some("all mine"), Some("")] {
        assert!(refusal(refused).is_some(), "{refused:?}");
    }
}
