"""What the review of reports asks for: filters, and a reason where something goes back."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.filings.models import FilingStage
from duixian.ledgers.filings.month import Month
from duixian.office.forms import DayField, WordsField
from duixian.registers.models import Body


class MonthField(forms.Field):
    """A month, written 2026-09; browsers that know months offer them."""

    widget = forms.TextInput(attrs={"type": "month", "placeholder": "2026-09"})

    def to_python(self, value: Any) -> Month | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return Month.read(text)
        except ValueError as wrong:
            raise ValidationError(_("月份要写成 2026-09 这样。"), code="invalid") from wrong


class FilingsForm(forms.Form):
    """The filters of the list; they stand in its address."""

    stage = forms.ChoiceField(
        label=lazy("办理状态"), required=False, choices=[("", lazy("全部")), *FilingStage.choices]
    )
    month = MonthField(label=lazy("月份"), required=False)
    body = forms.ModelChoiceField(
        label=lazy("填报单位"),
        required=False,
        queryset=Body.objects.filter(filings__isnull=False).distinct(),
        empty_label=lazy("全部"),
    )


class ReturnForm(forms.Form):
    """Why a report goes back."""

    reason = WordsField(
        label=lazy("退回原因"),
        required=True,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("退回须写明原因，填报人要凭它改。没有退回。")},
    )


class ReopenForm(forms.Form):
    """Why an accepted report is opened again."""

    reason = WordsField(
        label=lazy("重新打开的原因"),
        required=True,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("重新打开须写明原因，没有打开。")},
    )


class CompletenessForm(forms.Form):
    """Which months, whose, as of which day; it stands in the address."""

    since = MonthField(label=lazy("从"), required=False)
    until = MonthField(label=lazy("到"), required=False)
    body = forms.ModelChoiceField(
        label=lazy("填报单位"), required=False, queryset=Body.objects.filter(same_as=None), empty_label=lazy("全部")
    )
    as_of = DayField(label=lazy("截至"), required=False)

    def __init__(self, data: Any, *, today: dt.date) -> None:
        super().__init__(data)
        self.today = today

    def clean_as_of(self) -> dt.date:
        """The asked day; an empty field is today. Nothing is known about the future."""
        day: dt.date = self.cleaned_data["as_of"] or self.today
        if day > self.today:
            raise ValidationError(_("截至日还没有到。请填今天或以前的日期。"))
        return day
