"""What the pages of shares, types and links ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.forms import NumberField, WordsField
from duixian.registers.models import Body, Commitment, Counter, Counting, Nature, Place, Target
from duixian.registers.natures import QuantityType
from duixian.reports.allocation import Share
from duixian.units import parse_decimal, plain
from duixian.workflow.actions.share_further import Part
from duixian.workflow.sharing import Given

_NEW_BODIES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: to whom, and the fields. ``body`` is the field that names another body."""

    owner: Place | Body | None
    body: forms.BoundField | None
    value: forms.BoundField
    topped_up: forms.BoundField | None


class ShareForm(forms.Form):
    """A line a place, one a body that has a share, and a few for other bodies; an empty line gives nothing."""

    reason = WordsField(
        label=lazy("为什么改"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=lazy("已有分解的，改动要写原因；原来的分解连同原因记入日志。"),
    )

    def __init__(self, data: Any, *, target: Target, places: Sequence[Place], shares: Sequence[Share]) -> None:
        super().__init__(data)
        self.target, self.covers = target, target.nature == Nature.COVERAGE
        held = {_key(one.owner): one for one in shares}
        owners: list[Place | Body] = [*places, *(one.owner for one in shares if isinstance(one.owner, Body))]
        self.owners: dict[str, Place | Body] = {_key(owner): owner for owner in owners}
        for key, owner in self.owners.items():
            self._add_line(key, str(owner), held.get(key))
        self.new = [] if self.covers else [f"new{number}" for number in range(1, _NEW_BODIES + 1)]
        for key in self.new:
            body = forms.ModelChoiceField(Body.objects.filter(same_as=None), required=False, empty_label=_("选单位"))
            body.label = _("单位")
            self.fields[f"{key}_body"] = body
            self._add_line(key, _("这个单位"), None)
        if not shares:
            del self.fields["reason"]

    def _add_line(self, key: str, owner: str, share: Share | None) -> None:
        initial = plain(share.assigned) if share else None
        more = plain(share.topped_up) if share and share.topped_up else None
        value = _("%(owner)s：下达") if not self.covers else _("%(owner)s：须达到")
        self.fields[key] = NumberField(required=False, label=value % {"owner": owner}, initial=initial)
        if not self.covers:
            label = _("%(owner)s：自加") % {"owner": owner}
            self.fields[f"{key}_more"] = NumberField(required=False, label=label, initial=more)

    def lines(self) -> Iterator[Line]:
        """The table, in the order of the fields."""
        for key in (*self.owners, *self.new):
            body = self[f"{key}_body"] if key in self.new else None
            more = None if self.covers else self[f"{key}_more"]
            yield Line(self.owners.get(key), body, self[key], more)

    def clean(self) -> dict[str, Any]:
        """A number without a body, a topped-up part without what it tops up: neither can be placed."""
        found = super().clean() or {}
        for key in self.new:
            body, value = found.get(f"{key}_body"), found.get(key)
            if body is not None and value is None and key not in self.errors:
                self.add_error(key, ValidationError(_("选了单位，请填分给它多少。")))
            if body is None and value is not None:
                self.add_error(f"{key}_body", ValidationError(_("请选这个数分给哪个单位。")))
        for key in (*self.owners, *self.new):
            if found.get(f"{key}_more") is not None and found.get(key) is None and key not in self.errors:
                self.add_error(key, ValidationError(_("有自加，没有下达；没有下达的请填 0。")))
        return found

    def given(self) -> list[Given]:
        """The lines that give something. Needs a valid form."""
        found = self.cleaned_data
        owners = self.owners | {key: found[f"{key}_body"] for key in self.new if found.get(f"{key}_body")}
        return [
            Given(owner=owner, value=found[key], topped_up=found.get(f"{key}_more") or Decimal(0))
            for key, owner in owners.items()
            if found.get(key) is not None
        ]

    @property
    def sums(self) -> tuple[Decimal, Decimal]:
        """What the numbers in the form add up to, assigned and topped up; what is no number counts for nothing."""
        keys = (*self.owners, *self.new)
        return self._sum(keys), self._sum(f"{key}_more" for key in keys if not self.covers)

    def _sum(self, keys: Any) -> Decimal:
        written = (parse_decimal(str(self[key].value() or "")) for key in keys)
        return sum((value for value in written if value is not None), Decimal(0))


def _key(owner: Place | Body) -> str:
    return f"{'place' if isinstance(owner, Place) else 'body'}{owner.pk}"


class PartsForm(forms.Form):
    """A share's parts, one a line, as they come out of a spreadsheet."""

    parts = WordsField(
        label=lazy("各乡镇、单位的任务"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=lazy("一行一个：名称、空格、数。可以从表格里整列粘贴。"),
    )
    reason = WordsField(label=lazy("为什么改"), max_length=500, help_text=lazy("改已有的分解时填。"))

    def clean_parts(self) -> list[Part]:
        """The parts in the order written."""
        return [_part(line) for line in self.cleaned_data["parts"].splitlines() if line.strip()]


def _part(line: str) -> Part:
    name, _gap, written = line.strip().replace("\t", " ").rpartition(" ")
    value = parse_decimal(written)
    if not name or value is None:
        raise ValidationError(_("“%(line)s”要写成：名称、空格、数。") % {"line": line.strip()[:60]})
    return Part(name.strip(), value)


class TypeForm(forms.Form):
    """What kind of quantity a target is."""

    nature = forms.ChoiceField(label=lazy("数量类型"), choices=Nature.choices)
    counting = forms.ChoiceField(label=lazy("填报方式"), choices=Counting.choices)
    counter = forms.ChoiceField(label=lazy("按哪一步计"), choices=Counter.choices, required=False)
    reason = WordsField(
        label=lazy("为什么改"), required=True, max_length=500, error_messages={"required": lazy("请写明原因。")}
    )

    @property
    def typed(self) -> QuantityType:
        """The chosen type. Needs a valid form."""
        found = self.cleaned_data
        return QuantityType(Nature(found["nature"]), Counting(found["counting"]), Counter(found["counter"]))


class AllocationFilterForm(forms.Form):
    """The filters of the list; they stand in its address."""

    year = forms.TypedChoiceField(label=lazy("年度"), required=False, coerce=int, empty_value=None)
    place = forms.ModelChoiceField(
        queryset=Place.objects.none(), label=lazy("地区"), required=False, empty_label=lazy("全部")
    )
    wrong = forms.BooleanField(label=lazy("只看要处理的"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        years = Commitment.objects.order_by("-year").values_list("year", flat=True).distinct()
        choice = cast("forms.ChoiceField", self.fields["year"])
        choice.choices = [("", _("全部")), *((year, str(year)) for year in years)]
        place = cast("forms.ModelChoiceField[Place]", self.fields["place"])
        place.queryset = Place.objects.filter(pk__in=_places_with_shares())


def _places_with_shares() -> Any:
    return Target.objects.exclude(allocations__place=None).values("allocations__place")


class LinkForm(forms.Form):
    """What came from above and what was added."""

    assigned = NumberField(label=lazy("上级下达"))
    topped_up = NumberField(label=lazy("本级自加"))
