"""What a person may write over a reading: each field checked, each refusal says which field and what to write."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from duixian.registers.models import Counter, Counting, Nature, Proposal, ProposalKind
from duixian.registers.natures import QuantityType, check_type, type_proposed
from duixian.units import Refused, Sentence, gettext_noop, parse_decimal, plain

_COMPARATORS = ("=", ">=", "<=", "~")
_STAGES = ("prepare", "work", "finish")
_MOST_CHARACTERS = 200
_TYPE = ("nature", "counting", "counter")
# The fields of each kind that a person may change; everything else stays as it was read.
FIELDS: dict[str, tuple[str, ...]] = {
    "commitment": ("title",),
    "measure": ("title",),
    "target": ("object", "comparator", "value", "unit", "place", "due", "nature", "counting", "counter"),
    "allocation": ("place", "value"),
    "milestone": ("text", "start", "end", "stage"),
    "assignment": ("lead", "support", "deadline"),
}
LABELS = {
    "title": gettext_noop("名称"),
    "object": gettext_noop("指标对象"),
    "comparator": gettext_noop("比较"),
    "value": gettext_noop("数值"),
    "unit": gettext_noop("单位"),
    "place": gettext_noop("地区"),
    "due": gettext_noop("期限"),
    "nature": gettext_noop("数量类型"),
    "counting": gettext_noop("填报方式"),
    "counter": gettext_noop("按哪一步计"),
    "text": gettext_noop("节点内容"),
    "start": gettext_noop("开始日"),
    "end": gettext_noop("结束日"),
    "stage": gettext_noop("阶段"),
    "lead": gettext_noop("牵头单位"),
    "support": gettext_noop("责任单位"),
    "deadline": gettext_noop("完成时限"),
}


def corrected(proposal: Proposal, written: Mapping[str, str]) -> dict[str, Any]:
    """The proposal's values with the written fields over them. Errors: Refused for a field that cannot be."""
    values = dict(proposal.values)
    for name in FIELDS[proposal.kind]:
        if name in written:
            values[name] = _CHECKS[name](name, written[name].strip())
    _check_order(values)
    return _typed(proposal, values) if proposal.kind == ProposalKind.TARGET else values


def _words(name: str, text: str) -> str:
    if not text or len(text) > _MOST_CHARACTERS:
        raise Refused(
            "field-words",
            gettext_noop("“{field}”要填，且不超过 {most} 字。"),
            field=Sentence(LABELS[name]),
            most=_MOST_CHARACTERS,
        )
    return text


def _optional_words(name: str, text: str) -> str | None:
    return _words(name, text) if text else None


def _number(name: str, text: str) -> str:
    value = parse_decimal(text)
    if value is None or value < 0:
        raise Refused(
            "field-number",
            gettext_noop("“{field}”要填数字，现为“{text}”。万、亿请换算成数字，如 1.2万 写 12000。"),
            field=Sentence(LABELS[name]),
            text=text,
        )
    return plain(value)


def _day(name: str, text: str) -> str | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as problem:
        raise Refused(
            "field-day",
            gettext_noop("“{field}”要写成 2026-09-30 这样的日期，现为“{text}”。"),
            field=Sentence(LABELS[name]),
            text=text,
        ) from problem


def _needed_day(name: str, text: str) -> str:
    day = _day(name, text)
    if day is None:
        raise Refused("field-day-missing", gettext_noop("“{field}”要填日期。"), field=Sentence(LABELS[name]))
    return day


def _one_of(choices: tuple[str, ...]) -> Any:
    def check(name: str, text: str) -> str:
        if text not in choices:
            raise Refused(
                "field-choice",
                gettext_noop("“{field}”只能是 {choices} 之一。"),
                field=Sentence(LABELS[name]),
                choices="、".join(choices),
            )
        return text

    return check


def _bodies(name: str, text: str) -> list[str]:
    names = [item.strip() for item in text.replace(",", "、").replace("，", "、").replace("\n", "、").split("、")]
    return [_words(name, item) for item in dict.fromkeys(names) if item]


_CHECKS: dict[str, Any] = {
    "title": _words,
    "object": _words,
    "unit": _words,
    "text": _words,
    "place": _optional_words,
    "value": _number,
    "comparator": _one_of(_COMPARATORS),
    "stage": _one_of(_STAGES),
    "nature": _one_of(tuple(Nature.values)),
    "counting": _one_of(tuple(Counting.values)),
    "counter": _one_of(tuple(Counter.values)),
    "due": _day,
    "start": _day,
    "deadline": _day,
    "end": _needed_day,
    "lead": _bodies,
    "support": _bodies,
}


def _check_order(values: Mapping[str, Any]) -> None:
    start, end = values.get("start"), values.get("end")
    if start and end and start > end:
        raise Refused(
            "field-days-crossed", gettext_noop("开始日 {start} 晚于结束日 {end}。请核对。"), start=start, end=end
        )


def _typed(proposal: Proposal, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with the type only where it is another than the text says: the same again is no correction."""
    said = type_proposed(
        Proposal(document=proposal.document, begin=proposal.begin, end=proposal.end, read=_bare(values))
    )
    typed = QuantityType(
        Nature(values.get("nature", said.nature)),
        Counting(values.get("counting", said.counting)),
        Counter(values.get("counter", said.counter)),
    )
    check_type(typed, unit=values["unit"])
    changed = {name: getattr(typed, name).value for name in _TYPE if getattr(typed, name) != getattr(said, name)}
    return _bare(values) | changed


def _bare(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _TYPE}
