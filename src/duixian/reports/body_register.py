"""What the register says of one body on a day: its names, posts and holders, liaisons, and coordination seats."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from duixian.ledgers.handovers.read import Holdings
from duixian.registers.models import (
    AssignmentOfficial,
    Body,
    BodyName,
    Coordination,
    Holder,
    Liaison,
    NameKind,
    NameState,
    Post,
    Seat,
)
from duixian.reports.seats import SeatRow, in_force, seat_rows


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post. ``strangers`` are persons whom documents name in it and the register does not know.

    ``duties`` counts the assignments that lie on it; ``former`` held it before the day, the latest first.
    """

    post: Post
    holders: tuple[Holder, ...]
    former: tuple[Holder, ...]
    duties: int
    strangers: tuple[str, ...]

    @property
    def vacant(self) -> int:
        """How many of its places nobody holds."""
        return max(0, self.post.seats - len(self.holders))


@dataclass(frozen=True, slots=True)
class BodyRegister:
    """One body. ``names`` are confirmed; ``pending`` counts those that wait for a person to decide."""

    body: Body
    as_of: dt.date
    names: tuple[BodyName, ...]
    pending: int
    posts: tuple[PostRow, ...]
    liaisons: tuple[Liaison, ...]
    former_liaisons: tuple[Liaison, ...]
    seats: tuple[SeatRow, ...]
    offices: tuple[Coordination, ...]

    @property
    def name_then(self) -> str:
        """What the body was called on the day."""
        held = (name for name in self.names if name.kind == NameKind.FORMER and _holds(name, self.as_of))
        return next((name.name for name in held), self.body.name)


def _holds(name: BodyName, day: dt.date) -> bool:
    return (name.valid_from is None or name.valid_from <= day) and (name.valid_to is None or name.valid_to >= day)


def body_register(pk: int, *, as_of: dt.date) -> BodyRegister:
    """The body as of the end of the day; twelve queries at most. Errors: Body.DoesNotExist."""
    body = Body.objects.select_related("place", "same_as").get(pk=pk)
    liaisons = list(body.liaisons.select_related("account"))
    serving = [one for one in liaisons if one.begins <= as_of and (one.ends is None or one.ends >= as_of)]
    return BodyRegister(
        body=body,
        as_of=as_of,
        names=tuple(body.names.filter(state=NameState.CONFIRMED)),
        pending=BodyName.objects.filter(Q(body=body) | Q(name=body.name), state=NameState.PROPOSED).count(),
        posts=post_rows(body, as_of=as_of),
        liaisons=tuple(serving),
        former_liaisons=tuple(one for one in liaisons if one.ends is not None and one.ends < as_of),
        seats=seat_rows(Seat.objects.filter(post__body=body), as_of=as_of),
        offices=tuple(body.offices_of.filter(in_force(as_of))),
    )


def post_rows(body: Body, *, as_of: dt.date) -> tuple[PostRow, ...]:
    """The body's posts in the order of their titles: four queries."""
    posts = list(body.posts.select_related("body"))
    holdings = Holdings({post.pk for post in posts}, as_of=as_of)
    named = list(AssignmentOfficial.objects.filter(held_post__in=posts).values_list("held_post", "name"))
    duties = Counter(post for post, _ in named)
    return tuple(
        PostRow(
            post=post,
            holders=holdings.holders(post.pk),
            former=_former(holdings.ever(post.pk), as_of),
            duties=duties[post.pk],
            strangers=_strangers(post, named, holdings),
        )
        for post in posts
    )


def _former(holders: tuple[Holder, ...], as_of: dt.date) -> tuple[Holder, ...]:
    ended = [(one.ends, one) for one in holders if one.ends is not None and one.ends < as_of]
    return tuple(one for _, one in sorted(ended, key=lambda pair: pair[0], reverse=True))


def _strangers(post: Post, named: list[tuple[int, str]], holdings: Holdings) -> tuple[str, ...]:
    names = dict.fromkeys(name for key, name in named if key == post.pk)
    return tuple(name for name in names if not holdings.knows(post.pk, name))
