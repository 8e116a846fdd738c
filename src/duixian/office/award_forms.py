"""What the award pages ask for beside the claim itself: opinions, reasons, numbers of papers."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.claims.order import Stage
from duixian.office.conduct_words import conduct_choices
from duixian.office.forms import WordsField
from duixian.policy.acts.sports_awards import Conduct, Person
from duixian.registers.models import ActPart, Body, Place
from duixian.workflow.actions.cancel_award import Ground

_KIND_WORDS = [
    ("result", lazy("成绩")),
    ("selection", lazy("入选")),
    ("transfer", lazy("输送转正")),
    ("sportsmanship", lazy("道德风尚奖")),
    ("addon", lazy("追加奖励")),
]
_GROUND_WORDS = {
    Ground.FRAUD: lazy("弄虚作假、冒名顶替（第二十一条）"),
    Ground.DOPING: lazy("兴奋剂违规（第二十二条）"),
}


class CancellingForm(forms.Form):
    """Why an award falls."""

    ground = forms.ChoiceField(
        label=lazy("取消的原因"), choices=[(one.value, words) for one, words in _GROUND_WORDS.items()]
    )
    note = WordsField(
        label=lazy("认定的事实和文号"), required=True, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class MisconductForm(forms.Form):
    """Who is at fault, and what was found. Shape: ``persons`` are those on the claim."""

    person = forms.ChoiceField(label=lazy("谁"))
    conduct = forms.ChoiceField(
        label=lazy("认定的情形"),
        choices=conduct_choices(set(Conduct) - {Conduct.CLEAN}),
        help_text=lazy("只取消这个人的奖励，别人的照发；运动员弄虚作假或兴奋剂违规的，请办“取消奖励”。"),
    )
    note = WordsField(
        label=lazy("认定的事实和文号"), required=True, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any = None, *, persons: Iterable[Person]) -> None:
        super().__init__(data, auto_id="misconduct_%s")
        field = cast("forms.ChoiceField", self.fields["person"])
        field.choices = [(one.id, one.id) for one in persons]


class ClaimsForm(forms.Form):
    """The filters of the list of claims; they stand in its address."""

    q = WordsField(label=lazy("受理号、项目或领奖者"), max_length=60)
    stage = forms.ChoiceField(label=lazy("办理状态"), required=False, choices=[("", lazy("全部")), *Stage.choices])
    kind = forms.ChoiceField(label=lazy("申请类型"), required=False, choices=[("", lazy("全部")), *_KIND_WORDS])
    year = forms.IntegerField(label=lazy("受理年度"), required=False, min_value=2000, max_value=2200)


class ActBodyForm(forms.Form):
    """Which body has which part in the act."""

    part = forms.ChoiceField(label=lazy("分工"), choices=ActPart.choices)
    body = forms.ModelChoiceField(label=lazy("单位"), queryset=Body.objects.all())
    place = forms.ModelChoiceField(
        label=lazy("县市"),
        required=False,
        queryset=Place.objects.filter(level="county", valid_to=None),
        empty_label=lazy("不选（州财政）"),
        help_text=lazy("只有县市财政才选：这个县市的输送单位由它拨付。"),
    )
