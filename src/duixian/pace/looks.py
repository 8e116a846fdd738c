"""How each light is called and drawn: a word, a shape and a colour, so that no one of them is needed alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from duixian.units.sentence import gettext_noop


class Code(StrEnum):
    """What a light says; the codes are stable and go into URLs, CSV and CSS."""

    DONE = "done"
    ACCEPTED = "accepted"
    ON_PACE = "on-pace"
    AT_RISK = "at-risk"
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


# Closed shapes are known, open ones ask for something: an open triangle is a warning, an open square a silence.
SHAPES = "■□▲△◆◇○●★☆◎※"
COLOURS = ("red", "amber", "yellow", "green", "teal", "blue", "violet", "grey")
# The looks that come with Duixian; schemes.yaml says the same, with source and reason, and a site may say otherwise.
# They stand here as well for makemessages to find their words; a test holds the two together.
LOOKS: Mapping[Code, Look] = {
    Code.DONE: Look(gettext_noop("已完成"), "●", "blue"),
    Code.ACCEPTED: Look(gettext_noop("已验收"), "★", "teal"),
    Code.ON_PACE: Look(gettext_noop("按进度"), "◆", "green"),
    Code.AT_RISK: Look(gettext_noop("有风险"), "△", "yellow"),
    Code.BEHIND: Look(gettext_noop("滞后"), "▲", "amber"),
    Code.OVERDUE: Look(gettext_noop("逾期未完成"), "■", "red"),
    Code.NO_DATA: Look(gettext_noop("无数据"), "□", "violet"),
    Code.NOT_STARTED: Look(gettext_noop("未到启动期"), "○", "grey"),
}
# A scheme may do without these; what would show them is then shown so.
SHOWN_INSTEAD: Mapping[Code, Code] = {Code.AT_RISK: Code.ON_PACE, Code.ACCEPTED: Code.DONE}
