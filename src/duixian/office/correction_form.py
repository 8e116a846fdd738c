"""The form by which a person corrects one thing that was read: the fields its kind may change."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from duixian.office.forms import WordsField
from duixian.registers.models import Counter, Counting, Nature, Proposal, ProposalKind
from duixian.registers.natures import type_proposed
from duixian.units import gettext_noop
from duixian.workflow.corrections import FIELDS, LABELS

COMPARATORS = {
    "=": gettext_noop("等于"),
    ">=": gettext_noop("不少于"),
    "<=": gettext_noop("不超过"),
    "~": gettext_noop("约"),
}
STAGES = {"prepare": gettext_noop("准备"), "work": gettext_noop("实施"), "finish": gettext_noop("完成")}
_CHOICES: dict[str, dict[str, Any]] = {
    "comparator": COMPARATORS,
    "stage": STAGES,
    "nature": dict(Nature.choices),
    "counting": dict(Counting.choices),
    "counter": dict(Counter.choices),
}
_DAYS = frozenset({"due", "start", "end", "deadline"})
_HINTS = {
    "due": gettext_noop("不填则用责任分工的完成时限，再没有则用年底。"),
    "lead": gettext_noop("几个单位用顿号分开。"),
    "support": gettext_noop("几个单位用顿号分开。"),
    "nature": gettext_noop("决定能不能相加、能不能分解。"),
    "counting": gettext_noop("每次填从起始日起的累计数，还是上次以后新增的数。"),
    "counter": gettext_noop("文件说的是开工、完工还是投用。"),
    "value": gettext_noop("写成数字，如 1.2万 写 12000。"),
}


class CorrectionForm(forms.Form):
    """Whether what was written can be so is said by the action alone; here is only its shape."""

    def __init__(self, proposal: Proposal, data: Any = None) -> None:
        super().__init__(data, auto_id=f"id_{proposal.pk}_%s")
        values = proposal.values
        if proposal.kind == ProposalKind.TARGET:
            values |= asdict(type_proposed(proposal))
        for name in FIELDS[proposal.kind]:
            self.fields[name] = _field(name)
            self.fields[name].initial = _as_text(values.get(name))
        # htmx and browsers both put the cursor here: whoever opens the form by keyboard types at once.
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def written(self) -> dict[str, str]:
        """Every field that was sent, as text, for the action. Needs a valid form."""
        return {name: str(self.cleaned_data[name] or "") for name in self.fields if name in self.data}


def _field(name: str) -> forms.Field:
    label, hint = _(LABELS[name]), _(_HINTS[name]) if name in _HINTS else ""
    if name in _CHOICES:
        choices = [(key, _(str(word))) for key, word in _CHOICES[name].items()]
        return forms.ChoiceField(label=label, choices=choices, help_text=hint, required="" not in _CHOICES[name])
    widget = forms.DateInput(attrs={"type": "date"}) if name in _DAYS else forms.TextInput()
    return WordsField(label=label, max_length=2000, widget=widget, help_text=hint)


def _as_text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
