"""A county's page: its shares worst first, its bodies, their reports, and the open orders there."""

from http import HTTPStatus
from typing import Any

from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.body_forms import AsOfForm
from duixian.office.clock import day_of
from duixian.office.lights_of_day import lights_of
from duixian.office.paging import page_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.pace import Code, NotInForceError
from duixian.registers.models import Body, Place
from duixian.reports import county, recent_filings
from duixian.reports.orders import open_now
from duixian.reports.schemes import look_of
from duixian.reports.sheet import Cell

_COLUMNS = (
    lazy("年度"),
    lazy("实事"),
    lazy("指标"),
    lazy("亮灯"),
    lazy("自何日起"),
    lazy("完成"),
    lazy("任务"),
    lazy("其中自加"),
    lazy("计量单位"),
    lazy("期限"),
    lazy("最近填报"),
    lazy("预计完成晚侧"),
)


def show(request: HttpRequest, code: str) -> HttpResponse:
    """As of a day, narrowed by light and year, page by page."""
    place = Place.objects.filter(code=code).order_by(F("valid_to").desc(nulls_first=True)).first()
    if place is None:
        raise Http404
    today = day_of(request)
    form = AsOfForm(request.GET, today=today)
    form.is_valid()
    lights = lights_of(form.day, today=today)
    light, year = _light(request), _year(request)
    try:
        found = county.listing(place, as_of=form.day, year=year, light=light, kept=lights.kept)
    except NotInForceError:
        form.add_error("as_of", _("那一天还没有亮灯规则，不能判断。请填更晚的日期。"))
        found = county.listing(place, as_of=today, year=year, light=light, kept=False)
    if wants_sheet(request) and not form.errors:
        return _sheet(request, found)
    page = page_of(request, found.keys)
    bodies = list(Body.objects.filter(place=place, same_as=None))
    context: dict[str, Any] = {
        "form": form,
        "place": place,
        "as_of": found.as_of,
        "is_past": found.as_of != today,
        "waiting": lights.waiting,
        "found": found,
        "light": light,
        "page": page,
        "rows": found.rows(list(page)),
        "bodies": bodies,
        "filings": recent_filings.rows([body.pk for body in bodies], as_of=found.as_of),
        "orders": open_now(Q(order__place=place) | Q(order__body__place=place), as_of=found.as_of),
    }
    return render(request, "office/county.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def _light(request: HttpRequest) -> Code | None:
    asked = request.GET.get("light", "")
    return Code(asked) if asked in set(Code) else None


def _year(request: HttpRequest) -> int | None:
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and len(asked) == len("2026") else None


def _sheet(request: HttpRequest, found: county.Listing) -> HttpResponse:
    rows = [_cells(row, found) for row in found.rows(found.keys)]
    title = _("%(place)s任务") % {"place": found.place.name}
    columns = [str(column) for column in _COLUMNS]
    return sheet_file(request, title=title, as_of=found.as_of, columns=columns, rows=rows)


def _cells(row: county.Row, found: county.Listing) -> list[Cell]:
    target = row.target
    return [
        *(target.commitment.year, target.commitment.title, target.object),
        *(_(look_of(row.code, day=found.as_of).word), row.since, row.actual, row.value, row.topped_up),
        *(target.unit, target.due, row.last_day, row.late),
    ]
