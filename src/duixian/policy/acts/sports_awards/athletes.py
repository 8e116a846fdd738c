"""第八条, 第九条, 第十条 as lines: each athlete, or the team as one, gets what the placing is worth."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.lines import Lines, PayeeKind, payment


def athlete_lines(a: Assessment, placed: Placed) -> Lines:
    """A line for every unit that is due."""
    del a
    kind = PayeeKind.TEAM if placed.paid_as_team else PayeeKind.ATHLETE
    for unit in placed.due:
        yield payment(unit.id, kind, placed.worth, games=placed.games.name)
