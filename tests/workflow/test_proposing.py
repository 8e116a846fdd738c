"""What a reading proposes: pure values in, drafts out."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from duixian.compiler.reading import Assignment, Clause, Comparator, Document, Kind, Quantity, Role, Sum
from duixian.registers.models import Decision
from duixian.units import Span
from duixian.workflow.proposing import commitment_clauses, measure_path, propose


def clause(path: str, title: str, begin: int, end: int) -> Clause:
    return Clause(path, path, title, Span(begin, end), Span(begin, begin + 2))


def quantity(path: str, value: str, at: int, **more) -> Quantity:
    base = Quantity(
        clause=path,
        span=Span(at, at + 3),
        quote="x",
        value=Decimal(value),
        value_high=None,
        unit="户",
        comparator=Comparator.EQUAL,
        object="住户",
    )
    return replace(base, **more)


def plan(**parts) -> Document:
    clauses = (
        clause("1", "改造", 0, 100),
        clause("1.1", "实施改造", 40, 100),
        clause("2", "保障措施", 100, 150),
    )
    return Document(key="k", kind=Kind.WORK_PLAN, span=Span(0, 200), **({"clauses": clauses} | parts))


def drafts_of(document, *, known=("甲县", "乙县")):
    return propose(document, known_place=known.__contains__)


def only(document, kind, **options):
    return [draft for draft in drafts_of(document, **options) if draft.kind == kind]


def test_a_kind_that_promises_nothing_proposes_nothing():
    for kind in (Kind.NEWS, Kind.ROSTER, Kind.PRESS_PLAN, Kind.MEASURES, Kind.REPORT):
        assert drafts_of(replace(plan(), kind=kind)) == []


def test_a_frame_that_promises_nothing_starts_as_left_out():
    found = {draft.clause: draft.decision for draft in only(plan(), "commitment")}
    assert found == {"1": Decision.PENDING, "2": Decision.LEFT_OUT}


def test_a_frame_that_someone_answers_for_is_a_commitment_like_any_other():
    owned = Assignment(clause="2", lead=("州民政局",), support=(), span=Span(120, 140), deadline=dt.date(2026, 1, 1))
    found = {draft.clause: draft.decision for draft in only(plan(assignments=(owned,)), "commitment")}
    assert found["2"] == Decision.PENDING


def test_points_of_a_section_that_only_holds_them_are_the_commitments():
    clauses = (
        clause("1", "总体要求", 0, 10),
        clause("2", "重点任务", 10, 100),
        clause("2.1", "改造", 20, 60),
        clause("2.1.1", "筛查", 30, 60),
        clause("2.2", "修路", 60, 100),
    )
    document = plan(clauses=clauses)
    assert [one.path for one in commitment_clauses(document)] == ["1", "2.1", "2.2"]
    assert [draft.clause for draft in only(document, "measure")] == ["2.1.1"]
    assert measure_path("2.1.1.4", "2.1") == "2.1.1"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.TARGET])
def test_a_quantity_of_another_role_is_shown_but_starts_as_left_out(role):
    (draft,) = only(plan(quantities=(quantity("1", "5", 10, role=role),)), "target")
    assert draft.decision == Decision.LEFT_OUT
    assert draft.reason.startswith("不是指标")


def test_a_target_said_twice_is_kept_where_its_owner_stands():
    twice = (quantity("1", "5", 10), quantity("1.1", "5", 50))
    found = {draft.clause: draft.decision for draft in only(plan(quantities=twice), "target")}
    assert found == {"1": Decision.LEFT_OUT, "1.1": Decision.PENDING}


def test_the_same_number_of_something_else_is_another_target():
    both = (quantity("1", "5", 10), quantity("1.1", "5", 50, object="桥梁"))
    assert {draft.decision for draft in only(plan(quantities=both), "target")} == {Decision.PENDING}


SHARED = (
    quantity("1.1", "8", 50),
    quantity("1.1", "5", 60, place="甲县"),
    quantity("1.1", "3", 70, place="乙县"),
)
WHOLE = Sum(
    clause="1.1",
    total=SHARED[0].span,
    parts=tuple(part.span for part in SHARED[1:]),
    operation="sum",
    holds=True,
    off_by=Decimal(0),
)


def test_parts_that_each_name_a_known_place_are_shares_of_their_total():
    document = plan(quantities=SHARED, sums=(WHOLE,))
    assert [draft.total for draft in only(document, "allocation")] == [WHOLE.total, WHOLE.total]
    assert [draft.read["value"] for draft in only(document, "target")] == ["8"]


def test_parts_stay_targets_where_a_place_is_unknown_or_named_twice():
    document = plan(quantities=SHARED, sums=(WHOLE,))
    assert only(document, "allocation", known=("甲县",)) == []
    same = (SHARED[0], SHARED[1], replace(SHARED[2], place="甲县"))
    assert only(plan(quantities=same, sums=(WHOLE,)), "allocation") == []


def test_a_repeated_total_is_kept_where_its_shares_stand():
    again = quantity("1", "8", 10)
    document = plan(quantities=(again, *SHARED), sums=(WHOLE,))
    kept = [draft for draft in only(document, "target") if draft.decision == Decision.PENDING]
    assert [draft.span for draft in kept] == [WHOLE.total]
