"""What lies on a post on a day: the hand-over list."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Q

from duixian.compiler.held_posts import HeldPost
from duixian.ledgers.acceptances.read import accepted
from duixian.ledgers.filings.models import Filing, FilingStage
from duixian.ledgers.handovers.read import Holdings
from duixian.ledgers.orders.models import Order, OrderStage
from duixian.ledgers.progress.read import Held, held
from duixian.registers.lookup import written_as
from duixian.registers.models import AssignmentOfficial, Holder, Liaison, Nature, Post, Role, Seat, Target
from duixian.units import plain

Item = dict[str, Any]
_ENDED = (OrderStage.CLOSED, OrderStage.WITHDRAWN)


def open_duties(post: Post, outgoing: Holder | None, *, day: dt.date) -> list[Item]:
    """Everything that is not done at the end of ``day`` and lies on ``outgoing`` in the post, or on the post itself.

    Shape: ``kind`` (duty, order, filing, seat, liaison), ``title``, ``due``, the page and key where it stands, and
    for a duty its figure, goal and unit; a duty without a target is listed, for nothing says that it is done.
    """
    return [
        *_duties(post, outgoing, day),
        *_orders(post, day),
        *_filings(post, outgoing, day),
        *_seats(post, outgoing, day),
        *_liaisons(post, outgoing, day),
    ]


def seats_of(post: Post, outgoing: Holder | None, *, day: dt.date) -> list[Seat]:
    """The coordination seats that ``outgoing`` has by the post at the end of ``day``."""
    in_force = (Q(begins=None) | Q(begins__lte=day)) & (Q(ends=None) | Q(ends__gte=day))
    running = Q(coordination__ends=None) | Q(coordination__ends__gte=day)
    found = Seat.objects.filter(in_force & running, post=post).select_related("coordination__document")
    holdings = Holdings([post.pk], as_of=day)
    return [seat for seat in found if _lies_on(holdings, post, seat.name_written, outgoing)]


def _lies_on(holdings: Holdings, post: Post, name: str, outgoing: Holder | None) -> bool:
    """Whether ``outgoing`` answers, or nobody does and the post is only now filled."""
    answers = holdings.answers(post.pk, name)
    return answers == outgoing if answers is not None else outgoing is None or not holdings.knows(post.pk, name)


def _duties(post: Post, outgoing: Holder | None, day: dt.date) -> Iterator[Item]:
    holdings = Holdings([post.pk], as_of=day)
    named = post.duties.select_related("assignment__commitment", "assignment__measure")
    mine = [one for one in named if _lies_on(holdings, post, one.name, outgoing)]
    targets = {one.pk: list(_targets(one)) for one in mine}
    keys = {target.pk for found in targets.values() for target in found}
    standing, taken = held(as_of=day, targets=keys), accepted(as_of=day, targets=keys)
    for one in mine:
        waiting = [t for t in targets[one.pk] if t.pk not in taken and not _is_done(t, standing.get(t.pk, ()), day)]
        if not targets[one.pk]:
            yield _duty(one) | {"due": _written(one.assignment.deadline)}
        for target in waiting:
            yield _duty(one) | _figures(target, standing.get(target.pk, ()))


def _targets(official: AssignmentOfficial) -> Iterator[Target]:
    assignment = official.assignment
    yield from Target.objects.filter(commitment=assignment.commitment_id, measure=assignment.measure_id)


def _is_done(target: Target, standing: tuple[Held, ...], day: dt.date) -> bool:
    """Whether nothing more is to be done: a running total has reached its target; all else waits for its last day."""
    if target.nature == Nature.FLOW and target.comparator != "<=" and target.period in (None, "year"):
        return bool(standing) and sum((one.value for one in standing), Decimal(0)) >= target.value
    return bool(standing) and day >= target.due


def _duty(official: AssignmentOfficial) -> Item:
    assignment = official.assignment
    title = assignment.measure.title if assignment.measure else assignment.commitment.title
    return {
        "kind": "duty",
        "title": title,
        "part": official.part,
        "page": "office:commitment",
        "key": assignment.commitment_id,
    }


def _figures(target: Target, standing: tuple[Held, ...]) -> Item:
    """Where the target stands; ``value`` is None where nothing was reported, which is not zero."""
    value = plain(sum((one.value for one in standing), Decimal(0))) if standing else None
    additive = target.nature in (Nature.FLOW, Nature.STOCK) or len(standing) == 1
    return {
        "object": target.object,
        "value": value if additive else None,
        "goal": plain(target.value),
        "unit": target.unit,
        "due": target.due.isoformat(),
    }


def _orders(post: Post, day: dt.date) -> Iterator[Item]:
    """The open orders on the post; the head's post has those on the body alone too."""
    mine = Q(post=post)
    if _heads(post):
        mine |= Q(post=None, body__in=written_as(post.body))
    found = Order.objects.filter(mine, day__lte=day).exclude(state__stage__in=_ENDED).select_related("state")
    for order in found:
        yield {
            "kind": "order",
            "title": f"{order.number} {order.title}",
            "stage": order.state.stage,
            "due": _written(order.state.due),
            "page": "office:order",
            "key": order.pk,
        }


def _filings(post: Post, outgoing: Holder | None, day: dt.date) -> Iterator[Item]:
    """The body's reports that are not accepted: for its head, and for whoever signs in to report."""
    reports = outgoing is not None and outgoing.account is not None and outgoing.account.role == Role.REPORTER
    if not reports and not _heads(post):
        return
    found = Filing.objects.filter(body__in=written_as(post.body))
    for filing in found.exclude(state__stage=FilingStage.ACCEPTED).select_related("state", "lead"):
        if (filing.year, filing.month) <= (day.year, day.month):
            yield {
                "kind": "filing",
                "title": f"{filing.year}-{filing.month:02} → {filing.lead.name}",
                "stage": filing.state.stage if hasattr(filing, "state") else FilingStage.OPEN,
                "due": _written(filing.due),
                "page": "office:filing_detail",
                "key": filing.pk,
            }


def _seats(post: Post, outgoing: Holder | None, day: dt.date) -> Iterator[Item]:
    for seat in seats_of(post, outgoing, day=day):
        yield {
            "kind": "seat",
            "title": f"{seat.coordination.name}{seat.role_written}",
            "due": None,
            "page": "office:coordination",
            "key": seat.coordination_id,
        }


def _liaisons(post: Post, outgoing: Holder | None, day: dt.date) -> Iterator[Item]:
    if outgoing is None:
        return
    serving = Q(ends=None) | Q(ends__gte=day)
    for liaison in Liaison.objects.filter(serving, body=post.body, name=outgoing.name, begins__lte=day):
        yield {
            "kind": "liaison",
            "title": liaison.duties,
            "due": None,
            "page": "office:body_register",
            "key": post.body_id,
        }


def _heads(post: Post) -> bool:
    """Whether the post is one that a body has only once."""
    return not HeldPost(None, post.title).several


def _written(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
