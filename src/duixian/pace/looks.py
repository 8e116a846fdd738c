"""How each light is called and drawn: a word, a shape and a colour, so that no one of them is needed alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from duixian.units.sentence import gettext_noop


class Code(StrEnum):
    """What a light says; the codes are stable and go into URLs, CSV and CSS."""

    DONE = "done"
    ON_PACE = "on-pace"
    BEHIND = "behind"
    OVERDUE = "overdue"
    NO_DATA = "no-data"
    NOT_STARTED = "not-started"


@dataclass(frozen=True, slots=True)
class Look:
    """``word`` is a msgid; ``shape`` one character that every Chinese font has (GB 2312); ``colour`` a class name."""

    word: str
    shape: str
    colour: str


# The colours follow the habit of supervision offices: blue is closed, green goes well. Open shapes are those of
# which nothing is known yet.
LOOKS: Mapping[Code, Look] = {
    Code.DONE: Look(gettext_noop("已完成"), "●", "blue"),
    Code.ON_PACE: Look(gettext_noop("按进度"), "◆", "green"),
    Code.BEHIND: Look(gettext_noop("滞后"), "▲", "amber"),
    Code.OVERDUE: Look(gettext_noop("逾期未完成"), "■", "red"),
    Code.NO_DATA: Look(gettext_noop("无数据"), "□", "violet"),
    Code.NOT_STARTED: Look(gettext_noop("未到启动期"), "○", "grey"),
}
