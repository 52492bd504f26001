//! Whom to ask about a release.

use rostrum_model::Contact;

use crate::{
    element::{Element, element, link},
    site::Site,
};

/// Those who answer questions, with how to reach them; none if nobody is named.
pub fn contacts(site: &Site, contacts: &[Contact]) -> Option<Element> {
    let title = element("h2").attribute("id", "contacts").with(site.messages.contacts());
    let list = element("ul").attribute("role", "list");
    (!contacts.is_empty()).then(|| {
        element("section").class("contacts").attribute("aria-labelledby", "contacts").with((
            title,
            list.with_all(contacts.iter().map(|contact| self::contact(site, contact))),
        ))
    })
}

fn contact(site: &Site, Contact { name, role, telephone, email }: &Contact) -> Element {
    let role = (!role.is_empty()).then(|| (site.messages.separator(), site.text(role)));
    let who = element("p").with((element("strong").with(name.as_str()), role));
    // A number reads from left to right in every script.
    let telephone = telephone.as_ref().map(|number| {
        element("p").with(link(number.href()).attribute("dir", "ltr").with(number.to_string()))
    });
    let email = email.as_ref().map(|address| {
        element("p").with(link(address.href()).attribute("dir", "ltr").with(address.to_string()))
    });
    element("li").with((who, telephone, email))
}
