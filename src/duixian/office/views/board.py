"""The board: every commitment at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.board_page import BoardPage, board_page
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.reports.board import Row
from duixian.reports.sheet import Cell

_COLUMNS = (
    lazy("年度"),
    lazy("文件"),
    lazy("实事"),
    lazy("亮灯"),
    lazy("最需注意的指标"),
    lazy("完成"),
    lazy("目标"),
    lazy("计量单位"),
    lazy("完成（%）"),
    lazy("此时应达（%）"),
    lazy("期限"),
    lazy("牵头单位"),
    lazy("最近填报"),
    lazy("公开"),
)


def show(request: HttpRequest) -> HttpResponse:
    """Without any filter in the address a reporter sees what concerns their own body."""
    board = board_page(request)
    if wants_sheet(request) and board.status is None:
        return _sheet(request, board)
    page, rows = board.page(request)
    many = len({row.commitment.document_id for row in rows}) > 1
    context = {**board.context(), "page": page, "rows": rows, "many_documents": many}
    return render(request, "office/board.html", context, status=board.status)


def _sheet(request: HttpRequest, board: BoardPage) -> HttpResponse:
    rows = [_cells(row) for row in board.found.rows(board.found.keys)]
    columns = [str(column) for column in _COLUMNS]
    return sheet_file(request, title=_("实事总览"), as_of=board.as_of, columns=columns, rows=rows)


def _cells(row: Row) -> list[Cell]:
    commitment, head = row.commitment, row.head
    document = commitment.document
    figures: list[Cell] = [None] * 6
    if head is not None:
        figures = [
            *(head.target.object, head.actual, head.value, head.target.unit),
            *(head.actual_share if head.actual is not None else None, head.expected_share),
        ]
    return [
        *(commitment.year, document.number or document.issuer or document.name, commitment.title),
        _(row.light.word) if row.light else _("无可计数指标"),
        *figures,
        *(row.due, "、".join(row.owners), row.last_day),
        _("已公开") if commitment.released_at else _("未公开"),
    ]
