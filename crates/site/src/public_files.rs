//! The files of `public/`: copied as they are, except a few with placeholders for facts of the guide or the policy.

use guide_core::guide::Guide;
use guide_core::pages::WORKER;

use crate::assets::Assets;
use crate::file::File;
use crate::policy::host_policy;
use crate::program_files::{ProgramFiles, embed_script as embed_template};
use crate::site_error::SiteError;
use crate::template::fill;

/// Settings for hosts, each with the policy in it: Apache's, for hosts such as Cloudflare Pages, Caddy's, nginx's. Browsers read none of
/// them.
pub const HOST_FILES: [&str; 4] = [".htaccess", "_headers", "caddy.conf", "nginx.conf"];

/// Every file of `public/` except the worker, with its placeholders filled. The pages load `program`.
pub fn public_files(guide: &Guide, program: &ProgramFiles, assets: &Assets) -> Result<Vec<File>, SiteError> {
    let policy = host_policy(&program.early_fetch, assets)?;
    let file = |(path, bytes): (&str, &[u8])| {
        let text = String::from_utf8_lossy(bytes);
        Ok(match path {
            "manifest.json" => File::new(path, manifest(guide, &text)?),
            "embed.js" => File::new(path, embed_script(guide, assets)?),
            _ if HOST_FILES.contains(&path) => File::new(path, fill(&text, &[("GUIDE_POLICY", &policy)])?),
            _ => File::new(path, bytes),
        })
    };
    assets.below("public/").filter(|(path, _)| *path != WORKER).map(file).collect()
}

/// The script for schools' pages. It begins with a semicolon, as an optimiser may append it to a script that lacks its last one.
fn embed_script(guide: &Guide, assets: &Assets) -> Result<String, SiteError> {
    let strings = &guide.strings;
    let start = guide.step(&guide.start);
    let step = start.and_then(|step| step.options.first()).map_or(&guide.start, |option| &option.next);
    let values = [
        ("GUIDE_TITLE", &*escaped(&guide.site.name)),
        ("GUIDE_IGNORED", &*escaped(&strings.embed_script.ignored)),
        ("GUIDE_INSTEAD", &*escaped(&strings.embed_script.instead)),
        ("GUIDE_URL", &*escaped(guide.site.url.as_ref().unwrap_or(&strings.embed.address))),
        ("GUIDE_STEP", &*escaped(step)),
    ];
    Ok(format!(";{}", fill(embed_template(assets)?, &values)?))
}

/// The manifest, with the guide's title and language.
fn manifest(guide: &Guide, template: &str) -> Result<String, SiteError> {
    let name = &guide.site.name.value;
    let short = name.split(':').next().unwrap_or(name);
    let language = guide.strings.language.tag();
    fill(template, &[("GUIDE_TITLE", &escaped(name)), ("GUIDE_SHORT", &escaped(short)), ("GUIDE_LANG", language)])
}

/// A text within a string of JSON or a script, in ASCII: a school's page may have another encoding than UTF-8, in which its browser
/// reads the script.
fn escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    // In a template literal these have a meaning of their own.
    let plain = |c: char| if c.is_ascii() && !matches!(c, '`' | '$') { c.to_string() } else { unicode_escape(c) };
    quoted[1..quoted.len() - 1].chars().map(plain).collect()
}

fn unicode_escape(c: char) -> String {
    c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}
