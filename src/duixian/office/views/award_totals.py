"""Totals of a year's awards, and what the same claims would cost under changed values."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import site_day
from duixian.policy.acts.sports_awards import second_act
from duixian.policy.engine.act import Act
from duixian.reports.award_totals import totals
from duixian.units.yaml_nodes import DataFileError

_LIMIT_BYTES = 1024 * 1024


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
    """The totals of the site's year, or of ``?year=``; with a second act file, both side by side."""
    posted = request.method == "POST"
    form = ActFileForm(request.POST, request.FILES) if posted else ActFileForm(initial={"year": site_day().year})
    after = _second(form) if posted and form.is_valid() else None
    year = form.cleaned_data["year"] if posted and not form.errors else site_day().year
    context = {"form": form, "found": totals(year=year, after=after), "compares": after is not None}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/award_totals.html", {**context, "as_of": site_day()}, status=status)


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
