"""The one door of every office page: its address, its methods, and whether this account may open it."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import resolve_url
from django.urls import URLPattern, path
from django_htmx.http import HttpResponseClientRedirect

from duixian.registers.models import Account
from duixian.workflow.moves import may_open

View = Callable[..., HttpResponseBase]
READ = ("GET", "HEAD")
WRITE = ("POST",)


def page(route: str, view: View, *, name: str, methods: Collection[str] = READ) -> URLPattern:
    """The address of ``view``, open to those whom ``moves.PAGES`` names for ``office:NAME`` and to nobody else."""
    return path(route, _gated(view, f"office:{name}", methods), name=name)


def account_of(request: HttpRequest) -> Account:
    """Who is signed in; behind the gate there is always somebody."""
    return cast("Account", request.user)


def _gated(view: View, name: str, methods: Collection[str]) -> View:
    @wraps(view)
    def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in methods:
            return HttpResponseNotAllowed(methods)
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if not may_open(request.user, name):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return gated


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Back to this page afterwards, where it can be read; a form that was sent too late goes to the board."""
    back = request.get_full_path() if request.method in READ else resolve_url("office:board")
    found = redirect_to_login(back)
    # htmx would put the sign-in page into the middle of this one.
    return HttpResponseClientRedirect(found.url) if getattr(request, "htmx", False) else found
