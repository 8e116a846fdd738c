"""The registers as a Django application."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "duixian.registers"
    label = "registers"
    verbose_name = "登记"
