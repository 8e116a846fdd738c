"""What pages ask for. Fields are read here; whether they may be so is said by the actions."""

import datetime as dt
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.pace import LOOKS, SEVERITY, Code
from duixian.registers.models import Allocation, Body, Commitment, Place, Role
from duixian.reports.activity import VERBS
from duixian.reports.board_filter import BoardFilter
from duixian.units import parse_decimal


class DayField(forms.DateField):
    """One day, written 2026-09-30; browsers that have a calendar show it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {
        "invalid": lazy("日期要写成 2026-09-30 这样，并且确有这一天。"),
        "required": lazy("请填日期。"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)


class NumberField(forms.Field):
    """An exact number in plain digits, as an official types it."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "required": lazy("请填数字；没有进展请填与上次相同的累计数。"),
        "invalid": lazy("要填数字，现为“%(text)s”。万、亿请换算成数字，如 1.2万 写 12000。"),
    }

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip()
        if not text:
            return None
        number = parse_decimal(text.replace("，", ""))
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"text": text[:40]})
        return number


class WordsField(forms.CharField):
    """Free text without characters that no keyboard types."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, "required": False} | kwargs)
        self.validators.append(ProhibitNullCharactersValidator())


class BoardForm(forms.Form):
    """The filters of the board; they stand in its address."""

    q = WordsField(label=lazy("查找"), max_length=60)
    light = forms.ChoiceField(
        label=lazy("亮灯"),
        required=False,
        choices=lambda: [("", _("全部")), *((code.value, _(LOOKS[code].word)) for code in SEVERITY)],
    )
    year = forms.TypedChoiceField(label=lazy("年度"), required=False, coerce=int, empty_value=None)
    body = forms.ModelChoiceField(
        queryset=Body.objects.none(), label=lazy("单位"), required=False, empty_label=lazy("全部")
    )
    place = forms.ModelChoiceField(
        queryset=Place.objects.none(), label=lazy("地区"), required=False, empty_label=lazy("全部")
    )
    as_of = DayField(label=lazy("截至"), required=False)

    def __init__(self, data: Any, *, own: Body | None, today: dt.date) -> None:
        super().__init__(data)
        self.today = today
        if "year" in self.fields:
            years = [("", _("全部")), *((year, str(year)) for year in _years())]
            cast("forms.ChoiceField", self.fields["year"]).choices = years
        body = cast("forms.ModelChoiceField[Body]", self.fields["body"])
        places = cast("forms.ModelChoiceField[Place]", self.fields["place"])
        places.queryset = Place.objects.filter(Exists(Allocation.objects.filter(place=OuterRef("pk"))))
        body.queryset = Body.objects.filter(Q(seats__isnull=False) | Q(pk=own.pk if own else None)).distinct()

    def clean_as_of(self) -> dt.date:
        """The asked day; an empty field is today. Nothing is known about the future."""
        day: dt.date = self.cleaned_data["as_of"] or self.today
        if day > self.today:
            raise ValidationError(_("截至日还没有到。请填今天或以前的日期。"))
        return day

    @property
    def wanted(self) -> BoardFilter:
        """The filters that could be read."""
        found = self.cleaned_data
        light = found.get("light")
        return BoardFilter(
            light=Code(light) if light else None,
            body=found.get("body"),
            place=found.get("place"),
            year=found.get("year"),
            words=found.get("q", ""),
        )


def _years() -> list[int]:
    return list(Commitment.objects.order_by("-year").values_list("year", flat=True).distinct())


class PostingForm(forms.Form):
    """One report: up to which day, how much in all."""

    day = DayField(label=lazy("截至日"))
    value = NumberField(label=lazy("累计完成"))
    note = WordsField(
        label=lazy("说明"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=lazy("只在需要时填，例如数字为什么减少。群众看不到。"),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class CorrectingForm(forms.Form):
    """What a wrong report should have said, and why it is corrected."""

    value = NumberField(label=lazy("更正为"))
    reason = WordsField(
        label=lazy("更正原因"),
        required=True,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=lazy("原来的数保留并划去，原因同日志一起存档。"),
        error_messages={"required": lazy("请写明为什么更正。")},
    )


class SourceForm(forms.Form):
    """An official file."""

    file = forms.FileField(
        label=lazy("公文文件"),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.html,.htm,.docx,.pdf,.ofd"}),
        help_text=lazy("txt、html、docx、pdf、ofd，不超过 20 MB。扫描件请先识别文字。"),
        error_messages={
            "required": lazy("请选一个文件。"),
            "empty": lazy("文件是空的，里面没有文字。请确认选对了文件，或重新导出后再试。"),
            "max_length": lazy("文件名太长，请改短后再上传。"),
        },
        max_length=255,
    )

    def tell_over_limit(self) -> None:
        """The upload was dropped for its size, which is another thing than no file at all."""
        message = _("文件超过 20 MB 的上限，没有存入。请去掉图片或拆成几个文件后再试。")
        self.fields["file"].error_messages["required"] = message


class ReasonForm(forms.Form):
    """Why a commitment is withdrawn."""

    reason = WordsField(
        label=lazy("撤回原因"), required=True, error_messages={"required": lazy("撤回公开须写明原因，没有撤回。")}
    )


class AccountForm(forms.Form):
    """A new sign-in."""

    username = WordsField(
        label=lazy("用户名"),
        required=True,
        max_length=60,
        help_text=lazy("登录时用，例如姓名拼音。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    full_name = WordsField(label=lazy("姓名"), required=True, max_length=60)
    role = forms.ChoiceField(label=lazy("角色"), choices=Role.choices)
    body = forms.ModelChoiceField(
        label=lazy("单位"),
        required=False,
        queryset=Body.objects.all(),
        empty_label=lazy("不选"),
        help_text=lazy("填报人必须选单位，其他角色不选。"),
    )
    password = forms.CharField(
        label=lazy("初始密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=lazy("至少 10 位，不能全是数字。请当面或电话告知本人，首次登录后修改。"),
    )


class PasswordForm(forms.Form):
    """A new password for somebody who lost theirs."""

    password = forms.CharField(
        label=lazy("新密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=lazy("至少 10 位，不能全是数字。"),
    )


class ActivityForm(forms.Form):
    """The filters of the log; they stand in its address."""

    verb = forms.ChoiceField(
        label=lazy("事项"),
        required=False,
        choices=lambda: [("", _("全部")), *((verb, _(words)) for verb, words in VERBS.items())],
    )
    person = WordsField(label=lazy("人员"), max_length=60)
