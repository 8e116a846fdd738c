"""The room as a Django application."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "duixian.office"
    label = "office"
