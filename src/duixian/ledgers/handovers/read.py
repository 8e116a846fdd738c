"""Reads who holds a post on a day, and who answers on it for what was given to a person before."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet

from duixian.ledgers.handovers.models import Handover
from duixian.registers.models import Holder, Post


def handovers(*, post: Post | None = None) -> QuerySet[Handover]:
    """The hand-overs, newest first, of all posts or of one."""
    found = Handover.objects.select_related("post__body", "outgoing", "incoming", "by")
    return found.filter(post=post) if post is not None else found


class Holdings:
    """Some posts with their holders, as of one day: two queries, however many posts.

    A duty lies on the post. Where several hold it (副局长), it passes from the person named to whoever took over from
    that person, by the rows of the hand-over ledger.
    """

    def __init__(self, posts: Collection[int], *, as_of: dt.date) -> None:
        self.as_of = as_of
        self._of: dict[int, list[Holder]] = defaultdict(list)
        for holder in Holder.objects.filter(post__in=posts).select_related("account"):
            self._of[holder.post_id].append(holder)
        by_key = {holder.pk: holder for held in self._of.values() for holder in held}
        rows = Handover.objects.filter(post__in=posts, outgoing__isnull=False, incoming__isnull=False)
        pairs = [(by_key[a], by_key[b]) for a, b in rows.values_list("outgoing", "incoming") if a and b]
        self._next = {outgoing.pk: incoming for outgoing, incoming in pairs}
        self._before = {incoming.pk: outgoing for outgoing, incoming in pairs}

    def ever(self, post: int) -> tuple[Holder, ...]:
        """Everyone who holds or held the post, in the order of their days."""
        return tuple(self._of[post])

    def holders(self, post: int) -> tuple[Holder, ...]:
        """Who holds the post on the day; nobody for a vacant one."""
        return tuple(holder for holder in self._of[post] if is_serving(holder, self.as_of))

    def answers(self, post: int, name: str) -> Holder | None:
        """Who answers on the day for what was given to ``name`` in the post; None where nobody does.

        A name that the register does not know stands for the post itself: its one holder answers.
        """
        named = next((holder for holder in self._of[post] if holder.name == name), None)
        if named is not None:
            return self._on_the_day(named)
        serving = self.holders(post)
        return serving[0] if len(serving) == 1 else None

    def knows(self, post: int, name: str) -> bool:
        """Whether somebody of that name holds or held the post."""
        return any(holder.name == name for holder in self._of[post])

    def _on_the_day(self, holder: Holder) -> Holder | None:
        while holder.begins is not None and holder.begins > self.as_of and holder.pk in self._before:
            holder = self._before[holder.pk]
        while holder.ends is not None and holder.ends < self.as_of and holder.pk in self._next:
            holder = self._next[holder.pk]
        return holder if is_serving(holder, self.as_of) else None


def is_serving(holder: Holder, day: dt.date) -> bool:
    """Whether the holder holds the post on the day; an unknown beginning is taken to lie before it."""
    return (holder.begins is None or holder.begins <= day) and (holder.ends is None or holder.ends >= day)
