"""The commitments that somebody asked the board for; the board, the plan chart and their files show the same ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.translation import gettext as _

from duixian.office.clock import day_of
from duixian.office.forms import BoardForm
from duixian.office.gate import account_of
from duixian.office.lights_of_day import lights_of
from duixian.office.paging import page_of
from duixian.pace import NotInForceError
from duixian.registers.models import Role
from duixian.reports.board import Listing, Row, listing

# With these alone an address asks for nothing: a reporter's own body stays the filter.
_NOT_FILTERS = ("page", "as")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage:
    """What was asked and what was found. ``waiting`` counts targets whose kept light is not yet today's."""

    form: BoardForm
    is_past: bool
    is_filtered: bool
    waiting: int
    found: Listing

    @property
    def as_of(self) -> dt.date:
        return self.found.as_of

    @property
    def status(self) -> HTTPStatus | None:
        return HTTPStatus.BAD_REQUEST if self.form.errors else None

    def context(self) -> dict[str, Any]:
        """What every page with the board's filters shows."""
        return {
            "form": self.form,
            "as_of": self.as_of,
            "is_past": self.is_past,
            "is_filtered": self.is_filtered,
            "waiting": self.waiting,
            "total": self.found.total,
            "counts": self.found.counts,
        }

    def page(self, request: HttpRequest, *, a_page: int = 50) -> tuple[Page[Any], Sequence[Row]]:
        """The page that is asked for, and its rows: no other rows are read."""
        page = page_of(request, self.found.keys, a_page=a_page)
        return page, self.found.rows(list(page))


def board_page(request: HttpRequest) -> BoardPage:
    """By the filters in the address. Without any a reporter sees what concerns their own body."""
    account, today = account_of(request), day_of(request)
    own = account.body if account.role == Role.REPORTER else None
    asked = {name: request.GET[name] for name in request.GET if name not in _NOT_FILTERS}
    form = BoardForm(asked or ({"body": own.pk} if own else {}), own=own, today=today)
    form.is_valid()
    as_of = form.cleaned_data.get("as_of", today)
    lights = lights_of(as_of, today=today)
    try:
        found = listing(form.wanted, as_of=as_of, kept=lights.kept)
    except NotInForceError:
        form.add_error("as_of", _("那一天还没有亮灯规则，不能判断。请填更晚的日期。"))
        found = listing(form.wanted, as_of=today)
    return BoardPage(
        form=form,
        is_past=found.as_of != today,
        is_filtered=bool(asked) or own is not None,
        waiting=lights.waiting,
        found=found,
    )
