"""Who answers on a day for what a document gave to a person: the holder of the post it lies on."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duixian.ledgers.handovers.read import Holdings
from duixian.registers.models import Assignment, Holder


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers in place of the person whom the document names; ``holder`` is None where the post is vacant."""

    holder: Holder | None


def answering(assignments: Iterable[Assignment], *, as_of: dt.date) -> Mapping[int, Answer]:
    """Official id → who answers for them on the day, of those alone where it is another than the document names.

    Two queries for any number of assignments whose officials were fetched. An official whose name the register does
    not know is left as written.
    """
    named = [one for assignment in assignments for one in assignment.officials.all() if one.held_post_id is not None]
    holdings = Holdings({one.held_post_id for one in named if one.held_post_id}, as_of=as_of)
    found: dict[int, Answer] = {}
    for one in named:
        if one.held_post_id is None or not holdings.knows(one.held_post_id, one.name):
            continue
        holder = holdings.answers(one.held_post_id, one.name)
        if holder is None or holder.name != one.name:
            found[one.pk] = Answer(holder)
    return found
