//! Those whom a parent can reach: by phone, e-mail, networks, at an address; and when.

use crate::phone_number::{readable, with_codes};
use crate::rich_text::RichText;
use crate::schedule::Schedule;
use crate::text::Text;
use crate::zone::Zone;

/// Someone to reach, by any of several ways.
pub struct Contact {
    /// The id, by which steps name it.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What it is for.
    pub note: Option<RichText>,
    /// Its numbers; the first is the one that `{phone}` stands for.
    pub phones: Vec<Phone>,
    /// Its e-mail address.
    pub email: Option<Text>,
    /// Its pages: its own site, then networks.
    pub links: Vec<ContactLink>,
    /// Where it is.
    pub address: Option<Text>,
    /// The address of a map that shows where it is.
    pub map: Option<Text>,
    /// When it is open, where that is known.
    pub hours: Option<Hours>,
}

/// A telephone number.
pub struct Phone {
    /// The number to dial: `+` and digits.
    pub number: Text,
    /// The number as the source has it, with or without its codes.
    pub shown: Option<Text>,
    /// Whose number it is, where there are several.
    pub label: Option<Text>,
}

/// A page of a contact.
pub struct ContactLink {
    /// The network that it is on.
    pub network: Network,
    /// Its address.
    pub url: Text,
    /// What the link is called; the network's name where there is none.
    pub label: Option<Text>,
}

/// Where a page of a contact is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Network {
    /// The contact's own site.
    Site,
    /// VK.
    Vk,
    /// Telegram.
    Telegram,
    /// MAX.
    Max,
    /// WhatsApp.
    Whatsapp,
}

impl Network {
    /// Every network, in the order in which the links of a contact are shown.
    pub const ALL: [Network; 5] = [Network::Site, Network::Vk, Network::Telegram, Network::Max, Network::Whatsapp];

    /// The key of the content file.
    pub fn key(self) -> &'static str {
        match self {
            Network::Site => "site",
            Network::Vk => "vk",
            Network::Telegram => "telegram",
            Network::Max => "max",
            Network::Whatsapp => "whatsapp",
        }
    }
}

/// When a contact is open.
pub struct Hours {
    /// The hours in the `opening_hours` notation of OpenStreetMap.
    pub notation: Text,
    /// The words before the hours; those of the interface where there are none.
    pub lead: Option<Text>,
    /// The IANA name of the time zone, such as `Europe/Moscow`.
    pub time_zone: Text,
    /// What to say of the time zone, where anything needs to be said.
    pub zone_text: Option<Text>,
    /// The hours with holidays, closed and additional days, parsed.
    pub schedule: Schedule,
    /// The offsets of `time_zone` from UTC, for [`YEARS_LISTED`](crate::zone::YEARS_LISTED) years from the source's date on.
    pub zone: Zone,
}

impl Contact {
    /// The first number.
    pub fn phone(&self) -> Option<&Phone> {
        self.phones.first()
    }

    /// The path of the calendar file with its hours, from the site's folder.
    pub fn calendar_file(&self) -> String {
        format!("{}.ics", self.id)
    }

    /// The link to a network.
    pub fn link(&self, network: Network) -> Option<&ContactLink> {
        self.links.iter().find(|link| link.network == network)
    }
}

impl Phone {
    /// The number in few characters: as the source has it, or else in full.
    pub fn short(&self) -> String {
        self.shown.as_ref().map_or_else(|| self.full(), |shown| shown.value.clone())
    }

    /// The full number as people read it: `+7 (4932) 48-28-08`.
    pub fn full(&self) -> String {
        match &self.shown {
            Some(shown) => with_codes(&self.number, shown),
            None => readable(&self.number),
        }
    }
}
