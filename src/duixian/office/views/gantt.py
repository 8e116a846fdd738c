"""Plan, now and forecast on one axis (倒排工期): of the board, forty commitments a page, and of one commitment."""

import datetime as dt
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.board_page import board_page
from duixian.office.clock import day_of
from duixian.office.paging import page_of
from duixian.office.sheets import download, sheet_file, wants_sheet
from duixian.registers.models import Commitment
from duixian.reports.gantt import Strip, of_commitments, of_targets
from duixian.reports.gantt_axis import gantt
from duixian.reports.gantt_chart import as_png, as_svg, spec
from duixian.reports.sheet import Cell

A_PAGE = 40
_COLUMNS = (
    lazy("名称"),
    lazy("亮灯"),
    lazy("开始"),
    lazy("结束"),
    lazy("最需注意的指标"),
    lazy("期限"),
    lazy("已完成（%）"),
    lazy("预计完成早侧"),
    lazy("预计完成"),
    lazy("预计完成晚侧"),
    lazy("节点"),
)
_PICTURES = {"svg": (as_svg, "image/svg+xml"), "png": (as_png, "image/png")}


def show(request: HttpRequest) -> HttpResponse:
    """The board's commitments; a sheet holds all of them, a picture those of the page."""
    board = board_page(request)
    if wants_sheet(request):
        return _sheet(request, of_commitments(board.found.keys, as_of=board.as_of), as_of=board.as_of)
    page = page_of(request, board.found.keys, a_page=A_PAGE)
    strips = of_commitments(list(page), as_of=board.as_of)
    if request.GET.get("as") in _PICTURES:
        return _picture(request, strips, as_of=board.as_of, title=_("倒排工期图"))
    context = {**board.context(), "page": page, "chart": gantt(strips, as_of=board.as_of)}
    return render(request, "office/gantt.html", context, status=board.status)


def of_commitment(request: HttpRequest, pk: int) -> HttpResponse:
    """The targets of one commitment, each with its own stages."""
    as_of = day_of(request)
    commitment = get_object_or_404(Commitment, pk=pk)
    strips = of_targets(pk, as_of=as_of)
    if wants_sheet(request):
        return _sheet(request, strips, as_of=as_of)
    if request.GET.get("as") in _PICTURES:
        return _picture(request, strips, as_of=as_of, title=commitment.title)
    context = {"as_of": as_of, "commitment": commitment, "chart": gantt(strips, as_of=as_of)}
    return render(request, "office/gantt_commitment.html", context)


def _picture(request: HttpRequest, strips: Sequence[Strip], *, as_of: dt.date, title: str) -> HttpResponse:
    """One for the wall. Nothing to draw is not found: an empty picture would say that nothing was promised."""
    if not strips:
        raise Http404
    ending = request.GET["as"]
    draw, kind = _PICTURES[ending]
    data = draw(spec(strips, as_of=as_of, title=title, say=_))
    return download(data, name=f"{title}-{as_of.isoformat()}.{ending}", kind=kind)


def _sheet(request: HttpRequest, strips: Sequence[Strip], *, as_of: dt.date) -> HttpResponse:
    columns = [str(column) for column in _COLUMNS]
    return sheet_file(request, title=_("倒排工期"), as_of=as_of, columns=columns, rows=[_cells(one) for one in strips])


def _cells(strip: Strip) -> tuple[Cell, ...]:
    finish = strip.finish
    return (
        strip.name,
        _(strip.light.word),
        strip.begins,
        strip.due,
        strip.target.object,
        strip.deadline,
        strip.done_share,
        finish.early if finish else None,
        finish.median if finish else None,
        finish.late if finish else None,
        "；".join(stage.text for stage in strip.stages) or None,
    )
