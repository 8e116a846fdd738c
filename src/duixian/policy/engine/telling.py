"""Decisions and traces in Chinese: plain for whoever claims, with articles and days for whoever pays."""

from collections.abc import Iterator, Mapping

from duixian.policy.engine.decision import Decision, NotDue, Payment, Refusal
from duixian.policy.engine.money import YUAN, exact_sum
from duixian.policy.engine.trace import How, Step
from duixian.units import plain


def tell_decision(decision: Decision, *, kinds: Mapping[str, str], with_articles: bool) -> Iterator[str]:
    """The decision line by line; ``kinds`` are the words for kinds of payee."""
    if decision.refusal is not None:
        yield from _tell_refusal(decision.refusal, with_articles=with_articles)
    else:
        yield from _tell_totals(decision)
    for payment in decision.payments:
        yield ""
        yield from tell_payment(payment, kinds=kinds, with_articles=with_articles)
    if decision.not_due:
        yield ""
        yield "没有奖金的："
        for one in decision.not_due:
            yield _told_not_due(one, kinds=kinds, with_articles=with_articles)


def tell_payment(payment: Payment, *, kinds: Mapping[str, str], with_articles: bool) -> Iterator[str]:
    """One payment, and each step that led to it."""
    kind = kinds.get(payment.payee_kind, payment.payee_kind)
    yield f"{payment.payee}　{kind}　{payment.amount} {YUAN}（{payment.payer}支付）"
    if with_articles:
        yield f"  依据：{'、'.join(payment.basis)}"
    if payment.worth.step is not None:
        for step in payment.worth.step.walk():
            yield f"  · {tell_step(step, with_articles=with_articles)}"


def tell_step(step: Step, *, with_articles: bool) -> str:
    """One step: its words, and what was calculated."""
    told = f"{step.words}{_result(step)}"
    if not with_articles:
        return told
    since = f"，{step.row.from_day}起施行" if step.row is not None else ""
    if step.how is How.GIVEN and not step.articles:
        return f"{told}（申请所填）"
    return f"{told}（{'、'.join(step.articles)}{since}）" if step.articles else told


def _result(step: Step) -> str:
    if step.result is None:
        return ""
    shown = f"{plain(step.result)}{_space(step.unit)}{step.unit}"
    if step.how is How.SHARE:
        return f"：{_multiplied(step)} = {_exactly(step)}{shown}"
    if step.how is How.SUM:
        added = " + ".join(plain(part.result) for part in step.parts if part.result is not None)
        return f"：{added} = {shown}"
    return f"：{shown}"


def _multiplied(step: Step) -> str:
    numbers = ((part.result, part.unit) for part in step.parts if part.result is not None)
    return " × ".join(f"{plain(result)}{_space(unit)}{unit}" for result, unit in numbers)


def _exactly(step: Step) -> str:
    """The digits that rounding dropped, so that nobody has to guess why the product looks wrong."""
    if step.exact is None or step.exact == step.result:
        return ""
    return f"{plain(step.exact)}，四舍五入到分为 "


def _space(unit: str) -> str:
    return "" if unit == "%" else " "


def _tell_totals(decision: Decision) -> Iterator[str]:
    payers = dict.fromkeys(payment.payer for payment in decision.payments)
    shares = (
        f"{payer} {exact_sum(one.amount for one in decision.payments if one.payer == payer)} {YUAN}" for payer in payers
    )
    yield f"应发合计 {decision.total} {YUAN}：{'，'.join(shares)}。"


def _tell_refusal(refusal: Refusal, *, with_articles: bool) -> Iterator[str]:
    yield f"不予支付：{refusal.sentence}"
    for sentence in refusal.more:
        yield f"  另：{sentence}"
    if with_articles:
        yield f"  代码：{refusal.code}"
        if refusal.articles:
            yield f"  依据：{'、'.join(refusal.articles)}"


def _told_not_due(one: NotDue, *, kinds: Mapping[str, str], with_articles: bool) -> str:
    grounds = f"（{'、'.join(one.articles)}）" if with_articles and one.articles else ""
    return f"  · {one.payee}　{kinds.get(one.payee_kind, one.payee_kind)}：{one.sentence}{grounds}"
