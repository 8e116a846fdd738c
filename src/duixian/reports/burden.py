"""The burden meter: what was asked of a county in a month, what people typed, how often and how long.

Measured for the office that asks, never about a person: there is no row, column or order by who signed in or when.

*Asked* are the figures owed for the month. *Typed* are those that nothing pre-filled, and figures posted one by one.
*Submissions* are reports handed in (each time, returns too), single postings, and moves on supervision orders.
*Minutes* run from opening the form to handing it in; a pause is cut at ``MOST_MINUTES_A_FORM``; forms whose opening is
not known are counted as unmeasured, not as zero.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import partial

from duixian.ledgers.filings.models import FilingFigure, FilingMove, FilingStep
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import Line, lines
from duixian.ledgers.filings.read import last_submissions
from duixian.ledgers.models import OrderMove, OrderStep, Posting
from duixian.registers.models import Body, Place, Role, Site
from duixian.units import Sentence, gettext_noop

MOST_MINUTES_A_FORM = 30
_BODYS_MOVES = (OrderMove.SIGN, OrderMove.ANSWER, OrderMove.ASK_EXTENSION)
_MOST_TOLD = 8
# Where a figure came from that nobody had to give: these are the first to be dropped.
_WHY = {
    "ledger": gettext_noop("“{target}”：台账已有，不必再填"),
    "posted": gettext_noop("“{target}”：当月已经报过一次"),
    "earlier": gettext_noop("“{target}”：与上次相同"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """What one county, or one body without a county, was asked in one month.

    Units: ``minutes`` whole minutes, rounded up once over the month; None where nothing was measured.
    Shape: ``drop`` says, where the row is over a ceiling, what could be asked no more.
    """

    owner: Place | Body
    asked: int
    typed: int
    submissions: int
    minutes: int | None
    unmeasured: int
    fields_over: int
    minutes_over: int
    drop: tuple[Sentence, ...]

    @property
    def is_over(self) -> bool:
        """Whether more was asked than the ceiling allows."""
        return self.fields_over > 0 or self.minutes_over > 0


def rows(*, month: Month, as_of: dt.date) -> tuple[Row, ...]:
    """One row an owner, in the order of names; the same number of queries however many they are."""
    site, bodies = Site.current(), _owners()
    owed = [line for line in lines(as_of=as_of) if line.runs_in(month)]
    counted: dict[Place | Body, Counter[str]] = defaultdict(Counter)
    for line in owed:
        counted[bodies[line.body]]["asked"] += 1
    figures = _figures(month, as_of=as_of)
    for figure in figures:
        owner = bodies[figure.step.filing.body_id]
        counted[owner]["typed"] += figure.value is not None and figure.prefilled == ""
    spent = _count_submissions(counted, bodies, month, as_of=as_of)
    _count_singles(counted, bodies, month, as_of=as_of)
    drop = partial(_to_drop, bodies=bodies, figures=figures, owed=owed)
    found = (_row(owner, counts, spent.get(owner), site=site, drop=drop) for owner, counts in counted.items())
    return tuple(sorted(found, key=lambda row: row.owner.name))


def _owners() -> Mapping[int, Place | Body]:
    """Body id → its county, else itself."""
    found = Body.objects.select_related("place", "same_as__place")
    return {body.pk: _owner(body.same_as or body) for body in found}


def _owner(body: Body) -> Place | Body:
    return body.place or body


def _figures(month: Month, *, as_of: dt.date) -> list[FilingFigure]:
    """Every figure of every submission for the month: what was filled in twice was asked twice."""
    found = FilingFigure.objects.filter(
        step__filing__year=month.year, step__filing__month=month.month, step__day__lte=as_of
    )
    return list(found.select_related("step__filing", "target", "place"))


def _count_submissions(
    counted: dict[Place | Body, Counter[str]], bodies: Mapping[int, Place | Body], month: Month, *, as_of: dt.date
) -> Mapping[Place | Body, Decimal]:
    """Counts the reports handed in; gives the minutes they took by owner."""
    steps = FilingStep.objects.filter(filing__year=month.year, filing__month=month.month, day__lte=as_of)
    opened: dict[int, dt.datetime] = {}
    forms: dict[tuple[Place | Body, dt.datetime], Decimal | None] = {}
    for step in steps.select_related("filing").order_by("pk"):
        if step.move == FilingMove.OPEN:
            opened[step.filing_id] = step.at
        elif step.move == FilingMove.SUBMIT:
            owner = bodies[step.filing.body_id]
            # One form may hold reports to several leading bodies: it was one submission, and its minutes count once.
            forms[owner, step.at] = _minutes(opened.pop(step.filing_id, None), step.at)
    spent: dict[Place | Body, Decimal] = {}
    for (owner, _), minutes in forms.items():
        counted[owner]["submissions"] += 1
        counted[owner]["unmeasured"] += minutes is None
        if minutes is not None:
            spent[owner] = spent.get(owner, Decimal(0)) + minutes
    return spent


def _minutes(opened: dt.datetime | None, handed_in: dt.datetime) -> Decimal | None:
    """Minutes over one form, a pause cut; None where its opening is not known."""
    if opened is None:
        return None
    seconds = Decimal((handed_in - opened) // dt.timedelta(seconds=1))
    return min(seconds / 60, Decimal(MOST_MINUTES_A_FORM))


def _count_singles(
    counted: dict[Place | Body, Counter[str]], bodies: Mapping[int, Place | Body], month: Month, *, as_of: dt.date
) -> None:
    """Figures posted one by one for a day of the month, and moves on orders made in it."""
    days = (month.first, min(month.last, as_of))
    posted = Posting.objects.filter(filing=None, day__range=days, posted_by__role=Role.REPORTER).exclude(body=None)
    for body in posted.values_list("body", flat=True):
        if body is not None:
            counted[bodies[body]].update(typed=1, submissions=1, unmeasured=1)
    moves = OrderStep.objects.filter(move__in=_BODYS_MOVES, day__range=days).values_list("order__body", flat=True)
    for body in moves:
        counted[bodies[body]].update(submissions=1, unmeasured=1)


def _row(
    owner: Place | Body,
    counts: Counter[str],
    spent: Decimal | None,
    *,
    site: Site,
    drop: Callable[..., tuple[Sentence, ...]],
) -> Row:
    minutes = None if spent is None else whole_minutes(spent)
    fields_over = max(0, counts["asked"] - site.most_fields)
    minutes_over = max(0, (minutes or 0) - site.most_minutes)
    return Row(
        owner=owner,
        asked=counts["asked"],
        typed=counts["typed"],
        submissions=counts["submissions"],
        minutes=minutes,
        unmeasured=counts["unmeasured"],
        fields_over=fields_over,
        minutes_over=minutes_over,
        drop=drop(owner) if fields_over or minutes_over else (),
    )


def whole_minutes(spent: Decimal) -> int:
    """Whole minutes, a begun one counted: nobody's time is rounded away.

    >>> whole_minutes(Decimal("2.1")), whole_minutes(Decimal(0))
    (3, 0)
    """
    return int(spent.to_integral_value(rounding=ROUND_CEILING))


def _to_drop(
    owner: Place | Body, *, bodies: Mapping[int, Place | Body], figures: Iterable[FilingFigure], owed: Iterable[Line]
) -> tuple[Sentence, ...]:
    """What need not be asked: first what a ledger holds, then what was the same as before, then what is due last."""
    last = set(last_submissions([figure.step.filing_id for figure in figures]).values())
    own = [one for one in figures if one.step_id in last and bodies[one.step.filing.body_id] == owner]
    order = list(_WHY)
    known = sorted((one for one in own if one.prefilled in _WHY), key=lambda one: order.index(one.prefilled))
    told = [Sentence(_WHY[one.prefilled], {"target": _named(one.target, one.place)}) for one in known]
    if not told:
        far = sorted((line for line in owed if bodies[line.body] == owner), key=lambda line: line.target.due)
        words = gettext_noop("“{target}”：{due}才到期，可改为按季报")
        told = [
            Sentence(words, {"target": _named(line.target, line.owner), "due": line.target.due})
            for line in reversed(far)
        ]
    return tuple(told[:_MOST_TOLD])


def _named(target: object, owner: object) -> str:
    return f"{target}{f'（{owner}）' if owner else ''}"
