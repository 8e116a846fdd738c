"""Papers as PDF/A, drawn by WeasyPrint from our own pages; nothing is fetched."""

from collections.abc import Mapping
from importlib import resources
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from duixian.units import Refused, gettext_noop

_TYPE_WIDTH_POINTS = 442
_LARGEST_MARK_POINTS = 48


def pdf_of(template: str, values: Mapping[str, Any]) -> bytes:
    """The paper ``reports/TEMPLATE.html`` with its names filled in. Errors: Refused where Pango is not installed."""
    style = resources.files("duixian.reports").joinpath("templates/reports/paper.css").read_text(encoding="utf-8")
    mark = f"{values['机关']}文件"
    told = {
        **values,
        "style": mark_safe(style),  # noqa: S308 -- our own file
        "mark_size": min(_LARGEST_MARK_POINTS, _TYPE_WIDTH_POINTS // len(mark)),
    }
    return _drawn(render_to_string(f"reports/{template}.html", told))


def _drawn(html: str) -> bytes:
    try:
        from weasyprint import HTML  # noqa: PLC0415 -- slow to load, and absent where Pango is
    except OSError as missing:
        raise Refused(
            "pdf-needs-pango",
            gettext_noop(
                "这台服务器没有装 Pango，不能直接出 PDF。请装 libpango-1.0-0、libpangoft2-1.0-0 和 "
                "libharfbuzz-subset0，或下载 Word 文件后另存为 PDF。"
            ),
        ) from missing
    # A paper brings everything with it: whatever an address in it points to is not looked at.
    return bytes(HTML(string=html, url_fetcher=_nothing).write_pdf(pdf_variant="pdf/a-2b"))


def _nothing(url: str, *_args: Any, **_more: Any) -> dict[str, Any]:
    raise ValueError(f"nothing is fetched for a paper: {url}")
