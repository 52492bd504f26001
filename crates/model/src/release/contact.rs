//! Whom to ask about a release.

use std::{fmt, str::FromStr};

use serde::Serialize;

use crate::{
    Text,
    json::{from_json, from_json_text},
};

/// Somebody who answers questions about a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// The person or office.
    pub name: String,
    /// What they are there.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub role: Text,
    /// Where they can be called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<Telephone>,
    /// Where they can be written to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
}

/// A telephone number that can be called from anywhere (RFC 3966, global numbers), spaced as people
/// write it: `+43 1 514 36 0`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Telephone(String);

/// Why a text is no [`Telephone`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a telephone number that can be called from anywhere, such as +43 1 514 36 0")]
pub struct TelephoneError(pub String);

impl FromStr for Telephone {
    type Err = TelephoneError;

    fn from_str(text: &str) -> Result<Self, TelephoneError> {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_number = text.strip_prefix('+').is_some_and(|number| {
            number.bytes().all(|byte| byte.is_ascii_digit() || b" ()-./".contains(&byte))
        });
        // The longest number that can be called has 15 digits (ITU-T E.164).
        if is_number && (5..=15).contains(&digits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(TelephoneError(text.to_owned()))
        }
    }
}

impl Telephone {
    /// The address of a link that calls it.
    pub fn href(&self) -> String {
        let number =
            self.0.chars().filter(|character| character.is_ascii_digit() || *character == '+');
        ["tel:", &number.collect::<String>()].concat()
    }
}

impl fmt::Display for Telephone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An e-mail address as HTML knows them, but for a few characters that would mean something else in
/// a link: `press@example.org`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Email(String);

/// Why a text is no [`Email`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an e-mail address, such as press@example.org")]
pub struct EmailError(pub String);

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        let is_of = |text: &str, others: &[u8]| {
            let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || others.contains(&byte);
            !text.is_empty() && text.bytes().all(is_fine)
        };
        let is_address = text.split_once('@').is_some_and(|(name, host)| {
            is_of(name, b"._+-")
                && host.contains('.')
                && host.split('.').all(|part| is_of(part, b"-"))
        });
        if is_address { Ok(Self(text.to_owned())) } else { Err(EmailError(text.to_owned())) }
    }
}

impl Email {
    /// The address of a link that writes to it.
    pub fn href(&self) -> String {
        ["mailto:", &self.0].concat()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

from_json_text! { Telephone = "+00000", Email = "nobody@example.org" }

from_json! {
    Contact { name; role, telephone, email }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_that_can_be_called_from_anywhere_begins_with_its_country() {
        for (text, href) in [
            ("+43 1 514 36 0", "tel:+431514360"),
            ("+7 (495) 123-45-67", "tel:+74951234567"),
            ("+390612345", "tel:+390612345"),
        ] {
            assert_eq!(text.parse::<Telephone>().unwrap().href(), href);
        }
        for text in
            ["", "+", "514 36 0", "0043 1 514", "+43 1 514 ext. 36", "+1234567890123456", "+12"]
        {
            assert!(text.parse::<Telephone>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_that_could_mean_more_in_a_link_is_refused() {
        for text in ["press@example.org", "a.b-c+d_e@mail.example.org"] {
            assert_eq!(text.parse::<Email>().unwrap().href(), format!("mailto:{text}"));
        }
        for text in [
            "",
            "@",
            "a@",
            "@b.c",
            "a@b",
            "a@b..c",
            "a b@c.d",
            "a@b.c?bcc=d@e.f",
            "a@b.c,d@e.f",
            "a%0a@b.c",
        ] {
            assert!(text.parse::<Email>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused_without_a_panic(text in "\\PC{0,20}|[+0-9a-z@. -]{0,20}") {
            let _ = text.parse::<Telephone>().map(|number| number.href());
            let _ = text.parse::<Email>().map(|address| address.href());
        }
    }
}
