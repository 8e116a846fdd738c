"""The room as a Django application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "duixian.reports"
    label = "reports"
