//! The contacts: `[[contact]]`, and `[hotline]` of the format before them.

use guide_core::contact::{Contact, ContactLink, Network, Phone};
use guide_core::text::Text;

use super::hours::{HoursDefaults, hours};
use super::rich_texts::{plain, rich};
use super::values;
use crate::World;
use crate::addresses::page_address;
use crate::markup::PlainText;
use crate::message;
use crate::toml_reader::{Reader, TextOrTable};

/// More contacts than these are no help to a parent.
const MAX_CONTACTS: usize = 50;

/// Reads all `[[contact]]`.
pub fn contacts(readers: Vec<Reader>, defaults: &HoursDefaults, world: &World) -> Vec<Contact> {
    if let Some(reader) = readers.get(MAX_CONTACTS) {
        reader.error(
            reader.at(),
            message!(
                "контактов {}, а бывает не больше {MAX_CONTACTS}",
                "there are {} contacts, and at most {MAX_CONTACTS} are allowed",
                readers.len()
            ),
            message!(
                "Оставьте те, куда родитель действительно обратится; остальные объедините.",
                "Keep those that parents will really turn to; join the others."
            ),
        );
    }
    readers.into_iter().map(|reader| contact(reader, defaults, world)).collect()
}

fn contact(mut reader: Reader, defaults: &HoursDefaults, world: &World) -> Contact {
    let (id, name) = (reader.text("id"), reader.text("name"));
    let name = plain(&reader, name, PlainText::Name);
    let note = reader.maybe_text("note").map(|text| rich(&reader, text));
    let phones = reader.texts_or_tables("phone").into_iter().map(|value| phone(&reader, value)).collect();
    let email = reader.maybe_text("email");
    email.iter().for_each(|address| values::email(&reader, address));
    let links = Network::ALL.into_iter().flat_map(|network| links(&mut reader, network)).collect();
    let (address, map) = (reader.maybe_text("address"), reader.maybe_text("map"));
    map.iter().for_each(|url| values::page_address(&reader, url, "https://yandex.ru/maps/…"));
    if let Some(map) = map.as_ref().filter(|_| address.is_none()) {
        reader.error(
            map.at.clone(),
            message!("карта есть, а адреса нет", "there is a map but no address"),
            message!(
                "Допишите адрес словами: address = \"ул. Школьная, 1, кабинет 5\"",
                "Add the address in words: address = \"1 School Street, room 5\""
            ),
        );
    }
    let hours = hours(&mut reader, defaults, world);
    let contact = Contact { id, name, note, phones, email, links, address, map, hours };
    let is_reachable =
        !contact.phones.is_empty() || contact.email.is_some() || !contact.links.is_empty() || contact.address.is_some();
    if !is_reachable && !contact.id.is_empty() {
        reader.error(
            contact.id.at.clone(),
            message!(
                "у контакта «{}» нет ничего, по чему его найти",
                "nothing says how to reach the contact “{}”",
                contact.id
            ),
            message!(
                "Назовите хотя бы одно: phone = \"+74932000000\", email = \"…\", address = \"…\" или страницу: site, vk, telegram, max, whatsapp.",
                "Name at least one: phone = \"+74932000000\", email = \"…\", address = \"…\" or a page: site, vk, telegram, max, whatsapp."
            ),
        );
    }
    reader.finish();
    contact
}

/// Reads `[hotline]`, which a guide had in place of contacts: the only contact, with the id `hotline`.
pub fn hotline(mut reader: Reader, defaults: &HoursDefaults, world: &World) -> Contact {
    reader.warning(
        reader.at(),
        message!(
            "раздел [hotline] — прежняя запись контакта",
            "the section [hotline] is the former way to write a contact"
        ),
        message!(
            "Он ещё читается. Чтобы перевести файл в новый вид, выполните: guide upgrade",
            "It is still read. To bring the file into the new form, run: guide upgrade"
        ),
    );
    let id = Text { value: "hotline".to_owned(), at: reader.at() };
    let name = reader.text("name");
    let phone = Phone { number: reader.text("phone"), shown: Some(reader.text("phone_shown")), label: None };
    values::phone(&reader, &phone.number);
    let hours = hours(&mut reader, defaults, world);
    let vk = reader.text("vk");
    values::page_address(&reader, &vk, example(Network::Vk));
    let links = vec![ContactLink { network: Network::Vk, url: vk, label: None }];
    reader.finish();
    Contact { id, name, note: None, phones: vec![phone], email: None, links, address: None, map: None, hours }
}

/// A number, written as a text or as a table.
fn phone(reader: &Reader, value: TextOrTable) -> Phone {
    let phone = match value {
        TextOrTable::Text(number) => Phone { number, shown: None, label: None },
        TextOrTable::Table(mut table) => {
            let phone = Phone {
                number: table.text("number"),
                shown: table.maybe_text("shown"),
                label: table.maybe_text("label"),
            };
            table.finish();
            phone
        }
    };
    values::phone(reader, &phone.number);
    phone
}

/// The pages on a network, each written as an address or as a table.
fn links(reader: &mut Reader, network: Network) -> Vec<ContactLink> {
    let values = reader.texts_or_tables(network.key());
    let link = |value| {
        let (url, label) = match value {
            TextOrTable::Text(url) => (url, None),
            TextOrTable::Table(mut table) => {
                let link = (table.text("url"), table.maybe_text("label"));
                table.finish();
                link
            }
        };
        network_address(reader, network, &url);
        ContactLink { network, url, label }
    };
    values.into_iter().map(link).collect()
}

/// Reports an address that is not on the network.
fn network_address(reader: &Reader, network: Network, url: &Text) {
    let hosts = hosts(network);
    match page_address(url) {
        Ok(address) if !hosts.is_empty() => {
            let host = address.domain().unwrap_or_default();
            let host = host.strip_prefix("www.").or(host.strip_prefix("m.")).unwrap_or(host);
            if !hosts.contains(&host) {
                let between = message!(" и не на ", " or ");
                let (no_host, or_host) = (hosts.join(&between.ru), hosts.join(&between.en));
                reader.error(
                    url.at.clone(),
                    message!("«{url}» — страница не на {no_host}", "“{url}” is not a page on {or_host}"),
                    message!(
                        "Напишите адрес там, например: {} = \"{}\"",
                        "Write an address there, for example: {} = \"{}\"",
                        network.key(),
                        example(network)
                    ),
                );
            }
        }
        _ => values::page_address(reader, url, example(network)),
    }
}

/// The hosts of a network's pages; none where any host will do.
fn hosts(network: Network) -> &'static [&'static str] {
    match network {
        Network::Site => &[],
        Network::Vk => &["vk.com", "vk.ru", "vk.me"],
        Network::Telegram => &["t.me"],
        Network::Max => &["max.ru"],
        Network::Whatsapp => &["wa.me", "chat.whatsapp.com", "api.whatsapp.com", "whatsapp.com"],
    }
}

fn example(network: Network) -> &'static str {
    match network {
        Network::Site => "https://example.ru/",
        Network::Vk => "https://vk.com/example",
        Network::Telegram => "https://t.me/example",
        Network::Max => "https://max.ru/example",
        Network::Whatsapp => "https://wa.me/79990000000",
    }
}
