"""The room as a Django application."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "duixian.workflow"
    label = "workflow"
