"""The map of places by light, and one place's own list."""

import datetime as dt
from http import HTTPStatus
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import day_of
from duixian.office.forms import DayField
from duixian.office.paging import page_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.pace import SEVERITY, Code, Look, NotInForceError
from duixian.registers.models import Commitment, Place
from duixian.reports import county, tile_map
from duixian.reports.county import Row
from duixian.reports.lit.refresh import SECONDS, refreshed
from duixian.reports.schemes import site_schemes
from duixian.reports.sheet import Cell
from duixian.reports.tile_map import Tile


class PlaceForm(forms.Form):
    """The filters of map and county; they stand in the address."""

    light = forms.ChoiceField(label=lazy("亮灯"), required=False)
    year = forms.TypedChoiceField(label=lazy("年度"), required=False, coerce=int, empty_value=None)
    as_of = DayField(label=lazy("截至"), required=False)

    def __init__(self, data: Any, *, today: dt.date) -> None:
        super().__init__(data)
        self.today = today
        light, year = (cast("forms.ChoiceField", self.fields[name]) for name in ("light", "year"))
        looks = looks_on(today)
        light.choices = [("", _("全部")), *((code.value, _(looks[code].word)) for code in SEVERITY if code in looks)]
        years = Commitment.objects.order_by("-year").values_list("year", flat=True).distinct()
        year.choices = [("", _("全部")), *((year, str(year)) for year in years)]

    def clean_as_of(self) -> dt.date:
        """The asked day; an empty field is today. Nothing is known about the future."""
        day: dt.date = self.cleaned_data["as_of"] or self.today
        if day > self.today:
            raise forms.ValidationError(_("截至日还没有到。请填今天或以前的日期。"))
        try:
            site_schemes().looks_on(day)
        except NotInForceError as none:
            raise forms.ValidationError(_("那一天还没有亮灯规则，不能判断。请填更晚的日期。")) from none
        return day

    @property
    def day(self) -> dt.date:
        day: dt.date = self.cleaned_data.get("as_of", self.today)
        return day

    @property
    def wanted_year(self) -> int | None:
        return cast("int | None", self.cleaned_data.get("year"))

    @property
    def code(self) -> Code | None:
        light = self.cleaned_data.get("light")
        return Code(light) if light else None


def show_map(request: HttpRequest) -> HttpResponse:
    """Every place that has a share of anything, coloured and labelled by its worst light."""
    form, kept, waiting = _asked(request)
    tiles = tile_map.rows(as_of=form.day, year=form.wanted_year, kept=kept)
    if wants_sheet(request):
        return _map_sheet(request, tiles, form)
    context = {"form": form, "as_of": form.day, "tiles": tiles, "waiting": waiting, "looks": looks_on(form.day)}
    return render(request, "office/map.html", context, status=_status(form))


def show_county(request: HttpRequest, pk: int) -> HttpResponse:
    """One place's shares, worst first."""
    place = get_object_or_404(Place, pk=pk)
    form, kept, waiting = _asked(request)
    found = county.listing(place, as_of=form.day, year=form.wanted_year, light=form.code, kept=kept)
    if wants_sheet(request):
        return _county_sheet(request, found.rows(found.keys), form, title=str(place))
    page = page_of(request, found.keys)
    context = {
        "form": form,
        "as_of": form.day,
        "place": place,
        "found": found,
        "page": page,
        "rows": found.rows(list(page)),
        "waiting": waiting,
    }
    return render(request, "office/county.html", context, status=_status(form))


def looks_on(day: dt.date) -> dict[Code, Look]:
    """How the lights of a day are called and drawn."""
    return dict(site_schemes().looks_on(day).looks)


def _asked(request: HttpRequest) -> tuple[PlaceForm, bool, int]:
    """The filters, whether the kept lights answer, and how many of them wait to be lit again."""
    today = day_of(request)
    form = PlaceForm(request.GET, today=today)
    form.is_valid()
    fresh = refreshed(day=today, seconds=SECONDS) if form.day == today else None
    return form, fresh is not None, fresh.waiting if fresh else 0


def _status(form: PlaceForm) -> HTTPStatus | None:
    return HTTPStatus.BAD_REQUEST if form.errors else None


def _map_sheet(request: HttpRequest, tiles: tuple[Tile, ...], form: PlaceForm) -> HttpResponse:
    looks = looks_on(form.day)
    codes = [code for code in SEVERITY if code in looks]
    columns = [_("地区"), *(_(looks[code].word) for code in codes)]
    rows: list[list[Cell]] = [[str(tile.place), *(tile.counts[code] for code in codes)] for tile in tiles]
    return sheet_file(request, title=_("地图"), as_of=form.day, columns=columns, rows=rows)


def _county_sheet(request: HttpRequest, rows: tuple[Row, ...], form: PlaceForm, *, title: str) -> HttpResponse:
    looks = looks_on(form.day)
    columns = [
        *(_("亮灯"), _("亮灯起始日"), _("实事"), _("指标"), _("完成"), _("目标"), _("其中自行加码"), _("计量单位")),
        *(_("期限"), _("预计完成晚侧"), _("最近填报")),
    ]
    cells: list[list[Cell]] = [
        [
            *(_(looks[row.code].word), row.since, row.target.commitment.title, row.target.object),
            *(row.actual, row.value, row.topped_up, row.target.unit, row.target.due, row.late, row.last_day),
        ]
        for row in rows
    ]
    return sheet_file(request, title=title, as_of=form.day, columns=columns, rows=cells)
