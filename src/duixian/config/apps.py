"""The site itself as a Django application: templates, locale, checks."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "duixian.config"
    label = "site"
