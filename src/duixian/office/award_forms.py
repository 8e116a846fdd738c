"""What the award pages ask for beside the claim itself: opinions, reasons, numbers of papers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.office.forms import WordsField
from duixian.registers.models import ActPart, Body, Place
from duixian.workflow.actions.cancel_award import Ground

_GROUND_WORDS = {
    Ground.FRAUD: lazy("弄虚作假、冒名顶替（第二十一条）"),
    Ground.DOPING: lazy("兴奋剂违规（第二十二条）"),
}


class NoteForm(forms.Form):
    """One sentence; ``label`` says which."""

    note = WordsField(max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any = None, *, label: Any, required: bool, **kwargs: Any) -> None:
        super().__init__(data, auto_id=kwargs.pop("auto_id", "id_%s"), **kwargs)
        self.fields["note"].label = label
        self.fields["note"].required = required


class CancellingForm(forms.Form):
    """Why an award falls."""

    ground = forms.ChoiceField(
        label=lazy("取消的原因"), choices=[(one.value, words) for one, words in _GROUND_WORDS.items()]
    )
    note = WordsField(
        label=lazy("认定的事实和文号"), required=True, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


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
