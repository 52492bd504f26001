"""What a piece may be told, for the block and the template tag alike.

Values come from editors and templates. Each is checked against what the element knows, and escaped
when it is written.
"""

import re

from django.conf import settings
from django.forms.utils import flatatt

VIEWS = {
    "menu": "Menu",
    "press": "Press releases",
    "release": "One press release",
    "timeline": "Timeline of chairpersonships",
    "site": "The whole site",
}
ROUTINGS = {
    "hash": "After # in the address: a visitor can share and go back",
    "none": "Not in the address",
    "path": "In the path: the page must answer below its address too",
}
LANGUAGES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "ru": "Русский",
}
THEMES = {"auto": "As the visitor's system is", "light": "Light", "dark": "Dark"}

CHOICES = {"view": VIEWS, "routing": ROUTINGS, "lang": LANGUAGES, "theme": THEMES}
# A path of this host: "//" would lead to another.
PATH = re.compile(r"/(?!/)[^\s\\]*")
PATHS = {"route", "base", "home"}


def folder():
    """The address of the folder that `make dist` made, with a slash at its end."""
    address = getattr(settings, "ROSTRUM_URL", None) or f"{settings.STATIC_URL}rostrum/"
    return f"{address.rstrip('/')}/"


def attributes(**wanted):
    """The attributes of the element, escaped. What is empty is left out.

    Raises ValueError for what the element does not know.
    """
    given = {name: value for name, value in wanted.items() if value}
    for name, value in given.items():
        if name in CHOICES and value not in CHOICES[name]:
            expected = ", ".join(CHOICES[name])
            raise ValueError(f"{name} of a Rostrum piece is “{value}”. Expected one of {expected}.")
        if name in PATHS and not PATH.fullmatch(value):
            raise ValueError(f"{name} of a Rostrum piece is “{value}”. Expected a path, such as /press/.")
        if name not in CHOICES and name not in PATHS:
            raise ValueError(f"A Rostrum piece has no attribute “{name}”.")
    return flatatt({"bundle": f"{folder()}bundle/", **given})
