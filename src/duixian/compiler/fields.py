"""The named fields of an assignment (牵头单位：…  完成时限：…) with the text that each holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from duixian.compiler.labels import read_label
from duixian.compiler.lexicon.duties import (
    DEADLINE_FIELDS,
    LEAD_FIELDS,
    LEAD_OFFICIAL_FIELDS,
    RESPONSIBLE_FIELDS,
    RESPONSIBLE_OFFICIAL_FIELDS,
    SUPPORT_FIELDS,
)
from duixian.units import Span


class Duty(StrEnum):
    """What a field, a column or a verb says of those it names."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    LEAD_OFFICIAL = "lead-official"
    RESPONSIBLE_OFFICIAL = "responsible-official"
    DEADLINE = "deadline"


DUTY_OF = {
    word: duty
    for duty, words in (
        (Duty.LEAD, LEAD_FIELDS),
        (Duty.RESPONSIBLE, RESPONSIBLE_FIELDS),
        (Duty.SUPPORT, SUPPORT_FIELDS),
        (Duty.LEAD_OFFICIAL, LEAD_OFFICIAL_FIELDS),
        (Duty.RESPONSIBLE_OFFICIAL, RESPONSIBLE_OFFICIAL_FIELDS),
        (Duty.DEADLINE, DEADLINE_FIELDS),
    )
    for word in words
}
_SPACED = "|".join(r"\s{0,3}".join(word) for word in sorted(DUTY_OF, key=len, reverse=True))
# Every sign with which a field's name can begin, its level's included.
_BEGINS = "".join(sorted({word[0] for word in DUTY_OF} | set("自省市州县区旗盟镇乡")))
_FIELD = re.compile(
    rf"(?=[{_BEGINS}])(?<![一-鿿])(?P<key>(?:(?:自治区|[省市州县区旗盟镇乡])(?:级|直|政府|委)?)?(?:{_SPACED}))(?![（(](?:盖章|公章|签字|签章|签名))(?:[（(][^（()）\n]{{1,12}}[)）])?"
    r"(?:\s{0,4}(?:[:：】\]][ \t]{0,8})\n{0,2}|[ \t]{1,8}(?=[一-鿿\d]{2})|\s{0,2}\n(?=[^\n]{2}))"
)
_STOP = re.compile(r"[（(【\[]|[)）】\]]|\n|。|[ \t；;，,]{1,9}[一-鿿]{2,10}[:：]")
# 区级牵头领导 and 市直责任单位（科室） are 牵头领导 and 责任单位.
_OF_LEVEL = re.compile("^(?:自治区|[省市州县区旗盟镇乡])(?:级|直|政府|委)?")
_REMARK = re.compile(r"[（(][^（()）]{1,12}[)）]$")
_OPENING = "（(【["
_LONGEST_KEY = 40
_LONGEST_VALUE = 1_500
_GOES_ON = "、，,和及"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``key`` its name without blanks, ``value`` where what it holds stands, ``span`` both."""

    duty: Duty
    key: str
    value: Span
    span: Span


def begins_field(line: str) -> bool:
    """Whether the line begins with a field's name and holds its value behind a colon or a blank."""
    return bool(_FIELD.match(line[:_LONGEST_KEY].lstrip("【[ ")))


def duty_of(name: str) -> Duty | None:
    """The duty that a field or column of that name gives, or None."""
    squeezed = _REMARK.sub("", "".join(name.split()))
    if squeezed in DUTY_OF:
        return DUTY_OF[squeezed]
    without_level = _OF_LEVEL.sub("", squeezed)
    # 县级责任领导 stands above the bodies, 责任领导 alone may be a body's own.
    leads = without_level != squeezed and without_level.endswith("领导") and without_level in DUTY_OF
    return Duty.LEAD_OFFICIAL if leads else DUTY_OF.get(without_level)


def is_name_alone(line: str) -> bool:
    """Whether the line is a field's name and nothing else, so that its value stands on the next one.

    >>> is_name_alone("【完成时限】："), is_name_alone("完成时限：10月")
    (True, False)
    """
    return duty_of(line[:_LONGEST_KEY].strip("【】[]：: ")) is not None


def read_fields(text: str, span: Span) -> Iterator[Field]:
    """The fields within ``span``, in order; those without a value are left out."""
    matches = list(_FIELD.finditer(text, span.begin, span.end))
    for n, match in enumerate(matches):
        key = "".join(match["key"].split())
        limit = matches[n + 1].start() if n + 1 < len(matches) else span.end
        end = _value_end(text, match.end(), limit)
        begin, end = _trimmed(text, match.end(), end)
        duty = duty_of(key)
        if duty and begin < end and not (match.group()[-1] == "\n" and "".join(text[begin:end].split()) in DUTY_OF):
            yield Field(duty, key, Span(begin, end), Span(match.start(), end))


def _value_end(text: str, begin: int, limit: int) -> int:
    """Where the value ends: at the line's end unless the list goes on, at the bracket that encloses the field, at 。"""
    limit = min(limit, begin + _LONGEST_VALUE)
    depth = 0
    for match in _STOP.finditer(text, begin, limit):
        mark = match.group()
        if mark in _OPENING:
            depth += 1
        elif mark in ")）】]":
            if depth == 0:
                return match.start()
            depth -= 1
        elif mark == "\n":
            if not _list_goes_on(text, begin, match.start(), limit):
                return match.start()
            depth = 0
        elif depth == 0:
            return match.start()
    return limit


def _list_goes_on(text: str, begin: int, end: int, limit: int) -> bool:
    """A list that breaks behind 、 goes on in the next line, unless that begins with a label."""
    value = text[max(begin, end - 8) : end].rstrip()
    if not value:
        return True
    following = text[end + 1 : min(limit, end + 40)].lstrip()
    return value[-1] in _GOES_ON and read_label(following) is None


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    value = text[begin:end]
    left = len(value) - len(value.lstrip(" \t\n:："))
    right = len(value.rstrip(" \t\n；;，,、。（(【[|"))
    return (begin + left, begin + right) if left < right else (begin, begin)
