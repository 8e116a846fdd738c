"""Every field that a reporter's pages ask for, and why: the promised quantity it measures, or the law that needs it.

The one list. A form that asks a reporter for anything else fails its test; what 国办函〔2026〕12号 forbids (check-ins,
time online, forced photos and tracks) has no place in it and could not be given one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from duixian.ledgers.progress.series import Series
from duixian.registers.models import Target


class Purpose(StrEnum):
    """What a field is for."""

    MEASURES = "measures"  # the promised quantity itself: the field names its target
    REASON = "reason"  # why a figure falls, is missing or corrected: 统计法 第七条, true and complete
    EVIDENCE = "evidence"  # what proves a figure; never demanded
    ANSWER = "answer"  # what a body says in a procedure that the law gives it
    CLAIM = "claim"  # what an article of the award act decides by
    FILTER = "filter"  # narrows what a page shows; nothing is stored
    LIAISON = "liaison"  # whom a plan tells a body to name
    OWN = "own"  # what somebody gives for their own use, or leaves


@dataclass(frozen=True, slots=True)
class Asked:
    """One kind of field on one page. ``name`` is a pattern for its whole name; ``law`` says which text needs it."""

    name: str
    purpose: Purpose
    law: str = ""

    @property
    def may_be_demanded(self) -> bool:
        """Whether the page may refuse to go on without it."""
        return self.purpose not in (Purpose.EVIDENCE, Purpose.FILTER)


_KEY = r"(?P<key>w\d+|[pb]\d+-\d+)"
_SEARCH = Asked(
    "q|light|year|body|place|as_of|since|until|stage|month|kind|level|late|wrong|sort|page|document|shares|against",
    Purpose.FILTER,
)
_STATISTICS = "统计法第七条"
_INSPECTION = "国令第733号"
_AWARDS = "体育奖励办法第十九条"
_PLAN = "工作方案：各单位明确联络员"

# By the name of the page that shows the form.
ASKED: Mapping[str, tuple[Asked, ...]] = {
    "office:filing": (
        Asked(rf"value_{_KEY}", Purpose.MEASURES),
        Asked(rf"note_{_KEY}", Purpose.REASON, _STATISTICS),
        Asked(rf"evidence_{_KEY}", Purpose.EVIDENCE),
    ),
    "office:filing_detail": (Asked("reason", Purpose.REASON, _STATISTICS),),
    "office:post_progress": (
        Asked("day|value", Purpose.MEASURES),
        Asked("note", Purpose.REASON, _STATISTICS),
    ),
    "office:correct_progress": (
        Asked("value", Purpose.MEASURES),
        Asked("reason", Purpose.REASON, _STATISTICS),
    ),
    "office:share_further": (Asked("parts", Purpose.MEASURES), Asked("reason", Purpose.REASON, _STATISTICS)),
    "office:tokens": (Asked("name|scopes?|expires_on|access", Purpose.OWN, "本人自愿：自己的程序读自己的数"),),
    "office:notices": (Asked("email", Purpose.OWN, "本人自愿：给了才发提醒邮件"),),
    "office:name_liaison": (Asked("name|account|telephone|duties|begins", Purpose.LIAISON, _PLAN),),
    "office:end_liaison": (Asked("day", Purpose.LIAISON, _PLAN),),
    "office:order": (
        Asked("text|until", Purpose.ANSWER, _INSPECTION),
        Asked("papers", Purpose.EVIDENCE),
    ),
    "office:inspection": (Asked("text", Purpose.ANSWER, _INSPECTION),),
    "office:complaints": (Asked("text", Purpose.ANSWER, "国办函〔2026〕12号"),),
    "office:award": (Asked("note|agrees|passes|ground|payee|conduct|number|person", Purpose.CLAIM, _AWARDS),),
    "office:award_plans": (Asked("number|year", Purpose.CLAIM, _AWARDS),),
    "office:file_award_claim": (Asked(r"\w+", Purpose.CLAIM, _AWARDS),),
}
SAME = {"office:filing_month": "office:filing"}


def asked_field(page: str, name: str) -> Asked | None:
    """The line for a field of a page, None where nobody said why it is asked."""
    lines = (*ASKED.get(SAME.get(page, page), ()), _SEARCH)
    return next((line for line in lines if re.fullmatch(line.name, name)), None)


def measured(name: str) -> tuple[Target, Series]:
    """The promised quantity that a figure's field measures, by the field's own name.

    Errors: ValueError for a name that names none, Target.DoesNotExist for one that is no longer promised.
    """
    found = re.fullmatch(rf"value_{_KEY}", name)
    if found is None:
        raise ValueError(f"{name} names no promised quantity")
    kind, ids = found["key"][0], [int(part) for part in found["key"][1:].split("-")]
    target = Target.objects.get(pk=ids[0])
    return target, Series(place=ids[1] if kind == "p" else None, body=ids[1] if kind == "b" else None)
