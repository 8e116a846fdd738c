"""The room as a Django application."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "duixian.public"
    label = "public"
