"""Totals of a year's awards, and what the same claims would cost under changed values."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import site_day
from duixian.office.sheets import XLSX, download
from duixian.office.wording import write
from duixian.policy.acts.sports_awards import second_act
from duixian.policy.engine.act import Act
from duixian.reports.award_totals import BY_WORDS, Tables, totals
from duixian.reports.sheet import Sheet, as_csv, as_xlsx
from duixian.units.yaml_nodes import DataFileError

_LIMIT_BYTES = 1024 * 1024
_FILES = {"xlsx": (as_xlsx, XLSX), "csv": (as_csv, "text/csv; charset=utf-8")}


class ActFileForm(forms.Form):
    """The year, and a second act file to try on its claims. Nothing of it is kept."""

    year = forms.IntegerField(label=lazy("年度"), min_value=2000, max_value=2200)
    act = forms.FileField(
        label=lazy("改了数值的办法文件（yaml）"),
        required=False,
        max_length=255,
        help_text=lazy("从随附的办法文件改出。申请的日期不变，要试的数值须在这些日期有效。文件不保存。"),
    )


def show(request: HttpRequest) -> HttpResponse:
    """The totals of the site's year, or of ``?year=``; with a second act file both side by side; or as a file."""
    posted = request.method == "POST"
    usual = {"year": str(site_day().year)}
    form = ActFileForm(request.POST, request.FILES) if posted else ActFileForm(usual | request.GET.dict())
    after = _second(form) if form.is_valid() else None
    year = form.cleaned_data["year"] if not form.errors else site_day().year
    found = totals(year=year, after=after)
    wanted = (request.POST if posted else request.GET).get("as", "")
    if wanted in _FILES and not form.errors:
        return _file(found, kind=wanted, compares=after is not None)
    context = {"form": form, "found": found, "compares": after is not None, "as_of": site_day()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/award_totals.html", context, status=status)


def _file(found: Tables, *, kind: str, compares: bool) -> HttpResponse:
    """Every table's lines in one sheet; what is compared only where there are two acts."""
    columns = [_("口径"), _("项"), _("现行办法（元）"), *((_("改数值后（元）"), _("相差（元）")) if compares else ())]
    cells = [
        (_(BY_WORDS[row.by]), _(row.key), row.before, *((row.after, row.change) if compares else ()))
        for row in found.rows()
    ]
    title = _("%(year)s年奖励测算") if compares else _("%(year)s年奖励汇总")
    sheet = Sheet(title=title % {"year": found.year}, as_of=write(site_day()), columns=columns, rows=cells)
    write_file, media = _FILES[kind]
    return download(write_file(sheet), name=f"{sheet.title}.{kind}", kind=media)


def _second(form: ActFileForm) -> Act | None:
    """The act file, or None where there is none or it is wrong: file, line and cure stand at the field then."""
    file = form.cleaned_data["act"]
    if file is None:
        return None
    if file.size > _LIMIT_BYTES:
        form.add_error("act", _("办法文件超过 1 MB，不像是办法文件。请核对选的文件。"))
        return None
    try:
        return second_act(file.read().decode("utf-8-sig"), file=file.name)
    except UnicodeDecodeError:
        form.add_error("act", _("文件不是 UTF-8 编码的文本。请另存为 UTF-8 后再试。"))
    except DataFileError as problem:
        form.add_error("act", str(problem))
    return None
