"""The map (挂图作战): every place by its worst light, as tiles or as outlines of one's own, with a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.body_forms import AsOfForm
from duixian.office.clock import day_of
from duixian.office.lights_of_day import lights_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.pace import SEVERITY, Look, NotInForceError
from duixian.registers.models import Commitment, Document
from duixian.reports import tile_map
from duixian.reports.board_filter import BoardFilter
from duixian.reports.outline_map import OutlineMap, Shape, outline_map
from duixian.reports.schemes import look_of
from duixian.reports.tile_map import Tile


class MapForm(AsOfForm):
    """The map's filters; a single commitment's map is reached from its own page."""

    year = forms.TypedChoiceField(label=lazy("年度"), required=False, coerce=int, empty_value=None)
    document = forms.ModelChoiceField(
        queryset=Document.objects.none(), label=lazy("文件"), required=False, empty_label=lazy("全部")
    )
    commitment = forms.ModelChoiceField(
        queryset=Commitment.objects.all(), required=False, widget=forms.HiddenInput, label=lazy("实事")
    )

    def __init__(self, data: Any, **days: Any) -> None:
        super().__init__(data, **days)
        documents = list(Document.objects.filter(commitments__isnull=False).distinct().order_by("-year", "pk"))
        years = sorted({one.year for one in documents if one.year}, reverse=True)
        cast("forms.ChoiceField", self.fields["year"]).choices = [("", _("全部")), *((one, str(one)) for one in years)]
        field = cast("forms.ModelChoiceField[Document]", self.fields["document"])
        field.queryset = Document.objects.filter(pk__in=[one.pk for one in documents])

    @property
    def wanted(self) -> BoardFilter | None:
        """The filters that could be read; None where there is none."""
        found = self.cleaned_data
        document, commitment = found.get("document"), found.get("commitment")
        if document is None and commitment is None:
            return None
        return BoardFilter(document=document, commitment=commitment.pk if commitment else None)


@dataclass(frozen=True, slots=True)
class Shown:
    """A tile, and how its worst light looks."""

    tile: Tile
    look: Look


def show(request: HttpRequest) -> HttpResponse:
    today = day_of(request)
    form = MapForm(request.GET, today=today)
    form.is_valid()
    as_of, year = form.day, form.cleaned_data.get("year")
    lights = lights_of(as_of, today=today)
    try:
        tiles = tile_map.rows(as_of=as_of, year=year, wanted=form.wanted, kept=lights.kept)
    except NotInForceError:
        form.add_error("as_of", _("那一天还没有亮灯规则，不能判断。请填更晚的日期。"))
        as_of, tiles = today, ()
    if wants_sheet(request) and not form.errors:
        return _sheet(request, tiles, form)
    outlines = outline_map() if request.GET.get("draw") != "tiles" else None
    shown = [Shown(tile, look_of(tile.worst, day=as_of)) for tile in tiles if tile.worst]
    context = {
        "form": form,
        "as_of": as_of,
        "is_past": as_of != today,
        "waiting": lights.waiting,
        "tiles": shown,
        "worst_first": sorted(shown, key=lambda one: _severity(one.tile)),
        "codes": [code for code in SEVERITY if any(tile.counts[code] for tile in tiles)],
        "commitment": form.cleaned_data.get("commitment"),
        "outlines": outlines,
        "drawn": _drawn(shown, outlines),
        "filters": _kept_filters(request),
    }
    return render(request, "office/tile_map.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def _drawn(tiles: Sequence[Shown], outlines: OutlineMap | None) -> list[tuple[Shown, Shape]]:
    """Each tile that has an outline, with it."""
    shapes = outlines.shapes if outlines else {}
    return [(one, shapes[one.tile.place.pk]) for one in tiles if one.tile.place.pk in shapes]


def _severity(tile: Tile) -> tuple[int, ...]:
    """More of the worst light comes first, then more of the next."""
    return tuple(-count for count in tile.counts.values())


def _kept_filters(request: HttpRequest) -> str:
    """What of the address goes on to a county's page: the day and the year."""
    asked = request.GET.copy()
    for name in set(asked) - {"as_of", "year"}:
        del asked[name]
    return f"?{asked.urlencode()}" if asked else ""


def _sheet(request: HttpRequest, tiles: tuple[Tile, ...], form: MapForm) -> HttpResponse:
    words = {code: _(look_of(code, day=form.day).word) for code in SEVERITY}
    columns = [_("代码"), _("地区"), _("最差的灯"), _("分解项数"), *words.values()]
    rows = [
        [
            tile.place.code,
            tile.place.name,
            words[tile.worst] if tile.worst else None,
            tile.total,
            *tile.counts.values(),
        ]
        for tile in tiles
    ]
    return sheet_file(request, title=_("各地亮灯"), as_of=form.day, columns=columns, rows=rows)
