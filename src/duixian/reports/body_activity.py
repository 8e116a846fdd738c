"""What the activity log says of names, posts, coordination bodies and liaisons."""

from collections.abc import Callable, Mapping
from typing import Any

from duixian.units import Sentence, gettext_noop

BODY_VERBS = {
    "propose_alias": gettext_noop("提出单位别称"),
    "decide_alias": gettext_noop("确认单位别称"),
    "rename_body": gettext_noop("单位更名"),
    "enter_posts": gettext_noop("补登职务"),
    "name_post": gettext_noop("登记职务"),
    "change_holder": gettext_noop("职务变更"),
    "enter_coordination": gettext_noop("登记议事协调机构"),
    "record_adjustment": gettext_noop("登记调整通知"),
    "name_liaison": gettext_noop("指定联络员"),
    "end_liaison": gettext_noop("联络员离任"),
}
_TEMPLATES = {
    "propose_alias": gettext_noop("提出“{name}”可能是“{body}”"),
    "rename_body": gettext_noop("“{was}”从 {day} 起更名为“{name}”"),
    "enter_posts": gettext_noop("补登职务：{duties} 项责任落到职务，新增 {posts} 个职务、{holders} 名任职者"),
    "name_post": gettext_noop("登记职务“{title}”，职数 {seats}"),
    "record_adjustment": gettext_noop("{coordination}{role}由{was}调整为{name}（{number}，{day}）"),
    "name_liaison": gettext_noop("指定{name}为{body}联络员，从 {begins} 起"),
    "end_liaison": gettext_noop("{name}到 {ends} 不再任{body}联络员"),
}
_FIELDS = (
    *("name", "body", "was", "day", "duties", "posts", "holders"),
    *("title", "seats", "coordination", "role", "number", "begins", "ends"),
)
_Detail = Mapping[str, Any]


def _said(template: str) -> Callable[[_Detail, Any], Sentence]:
    """The template filled from the log row's own detail; what the row does not hold is told as a dash."""

    def sentence(detail: _Detail, _subject: Any) -> Sentence:
        return Sentence(template, {name: _written(detail.get(name)) for name in _FIELDS})

    return sentence


def _written(value: Any) -> str:
    return "—" if value is None or value == "" else str(value)


def _decide(detail: _Detail, _subject: Any) -> Sentence:
    template = (
        gettext_noop("确认“{name}”就是“{body}”，移来 {rows} 条登记")
        if detail.get("same")
        else gettext_noop("否定“{name}”是“{body}”，仍是两个单位")
    )
    rows = sum(detail.get("moved", {}).values())
    return Sentence(
        template, {"name": _written(detail.get("name")), "body": _written(detail.get("body")), "rows": rows}
    )


def _change(detail: _Detail, _subject: Any) -> Sentence:
    return Sentence(
        gettext_noop(
            "{post}从 {day} 起由{incoming}接替{outgoing}，交接 {items} 项；席位：{passed} 个自动递补，{waiting} 个待办"
        ),
        {
            **{name: _written(detail.get(name)) for name in ("post", "day", "incoming", "outgoing")},
            "items": int(detail.get("items", 0)),
            "passed": sum(one["outcome"] == "passed" for one in detail.get("seats", [])),
            "waiting": sum(one["outcome"] in ("notice", "unsaid") for one in detail.get("seats", [])),
        },
    )


def _enter(detail: _Detail, _subject: Any) -> Sentence:
    bodies = detail.get("bodies", [])
    return Sentence(
        gettext_noop("登记{names}，共 {seats} 个席位；{unseated} 人的职务没有写单位，没有登记"),
        {
            "names": "、".join(one["name"] for one in bodies),
            "seats": sum(one["seats"] for one in bodies),
            "unseated": sum(len(one["unseated"]) for one in bodies),
        },
    )


BODY_SENTENCES: Mapping[str, Callable[[_Detail, Any], Sentence]] = {
    **{verb: _said(template) for verb, template in _TEMPLATES.items()},
    "decide_alias": _decide,
    "change_holder": _change,
    "enter_coordination": _enter,
}
