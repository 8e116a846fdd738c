"""A claim that lacks something or contradicts itself: sentences that name the field, and the one refusal for them."""

from collections.abc import Iterator

from duixian.policy.acts.sports_awards.claim_fields import field_at
from duixian.policy.engine.decision import Refusal
from duixian.units import Sentence, gettext_noop

Faults = Iterator[Sentence]
CODE = "INPUT_INCOMPLETE"
_ARTICLES = ("第十三条", "第十九条", "第二十七条")
_MISSING = gettext_noop("缺少{field}。{why}")


def missing(path: str, name: str, why: str) -> Sentence:
    """The sentence for a field that a line needs; ``why`` is a template."""
    return Sentence(_MISSING, {"field": field_at(path, name), "why": Sentence(why)})


def returned(faults: tuple[Sentence, ...]) -> Refusal | None:
    """The refusal for faults; None where there are none."""
    return Refusal(CODE, faults[0], _ARTICLES, faults[1:]) if faults else None
