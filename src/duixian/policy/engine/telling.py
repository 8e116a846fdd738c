"""Decisions and traces in Chinese: plain for whoever claims, with articles and days for whoever pays."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from duixian.policy.engine.decision import Decision, NotDue, Payment, Refusal
from duixian.policy.engine.money import PERCENT, YUAN, exact_sum
from duixian.policy.engine.trace import How, Step
from duixian.units import Sentence, gettext_noop, plain
from duixian.units.sentence import Value


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
    return str(step_sentence(step, with_articles=with_articles))


def step_sentence(step: Step, *, with_articles: bool) -> Sentence:
    """The same as a sentence that can be said in another language; articles are cited as the act numbers them."""
    told = _calculated(step)
    if not with_articles:
        return told
    if step.how is How.GIVEN and not step.articles:
        return Sentence(gettext_noop("{told}（申请所填）"), {"told": told})
    if not step.articles:
        return told
    values: dict[str, Value] = {"told": told, "articles": "、".join(step.articles)}
    if step.row is None:
        return Sentence("{told}（{articles}）", values)
    return Sentence(gettext_noop("{told}（{articles}，{day}起施行）"), {**values, "day": str(step.row.from_day)})


def _calculated(step: Step) -> Sentence:
    if step.result is None:
        return step.words
    shown: Value = _quantity(step.result, step.unit)
    if step.how is How.SHARE:
        parts = [_quantity(part.result, part.unit) for part in step.parts if part.result is not None]
        values = {"product": _joined(parts, template="{left} × {right}"), "shown": _rounded(step, shown)}
        shown = Sentence("{product} = {shown}", values)
    elif step.how is How.SUM:
        added = " + ".join(plain(part.result) for part in step.parts if part.result is not None)
        shown = Sentence("{added} = {shown}", {"added": added, "shown": shown})
    return Sentence(gettext_noop("{words}：{shown}"), {"words": step.words, "shown": shown})


def _rounded(step: Step, shown: Value) -> Value:
    """The digits that rounding dropped, so that nobody has to guess why the product looks wrong."""
    if step.exact is None or step.exact == step.result:
        return shown
    return Sentence(gettext_noop("{exact}，四舍五入到分为 {shown}"), {"exact": plain(step.exact), "shown": shown})


def _quantity(number: Decimal, unit: str) -> Sentence:
    template = "{number}{unit}" if unit == PERCENT else "{number} {unit}"
    return Sentence(template, {"number": plain(number), "unit": Sentence(unit)})


def _joined(parts: Sequence[Sentence], *, template: str) -> Sentence:
    return reduce(lambda left, right: Sentence(template, {"left": left, "right": right}), parts)


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
