"""How the map is laid out: tiles for each place, and outlines from a file of one's own."""

from collections.abc import Callable
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from duixian.office.clock import acting_now
from duixian.office.forms import WordsField
from duixian.office.gate import account_of
from duixian.office.refusing import refuse
from duixian.office.upload import was_over_limit
from duixian.places.outline import LIMIT_BYTES
from duixian.places.tiles import read_tiles
from duixian.registers.models import Boundary, Place
from duixian.units import Refused
from duixian.workflow.actions.load_boundaries import load_boundaries
from duixian.workflow.actions.set_tiles import set_tiles


class BoundariesForm(forms.Form):
    """A GeoJSON file and the number under which its map was examined."""

    file = forms.FileField(
        label=lazy("边界文件（GeoJSON）"),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.geojson"}),
        help_text=lazy("经纬度坐标，每个要素的 properties 里写 code（区划代码）或 name（名称）；不超过 8 MB。"),
        error_messages={"required": lazy("请选一个文件。"), "empty": lazy("文件是空的。")},
    )
    map_number = WordsField(
        label=lazy("审图号"),
        required=True,
        max_length=60,
        help_text=lazy("显示在地图旁。公开使用的地图要经审核；只在内部看的底图，也请写明来源。"),
        error_messages={"required": lazy("请填审图号。")},
    )


class TilesForm(forms.Form):
    """A table of places with a column and a row each."""

    file = forms.FileField(
        label=lazy("位置表（CSV）"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv"}),
        help_text=lazy(
            "三列：code（区划代码）、column（列）、row（行），从 0 数起。没有写到的地区按代码依次排在后面。"
        ),
        error_messages={"required": lazy("请选一个文件。"), "empty": lazy("文件是空的。")},
    )


def show(request: HttpRequest) -> HttpResponse:
    return _page(request, BoundariesForm(prefix="boundaries"), TilesForm(prefix="tiles"))


def load(request: HttpRequest) -> HttpResponse:
    """Takes in the outlines."""
    form = BoundariesForm(request.POST, request.FILES, prefix="boundaries")
    if was_over_limit(request):
        large = _("文件超过 %(most)s MB，没有存入。请先用制图软件简化边界。") % {"most": LIMIT_BYTES >> 20}
        form.fields["file"].error_messages["required"] = large

    def act() -> str:
        upload, number = form.cleaned_data["file"], form.cleaned_data["map_number"]
        acting = acting_now(account_of(request))
        count = load_boundaries(acting, upload.read(), name=upload.name, map_number=number)
        return ngettext("已装入 %(count)s 个地区的边界。", "已装入 %(count)s 个地区的边界。", count) % {"count": count}

    return _done(request, form, act) or _page(request, form, TilesForm(prefix="tiles"))


def place(request: HttpRequest) -> HttpResponse:
    """Puts the places on their tiles."""
    form = TilesForm(request.POST, request.FILES, prefix="tiles")

    def act() -> str:
        upload = form.cleaned_data["file"]
        count = set_tiles(acting_now(account_of(request)), read_tiles(upload.read()), name=upload.name)
        return ngettext("已排好 %(count)s 个地区。", "已排好 %(count)s 个地区。", count) % {"count": count}

    return _done(request, form, act) or _page(request, BoundariesForm(prefix="boundaries"), form)


def _done(request: HttpRequest, form: forms.Form, act: Callable[[], str]) -> HttpResponse | None:
    """Back to the page with what was done; None where it was not, with the reason in the form."""
    if not form.is_valid():
        return None
    try:
        messages.success(request, act())
    except Refused as refused:
        refuse(form, refused)
        return None
    return redirect("office:map_layout")


def _page(request: HttpRequest, boundaries: BoundariesForm, tiles: TilesForm) -> HttpResponse:
    context = {
        "boundaries": boundaries,
        "tiles": tiles,
        "outlined": Boundary.objects.select_related("place", "loaded_by").defer("geometry"),
        "placed": Place.objects.filter(valid_to=None).exclude(tile_column=None).order_by("tile_row", "tile_column"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if boundaries.errors or tiles.errors else None
    return render(request, "office/map_layout.html", context, status=status)
