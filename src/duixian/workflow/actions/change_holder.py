"""Gives a post to another person, or leaves it vacant, with everything that lies on it."""

import datetime as dt
from dataclasses import dataclass

from duixian.ledgers.handovers.models import Handover
from duixian.ledgers.handovers.post import post_handover
from duixian.registers.models import Account, Holder, Post
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.open_duties import open_duties, seats_of
from duixian.workflow.seats import pass_seats

_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who leaves and who comes.

    Time: ``day`` is the first day of the new arrangement; ``outgoing`` serves until the day before.
    Shape: ``incoming`` is a name, empty for a vacancy. ``outgoing`` is None only for a post, or one more place in it,
    that nobody has held; where somebody left it vacant before, ``outgoing`` is that person.
    """

    day: dt.date
    outgoing: Holder | None = None
    incoming: str = ""
    account: Account | None = None
    basis: str = ""


def change_holder(acting: Acting, post: Post, change: Change) -> Handover:
    """The hand-over with its list. Duties and seats lie on the post and need no change of their own.

    Errors: Refused for a day in the future or not after the outgoing's first, for somebody who has left and was
    followed already, for a person who holds the post on that day, and for more holders than the post has places.
    """
    with performing("change_holder", acting) as log:
        found = Post.objects.select_for_update().select_related("body").get(pk=post.pk)
        outgoing = found.holders.get(pk=change.outgoing.pk) if change.outgoing else None
        _check(found, change, outgoing, today=acting.today)
        last = _last_day(change, outgoing)
        items = open_duties(found, outgoing, day=last)
        seats = seats_of(found, outgoing, day=last)
        _end(outgoing, last)
        incoming = _begin(found, change)
        row = post_handover(
            found, outgoing=outgoing, incoming=incoming, day=change.day, items=items, by=acting.account, at=acting.now
        )
        done = pass_seats(seats, incoming=incoming, day=change.day)
        names = {"outgoing": outgoing.name if outgoing else None, "incoming": incoming.name if incoming else None}
        log.record(row, post=str(found), day=change.day.isoformat(), items=len(items), seats=done, **names)
        return row


def _last_day(change: Change, outgoing: Holder | None) -> dt.date:
    """The last day on which ``outgoing`` answered."""
    before = change.day - _A_DAY
    return min(outgoing.ends, before) if outgoing and outgoing.ends else before


def _end(outgoing: Holder | None, last: dt.date) -> None:
    if outgoing is not None and outgoing.ends is None:
        outgoing.ends = last
        outgoing.save(update_fields=["ends"])


def _begin(post: Post, change: Change) -> Holder | None:
    name = change.incoming.strip()
    if not name:
        return None
    return Holder.objects.create(
        post=post, name=name, account=change.account, begins=change.day, basis=change.basis.strip()
    )


def _check(post: Post, change: Change, outgoing: Holder | None, *, today: dt.date) -> None:
    if change.day > today:
        raise Refused(
            "change-in-future",
            gettext_noop("变更日 {day} 还没有到（今天 {today}）。到那天再办，交接清单才是当天的。"),
            day=change.day,
            today=today,
        )
    if outgoing is None and not change.incoming.strip():
        raise Refused("change-of-nobody", gettext_noop("没有写谁离任，也没有写谁接任。至少填一个。"))
    if outgoing is not None:
        _check_outgoing(change, outgoing)
    _check_incoming(post, change, outgoing)


def _check_outgoing(change: Change, outgoing: Holder) -> None:
    if outgoing.begins is not None and outgoing.begins == change.day:
        raise Refused(
            "changed-that-day",
            gettext_noop("{name} 从 {day} 起才任{post}，同一天不能再变更一次。请核对日期，或从第二天起变更。"),
            name=outgoing.name,
            day=change.day,
            post=str(outgoing.post),
        )
    if outgoing.begins is not None and outgoing.begins > change.day:
        raise Refused(
            "change-before-begin",
            gettext_noop("{name} 从 {begins} 起任职，不能在 {day} 就离任。请核对日期。"),
            name=outgoing.name,
            begins=outgoing.begins,
            day=change.day,
        )
    if outgoing.ends is None:
        return
    if not change.incoming.strip() or outgoing.ends >= change.day or _was_followed(outgoing):
        raise Refused(
            "left-already",
            gettext_noop("{name} 已于 {ends} 离任{post}，交接已办。要更换的是现任，请重新打开页面。"),
            name=outgoing.name,
            ends=outgoing.ends,
            post=str(outgoing.post),
        )


def _was_followed(outgoing: Holder) -> bool:
    return Handover.objects.filter(outgoing=outgoing).exclude(incoming=None).exists()


def _check_incoming(post: Post, change: Change, outgoing: Holder | None) -> None:
    """Nobody holds one post twice at a time, and no more persons than it has places."""
    name = change.incoming.strip()
    if not name:
        return
    others = [one for one in post.holders.all() if one != outgoing and (one.ends is None or one.ends >= change.day)]
    if any(one.name == name for one in others) or (outgoing and outgoing.ends is None and outgoing.name == name):
        raise Refused(
            "holds-already",
            gettext_noop("{name} 在 {day} 已任{post}，任期不能重叠。"),
            name=name,
            day=change.day,
            post=str(post),
        )
    if len(others) >= post.seats:
        raise Refused(
            "no-place-left",
            gettext_noop("{post}只有 {seats} 个职数，{day} 起已有 {holders} 在任。请选离任的人，或先调整职数。"),
            post=str(post),
            seats=post.seats,
            day=change.day,
            holders="、".join(one.name for one in others),
        )
