"""The block that an editor puts into a page."""

from django.core.validators import RegexValidator
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock

from .piece import LANGUAGES, PATH, ROUTINGS, THEMES, VIEWS, attributes, folder


class PieceBlock(StructBlock):
    """A piece of Rostrum, with words of the page's own for as long as it is not there."""

    view = ChoiceBlock(choices=list(VIEWS.items()), default="press", label="What it shows")
    route = CharBlock(
        required=False,
        label="Where it begins",
        help_text="A path of the site, such as /countries/kazakhstan/. Empty: where such a piece begins by itself.",
        validators=[RegexValidator(rf"^{PATH.pattern}\Z", "Give a path that begins with one slash, such as /press/.")],
    )
    routing = ChoiceBlock(
        choices=list(ROUTINGS.items()),
        default="hash",
        label="Where its place stands",
        help_text="Pieces that write into the address show the same place: of several on a page, give the others “Not in the address”.",
    )
    lang = ChoiceBlock(choices=list(LANGUAGES.items()), required=False, label="Language", help_text="Empty: the page's own.")
    theme = ChoiceBlock(choices=list(THEMES.items()), default="auto", label="Light or dark")
    fallback = RichTextBlock(
        required=False,
        features=["bold", "link", "ul"],
        label="Until it is there",
        help_text="Shows while the piece loads, and stays without scripts: best a link to the same on another page.",
    )

    class Meta:
        icon = "globe"
        label = "Rostrum"
        template = "wagtail_rostrum/piece.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        settings = {name: value[name] for name in ("view", "route", "routing", "lang", "theme")}
        # Django's context processor `csp`; a policy without nonces leaves it unused.
        return {**context, "nonce": str(context.get("csp_nonce", "")), "folder": folder(), "attributes": attributes(**settings), "fallback": value["fallback"]}
