from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

from .views import ask, search

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("search/", search, name="search"),
    path("ask/", ask, name="ask"),
    path("", include(wagtail_urls)),
]
