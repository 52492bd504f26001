"""What the site does without Rostrum: a search of its pages, and a form."""

from django.shortcuts import render
from django.views.decorators.http import require_POST
from wagtail.models import Page


def search(request):
    """The pages of the site with the words that were asked for."""
    query = request.GET.get("query", "")
    found = Page.objects.live().search(query) if query else Page.objects.none()
    return render(request, "office/search.html", {"query": query, "found": found})


@require_POST
def ask(request):
    """Says that a question was received, and which."""
    return render(request, "office/asked.html", {"question": request.POST.get("question", "")})
