//! What a host is, as far as it tells, and where its settings for a site are.

use guide_content::message;
use guide_content::message::Message;

use super::answer::Answer;

/// The software or the service that answers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Host {
    /// Apache, or LiteSpeed, which reads the same settings.
    Apache,
    /// nginx, which on shared hosting mostly stands before an Apache.
    Nginx,
    /// Caddy.
    Caddy,
    /// Cloudflare Pages or Netlify, which read `_headers`.
    HeadersFile,
    /// GitHub Pages or GitLab Pages, whose headers are fixed.
    Fixed,
    /// Any other.
    Other,
}

impl Host {
    /// The host that has sent an answer, by its `Server` header.
    pub fn of(answer: &Answer) -> Host {
        let server = answer.header("Server").unwrap_or_default();
        let known = [
            ("apache", Host::Apache),
            ("litespeed", Host::Apache),
            ("nginx", Host::Nginx),
            ("openresty", Host::Nginx),
            ("angie", Host::Nginx),
            ("caddy", Host::Caddy),
            ("cloudflare", Host::HeadersFile),
            ("netlify", Host::HeadersFile),
            ("github", Host::Fixed),
            ("gitlab", Host::Fixed),
        ];
        known.into_iter().find(|(name, _)| server.contains(name)).map_or(Host::Other, |(_, host)| host)
    }

    /// How the settings that the site brings come into force here.
    pub fn settings(self) -> Message {
        match self {
            Host::Apache => message!(
                "Настройки сайта для Apache: загрузите из сайта файл .htaccess (имя с точки: файловые менеджеры и \
                 FTP-программы такие скрывают). Если он там есть, попросите хостинг разрешить его (AllowOverride \
                 FileInfo) и включить модули headers и rewrite.",
                "The site's settings for Apache: upload the site's file .htaccess (file managers and FTP programs \
                 hide names that begin with a dot). If it is there, ask the host to allow it (AllowOverride \
                 FileInfo) and to switch on the modules headers and rewrite."
            ),
            Host::Nginx => message!(
                "Настройки сайта для nginx: на своём сервере подключите nginx.conf из папки сайта (как — в начале \
                 файла) и выполните nginx -s reload; на общем хостинге загрузите .htaccess: за nginx там обычно \
                 стоит Apache. Если не поможет, попросите хостинг, чтобы файлы этой папки отдавал Apache.",
                "The site's settings for nginx: on a server of your own include nginx.conf of the site's folder (its \
                 first lines say how) and run nginx -s reload; on shared hosting upload .htaccess: behind nginx \
                 there mostly stands an Apache. If that does not help, ask the host to have Apache send the files of \
                 this folder."
            ),
            Host::Caddy => message!(
                "Настройки сайта для Caddy: подключите caddy.conf из папки сайта (как — в начале файла) и выполните \
                 caddy reload.",
                "The site's settings for Caddy: import caddy.conf of the site's folder (its first lines say how) and \
                 run caddy reload."
            ),
            Host::HeadersFile => message!(
                "Настройки сайта для этого хостинга — файл _headers: опубликуйте сайт целиком, вместе с ним, и \
                 проверьте, что в панели не включены правила, которые меняют заголовки или страницы.",
                "The site's settings for this host are the file _headers: publish the whole site with it, and see \
                 that no rules of the panel change headers or pages."
            ),
            Host::Fixed => message!(
                "Настройки сайта: этот хостинг их не принимает. Если это важно, выберите другой.",
                "The site's settings: this host takes none. If this matters, choose another."
            ),
            Host::Other => message!(
                "Настройки сайта для серверов лежат в нём самом: .htaccess (Apache), nginx.conf, caddy.conf, \
                 _headers (Cloudflare Pages, Netlify).",
                "The site's settings for servers lie in the site itself: .htaccess (Apache), nginx.conf, caddy.conf, \
                 _headers (Cloudflare Pages, Netlify)."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::checks::samples::answer;

    #[test]
    fn a_host_is_known_by_its_header() {
        for (server, expected) in [
            ("Apache/2.4.71 (Debian)", Host::Apache),
            ("LiteSpeed", Host::Apache),
            ("nginx", Host::Nginx),
            ("Caddy", Host::Caddy),
            ("cloudflare", Host::HeadersFile),
            ("GitHub.com", Host::Fixed),
            ("SimpleHTTP/0.6 Python/3.13", Host::Other),
        ] {
            let answer = answer("", &[("Server", server)], "");
            assert_eq!(Host::of(&answer), expected, "{server}");
            assert!(!expected.settings().ru.is_empty() && !expected.settings().en.is_empty());
        }
        assert_eq!(Host::of(&answer("", &[], "")), Host::Other);
    }
}
