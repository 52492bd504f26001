from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_rostrum.blocks import PieceBlock


class OfficePage(Page):
    """A page whose header and middle an editor puts together."""

    header = StreamField([("rostrum", PieceBlock())], blank=True)
    body = StreamField([("heading", CharBlock()), ("text", RichTextBlock()), ("rostrum", PieceBlock())], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("header"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    template = "office/page.html"
