"""From a reading to the registers: what was read, what a person changed, who and when."""

import datetime as dt
from decimal import Decimal

import pytest
from tests.small_site import LEAD, NOW

from duixian.ledgers.models import Entry
from duixian.registers import store
from duixian.registers.models import (
    Allocation,
    Assignment,
    AssignmentOfficial,
    Commitment,
    Decision,
    Document,
    Measure,
    Milestone,
    Proposal,
    Source,
    Target,
)
from duixian.units import Refused
from duixian.workflow.actions.add_source import add_source
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.decide_proposal import decide_proposal
from duixian.workflow.actions.release_commitments import release_commitments
from duixian.workflow.actions.withdraw_commitment import withdraw_commitment

PLAN = """云头州2026年民生实事工作方案
一、修建农村公路
新建农村公路120公里，改造危桥6座。
牵头单位：州交通运输局
完成时限：2026年11月30日
二、改善农村供水
维修养护供水工程20处。
牵头单位：州水利局
完成时限：2026年10月31日
"""


def test_adoption_enters_commitments_measures_targets_shares_stages_and_owners(adopted):
    assert [c.title for c in Commitment.objects.all()] == ["让老年人就近吃饭", "守护学生健康"]
    assert [m.title for m in Measure.objects.all()] == ["新建助餐点", "培训护理人员"]
    canteens = Target.objects.get(object="社区老年人助餐点")
    assert (canteens.value, canteens.unit, canteens.due) == (12, "个", dt.date(2026, 10, 31))
    assert {share.place.name: share.value for share in Allocation.objects.all()} == {"青屏县": 5, "石湾县": 7}
    assert [stage.stage for stage in Milestone.objects.all()] == ["prepare", "finish"]
    assert Assignment.objects.get(measure__title="新建助餐点").seats.get().body.name == LEAD
    assert AssignmentOfficial.objects.get().name == "林一舟"


def test_every_adopted_row_names_the_proposal_it_came_from_and_its_words(adopted):
    for model in (Commitment, Measure, Target, Milestone, Assignment):
        for row in model.objects.all():
            assert (row.begin, row.end) == (row.proposal.begin, row.proposal.end)
            assert adopted.source.text[row.begin : row.end] == row.proposal.quote


def test_a_corrected_field_is_adopted_and_the_reading_is_kept_beside_it(people, proposals):
    written = {"value": "1,050", "due": "2026-09-30", "object": "养老护理员"}
    decide_proposal(people.acting(), proposals["training"], decision=Decision.CORRECTED, written=written)
    adopt_document(people.acting(), proposals["training"].document)
    target = Target.objects.get(object="养老护理员")
    assert (target.value, target.due, target.due_basis) == (1050, dt.date(2026, 9, 30), "person")
    assert target.proposal.read["value"] == "800"
    assert target.proposal.decided_by == people.supervision
    entry = Entry.objects.get(verb="decide_proposal")
    assert (entry.detail["was"]["value"], entry.detail["now"]["value"]) == ("800", "1050")


def test_a_correction_that_changes_nothing_is_an_acceptance(people, proposals):
    made = decide_proposal(
        people.acting(), proposals["training"], decision=Decision.CORRECTED, written={"value": "800.0"}
    )
    assert (made.decision, made.decided) == (Decision.ACCEPTED, None)


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("value", "三万", "要填数字"),
        ("value", "-5", "要填数字"),
        ("due", "2026-02-30", "2026-09-30 这样的日期"),
        ("comparator", "≈", "只能是"),
        ("object", " ", "要填"),
        ("unit", "个" * 201, "不超过 200 字"),
    ],
)
def test_a_field_that_cannot_be_is_refused_by_its_name(field, text, says, people, proposals):
    with pytest.raises(Refused, match=says):
        decide_proposal(people.acting(), proposals["training"], decision=Decision.CORRECTED, written={field: text})
    assert Proposal.objects.get(pk=proposals["training"].pk).decision == Decision.PENDING


def test_what_lies_in_a_commitment_that_is_left_out_goes_with_it(people, proposals):
    decide_proposal(people.acting(), proposals["elders"], decision=Decision.LEFT_OUT, reason="另案办理")
    adopt_document(people.acting(), proposals["elders"].document)
    assert [c.title for c in Commitment.objects.all()] == ["守护学生健康"]
    assert Proposal.objects.get(pk=proposals["training"].pk).reason == "所属实事不采纳"


def test_the_log_says_how_many_nobody_looked_at(people, proposals):
    decide_proposal(people.acting(), proposals["training"], decision=Decision.ACCEPTED)
    adopt_document(people.acting(), proposals["training"].document)
    pending = Proposal.objects.exclude(kind="x").count() - 2  # the one accepted, the one that starts as left out
    assert Entry.objects.get(verb="adopt_document").detail["unseen"] == pending


def test_a_document_is_adopted_once_and_not_touched_after(people, adopted):
    with pytest.raises(Refused, match="已经采纳"):
        adopt_document(people.acting(), adopted)
    with pytest.raises(Refused, match="已经采纳"):
        decide_proposal(people.acting(), adopted.proposals.first(), decision=Decision.LEFT_OUT)


def test_a_document_with_nothing_to_adopt_says_so_and_stays_as_it_was(people, document):
    with pytest.raises(Refused, match="没有可采纳的实事"):
        adopt_document(people.acting(), document)
    document.refresh_from_db()
    assert document.adopted_at is None


def test_a_file_is_read_kept_and_proposed_and_never_taken_in_twice(people):
    first = add_source(people.acting(), PLAN.encode("gb18030"), name="方案.txt")
    again = add_source(people.acting(), PLAN.encode("gb18030"), name="改了名.txt")
    assert (first.new, again.new, again.source) == (True, False, first.source)
    assert store.fetch(first.source.sha256) == PLAN.encode("gb18030")
    assert Source.objects.get().encoding == "gb18030"
    adopt_document(people.acting(), Document.objects.get())
    assert {(t.object, t.value) for t in Target.objects.all()} >= {("农村公路", Decimal(120)), ("危桥", Decimal(6))}


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\x03" * 50, b"%PDF-1.7 broken", b"PK\x03\x04 not a zip"])
def test_a_file_that_cannot_be_read_leaves_nothing_behind(data, people):
    with pytest.raises(Refused) as refusal:
        add_source(people.acting(), data, name="坏文件.pdf")
    assert "坏文件.pdf" in str(refusal.value)
    assert not Source.objects.exists()


def test_a_commitment_is_public_from_release_until_it_is_withdrawn_with_a_reason(people, adopted):
    released = release_commitments(people.acting(), Commitment.objects.filter(document=adopted))
    assert {c.released_at for c in released} == {NOW}
    with pytest.raises(Refused, match="没有待公开"):
        release_commitments(people.acting(), Commitment.objects.all())
    with pytest.raises(Refused, match="须写明原因"):
        withdraw_commitment(people.acting(), released[0], reason=" ")
    withdraw_commitment(people.acting(), released[0], reason="数字待核")
    assert Commitment.objects.filter(released_at=None).get() == released[0]
    assert Entry.objects.get(verb="withdraw_commitment").detail == {"reason": "数字待核"}


TYPES = """云头州2026年民生实事工作方案
一、改善教育
65%的县市至少建成一所示范性托育机构，9月底前开工学校6所，在册教师达到1200人。
牵头单位：州教育局
"""


def test_a_target_is_adopted_with_the_type_its_words_give(people):
    source = add_source(people.acting(), TYPES.encode(), name="types.txt").source
    adopt_document(people.acting(), source.documents.get())
    types = {target.value: (target.nature, target.counting, target.counter) for target in Target.objects.all()}
    assert types[65] == ("coverage", "cumulative", "")
    assert types[6] == ("flow", "cumulative", "started")
    assert types[1200] == ("stock", "cumulative", "")


def test_a_person_types_a_target_at_review_and_what_cannot_go_together_is_refused(proposals, people):
    acting, told = people.acting(), proposals["told"]
    with pytest.raises(Refused, match="不能定为累计量"):
        decide_proposal(acting, told, decision=Decision.CORRECTED, written={"nature": "flow"})
    written = {"nature": "stock", "counting": "cumulative", "counter": "in-use"}
    decided = decide_proposal(acting, proposals["canteens"], decision=Decision.CORRECTED, written=written)
    assert (decided.values["nature"], decided.values["counter"]) == ("stock", "in-use")
    adopt_document(acting, told.document)
    canteens = Target.objects.get(proposal=decided)
    assert (canteens.nature, canteens.counter) == ("stock", "in-use")


def test_the_same_type_again_is_no_correction(proposals, people):
    written = {"nature": "rate", "counting": "cumulative", "counter": ""}
    decided = decide_proposal(people.acting(), proposals["told"], decision=Decision.CORRECTED, written=written)
    assert decided.decision == Decision.ACCEPTED
    assert decided.decided is None
