//! `guide verify`: each fault of a host is named, with its cure; bad addresses and hosts that are none get a sentence.

mod faulty_host;
mod folder;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpStream;
use std::process::Output;
use std::sync::{Arc, OnceLock};

use faulty_host::{FaultyHost, Reply, accept};

use crate::{SMALL, build, content, guide, stderr, stdout};

/// The files of a built site.
fn site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SITE.get_or_init(|| {
        let (folder, path) = content(SMALL);
        let dist = folder.path().join("dist");
        let built = guide(&["build", "--content", &path, "--out", &dist.to_string_lossy()]);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        build::files(&dist)
    })
}

fn verify(target: &str) -> Output {
    guide(&["verify", target])
}

/// What is printed of a host with this fault, and the exit code.
fn checked(edit: impl Fn(&str, &mut Reply) + Send + Sync + 'static) -> (Option<i32>, String) {
    let output = verify(&FaultyHost::start(site(), edit).url());
    (output.status.code(), stdout(&output) + &stderr(&output))
}

#[track_caller]
fn assert_found(code: i32, words: &[&str], edit: impl Fn(&str, &mut Reply) + Send + Sync + 'static) {
    let (found, said) = checked(edit);
    assert_eq!(found, Some(code), "{said}");
    for word in words {
        assert!(said.contains(word), "«{word}» in:\n{said}");
    }
}

fn is_page(path: &str) -> bool {
    path.is_empty() || path.ends_with('/')
}

/// Changes a text that may be compressed.
fn edit_text(reply: &mut Reply, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(site()[name].clone()).expect("a text");
    assert!(text.contains(from), "{name} has no {from}");
    reply.send(text.replacen(from, to, 1));
}

#[test]
fn a_host_without_fault_has_nothing_to_mend() {
    let host = FaultyHost::start(site(), |_, _| {});
    let output = verify(&host.url());
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.ends_with("\nВсё в порядке.\n"), "{said}");
    assert_eq!(said.matches("  + ").count(), 10, "{said}");
    assert!(!said.contains("→"), "{said}");
    let requests = host.requests();
    assert!(requests.len() > 40, "{requests:?}");
    for request in requests {
        assert!(request.starts_with("GET /guide/") && request.ends_with(" HTTP/1.1"), "{request}");
    }
    // The page's own address, a query and no slash lead there too.
    for address in [format!("{}index.html", host.url()), host.url().trim_end_matches('/').to_owned() + "?a#start"] {
        assert_eq!(verify(&address).status.code(), Some(0), "{address}");
    }
    let english = stdout(&guide(&["--lang", "en", "verify", &host.url()]));
    assert!(english.ends_with("\nAll is right.\n"), "{english}");
    assert!(!english.lines().skip(1).any(|line| line.contains(|c: char| ('а'..='я').contains(&c))), "{english}");
}

#[test]
fn files_that_are_not_what_was_built_are_found() {
    assert_found(1, &["не хватает: update.js", "загрузите сайт ещё раз"], |path, reply| {
        if path == "update.js" {
            reply.status = 404;
        }
    });
    assert_found(
        1,
        &["разных версий вперемешку", "map/index.html", "очистите кэш"],
        |path, reply| {
            if path == "map/" {
                edit_text(reply, "map/index.html", "data-version=\"", "data-version=\"0");
            }
        },
    );
    assert_found(
        1,
        &["хостинг меняет страницы по дороге", "index.html", "счётчики"],
        |path, reply| {
            if path.is_empty() {
                edit_text(reply, "index.html", "</body>", "<script src=\"/count.js\"></script></body>");
            }
        },
    );
    assert_found(1, &["содержимое не то, что собрано", "embed.js", "binary"], |path, reply| {
        if path == "embed.js" {
            edit_text(reply, "embed.js", ";", "\r\n;");
        }
    });
    assert_found(
        1,
        &["старые или испорченные сжатые копии", "index.html", ".br и .gz"],
        |path, reply| {
            if path.is_empty() && reply.is_compressed() {
                reply.body = site()["map/index.html.gz"].clone();
            }
        },
    );
    assert_found(1, &["старые или испорченные сжатые копии"], |path, reply| {
        if path == "update.js" && reply.is_compressed() {
            reply.body.truncate(20);
        }
    });
    assert_found(0, &["редактора нет", "editor/ и content/"], |path, reply| {
        if path.starts_with("editor/") {
            reply.status = 404;
        }
    });
    assert_found(
        1,
        &["списка файлов (sw.js) нет", "назовите адрес самого справочника"],
        |path, reply| {
            if path == "sw.js" {
                reply.status = 404;
            }
        },
    );
}

#[test]
fn wrong_types_and_charsets_are_found() {
    fn sends(ending: &'static str, media_type: &'static str) -> impl Fn(&str, &mut Reply) + Send + Sync {
        move |path, reply| {
            if path.ends_with(ending) || (ending == ".html" && is_page(path)) {
                reply.headers.insert("Content-Type", media_type.to_owned());
            }
        }
    }
    for (ending, media_type, code, word) in [
        (".wasm", "application/octet-stream", 0, "а нужен «application/wasm»"),
        (".js", "text/plain", 1, "а нужен «text/javascript»"),
        (".html", "text/plain", 1, "а нужен «text/html»"),
        (".html", "text/html; charset=windows-1251", 1, "кодировка «windows-1251»"),
        (".svg", "", 1, "тип не назван"),
    ] {
        assert_found(code, &[word, "Настройки сайта"], sends(ending, media_type));
    }
}

#[test]
fn headers_that_harm_or_are_missing_are_found() {
    fn with(name: &'static str, value: &'static str) -> impl Fn(&str, &mut Reply) + Send + Sync {
        move |_, reply| _ = reply.headers.insert(name, value.to_owned())
    }
    for (name, value, word) in [
        ("X-Frame-Options", "SAMEORIGIN", "X-Frame-Options: sameorigin"),
        ("Content-Security-Policy", "frame-ancestors 'self'", "frame-ancestors 'self'"),
        ("Cross-Origin-Resource-Policy", "same-origin", "Cross-Origin-Resource-Policy"),
    ] {
        assert_found(1, &["школы не смогут показать справочник", word], with(name, value));
    }
    let old = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-Old='";
    assert_found(
        1,
        &["запрещает страницам их же оформление", "от прежней версии"],
        with("Content-Security-Policy", old),
    );
    assert_found(0, &["не шлёт Content-Security-Policy"], |_, reply| {
        reply.headers.remove("Content-Security-Policy");
    });
    assert_found(0, &["нет заголовков: X-Content-Type-Options"], |_, reply| {
        reply.headers.remove("X-Content-Type-Options");
    });
    for (server, word) in [("nginx", "nginx -s reload"), ("Apache/2.4", ".htaccess"), ("Caddy", "caddy reload")] {
        assert_found(0, &[word], move |_, reply| {
            reply.headers.insert("Server", server.to_owned());
            reply.headers.remove("Referrer-Policy");
        });
    }
}

#[test]
fn wrong_answers_to_wrong_addresses_are_found() {
    assert_found(
        1,
        &["отвечает 200, будто он есть", "одностраничное приложение"],
        |path, reply| {
            if path.starts_with("no-such") {
                reply.status = 200;
                reply.send(site()["index.html"].clone());
            }
        },
    );
    assert_found(1, &["перенаправляет на http://127.0.0.1"], |path, reply| {
        if path.starts_with("no-such") {
            reply.status = 302;
            reply.headers.insert("Location", "/".to_owned());
        }
    });
    assert_found(0, &["страницу хостинга вместо 404.html"], |path, reply| {
        if path.starts_with("no-such") {
            reply.send("Not Found");
        }
    });
    assert_found(0, &["список своих файлов"], |path, reply| {
        if path == "assets/" {
            reply.status = 200;
        }
    });
}

#[test]
fn what_is_kept_too_long_or_not_at_all_is_found() {
    fn keeps(
        wanted: impl Fn(&str) -> bool + Send + Sync,
        value: &'static str,
    ) -> impl Fn(&str, &mut Reply) + Send + Sync {
        move |path, reply| {
            if wanted(path) {
                reply.headers.insert("Cache-Control", value.to_owned());
            }
        }
    }
    let long = "max-age=604800";
    assert_found(1, &["подолгу хранят прежние страницы", "index.html"], keeps(is_page, long));
    assert_found(1, &["подолгу хранят прежние страницы", "sw.js"], keeps(|path| path == "sw.js", long));
    assert_found(0, &["подолгу не спрашивают", "embed.js"], keeps(|path| path == "embed.js", long));
    assert_found(0, &["загружают заново"], keeps(|path| path.starts_with("assets/"), "no-cache"));
    assert_found(0, &["не говорит, сколько хранить"], |_, reply| {
        _ = reply.headers.remove("Cache-Control")
    });
    assert_found(0, &["нет ответа 304"], |_, reply| _ = reply.headers.remove("ETag"));
    assert_found(0, &["файлы приходят несжатыми"], |path, reply| {
        let name = if is_page(path) { format!("{path}index.html") } else { path.to_owned() };
        if reply.is_compressed() {
            reply.send(site()[&name].clone());
        }
    });
}

#[test]
fn no_redirect_to_another_site_is_followed() {
    let other = Arc::new(FaultyHost::start(site(), |_, _| {}));
    let to = other.url();
    assert_found(
        1,
        &["перенаправляет на другой сайт", "туда я не иду"],
        move |path, reply| {
            if path.is_empty() {
                reply.status = 301;
                reply.headers.insert("Location", to.clone());
            }
        },
    );
    let to = other.url();
    assert_found(1, &["update.js", "перенаправление на другой сайт"], move |path, reply| {
        if path == "update.js" {
            reply.status = 302;
            reply.headers.insert("Location", to.clone() + "update.js");
        }
    });
    assert_eq!(other.requests(), [""; 0]);
    assert_found(1, &["по кругу"], |path, reply| {
        if path.is_empty() {
            reply.status = 302;
            reply.headers.insert("Location", "/guide/".to_owned());
        }
    });
    // One that stays on the site is followed.
    assert_found(0, &["Всё в порядке"], |path, reply| {
        if path == "update.js" {
            reply.status = 302;
            reply.headers.insert("Location", "update.js?1".to_owned());
        } else if path == "update.js?1" {
            reply.status = 200;
            reply.headers.insert("Content-Type", "text/javascript".to_owned());
            reply.send(site()["update.js"].clone());
        }
    });
}

#[test]
fn a_host_with_something_else_is_no_site() {
    assert_found(1, &["это не справочник"], |_, reply| {
        reply.status = 200;
        reply.send("<title>Школа</title>");
    });
    assert_found(1, &["сервер ответил 404"], |_, reply| reply.status = 404);
    assert_found(1, &["не пускает (ответ 401)"], |_, reply| reply.status = 401);
    // A list of files that leads out of the site is none.
    assert_found(1, &["списка файлов"], |path, reply| {
        if path == "sw.js" {
            edit_text(reply, "sw.js", "\"update.js\"", "\"https://example.com/update.js\"");
        }
    });
}

#[test]
fn an_answer_without_end_is_not_awaited() {
    assert_found(1, &["не кончается"], |path, reply| {
        if path.is_empty() {
            reply.headers.remove("Content-Encoding");
            reply.headers.insert("Transfer-Encoding", "chunked".to_owned());
            reply.body.clear();
        }
    });
    // Compressed, it is small.
    assert_found(1, &["содержимое не то, что собрано", "embed.js"], |path, reply| {
        if path == "embed.js" {
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            for _ in 0..70 {
                gzip.write_all(&vec![0; 1 << 20]).expect("memory");
            }
            reply.headers.insert("Content-Encoding", "gzip".to_owned());
            reply.body = gzip.finish().expect("memory");
        }
    });
}

/// What is said of a host that does this with every connection.
fn said_of(scheme: &str, serve: impl FnMut(TcpStream) -> bool + Send + 'static) -> String {
    let (address, _thread) = accept(serve);
    let output = guide(&["verify", "--timeout", "1", &format!("{scheme}://{address}/")]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    stderr(&output)
}

#[test]
fn a_host_that_does_not_answer_gets_a_sentence() {
    let mut kept = Vec::new();
    let silent = said_of("http", move |stream| {
        kept.push(stream);
        true
    });
    assert!(silent.contains("за 1 с ответ целиком не пришёл"), "{silent}");
    let other = said_of("http", |mut stream| stream.write_all(b"SSH-2.0-OpenSSH\r\n\r\n").is_ok());
    assert!(other.contains("не похож на ответ сайта") || other.contains("оборвалось"), "{other}");
    let closed = said_of("http", |stream| {
        drop(stream);
        true
    });
    assert!(closed.contains("оборвалось"), "{closed}");
    let not_tls = said_of("https", |mut stream| stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").is_ok());
    assert!(not_tls.contains("защищённое соединение (https) не устанавливается"), "{not_tls}");
    // Nobody listens on a port that was just free.
    let (address, thread) = accept(|_| false);
    drop(TcpStream::connect(address));
    thread.join().expect("it ends");
    let refused = verify(&format!("http://{address}/"));
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("соединение отклонено"), "{}", stderr(&refused));
}

/// The certificate and its key are for this test alone and good for nothing else.
#[test]
fn a_certificate_that_browsers_do_not_trust_is_found() {
    let certificate = include_bytes!("../../data/tls/self-signed.der").to_vec();
    let key = include_bytes!("../../data/tls/self-signed-key.der").to_vec();
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.into()], rustls::pki_types::PrivatePkcs8KeyDer::from(key).into())
        .expect("a certificate and its key");
    let config = Arc::new(config);
    let said = said_of("https", move |mut stream| {
        let mut connection = rustls::ServerConnection::new(Arc::clone(&config)).expect("a connection");
        // The client ends it.
        _ = connection.complete_io(&mut stream);
        true
    });
    assert!(said.contains("не доверяют сертификату") && said.contains("Let’s Encrypt"), "{said}");
}

#[test]
fn a_bad_target_is_bad_usage() {
    for (target, word) in [
        ("no/such/folder", "Папки no/such/folder нет"),
        ("example.ru/navigator", "напишите его целиком"),
        ("Cargo.toml", "файл"),
        ("ftp://example.ru/", "по https"),
        ("https://", "не адрес"),
        ("https://name:word@example.ru/", "пароль"),
    ] {
        let output = verify(target);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{target}");
        assert!(stderr(&output).contains(word), "{target}: {}", stderr(&output));
    }
    for arguments in [&["verify"][..], &["verify", "--timeout", "0", "."], &["verify", "--timeout", "x", "."]] {
        assert_eq!(guide(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
