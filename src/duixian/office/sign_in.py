"""Sign-in: nobody signs up, failed attempts lock, and the answer says for how long."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from duixian.registers.models import Role
from duixian.workflow.moves import role_of


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the administrator alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- allauth's signature
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """A reporter comes to what they have to do, a leader to the one screen, everybody else to the board."""
        first = {Role.REPORTER: "office:duties", Role.LEADER: "office:summary"}
        return resolve_url(first.get(Role(role_of(request.user)), "office:board"))


def locked_out(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """The page after too many failed attempts."""
    return render(request, "account/locked_out.html", status=429)


def client_address(request: HttpRequest) -> str:
    """The address the connection came from."""
    return str(request.META.get("REMOTE_ADDR", ""))
