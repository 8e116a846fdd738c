"""Who owes which figure to whom, and in which months: worked out from the registers, never typed.

A target that is reported as a whole is owed by its leading body. A share is owed by the body it was given to, or by
that of its place, from the month on in which that body has somebody who reports here; before that, and where nobody
does, by the leading body. What is owed stops with the month in which the target or share was done, and with the
month before the one in which it was accepted.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Min, Prefetch, Q, QuerySet
from django.utils.timezone import get_current_timezone

from duixian.ledgers.acceptances.read import accepted
from duixian.ledgers.filings.finished import finished
from duixian.ledgers.filings.month import Month
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.models import (
    Account,
    Allocation,
    AssignmentBody,
    Body,
    Nature,
    Part,
    Place,
    Role,
    Site,
    Target,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure that ``body`` owes ``lead`` in every month from ``first`` to ``last``, both included.

    Shape: ``body`` and ``lead`` are ids, equal where a leading body reports itself; ``last`` is None while it runs.
    Units: ``whole`` is what is to be reached, in the target's unit.
    """

    target: Target
    series: Series
    owner: Place | Body | None
    whole: Decimal
    body: int
    lead: int
    first: Month
    last: Month | None

    @property
    def key(self) -> str:
        """The line's name in a form: w7, p7-3 for a place's share, b7-2 for a body's.

        The letter says what the second number is; together they name the promised quantity.
        """
        if self.series.place is not None:
            return f"p{self.target.pk}-{self.series.place}"
        return f"b{self.target.pk}-{self.series.body}" if self.series.body is not None else f"w{self.target.pk}"

    def runs_in(self, month: Month) -> bool:
        """Whether it is owed for ``month``."""
        return self.first <= month and (self.last is None or month <= self.last)


@dataclass(slots=True)
class _Registers:
    """What is looked up once for all targets. Shape: body ids stand for themselves once aliases are followed."""

    same: Mapping[int, int]
    reports_since: Mapping[int, dt.date]
    of_place: Mapping[int, list[int]]
    leads: Mapping[tuple[int, int | None], int]
    asked_from: Month | None
    finished: Mapping[tuple[int, Series], dt.date] = field(default_factory=dict)
    accepted: Mapping[int, dt.date] = field(default_factory=dict)


def lines(*, as_of: dt.date, body: Body | None = None) -> tuple[Line, ...]:
    """Every line as it is known on ``as_of``, of all bodies or of one, in the order of the documents.

    The same number of queries however many targets there are.
    """
    own = None if body is None else _own(body)
    found = _targets(own)
    known = _registers(found, as_of=as_of, own=own)
    every = (line for target in found for line in _lines_of(target, known))
    wanted = None if body is None else known.same.get(body.pk, body.pk)
    return tuple(line for line in every if wanted in (None, line.body))


def principal(body: Body) -> Body:
    """The body that this name means: itself, or the one a person confirmed it to be."""
    while body.same_as is not None:
        body = body.same_as
    return body


@dataclass(frozen=True, slots=True)
class _Own:
    """What may concern one body: its own and its aliases' ids, its place, and the commitments in which it leads."""

    names: tuple[int, ...]
    place: int | None
    led: frozenset[int]

    def shares(self, *, body: str) -> Q:
        """What was given to the body or to its place; ``body`` is the column that says to which body."""
        own = Q(**{f"{body}__in": self.names})
        return own | Q(place=self.place) if self.place is not None else own

    @property
    def figures(self) -> Q:
        """The rows of the progress ledger that say whether what the body may owe is done."""
        return self.shares(body="for_body") | Q(target__commitment__in=self.led)


def _own(body: Body) -> _Own:
    names = (body.pk, *Body.objects.filter(same_as=body).values_list("pk", flat=True))
    seats = AssignmentBody.objects.filter(body__in=names, part=Part.LEAD)
    return _Own(names, body.place_id, frozenset(seats.values_list("assignment__commitment", flat=True)))


def _targets(own: _Own | None) -> list[Target]:
    found = Target.objects.select_related("commitment__document", "measure")
    shares = Allocation.objects.select_related("place", "body")
    if own is not None:
        given = own.shares(body="body")
        found = found.filter(Q(commitment__in=own.led) | Q(pk__in=Allocation.objects.filter(given).values("target")))
        # Of a target that another body leads only the body's own shares matter: a county has one in fifteen.
        shares = shares.filter(given | Q(target__commitment__in=own.led))
    found = found.prefetch_related(Prefetch("allocations", queryset=shares))
    return list(found.order_by("commitment__document", "commitment__ordinal", "begin"))


def _registers(targets: list[Target], *, as_of: dt.date, own: _Own | None) -> _Registers:
    bodies = {pk: (same, place) for pk, same, place in Body.objects.values_list("pk", "same_as", "place")}
    same = {pk: _followed(pk, bodies) for pk in bodies}
    since = _reports_since(same)
    of_place: dict[int, list[int]] = defaultdict(list)
    for pk, (_, place) in bodies.items():
        if place is not None and same[pk] == pk and pk in since:
            of_place[place].append(pk)
    keys = [target.pk for target in targets]
    return _Registers(
        same=same,
        reports_since=since,
        of_place={place: sorted(found, key=lambda pk: (since[pk], pk)) for place, found in of_place.items()},
        asked_from=_asked_from(),
        leads=_leads({target.commitment_id for target in targets}, same),
        finished=finished(keys, as_of=as_of, of=own.figures if own else None),
        accepted=accepted(as_of=as_of, targets=keys),
    )


def _followed(pk: int, bodies: Mapping[int, tuple[int | None, int | None]]) -> int:
    seen = {pk}
    while (further := bodies[pk][0]) is not None and further not in seen:
        seen.add(further)
        pk = further
    return pk


def _reports_since(same: Mapping[int, int]) -> dict[int, dt.date]:
    """Body id → the day its first reporter's account was made."""
    made = Account.objects.filter(role=Role.REPORTER).exclude(body=None).values("body").annotate(day=Min("created_at"))
    since: dict[int, dt.date] = {}
    for row in made.order_by():
        day, body = row["day"].astimezone(get_current_timezone()).date(), same[row["body"]]
        since[body] = min(day, since.get(body, day))
    return since


def _leads(commitments: Collection[int], same: Mapping[int, int]) -> dict[tuple[int, int | None], int]:
    """(commitment id, measure id or None) → the body that leads, the first one written."""
    seats: QuerySet[AssignmentBody] = AssignmentBody.objects.filter(
        assignment__commitment__in=commitments, part=Part.LEAD
    )
    found: dict[tuple[int, int | None], int] = {}
    columns = seats.order_by("assignment__begin", "assignment", "ordinal").values_list(
        "assignment__commitment", "assignment__measure", "body"
    )
    for commitment, measure, body in columns:
        found.setdefault((commitment, measure), same[body])
    return found


def _lines_of(target: Target, known: _Registers) -> Iterator[Line]:
    if Month.of(target.due) < _begins(target):
        return  # over before it was adopted here: a record of the past, which nobody is asked about
    own = known.leads.get((target.commitment_id, target.measure_id))
    lead = own if own is not None else known.leads.get((target.commitment_id, None))
    shares = list(target.allocations.all())
    for share in shares:
        yield from _of_share(target, share, lead=lead, known=known)
    # A coverage is counted from its places; nobody reports it as a whole.
    if not shares and lead is not None and target.nature != Nature.COVERAGE:
        yield from _line(target, WHOLE, None, target.value, body=lead, lead=lead, known=known)


def _of_share(target: Target, share: Allocation, *, lead: int | None, known: _Registers) -> Iterator[Line]:
    series = Series(place=share.place_id, body=share.body_id)
    for body, to, first, last in _hands(_reporting(share, known), lead, known):
        yield from _line(
            target, series, share.owner, share.whole, body=body, lead=to, known=known, first=first, last=last
        )


_Hand = tuple[int, int, Month | None, Month | None]


def _hands(body: int | None, lead: int | None, known: _Registers) -> Iterator[_Hand]:
    """Who reports a share, to whom, from which month to which: hands change when a body begins to report here.

    Before the leading body has anybody who could pass a report, the share's body reports to the supervision office.
    """
    if body is None or body == lead:
        yield from () if lead is None else [(lead, lead, None, None)]
        return
    since = Month.of(known.reports_since[body])
    if lead is not None:
        yield lead, lead, None, since.after(-1)
    passes_since = known.reports_since.get(lead) if lead is not None else None
    if lead is None or passes_since is None:
        yield body, body, since, None
        return
    passed = max(since, Month.of(passes_since))
    yield body, body, since, passed.after(-1)
    yield body, lead, passed, None


def _reporting(share: Allocation, known: _Registers) -> int | None:
    """The body that reports the share itself, None where it has nobody who does."""
    if share.body_id is not None:
        body = known.same[share.body_id]
        return body if body in known.reports_since else None
    return next(iter(known.of_place.get(share.place_id or 0, ())), None)


def _line(
    target: Target,
    series: Series,
    owner: Place | Body | None,
    whole: Decimal,
    *,
    body: int,
    lead: int,
    known: _Registers,
    first: Month | None = None,
    last: Month | None = None,
) -> Iterator[Line]:
    """The line, unless no month is left of it."""
    begins = max(filter(None, (_begins(target), first, known.asked_from)))
    ends = min(filter(None, (last, _ends(target, series, known))), default=None)
    if ends is None or begins <= ends:
        yield Line(
            target=target, series=series, owner=owner, whole=whole, body=body, lead=lead, first=begins, last=ends
        )


def _asked_from() -> Month | None:
    """A site that begins in the middle of a year asks for no month before."""
    day = Site.current().filings_from
    return Month.of(day) if day else None


def _begins(target: Target) -> Month:
    """Nothing is owed for months before the document was adopted here."""
    adopted = target.commitment.document.adopted_at
    known = adopted.astimezone(get_current_timezone()).date() if adopted else target.begins
    return Month.of(max(target.begins, known))


def _ends(target: Target, series: Series, known: _Registers) -> Month | None:
    done = known.finished.get((target.pk, series))
    taken = known.accepted.get(target.pk)
    months = [Month.of(done)] if done else []
    return min([*months, Month.of(taken).after(-1)] if taken else months, default=None)
