"""第二条, 第十条: which games the act names, of which level they are and what they give."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from duixian.policy.acts.sports_awards.claim import Scale
from duixian.policy.engine.act import Act, number_of
from duixian.policy.engine.answers import DatedWord, NoAnswer

# The edition and year that a claim may write before the name; everything else must be the act's own wording.
_EDITION = re.compile(r"^(?:[12][0-9]{3}年)?(?:第[0-9一二三四五六七八九十百]+届)?")


class Level(StrEnum):
    INTERNATIONAL = "国际"
    NATIONAL = "国内"
    REGION = "自治区"
    PREFECTURE = "自治州"


BEYOND_REGION = frozenset({Level.INTERNATIONAL, Level.NATIONAL})


class CoachRule(StrEnum):
    """How coaches are paid for a result at some games."""

    BY_TRAINING_TIME = "按培训时间"  # 第十三条
    WHOLE = "全额"  # 第十四条
    SENDING_ONLY = "输送"  # 第十二条
    NONE = "无"  # 第十条 names athletes and teams only


@dataclass(frozen=True, slots=True)
class Games:
    """Games that the act names. ``standard`` are those whose rows are read: the games' own, or the counterpart's."""

    name: str
    level: Level
    scale: Scale
    standard: str
    coach_rule: CoachRule
    has_ball_rows: bool

    @property
    def beyond_region(self) -> bool:
        """Whether the award hangs on the region's own (第八条（二）（三）)."""
        return self.level in BEYOND_REGION


@lru_cache(maxsize=1024)
def find_games(act: Act, written: str, *, day: dt.date) -> Games | NoAnswer:
    """The games that a claim names, as the act knows them on ``day``.

    Only the act's own wording counts: 等 in 第二条（四） gives no amount to anything else.
    """
    name = _own_name(act, written, day=day)
    found = act.word("level", name, day=day)
    if not isinstance(found, DatedWord):
        return found
    level = Level(found.word)
    standard = _word(act, "counterpart", name, day=day) or name
    return Games(
        name=name,
        level=level,
        scale=Scale(_word(act, "scale", name, day=day) or Scale.RANK),
        standard=standard,
        coach_rule=_coach_rule(act, name, level=level, day=day),
        has_ball_rows=number_of(act.value("ball_team", standard, 1, day=day)) is not None,
    )


def _own_name(act: Act, written: str, *, day: dt.date) -> str:
    """The act's own name: brackets full-width, no blanks, no edition before it."""
    plain = "".join(written.split()).replace("(", "（").replace(")", "）")
    name = _EDITION.sub("", plain)
    return _word(act, "same_games", name, day=day) or name


def _coach_rule(act: Act, name: str, *, level: Level, day: dt.date) -> CoachRule:
    if level in BEYOND_REGION:
        return CoachRule.SENDING_ONLY
    return CoachRule(_word(act, "coach_rule", name, day=day) or CoachRule.NONE)


def _word(act: Act, table: str, key: str, *, day: dt.date) -> str | None:
    found = act.word(table, key, day=day)
    return found.word if isinstance(found, DatedWord) else None
