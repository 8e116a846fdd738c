"""The one form of a month's report: a figure, a note and any papers for each line that is owed, pre-filled."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.filings.owed import Line
from duixian.ledgers.models import Evidence
from duixian.office.forms import NumberField, WordsField
from duixian.office.order_forms import PapersField
from duixian.registers.models import Commitment, Counting
from duixian.units import plain
from duixian.workflow.actions.submit_filing import Entry
from duixian.workflow.evidence_kinds import BEGINS
from duixian.workflow.prefilling import Prefill

_OPENED = "duixian.filing.opened"
# The refusals that a note answers; all others are about the figure.
_ABOUT_NOTE = frozenset({"total-falls-without-reason", "correction-without-reason", "figure-missing-without-reason"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form as a page draws it. ``papers`` were handed in already."""

    line: Line
    known: Prefill | None
    value: forms.BoundField
    note: forms.BoundField
    evidence: forms.BoundField
    seen: forms.BoundField
    papers: tuple[Evidence, ...]

    @property
    def is_marked(self) -> bool:
        """Whether the note has to be in sight: it was written, or something is wrong with it."""
        return bool(self.note.errors or self.evidence.errors or self.note.value())


class FilingForm(forms.Form):
    """Shape: for each line's key value_KEY, note_KEY, evidence_KEY, seen_KEY; for each leading body turn_ID."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        lines: Sequence[Line],
        known: Mapping[str, Prefill],
        seen: Mapping[str, int],
        turns: Mapping[int, int],
        now: dt.datetime,
    ) -> None:
        super().__init__(data, files, initial={"opened": signing.dumps(now.timestamp(), salt=_OPENED)})
        self.lines, self.known, self._now = lines, known, now
        for lead, turn in turns.items():
            self.fields[f"turn_{lead}"] = forms.IntegerField(widget=forms.HiddenInput, initial=turn)
        for line in lines:
            self._add(line, seen.get(line.key))

    def _add(self, line: Line, seen: int | None) -> None:
        key, known = line.key, self.known.get(line.key)
        initial = plain(known.value) if known else None
        self.fields[f"value_{key}"] = NumberField(label=_value_label(line), required=False, initial=initial)
        self.fields[f"note_{key}"] = WordsField(
            label=lazy("说明"), max_length=500, help_text=lazy("数字减少、更正或没有数时写原因，别的不用写。")
        )
        self.fields[f"evidence_{key}"] = _papers_field()
        self.fields[f"seen_{key}"] = forms.IntegerField(required=False, widget=forms.HiddenInput, initial=seen)

    @property
    def turns(self) -> dict[int, int]:
        """What the form had seen of each report. Only for a valid form."""
        turns = {name: value for name, value in self.cleaned_data.items() if name.startswith("turn_")}
        return {int(name.removeprefix("turn_")): value for name, value in turns.items()}

    @property
    def entries(self) -> list[Entry]:
        """What was filled in. Only for a valid form."""
        found = self.cleaned_data
        return [
            Entry(
                key=line.key,
                value=found[f"value_{line.key}"],
                note=found[f"note_{line.key}"],
                seen=found[f"seen_{line.key}"],
            )
            for line in self.lines
        ]

    @property
    def opened_at(self) -> dt.datetime | None:
        """When the form was opened; None where that was tampered with. Nothing but the burden meter asks."""
        try:
            stamp = signing.loads(self.cleaned_data["opened"], salt=_OPENED)
        except signing.BadSignature:
            return None
        return dt.datetime.fromtimestamp(stamp, tz=self._now.tzinfo)

    def refuse_line(self, key: str, *, code: str, words: str) -> None:
        """Puts what is wrong with a line where it can be mended."""
        self.add_error(f"{'note' if code in _ABOUT_NOTE else 'value'}_{key}", words)

    def groups(self, papers: Iterable[Evidence]) -> list[tuple[Commitment, list[Row]]]:
        """The rows under their commitments, in the order of the documents."""
        kept = list(papers)
        found: dict[int, tuple[Commitment, list[Row]]] = {}
        for line in self.lines:
            commitment = line.target.commitment
            found.setdefault(commitment.pk, (commitment, []))[1].append(self._row(line, kept))
        return list(found.values())

    def _row(self, line: Line, papers: Sequence[Evidence]) -> Row:
        value, note, evidence, seen = (self[f"{name}_{line.key}"] for name in ("value", "note", "evidence", "seen"))
        own = (one for one in papers if (one.target_id, one.place_id) == (line.target.pk, line.series.place))
        return Row(line, self.known.get(line.key), value, note, evidence, seen, tuple(own))


def _papers_field() -> PapersField:
    field = PapersField(label=lazy("凭据"), max_length=255, help_text=lazy("不要求。可选几个文件，每个不超过 20 MB。"))
    field.widget.attrs["accept"] = ",".join(BEGINS)
    return field


def _value_label(line: Line) -> Any:
    if line.target.counting == Counting.INCREMENT:
        return lazy("本月新增")
    return lazy("累计完成") if line.target.cumulative else lazy("月底当日的数")
