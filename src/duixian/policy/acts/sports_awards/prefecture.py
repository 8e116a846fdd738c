"""第十条: games of the prefecture pay a share of their counterpart's row, once."""

import datetime as dt

from duixian.policy.acts.sports_awards.assessment import Award, placing_in_words
from duixian.policy.acts.sports_awards.claim import Placing
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.engine.act import Act
from duixian.policy.engine.amounts import Derived, rate, share_of
from duixian.policy.engine.answers import Known
from duixian.policy.engine.narrator import Narrator
from duixian.units import gettext_noop


def prefecture_award(
    act: Act, counterpart: Award, *, games: Games, placing: Placing, day: dt.date, narrator: Narrator
) -> Award:
    """The prefecture's share of what the same placing is worth at the counterpart games."""
    if not isinstance(counterpart, Derived):
        return counterpart
    share = act.value("prefecture_share", day=day)
    if not isinstance(share, Known):
        return share
    percentage = rate(share.row, narrator.say(gettext_noop("自治州运动会按{games}标准计发"), games=games.standard))
    words = narrator.say(gettext_noop("{games}{placing}"), games=games.name, placing=placing_in_words(placing))
    return share_of(counterpart, percentage, words=words)
