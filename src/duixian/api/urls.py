"""The addresses of the room: every operation, its description, and a page to try them on."""

from django.urls import path

from duixian.api import acting, reading
from duixian.api.door import api, router

OPERATIONS = (reading, acting)  # each adds its own to the router when it is read
api.add_router("", router)
urlpatterns = [path("", api.urls)]
