from django.apps import AppConfig


class RostrumConfig(AppConfig):
    name = "wagtail_rostrum"
    label = "wagtail_rostrum"
    verbose_name = "Rostrum"
