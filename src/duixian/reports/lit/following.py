"""Follows the activity log: which targets' lights an act may have changed."""

from collections.abc import Callable, Collection, Iterable, Mapping

from django.db.models import Q

from duixian.ledgers.models import Posting
from duixian.registers.models import Allocation, Target, TargetLink

_Found = Callable[[Collection[int]], Iterable[int]]


def _targets(condition: str) -> _Found:
    return lambda keys: Target.objects.filter(**{f"{condition}__in": keys}).values_list("pk", flat=True)


def _postings(condition: str) -> _Found:
    return lambda keys: Posting.objects.filter(**{f"{condition}__in": keys}).values_list("target", flat=True)


def _linked(keys: Collection[int]) -> Iterable[int]:
    return TargetLink.objects.filter(pk__in=keys).values_list("lower", flat=True)


def _shared(keys: Collection[int]) -> Iterable[int]:
    return Allocation.objects.filter(pk__in=keys).values_list("target", flat=True)


# Model names as the log writes them. An act on anything else that is not in UNTOUCHED may have changed every light:
# whoever adds a model says here which it is, and a test asks for it.
TOUCHED: Mapping[str, _Found] = {
    "target": _targets("pk"),
    "commitment": _targets("commitment"),
    "measure": _targets("measure"),
    "document": _targets("commitment__document"),
    "proposal": _targets("proposal"),
    "milestone": lambda keys: Target.objects.filter(
        Q(commitment__milestones__in=keys) | Q(measure__milestones__in=keys)
    ).values_list("pk", flat=True),
    "allocation": _shared,
    "suballocation": lambda _keys: (),
    "targetlink": _linked,
    "posting": _postings("pk"),
    "filing": _postings("filing"),
}
UNTOUCHED = frozenset(
    (
        *(
            "accesstoken",
            "account",
            "actbody",
            "body",
            "bodyname",
            "boundary",
            "liaison",
            "place",
            "post",
            "holder",
            "handover",
            "site",
        ),
        *("assignment", "assignmentbody", "assignmentofficial", "coordination", "seat", "seatadjustment", "source"),
        *("attachment", "awarddocument", "awardplan", "claim", "claimstate", "payee", "step", "transfer", "amendment"),
        *("complaint", "complaintanswer", "digest", "evidence", "notice", "papertemplate"),
        *("order", "orderpaper", "orderstep", "setaside"),
        *("inspection", "inspected", "inspectionstep", "takingpart"),
    )
)


def touched(subjects: Iterable[tuple[str, int]]) -> set[int] | None:
    """The ids of the targets whose lights these subjects of the log may have changed; None where it may be all of them.

    Shape: a subject is a model's name and a row's id. One query for each kind of subject there is.
    """
    keys: dict[str, set[int]] = {}
    for model, key in subjects:
        keys.setdefault(model, set()).add(key)
    if set(keys) - TOUCHED.keys() - UNTOUCHED:
        return None
    return {target for model in keys.keys() & TOUCHED.keys() for target in TOUCHED[model](keys[model])}
