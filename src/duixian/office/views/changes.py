"""What changed since a past day: lights that turned, figures that moved, orders and reports."""

import datetime as dt
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import day_of
from duixian.office.forms import BoardForm, DayField
from duixian.office.lights_of_day import lights_of
from duixian.office.paging import page_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.pace import NotInForceError
from duixian.registers.models import Body, Place
from duixian.reports import changes
from duixian.reports.happenings import happenings
from duixian.reports.schemes import look_of
from duixian.reports.sheet import Cell

_A_WEEK = dt.timedelta(days=7)
_COLUMNS = (
    lazy("年度"),
    lazy("实事"),
    lazy("指标"),
    lazy("地区、单位"),
    lazy("原来的灯"),
    lazy("现在的灯"),
    lazy("自何日起"),
    lazy("原来的数"),
    lazy("现在的数"),
    lazy("计量单位"),
)


class ChangesForm(BoardForm):
    """The board's filters, and the two days that are compared; a week back where none is asked for."""

    since = DayField(label=lazy("从"), required=False)
    until = DayField(label=lazy("到"), required=False)
    shares = forms.BooleanField(label=lazy("也列各县市、各单位的分解"), required=False)

    # None is Django's way to leave out a field of the form above; the two days say which year.
    as_of = None  # type: ignore[assignment]
    light = None  # type: ignore[assignment]
    year = None  # type: ignore[assignment]
    field_order = ("since", "until")

    def __init__(self, data: Any, *, today: dt.date) -> None:
        # The days stand in their fields from the first: what is compared is to be seen.
        days = {"since": (today - _A_WEEK).isoformat(), "until": today.isoformat()}
        asked = {name: data[name] for name in data if data[name] or name not in days}
        super().__init__(days | asked, own=None, today=today)

    def clean(self) -> dict[str, Any]:
        """Neither day is in the future, and the first comes first."""
        found = dict(super().clean() or {})
        since, until = found.get("since"), found.get("until")
        if until and until > self.today:
            self.add_error("until", ValidationError(_("截至日还没有到。请填今天或以前的日期。")))
        if since and until and since >= until:
            self.add_error("since", ValidationError(_("要早于“到”的日期，才有变化可比。")))
        return found

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The two days, or the last week where they could not be read."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        return (since, until) if since and until else (self.today - _A_WEEK, self.today)


def show(request: HttpRequest) -> HttpResponse:
    form = ChangesForm(request.GET, today=day_of(request))
    form.is_valid()
    found = _found(form)
    since, until = form.days
    names = _names(found)
    if wants_sheet(request) and not form.errors:
        return _sheet(request, found, names, until=until)
    page = page_of(request, found)
    context = {
        "form": form,
        "since": since,
        "until": until,
        "page": page,
        "rows": [(row, names.get((row.place, row.body), "")) for row in page],
        "turned": sum(row.turned for row in found),
        "worse": sum(row.worse for row in found),
        "happened": happenings(from_day=since, to_day=until),
    }
    return render(request, "office/changes.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def _found(form: ChangesForm) -> tuple[changes.Row, ...]:
    """Nothing where the days cannot be compared: the form says why."""
    if form.errors:
        return ()
    since, until = form.days
    try:
        shares = form.cleaned_data["shares"]
        lights = lights_of(until, today=form.today)
        kept = lights.kept and not lights.waiting
        return changes.rows(from_day=since, to_day=until, wanted=form.wanted, shares=shares, kept=kept)
    except NotInForceError:
        form.add_error("since", _("那一天还没有亮灯规则，不能判断。请填更晚的日期。"))
        return ()


def _names(found: Sequence[changes.Row]) -> Mapping[tuple[int | None, int | None], str]:
    """(place, body) → the name of whose share it is."""
    places = Place.objects.in_bulk({row.place for row in found if row.place is not None})
    bodies = Body.objects.in_bulk({row.body for row in found if row.body is not None})
    return {(pk, None): place.name for pk, place in places.items()} | {
        (None, pk): body.name for pk, body in bodies.items()
    }


def _sheet(
    request: HttpRequest,
    found: Sequence[changes.Row],
    names: Mapping[tuple[int | None, int | None], str],
    *,
    until: dt.date,
) -> HttpResponse:
    rows = [_cells(row, names.get((row.place, row.body)), day=until) for row in found]
    columns = [str(column) for column in _COLUMNS]
    return sheet_file(request, title=_("变化"), as_of=until, columns=columns, rows=rows)


def _cells(row: changes.Row, owner: str | None, *, day: dt.date) -> list[Cell]:
    target = row.target
    return [
        *(target.commitment.year, target.commitment.title, target.object, owner),
        *(_(look_of(row.before, day=day).word), _(look_of(row.now, day=day).word), row.since),
        *(row.was, row.actual, target.unit),
    ]
