"""Next year's budget from this year's claims: the same claims under a second act file."""

from collections.abc import Sequence

from duixian.policy.acts.sports_awards.claim import Claim
from duixian.policy.acts.sports_awards.decide import decide
from duixian.policy.acts.sports_awards.shape import SHAPE
from duixian.policy.engine.act import Act
from duixian.policy.engine.act_file import read_act
from duixian.policy.engine.comparison import By, Comparison, by_article, by_kind, by_label, by_payer, compare

# What totals are told by. A county is named only where a county pays.
TOTALS_BY: dict[str, By] = {
    "article": by_article,
    "payee_kind": by_kind,
    "payer": by_payer,
    "games": by_label("games"),
    "county": by_label("county"),
}


def what_if(claims: Sequence[Claim], *, before: Act, after: Act) -> Comparison[Claim]:
    """The claims decided under both acts, without traces; ``differences(by=…)`` tells where the money changes."""
    return compare(claims, decide=lambda claim, act: decide(claim, act=act, tracing=False), before=before, after=after)


def second_act(text: str, *, file: str) -> Act:
    """A second version of this act. Errors: DataFileError, with file, line and cure."""
    return read_act(text, file=file, shape=SHAPE)
