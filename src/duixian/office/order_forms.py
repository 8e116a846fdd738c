"""What the pages of orders and inspections ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.models import InspectionKind, OrderStage
from duixian.office.forms import DayField, WordsField
from duixian.registers.models import Body, Place, Post, Target
from duixian.registers.paper_templates import KINDS

_LONG = forms.Textarea(attrs={"rows": 3})
_MOST_WORKING_DAYS = 250


class PapersField(forms.FileField):
    """Any number of files at once, none of them demanded."""

    widget = forms.ClearableFileInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=_Papers(), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files in the order they were chosen."""
        return [super(PapersField, self).clean(one, initial) for one in data or []]


class _Papers(forms.ClearableFileInput):
    allow_multiple_selected = True


class WordsForm(forms.Form):
    """One text; ``label`` says which."""

    text = WordsField(max_length=2000, widget=_LONG)

    def __init__(
        self, data: Any = None, files: Any = None, *, label: Any = "", required: bool = True, **more: Any
    ) -> None:
        super().__init__(data, files, **more)
        self.fields["text"].label = label
        self.fields["text"].required = required


class HandOverForm(forms.Form):
    """How long a body has."""

    working_days = forms.IntegerField(
        label=lazy("办理时限（工作日，次日起算）"), min_value=1, max_value=_MOST_WORKING_DAYS, initial=10
    )


class AnswerForm(WordsForm):
    """What was done, with papers."""

    papers = PapersField(label=lazy("附件"), help_text=lazy("可以不附，也可以一次选几个文件。"))


class ExtensionForm(WordsForm):
    """Until when, and why."""

    until = DayField(label=lazy("申请延到"))
    field_order = ["until", "text"]


class OrderForm(forms.Form):
    """A new order."""

    number = WordsField(label=lazy("编号"), required=True, max_length=60, help_text=lazy("例如 某督〔2026〕12号"))
    title = WordsField(label=lazy("事项"), required=True, max_length=200)
    ask = WordsField(label=lazy("要求"), required=True, max_length=2000, widget=_LONG)
    basis = WordsField(
        label=lazy("立项依据"),
        required=True,
        max_length=400,
        help_text=lazy("会议纪要、文件或领导批示（国务院令第733号第十一条）"),
    )
    body = forms.ModelChoiceField(label=lazy("交给"), queryset=Body.objects.filter(same_as=None))
    post = forms.ModelChoiceField(
        label=lazy("责任职务"), required=False, queryset=Post.objects.select_related("body"), empty_label=lazy("不指定")
    )
    target = forms.ModelChoiceField(queryset=Target.objects.all(), required=False, widget=forms.HiddenInput)
    place = forms.ModelChoiceField(queryset=Place.objects.all(), required=False, widget=forms.HiddenInput)
    rule = WordsField(max_length=40, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """A post belongs to the body the order goes to."""
        found = super().clean() or {}
        post, body = found.get("post"), found.get("body")
        if post is not None and body is not None and post.body_id != body.pk:
            self.add_error("post", lazy("这个职务不在所选单位。"))
        return found


class OrderFilterForm(forms.Form):
    """The filters of the list of orders; they stand in its address."""

    body = forms.ModelChoiceField(
        label=lazy("单位"),
        queryset=Body.objects.filter(orders__isnull=False).distinct(),
        required=False,
        empty_label=lazy("全部"),
    )
    stage = forms.ChoiceField(label=lazy("阶段"), required=False, choices=[("", lazy("全部")), *OrderStage.choices])
    late = forms.BooleanField(label=lazy("只看逾期"), required=False)
    as_of = DayField(label=lazy("截至"), required=False)


class InspectionForm(forms.Form):
    """A 督查方案."""

    number = WordsField(label=lazy("编号"), required=True, max_length=60, help_text=lazy("例如 某督方〔2026〕3号"))
    title = WordsField(label=lazy("督查事项"), required=True, max_length=200)
    kind = forms.ChoiceField(label=lazy("种类"), choices=InspectionKind.choices)
    basis = WordsField(label=lazy("依据"), required=True, max_length=400)
    content = WordsField(label=lazy("督查内容"), required=True, max_length=2000, widget=_LONG)
    scope = WordsField(
        label=lazy("督查范围"),
        required=True,
        max_length=2000,
        widget=_LONG,
        help_text=lazy("没有写的不督查（第十五条）。"),
    )
    bodies = forms.ModelMultipleChoiceField(label=lazy("督查哪些单位"), queryset=Body.objects.filter(same_as=None))
    begins = DayField(label=lazy("到场自"))
    ends = DayField(label=lazy("到场至"))
    leader = WordsField(label=lazy("督查组组长"), required=True, max_length=60)
    members = WordsField(
        label=lazy("其他成员"), max_length=400, help_text=lazy("用顿号隔开；参加的人须回避对异议的复核。")
    )


class DecisionForm(WordsForm):
    """A decision of yes or no with words."""

    body = forms.ModelChoiceField(queryset=Body.objects.all(), required=False, widget=forms.HiddenInput)


class TemplateForm(forms.Form):
    """An office's own template of a paper."""

    kind = forms.ChoiceField(label=lazy("哪种文书"), choices=[(kind.key, lazy(kind.name)) for kind in KINDS.values()])
    file = forms.FileField(label=lazy("模板（.docx）"), required=False, help_text=lazy("不选文件就恢复自带的模板。"))
