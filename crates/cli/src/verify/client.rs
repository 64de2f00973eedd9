//! Asks a host. Nothing but GET is ever sent, and nothing but the address that was asked for.

use std::io;
use std::time::Duration;

use guide_content::message;
use guide_content::message::Message;
use rustls::CertificateError;
use ureq::Agent;
use url::Url;

use super::answer::{Answer, MAX_BYTES};
use super::target::{is_loopback, stays};

/// The most redirects that are followed from one address.
const MAX_REDIRECTS: usize = 5;

/// Asks a host.
pub struct Client {
    agent: Agent,
    timeout: Duration,
}

/// What came of a question.
pub enum Outcome {
    /// An answer.
    Answer(Answer),
    /// A redirect to another site; it was not followed.
    Elsewhere(Url),
    /// No answer; why.
    Nothing(Message),
}

impl Client {
    /// A client for the site at this address, which waits no longer than `timeout` for each answer.
    pub fn new(address: &Url, timeout: Duration) -> Client {
        let mut config = Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(timeout))
            .user_agent(concat!("guide-verify/", env!("CARGO_PKG_VERSION")));
        if is_loopback(address) {
            config = config.proxy(None);
        }
        Client { agent: config.build().into(), timeout }
    }

    /// Asks for an address as a browser does that understands compression, and follows redirects that stay on the site.
    pub fn get(&self, address: &Url) -> Outcome {
        self.follow(address, &[("Accept-Encoding", "gzip, deflate, br")])
    }

    /// The same with these headers.
    pub fn follow(&self, address: &Url, headers: &[(&str, &str)]) -> Outcome {
        let mut address = address.clone();
        for _ in 0..=MAX_REDIRECTS {
            let answer = match self.ask(&address, headers) {
                Ok(answer) => answer,
                Err(why) => return Outcome::Nothing(why),
            };
            match redirect(&answer) {
                None => return Outcome::Answer(answer),
                Some(next) if stays(&address, &next) => address = next,
                Some(next) => return Outcome::Elsewhere(next),
            }
        }
        Outcome::Nothing(message!(
            "{address} перенаправляет по кругу. Проверьте перенаправления в настройках хостинга.",
            "{address} redirects in a circle. Look at the redirects in the host's settings."
        ))
    }

    /// Asks for an address and follows nothing.
    pub fn ask(&self, address: &Url, headers: &[(&str, &str)]) -> Result<Answer, Message> {
        let mut request = self.agent.get(address.as_str());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let failed = |why: ureq::Error| self.explain(address, &why);
        let mut response = request.call().map_err(failed)?;
        let headers = response.headers().iter();
        let headers = headers
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(MAX_BYTES).read_to_vec().map_err(failed)?;
        Ok(Answer::new(address.clone(), status, headers, body))
    }

    /// Why no answer came, and what to do.
    fn explain(&self, address: &Url, why: &ureq::Error) -> Message {
        let host = address.host_str().unwrap_or_default();
        match why {
            ureq::Error::Timeout(_) => message!(
                "{address}: за {} с ответ целиком не пришёл. Проверьте, открывается ли адрес в браузере, или дайте \
                 больше времени: --timeout 120",
                "{address}: no whole answer came within {} s. See whether the address opens in a browser, or give it \
                 more time: --timeout 120",
                self.timeout.as_secs()
            ),
            ureq::Error::HostNotFound => no_such_host(host),
            ureq::Error::BodyExceedsLimit(_) => message!(
                "{address}: ответ не кончается — больше {} МБ. Такого файла у справочника нет.",
                "{address}: the answer does not end; it is larger than {} MB. A guide has no such file.",
                MAX_BYTES >> 20
            ),
            ureq::Error::Rustls(why) => untrusted(host, why),
            ureq::Error::Io(why) => match why.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
                Some(why) => untrusted(host, why),
                None => unreachable(address, why),
            },
            other => message!(
                "{address}: ответ не похож на ответ сайта ({other}). Проверьте адрес.",
                "{address}: the answer is not one of a web site ({other}). Check the address."
            ),
        }
    }
}

/// Where an answer redirects to, if it does.
pub fn redirect(answer: &Answer) -> Option<Url> {
    let location = answer.values("Location").next()?;
    matches!(answer.status, 301 | 302 | 303 | 307 | 308).then(|| answer.address.join(location).ok())?
}

fn no_such_host(host: &str) -> Message {
    message!(
        "Сайта {host} нет: имя не находится. Проверьте, нет ли в нём опечатки, оплачен ли домен и есть ли интернет.",
        "There is no host {host}: its name is not found. Look for a slip in it, whether the domain is paid for, and \
         whether you are online."
    )
}

fn unreachable(address: &Url, why: &io::Error) -> Message {
    let host = address.host_str().unwrap_or_default();
    match why.kind() {
        io::ErrorKind::ConnectionRefused => message!(
            "{address} не отвечает: соединение отклонено. Проверьте адрес и порт и запущен ли там сервер.",
            "{address} does not answer: the connection is refused. Check the address and the port, and whether a \
             server runs there."
        ),
        _ if why.to_string().contains("lookup") => no_such_host(host),
        _ => message!(
            "{address}: соединение не удалось или оборвалось ({why}). Попробуйте ещё раз; если не поможет, спросите \
             хостинг.",
            "{address}: the connection failed or broke off ({why}). Try again; if that does not help, ask the host."
        ),
    }
}

/// What is wrong with an encrypted connection.
fn untrusted(host: &str, why: &rustls::Error) -> Message {
    use CertificateError::*;
    let rustls::Error::InvalidCertificate(fault) = why else {
        return message!(
            "{host}: защищённое соединение (https) не устанавливается: {why}. Включите на хостинге https с \
             современными настройками (TLS 1.2 или новее).",
            "{host}: no secure connection (https) comes about: {why}. Switch on https with present-day settings (TLS \
             1.2 or newer) at the host."
        );
    };
    match fault {
        Expired | ExpiredContext { .. } => message!(
            "{host}: срок сертификата https истёк, и браузеры предупреждают об опасности. Продлите его в панели \
             хостинга.",
            "{host}: the https certificate has expired, and browsers warn of danger. Renew it in the host's panel."
        ),
        NotValidForName | NotValidForNameContext { .. } => message!(
            "{host}: сертификат https выпущен для другого имени, и браузеры предупреждают об опасности. Выпустите в \
             панели хостинга сертификат для {host}.",
            "{host}: the https certificate is for another name, and browsers warn of danger. Have one issued for \
             {host} in the host's panel."
        ),
        _ => message!(
            "{host}: браузеры не доверяют сертификату https этого сайта (он самоподписанный или выпущен неизвестным \
             центром: {why}). Выпустите в панели хостинга бесплатный сертификат, например Let’s Encrypt. Если в \
             браузере адрес открывается без предупреждений, соединение подменяет антивирус или сеть, из которой вы \
             проверяете.",
            "{host}: browsers do not trust the https certificate of this site (it is self-signed or of an unknown \
             authority: {why}). Have a free certificate issued in the host's panel, such as Let’s Encrypt’s. If a \
             browser opens the address without a warning, an antivirus program or the network you are in replaces \
             the connection."
        ),
    }
}
