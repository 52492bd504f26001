"""`{% rostrum view="menu" %}…{% endrostrum %}`, for pieces that stand in templates."""

from django import template
from django.template.loader import render_to_string

from ..piece import attributes, folder

register = template.Library()


@register.simple_block_tag
def rostrum(content, nonce="", **wanted):
    """A piece; what stands between the tags shows until it is there.

    Takes the attributes of the element by their names, and the nonce of a policy that asks for one.
    """
    context = {"folder": folder(), "attributes": attributes(**wanted), "fallback": content, "nonce": nonce}
    return render_to_string("wagtail_rostrum/piece.html", context)
