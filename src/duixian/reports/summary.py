"""A leader's one screen: how many of each light, what came to need somebody this week, which deadlines come next."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duixian.pace import SEVERITY, Code, Light
from duixian.registers.models import Commitment, Target
from duixian.reports.board import listing
from duixian.reports.board_filter import BoardFilter, matching
from duixian.reports.figures import milestones_of, plan_of
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import kept_light
from duixian.reports.seasons import with_site_region

_WEEK = dt.timedelta(days=7)
_NEED = (Code.OVERDUE, Code.NO_DATA, Code.BEHIND, Code.AT_RISK)
_CLOSED = (Code.DONE, Code.ACCEPTED)
_MOST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A target worth naming: its light since ``since``, and its deadline."""

    line: LitLine
    code: Code

    @property
    def commitment(self) -> Commitment:
        return self.line.commitment


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of one screen.

    Shape: ``commitments`` and ``targets`` count by light, worst first, zeros included. ``need`` is how many targets are
    overdue, without data, behind or at risk, ``need_since_a_week`` how many of them became so within seven days.
    The lists hold at most eight, worst or nearest first.
    """

    commitments: Mapping[Code, int]
    targets: Mapping[Code, int]
    need: int
    need_since_a_week: int
    newly_in_need: tuple[Line, ...]
    next_deadlines: tuple[Line, ...]


def summary(wanted: BoardFilter, *, as_of: dt.date) -> Summary:
    """The summary from the kept lights, which the caller must know to be good for ``as_of``. Four queries.

    Time: newly in need is a target whose light has been what it is for less than a week, whichever it was before.
    """
    found = listing(wanted, as_of=as_of, kept=True)
    lines = LitLine.objects.filter(place=None, for_body=None, commitment__in=matching(wanted))
    rows = list(lines.order_by().values_list("pk", "code", "since", "target__due"))
    worse = sorted(
        (SEVERITY.index(Code(code)), key)
        for key, code, since, _ in rows
        if Code(code) in _NEED and since is not None and since > as_of - _WEEK
    )
    due = sorted((day, key) for key, code, _, day in rows if Code(code) not in _CLOSED and day >= as_of)
    named = _named([key for _, key in worse[:_MOST]] + [key for _, key in due[:_MOST]])
    codes = [Code(code) for _, code, _, _ in rows]
    return Summary(
        commitments=found.counts,
        targets={code: codes.count(code) for code in SEVERITY},
        need=sum(code in _NEED for code in codes),
        need_since_a_week=len(worse),
        newly_in_need=tuple(named[key] for _, key in worse[:_MOST]),
        next_deadlines=tuple(named[key] for _, key in due[:_MOST]),
    )


def reasons(lines: Sequence[Line], *, as_of: dt.date) -> list[Light]:
    """The light of each line, which says why it is lit, in their order. Two queries."""
    found = with_site_region(Target.objects.filter(pk__in=[one.line.target_id for one in lines]))
    targets = {one.pk: one for one in found.select_related("commitment").prefetch_related("commitment__milestones")}
    return [_light(one.line, targets[one.line.target_id], as_of) for one in lines]


def _light(line: LitLine, target: Target, as_of: dt.date) -> Light:
    return kept_light(line, plan_of(target, milestones_of(target, target.commitment)), day=as_of)


def _named(keys: list[int]) -> Mapping[int, Line]:
    lines = LitLine.objects.filter(pk__in=keys).select_related("target", "commitment")
    return {line.pk: Line(line, Code(line.code)) for line in lines}
