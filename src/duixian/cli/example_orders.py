"""The example's supervision orders and its inspection, step by step through the actions a person would use."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from duixian.cli.founding import acting_as
from duixian.cli.taking_in import now_on
from duixian.ledgers.inspections.post import Inspector, NewInspection, Window
from duixian.ledgers.models import Inspection, InspectionKind, Order
from duixian.ledgers.orders.post import NewOrder
from duixian.registers.lookup import body_named
from duixian.registers.models import Account, Target
from duixian.workflow.acting import Acting
from duixian.workflow.actions.answer_order import answer_order
from duixian.workflow.actions.ask_extension import ask_extension
from duixian.workflow.actions.close_order import close_order
from duixian.workflow.actions.conclude_inspection import conclude_inspection
from duixian.workflow.actions.decide_extension import decide_extension
from duixian.workflow.actions.decide_inspection import decide_inspection
from duixian.workflow.actions.hand_over_order import hand_over_order
from duixian.workflow.actions.propose_inspection import propose_inspection
from duixian.workflow.actions.receive_conclusion import receive_conclusion
from duixian.workflow.actions.record_visit import record_visit
from duixian.workflow.actions.register_order import register_order
from duixian.workflow.actions.remind_order import remind_order
from duixian.workflow.actions.review_order import review_order
from duixian.workflow.actions.sign_order import sign_order

_ORDER_VERBS: Mapping[str, Callable[..., Any]] = {
    verb.__name__: verb
    for verb in (
        hand_over_order,
        sign_order,
        remind_order,
        ask_extension,
        decide_extension,
        answer_order,
        review_order,
        close_order,
    )
}
_ABOUT_THE_WHOLE: Mapping[str, Callable[..., Any]] = {
    verb.__name__: verb for verb in (decide_inspection, receive_conclusion)
}
_ABOUT_A_BODY: Mapping[str, Callable[..., Any]] = {verb.__name__: verb for verb in (record_visit, conclude_inspection)}


def play_orders(file: Path) -> None:
    """Everything in the file, in the order of its days.

    Errors: OSError, yaml.YAMLError or KeyError for a file that is not one; DoesNotExist where the reading no longer
    gives a target that it speaks of.
    """
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    entries = [*((_order, entry) for entry in held["orders"]), *((_inspection, entry) for entry in held["inspections"])]
    steps: list[tuple[dt.date, Callable[[], Any]]] = []
    for make, entry in sorted(entries, key=lambda pair: pair[1]["day"]):
        steps += make(entry)
    # Stable: steps of one day stay as the file has them, a thing's making before what is done with it.
    for _, step in sorted(steps, key=lambda pair: pair[0]):
        step()


def _order(entry: Mapping[str, Any]) -> list[tuple[dt.date, Callable[[], Any]]]:
    def register() -> None:
        target = Target.objects.get(proposal__clause=entry["clause"], object=entry["object"])
        told = {name: entry[name] for name in ("number", "title", "basis", "ask")}
        new = NewOrder(
            **told,
            rule=entry.get("rule", ""),
            body=body_named(entry["body"]),
            target=target,
            commitment=target.commitment,
        )
        register_order(_on(entry), new)

    def act(step: Mapping[str, Any]) -> None:
        order = Order.objects.select_related("state", "body").get(number=entry["number"])
        _ORDER_VERBS[step["verb"]](_on(step), order, **_told(step))

    return _steps(register, act, entry)


def _inspection(entry: Mapping[str, Any]) -> list[tuple[dt.date, Callable[[], Any]]]:
    body = body_named(entry["body"])

    def propose() -> None:
        told = {name: entry[name] for name in ("number", "title", "basis", "content", "scope")}
        leader = entry["leader"]
        new = NewInspection(
            **told,
            kind=InspectionKind(entry["kind"]),
            windows=(Window(body, entry["begins"], entry["ends"]),),
            team=(Inspector(leader, Account.objects.filter(full_name=leader).first(), leads=True),),
            order=Order.objects.get(number=entry["order"]),
        )
        propose_inspection(_on(entry), new)

    def act(step: Mapping[str, Any]) -> None:
        inspection = Inspection.objects.get(number=entry["number"])
        if step["verb"] in _ABOUT_A_BODY:
            _ABOUT_A_BODY[step["verb"]](_on(step), inspection, body=body, **_told(step))
        else:
            _ABOUT_THE_WHOLE[step["verb"]](_on(step), inspection, **_told(step))

    return _steps(propose, act, entry)


def _steps(
    first: Callable[[], None], act: Callable[[Mapping[str, Any]], None], entry: Mapping[str, Any]
) -> list[tuple[dt.date, Callable[[], Any]]]:
    def later(step: Mapping[str, Any]) -> tuple[dt.date, Callable[[], Any]]:
        return step["day"], lambda: act(step)

    return [(entry["day"], first), *(later(step) for step in entry["steps"])]


def _told(step: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name not in ("verb", "by", "day")}


def _on(step: Mapping[str, Any]) -> Acting:
    return acting_as(step["by"], now=now_on(step["day"]), today=step["day"])
