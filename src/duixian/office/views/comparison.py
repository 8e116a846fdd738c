"""Two official files beside each other: what continues, grew, shrank, came, went, was taken over and topped up."""

from http import HTTPStatus
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import site_day
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.office.wording import say, write
from duixian.registers.models import Source
from duixian.reports.comparison import Compared, Row, Side, Table, compared
from duixian.reports.sheet import Cell


class ComparisonForm(forms.Form):
    """The two files; they stand in the address. One file alone may hold two documents."""

    first = forms.ModelChoiceField(queryset=Source.objects.none(), label=lazy("公文"), empty_label=lazy("请选择"))
    second = forms.ModelChoiceField(
        queryset=Source.objects.none(), label=lazy("与它比较的公文"), empty_label=lazy("请选择")
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        for name in ("first", "second"):
            field = cast("forms.ModelChoiceField[Source]", self.fields[name])
            # The texts may be long, and of all but two nobody asks for more than the name.
            field.queryset = Source.objects.defer("text", "findings")

    @property
    def sources(self) -> list[Source]:
        """The chosen files with their texts, each once, in the order chosen."""
        chosen = [self.cleaned_data["first"].pk, self.cleaned_data["second"].pk]
        held = Source.objects.in_bulk(chosen)
        return [held[key] for key in dict.fromkeys(chosen)]


def show(request: HttpRequest) -> HttpResponse:
    asked = "first" in request.GET or "second" in request.GET
    form = ComparisonForm(request.GET if asked else None)
    found = compared(form.sources) if form.is_valid() else None
    if found is not None and wants_sheet(request):
        return _file(request, found)
    status = HTTPStatus.BAD_REQUEST if form.errors else None
    return render(request, "office/comparison.html", {"form": form, "found": found}, status=status)


def _file(request: HttpRequest, found: Compared) -> HttpResponse:
    columns = (
        _("文件一"),
        _("文件二"),
        _("关系"),
        _("对象"),
        _("文件一的数"),
        _("文件二的数"),
        _("原文一"),
        _("原文二"),
    )
    rows = [_cells(table, row) for table in found.tables for row in table.rows]
    return sheet_file(
        request, title=_("公文比较"), as_of=site_day(), columns=(*columns, _("把握（%）"), _("说明")), rows=rows
    )


def _cells(table: Table, row: Row) -> tuple[Cell, ...]:
    remarks = [say(row.top_up)] if row.top_up else []
    return (
        table.first,
        table.second,
        _(row.words),
        row.object,
        _number(row.first),
        _number(row.second),
        row.first.quote if row.first else None,
        row.second.quote if row.second else None,
        row.confidence,
        "；".join([*remarks, *map(_, row.doubts)]) or None,
    )


def _number(side: Side | None) -> str | None:
    """The number with its unit: a text, for 800 and 800户 are two things in one column."""
    if side is None:
        return None
    high = f"–{write(side.value_high)}" if side.value_high is not None else ""
    return f"{side.comparator if side.comparator != '=' else ''}{write(side.value)}{high}{side.unit}"
