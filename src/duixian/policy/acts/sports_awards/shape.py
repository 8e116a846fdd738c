"""The tables that this act's rules read, and the act file that comes with Duixian."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from duixian.policy.acts.sports_awards.claim import Scale
from duixian.policy.acts.sports_awards.games import CoachRule, Level
from duixian.policy.engine.act import Act, TableShape
from duixian.policy.engine.act_file import read_act
from duixian.policy.engine.money import PERCENT, YUAN

SHAPE: Mapping[str, TableShape] = {
    "selection": TableShape(YUAN, ("games",)),
    "individual": TableShape(YUAN, ("games", "placing")),
    "individual_share": TableShape(PERCENT, ("games", "placing")),
    "region_share": TableShape(PERCENT, ("level",)),
    "last_rank": TableShape("名", ()),
    "small_team": TableShape("人", ("games",)),
    "ball_team": TableShape(YUAN, ("games", "placing")),
    "team_athlete": TableShape(YUAN, ("games", "placing")),
    "large_team": TableShape(YUAN, ("games", "placing")),
    "prefecture_share": TableShape(PERCENT, ()),
    "transfer": TableShape(YUAN, ()),
    "sending_share": TableShape(PERCENT, ()),
    "coach_share": TableShape(PERCENT, ("years", "coach")),
    "longest_training": TableShape("年", ()),
    "minority_coach_share": TableShape(PERCENT, ()),
    "addon_level": TableShape("级", ("kind",)),
    "addon_rank": TableShape("级", ("level",)),
    "assistant_share": TableShape(PERCENT, ()),
    "county_share": TableShape(PERCENT, ("games", "placing")),
    "collective": TableShape(YUAN, ("games",)),
    "claim_months": TableShape("个月", ()),
    "notice_days": TableShape("天", ()),
    "level": TableShape(None, ("games",), tuple(Level)),
    "same_games": TableShape(None, ("written",)),
    "scale": TableShape(None, ("games",), tuple(Scale)),
    "counterpart": TableShape(None, ("games",)),
    "based_on": TableShape(None, ("games",)),
    "prize": TableShape(None, ("placing",)),
    "coach_rule": TableShape(None, ("games",), tuple(CoachRule)),
    "addon_games": TableShape(None, ("games",)),
    "delegation": TableShape(None, ("delegation",)),
    "destination": TableShape(None, ("destination",)),
}


@cache
def shipped_act() -> Act:
    """The act as it was published."""
    text = resources.files(__package__).joinpath("act.yaml").read_text(encoding="utf-8")
    return read_act(text, file="sports_awards/act.yaml", shape=SHAPE)
