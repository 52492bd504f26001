"""Makes the pages of the site, and its editor."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from wagtail.models import Page, Site

from office.models import OfficePage

# Of a site that answers this machine alone, while it is tested; fixtures.ts signs in with it.
PASSWORD = "make test-wagtail"

TEXT = "<p>This page belongs to a content management system. Questions are answered on <a href='#contact'>working days</a>.</p>"
LINK = "<p><a href='/'>The same on another page</a></p>"


def piece(view, routing="hash"):
    return "rostrum", {"view": view, "route": "", "routing": routing, "lang": "", "theme": "auto", "fallback": LINK}


class Command(BaseCommand):
    help = __doc__

    def handle(self, **_options):
        get_user_model().objects.create_superuser("editor", password=PASSWORD)
        welcome = Page.objects.get(slug="home", depth=2)
        home = OfficePage(title="Press office", slug="office", body=[("text", TEXT)])
        welcome.get_parent().add_child(instance=home)
        Site.objects.update(root_page=home, site_name="Press office")
        welcome.delete()
        home.refresh_from_db()
        home.add_child(instance=OfficePage(title="Without pieces", slug="without", body=self.body()))
        home.add_child(
            instance=OfficePage(
                title="With pieces",
                slug="with",
                header=[piece("menu")],
                body=self.body(piece("press"), piece("timeline", "none")),
            )
        )

    @staticmethod
    def body(*pieces):
        return [("heading", "Working days"), ("text", TEXT), *pieces]
