"""What the activity log says of shares, types, links and tokens: each verb, and the sentence of each act."""

from collections.abc import Callable, Mapping
from typing import Any

from duixian.registers.models import Counter, Counting, LinkState, Nature
from duixian.units import Sentence, gettext_noop
from duixian.units.sentence import Value

SHARE_VERBS = {
    "share_out": gettext_noop("分解指标"),
    "cover_places": gettext_noop("列明覆盖的地区"),
    "share_further": gettext_noop("再分解"),
    "retype_target": gettext_noop("改指标类型"),
    "link_targets": gettext_noop("找上下级对应"),
    "decide_link": gettext_noop("确认上下级对应"),
    "issue_access_token": gettext_noop("生成接口令牌"),
    "revoke_access_token": gettext_noop("停用接口令牌"),
}
_Detail = Mapping[str, Any]
_CHOICES = {"nature": Nature, "counting": Counting, "counter": Counter}


def _shares(detail: _Detail, subject: Any) -> Sentence:
    values: dict[str, Value] = {
        "name": str(subject),
        "before": _written(detail.get("before", ())),
        "after": _written(detail.get("after", ())),
        "reason": str(detail.get("reason") or "—"),
    }
    if not detail.get("before"):
        return Sentence(gettext_noop("分解“{name}”：{after}"), values)
    return Sentence(gettext_noop("改分解“{name}”：原为{before}；现为{after}；原因：{reason}"), values)


def _written(shares: Any) -> str:
    return "、".join(_share(share) for share in shares) or "—"


def _share(share: Any) -> str:
    if not isinstance(share, Mapping):
        return "".join(map(str, share))
    more = f"+{share['topped_up']}" if share.get("topped_up") not in (None, "0") else ""
    return f"{share['name']}{share['value']}{more}"


def _further(detail: _Detail, subject: Any) -> Sentence:
    return _shares(detail, f"{subject}（{detail.get('owner', '')}）")


def _retype(detail: _Detail, subject: Any) -> Sentence:
    values: dict[str, Value] = {
        "name": str(subject),
        "was": _type(detail["was"]),
        "now": _type(detail["now"]),
        "reason": str(detail["reason"]),
    }
    return Sentence(gettext_noop("改“{name}”的类型：{was} 改为 {now}，原因：{reason}"), values)


def _type(written: Mapping[str, str]) -> str:
    return "、".join(str(_CHOICES[name](value).label) for name, value in written.items())


def _link(detail: _Detail, _subject: Any) -> Sentence:
    values: dict[str, Value] = {"count": int(detail["proposed"]), "unsure": int(detail["unsure"])}
    return Sentence(gettext_noop("从公文里找出 {count} 对上下级指标，其中 {unsure} 对拿不准"), values)


def _decide(detail: _Detail, subject: Any) -> Sentence:
    values: dict[str, Value] = {
        "lower": str(subject),
        "upper": str(detail["upper"]),
        "assigned": str(detail["assigned"]),
        "more": str(detail["topped_up"]),
    }
    if detail["state"] == LinkState.CONFIRMED:
        return Sentence(gettext_noop("确认“{lower}”承接上级“{upper}”：下达 {assigned}，自加 {more}"), values)
    if detail["state"] == LinkState.REJECTED:
        return Sentence(gettext_noop("“{lower}”与上级“{upper}”不是同一项"), values)
    return Sentence(gettext_noop("“{lower}”与上级“{upper}”退回待确认"), values)


def _token(template: str) -> Callable[[_Detail, Any], Sentence]:
    def sentence(detail: _Detail, _subject: Any) -> Sentence:
        return Sentence(template, {"name": str(detail["name"]), "until": str(detail.get("expires_on", ""))})

    return sentence


SHARE_SENTENCES: Mapping[str, Callable[[_Detail, Any], Sentence]] = {
    "share_out": _shares,
    "cover_places": _shares,
    "share_further": _further,
    "retype_target": _retype,
    "link_targets": _link,
    "decide_link": _decide,
    "issue_access_token": _token(gettext_noop("生成接口令牌“{name}”，有效到 {until}")),
    "revoke_access_token": _token(gettext_noop("停用接口令牌“{name}”")),
}
