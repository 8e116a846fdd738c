"""Every table as a file: a page's own address with ``?as=xlsx`` or ``?as=csv``, filters and all."""

import datetime as dt
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from duixian.office.wording import write
from duixian.reports.sheet import Cell, Sheet, as_csv, as_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv; charset=utf-8"


def wants_sheet(request: HttpRequest) -> bool:
    """Whether the address asks for a file: then the view gives ``sheet_file`` of all rows, not of one page."""
    return request.GET.get("as") in ("xlsx", "csv")


def sheet_file(
    request: HttpRequest, *, title: str, as_of: dt.date, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> HttpResponse:
    """The rows as the file that the address asks for; ``title`` and ``columns`` are in the reader's language."""
    shown = _("截至 %(day)s") % {"day": write(as_of)}
    sheet = Sheet(title=title, as_of=shown, columns=columns, rows=rows)
    name = f"{title}-{as_of.isoformat()}"
    if request.GET.get("as") == "csv":
        return download(as_csv(sheet), name=f"{name}.csv", kind=_CSV)
    return download(as_xlsx(sheet), name=f"{name}.xlsx", kind=XLSX)


def download(data: bytes, *, name: str, kind: str) -> HttpResponse:
    """``data`` as a file to keep; a Chinese name goes through in every browser (RFC 6266)."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": disposition})
