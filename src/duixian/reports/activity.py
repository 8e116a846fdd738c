"""The activity log as sentences: who did what to what, newest first."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from duixian.ledgers.models import (
    AwardPlan,
    Claim,
    Complaint,
    Entry,
    Evidence,
    Filing,
    Inspection,
    Order,
    Posting,
    SetAside,
)
from duixian.registers.models import (
    Account,
    ActBody,
    Commitment,
    Decision,
    Document,
    PaperTemplate,
    Proposal,
    Site,
    Source,
    Target,
)
from duixian.reports.award_activity import AWARD_SENTENCES, AWARD_VERBS
from duixian.reports.body_activity import BODY_SENTENCES, BODY_VERBS
from duixian.reports.filing_activity import FILING_SENTENCES, FILING_VERBS
from duixian.reports.map_activity import MAP_SENTENCES, MAP_VERBS
from duixian.reports.order_activity import ORDER_SENTENCES, ORDER_VERBS
from duixian.reports.share_activity import SHARE_SENTENCES, SHARE_VERBS
from duixian.units import Sentence, gettext_noop
from duixian.units.sentence import Value

# Every verb that is ever logged, and how a filter calls it.
VERBS = {
    "found_site": gettext_noop("建立本站"),
    "load_places": gettext_noop("装入行政区划"),
    "add_source": gettext_noop("添加文件"),
    "decide_proposal": gettext_noop("核对读取结果"),
    "adopt_document": gettext_noop("采纳文件"),
    "release_commitments": gettext_noop("公开实事"),
    "withdraw_commitment": gettext_noop("撤回公开"),
    "post_progress": gettext_noop("填报进度"),
    "correct_progress": gettext_noop("更正填报"),
    "create_account": gettext_noop("添加账号"),
    "switch_account": gettext_noop("启用或停用账号"),
    "reset_password": gettext_noop("重设密码"),
    **AWARD_VERBS,
    **BODY_VERBS,
    **FILING_VERBS,
    **MAP_VERBS,
    **ORDER_VERBS,
    **SHARE_VERBS,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One act. ``commitment`` or ``document`` is the id of the page where it can be seen, where there is one."""

    at: dt.datetime
    actor: Account
    verb: str
    sentence: Sentence
    commitment: int | None = None
    document: int | None = None


def rows(entries: Iterable[Entry]) -> tuple[Row, ...]:
    """The entries as rows, in their order. One query for each kind of thing they are about."""
    found = list(entries)
    subjects = {kind: _fetched(kind, {item.subject_id for item in found if item.subject == kind}) for kind in _FETCH}
    return tuple(_row(entry, subjects.get(entry.subject, {}).get(entry.subject_id)) for entry in found)


def _row(entry: Entry, subject: Any) -> Row:
    return Row(
        at=entry.at,
        actor=entry.actor,
        verb=entry.verb,
        sentence=_SAY[entry.verb](entry.detail, subject),
        commitment=_commitment_of(subject),
        document=_document_of(subject),
    )


_FETCH: Mapping[str, Callable[[set[int]], QuerySet[Any]]] = {
    "account": lambda keys: Account.objects.filter(pk__in=keys),
    "source": lambda keys: Source.objects.filter(pk__in=keys).defer("text"),
    "document": lambda keys: Document.objects.filter(pk__in=keys),
    "proposal": lambda keys: Proposal.objects.filter(pk__in=keys),
    "commitment": lambda keys: Commitment.objects.filter(pk__in=keys),
    "claim": lambda keys: Claim.objects.filter(pk__in=keys),
    "awardplan": lambda keys: AwardPlan.objects.filter(pk__in=keys),
    "actbody": lambda keys: ActBody.objects.filter(pk__in=keys).select_related("body"),
    "filing": lambda keys: Filing.objects.filter(pk__in=keys).select_related("body"),
    "evidence": lambda keys: Evidence.objects.filter(pk__in=keys).select_related("target"),
    "target": lambda keys: Target.objects.filter(pk__in=keys),
    "site": lambda keys: Site.objects.filter(pk__in=keys),
    "complaint": lambda keys: Complaint.objects.filter(pk__in=keys),
    "order": lambda keys: Order.objects.filter(pk__in=keys),
    "setaside": lambda keys: SetAside.objects.filter(pk__in=keys).select_related("target"),
    "papertemplate": lambda keys: PaperTemplate.objects.filter(pk__in=keys),
    "inspection": lambda keys: Inspection.objects.filter(pk__in=keys),
    "posting": lambda keys: Posting.objects.filter(pk__in=keys).select_related("target", "place", "for_body"),
}


def _fetched(kind: str, keys: set[int]) -> Mapping[int, Any]:
    return {item.pk: item for item in _FETCH[kind](keys)} if keys else {}


def _commitment_of(subject: Any) -> int | None:
    match subject:
        case Commitment():
            return int(subject.pk)
        case Posting() | Evidence():
            return subject.target.commitment_id
        case Target():
            return subject.commitment_id
        case _:
            return None


def _document_of(subject: Any) -> int | None:
    match subject:
        case Document():
            return int(subject.pk)
        case Proposal():
            return subject.document_id
        case _:
            return None


_Detail = Mapping[str, Any]


def _named(template: str) -> Callable[[_Detail, Any], Sentence]:
    """A sentence that needs only the subject's own name."""

    def sentence(_detail: _Detail, subject: Any) -> Sentence:
        return Sentence(template, {"name": str(subject)})

    return sentence


def _found_site(detail: _Detail, _subject: Any) -> Sentence:
    return Sentence(gettext_noop("建立了本站：{name}"), {"name": str(detail.get("name", ""))})


def _load_places(detail: _Detail, _subject: Any) -> Sentence:
    values: dict[str, Value] = {"list": str(detail.get("list", "")), "count": int(detail.get("places", 0))}
    return Sentence(gettext_noop("装入行政区划“{list}”，{count} 条"), values)


def _add_source(detail: _Detail, _subject: Any) -> Sentence:
    values: dict[str, Value] = {"name": str(detail.get("name", "")), "count": int(detail.get("documents", 0))}
    if detail.get("known"):
        return Sentence(gettext_noop("再次上传“{name}”，与已有文件相同，没有重复存入"), values)
    return Sentence(gettext_noop("添加文件“{name}”，读出 {count} 份公文"), values)


def _decide(detail: _Detail, subject: Any) -> Sentence:
    template = {
        Decision.ACCEPTED: gettext_noop("照读取采纳{kind}：{quote}"),
        Decision.CORRECTED: gettext_noop("改后采纳{kind}：{quote}"),
        Decision.LEFT_OUT: gettext_noop("不采纳{kind}：{quote}（原因：{reason}）"),
    }.get(detail["decision"], gettext_noop("退回待核{kind}：{quote}"))
    kind = str(subject.get_kind_display())
    return Sentence(template, {"kind": kind, "quote": _summary(detail), "reason": str(detail.get("reason") or "—")})


def _summary(detail: _Detail) -> str:
    """A few words of what was decided on: its title, its text, or its object with the figure."""
    now = detail.get("now", {})
    figure = f"{now.get('object') or now.get('place') or ''}{now.get('value', '')}{now.get('unit', '')}"
    return str(now.get("title") or now.get("text") or figure or "、".join(now.get("lead", [])) or "—")


def _adopt(detail: _Detail, subject: Any) -> Sentence:
    counts = detail.get("counts", {})
    return Sentence(
        gettext_noop("采纳文件“{name}”：{commitments} 件实事、{targets} 项指标；其中 {unseen} 项未逐项看过"),
        {
            "name": str(subject),
            "commitments": int(counts.get("commitment", 0)),
            "targets": int(counts.get("target", 0)),
            "unseen": int(detail.get("unseen", 0)),
        },
    )


def _withdraw(detail: _Detail, subject: Any) -> Sentence:
    values: dict[str, Value] = {"name": str(subject), "reason": str(detail.get("reason", ""))}
    return Sentence(gettext_noop("撤回公开“{name}”，原因：{reason}"), values)


def _figure(detail: _Detail, subject: Any) -> dict[str, Value]:
    place = f"（{subject.owner}）" if subject.owner else ""
    return {
        "target": f"{subject.target}{place}",
        "day": subject.day,
        "value": Decimal(detail["value"]),
        "unit": subject.target.unit,
    }


def _post(detail: _Detail, subject: Any) -> Sentence:
    return Sentence(gettext_noop("填报“{target}”截至{day}：{value}{unit}"), _figure(detail, subject))


def _correct(detail: _Detail, subject: Any) -> Sentence:
    values = _figure(detail, subject) | {"was": Decimal(detail["was"]), "note": str(detail.get("note", ""))}
    return Sentence(gettext_noop("更正“{target}”截至{day}：{was} 改为 {value}{unit}，原因：{note}"), values)


def _create_account(detail: _Detail, subject: Any) -> Sentence:
    role = str(subject.get_role_display())
    values: dict[str, Value] = {"name": str(subject), "username": str(detail.get("username", "")), "role": role}
    return Sentence(gettext_noop("添加账号 {username}（{name}，{role}）"), values)


def _switch_account(detail: _Detail, subject: Any) -> Sentence:
    template = gettext_noop("启用账号：{name}") if detail.get("active") else gettext_noop("停用账号：{name}")
    return Sentence(template, {"name": str(subject)})


_SAY: Mapping[str, Callable[[_Detail, Any], Sentence]] = {
    "found_site": _found_site,
    "load_places": _load_places,
    "add_source": _add_source,
    "decide_proposal": _decide,
    "adopt_document": _adopt,
    "release_commitments": _named(gettext_noop("公开“{name}”")),
    "withdraw_commitment": _withdraw,
    "post_progress": _post,
    "correct_progress": _correct,
    "create_account": _create_account,
    "switch_account": _switch_account,
    "reset_password": _named(gettext_noop("重设密码：{name}")),
    **AWARD_SENTENCES,
    **BODY_SENTENCES,
    **FILING_SENTENCES,
    **MAP_SENTENCES,
    **ORDER_SENTENCES,
    **SHARE_SENTENCES,
}
