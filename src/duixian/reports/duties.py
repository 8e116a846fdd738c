"""What somebody has to do, by day, oldest first; each with its due day and how that was computed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Count

from duixian.ledgers.claims.order import Stage as ClaimStage
from duixian.ledgers.filings.due import due_of
from duixian.ledgers.filings.models import Filing, FilingStage
from duixian.ledgers.filings.month import Month, last_over, months_from
from duixian.ledgers.filings.owed import Line, lines, principal
from duixian.ledgers.filings.read import filings, filings_of
from duixian.ledgers.models import ClaimState, Complaint
from duixian.registers.models import ActPart, Body, Document, Role, Site
from duixian.reports.duty import NO_DAY, Duty, told
from duixian.reports.inspection_duties import inspection_duties
from duixian.reports.order_duties import order_duties
from duixian.units import Sentence, gettext_noop
from duixian.units.sentence import Value

# What runs out within so many days is shown beforehand.
_AHEAD = dt.timedelta(days=30)
_FILLED_IN = (FilingStage.OPEN, FilingStage.RETURNED)
_READ_FOR_ADOPTION = ("announcement", "work-plan", "notice")


def duties(*, role: str, body: Body | None, as_of: dt.date) -> tuple[Duty, ...]:
    """The duties of a role, and of ``body`` where the role is a reporter's; those without a day come last.

    The auditor and the administrator have none: what they look at waits for nobody.
    """
    own = principal(body) if body is not None else None
    found: Iterable[Duty] = ()
    if role == Role.REPORTER and own is not None:
        found = (*_to_fill_in(own, as_of), *_to_pass(own), *order_duties(own), *_awards(own))
    elif role == Role.SUPERVISION:
        found = (*_to_accept(), *order_duties(None), *_to_adopt(), *_to_answer())
    elif role == Role.LEADER:
        found = _to_approve()
    found = (*found, *inspection_duties(role=role, body=own, as_of=as_of))
    return tuple(sorted(found, key=lambda duty: (duty.day or dt.date.max, duty.page, str(duty.sentence))))


def _to_fill_in(body: Body, as_of: dt.date) -> Iterator[Duty]:
    owed = lines(as_of=as_of, body=body)
    kept = list(filings_of(body.pk).exclude(state=None))
    yield from _months_to_fill_in(owed, kept, as_of=as_of)
    yield from _running_out(owed, as_of)


def _months_to_fill_in(owed: Iterable[Line], kept: Iterable[Filing], *, as_of: dt.date) -> Iterator[Duty]:
    """One duty a month, however many leading bodies it is for: one page takes them all."""
    states = {(one.year, one.month, one.lead_id): one for one in kept}
    newest, site = last_over(as_of), Site.current()
    counted: dict[Month, int] = defaultdict(int)
    reasons: dict[Month, str] = {}
    for line in owed:
        for month in months_from(line.first, until=min(newest, line.last or newest)):
            filing = states.get((month.year, month.month, line.lead))
            if filing is not None and filing.state.stage not in _FILLED_IN:
                continue
            counted[month] += 1
            if filing is not None and filing.state.step.reason:
                reasons[month] = filing.state.step.reason
    for month, count in counted.items():
        due, words = due_of(month, site=site), _filing_words(month, count, reasons.get(month))
        yield Duty(due.day, told(due.told), words, "office:filing_month", str(month))


def _filing_words(month: Month, count: int, reason: str | None) -> Sentence:
    values: dict[str, Value] = {"year": str(month.year), "month": str(month.month), "count": count}
    if reason is None:
        return Sentence(gettext_noop("提交{year}年{month}月填报，{count} 项"), values)
    return Sentence(
        gettext_noop("改好{year}年{month}月填报再提交，{count} 项（{reason}）"), values | {"reason": reason}
    )


def _running_out(owed: Iterable[Line], as_of: dt.date) -> Iterator[Duty]:
    """Targets whose last day is near or over and whose figures do not say that they are done."""
    for line in owed:
        if line.target.due > as_of + _AHEAD or (line.last is not None and line.last <= Month.of(as_of)):
            continue
        owner = f"（{line.owner}）" if line.owner else ""
        values: dict[str, Value] = {"target": f"{line.target}{owner}", "whole": line.whole, "unit": line.target.unit}
        words = Sentence(gettext_noop("完成“{target}”{whole}{unit}"), values)
        basis = Sentence(gettext_noop("期限来自{source}"), {"source": str(line.target.get_due_basis_display())})
        yield Duty(line.target.due, basis, words, "office:commitment", line.target.commitment_id)


def _to_pass(body: Body) -> Iterator[Duty]:
    waiting = filings().filter(lead=body, state__stage=FilingStage.SUBMITTED).exclude(body=body)
    for filing in waiting:
        values = {"body": str(filing.body), "year": str(filing.year), "month": str(filing.month)}
        words = Sentence(gettext_noop("审核{body}{year}年{month}月的填报"), dict(values))
        yield Duty(filing.due, _filing_basis(filing), words, "office:filing_detail", filing.pk)


def _filing_basis(filing: Filing) -> Sentence:
    return Sentence(gettext_noop("填报的期限：{told}"), {"told": str(filing.due_basis.get("told", "—"))})


def _to_accept() -> Iterator[Duty]:
    """One duty a month: the supervision office takes them from a list."""
    by_month: dict[Month, list[Filing]] = defaultdict(list)
    for filing in filings().filter(state__stage=FilingStage.PASSED):
        by_month[Month(filing.year, filing.month)].append(filing)
    for month, waiting in by_month.items():
        values: dict[str, Value] = {"year": str(month.year), "month": str(month.month), "count": len(waiting)}
        words = Sentence(gettext_noop("审核{year}年{month}月填报，{count} 份"), values)
        yield Duty(waiting[0].due, _filing_basis(waiting[0]), words, "office:filings", None)


def _to_adopt() -> Iterator[Duty]:
    for document in Document.objects.filter(adopted_at=None, kind__in=_READ_FOR_ADOPTION).select_related("source"):
        words = Sentence(gettext_noop("核对并采纳《{name}》"), {"name": document.name})
        yield Duty(None, NO_DAY, words, "office:review", document.pk)


def _to_answer() -> Iterator[Duty]:
    count = Complaint.objects.filter(answers=None, answer=None).count()
    if count:
        words = Sentence(gettext_noop("答复意见建议 {count} 条"), {"count": count})
        yield Duty(None, NO_DAY, words, "office:complaints", None)


def _awards(body: Body) -> Iterator[Duty]:
    parts = set(body.act_parts.values_list("part", flat=True))
    stages = {ActPart.ADMINISTERS: (ClaimStage.FILED, ClaimStage.REVIEWED), ActPart.PAYS: (ClaimStage.LISTED,)}
    wanted = [stage for part, found in stages.items() if part in parts for stage in found]
    yield from _claims(wanted, "office:awards")


def _to_approve() -> Iterator[Duty]:
    yield from _claims([ClaimStage.PLANNED], "office:award_plans")


def _claims(stages: Iterable[str], page: str) -> Iterator[Duty]:
    found = ClaimState.objects.filter(stage__in=stages).order_by().values("stage").annotate(count=Count("pk"))
    for row in found:
        values: dict[str, Value] = {"stage": str(ClaimStage(row["stage"]).label), "count": row["count"]}
        words = Sentence(gettext_noop("办理奖励申请 {count} 件（{stage}）"), values)
        yield Duty(None, NO_DAY, words, page, None)
