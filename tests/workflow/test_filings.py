"""What a body owes for a month, when it is due, and what becomes of each figure."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.filing_site import (
    BODIES,
    DUE,
    FILLED,
    JULY,
    entries,
    on,
    submit,
    submitted,
    turns,
)

from duixian.ledgers.filings.check import wrong_filings
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import lines
from duixian.ledgers.filings.read import figures_of
from duixian.ledgers.models import Evidence, Filing, FilingFigure, Posting
from duixian.ledgers.progress.check import wrong_balances
from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Body, Site, Target
from duixian.units import Refused
from duixian.workflow.actions.accept_target import accept_target
from duixian.workflow.actions.add_evidence import Paper, add_evidence
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.revoke_acceptance import revoke_acceptance
from duixian.workflow.actions.submit_filing import FiguresRefused, submit_filing
from duixian.workflow.owing import owed_lines

AUGUST = Month(2026, 8)
pytestmark = pytest.mark.usefixtures("adopted")


@pytest.fixture
def training(adopted) -> Target:
    return Target.objects.get(object="养老护理人员")


def objects(acting, month=JULY):
    return sorted(f"{line.target}{line.owner or ''}" for line in owed_lines(acting, month))


def code_of(refusal) -> str:
    return str(refusal.value.code)


def test_each_body_owes_what_it_leads_or_was_given_and_nobody_owes_a_figure_twice(people):
    assert objects(on(people, "reporter")) == ["养老护理人员", "社区老年人助餐点石湾县"]
    assert objects(on(people, "county")) == ["社区老年人助餐点青屏县"]
    assert objects(on(people, "other")) == ["告知率", "视力筛查"]
    everything = [line for line in lines(as_of=FILLED) if line.runs_in(JULY)]
    assert len({line.key for line in everything}) == len(everything) == 5


def test_a_share_is_its_leads_to_report_until_somebody_reports_for_the_county(people):
    everything = [line for line in lines(as_of=FILLED) if line.series.place is not None]
    # Accounts were made in July: the document was adopted then too, so no earlier month is owed by anybody.
    assert {(str(line.owner), BODIES["county"] == Body.objects.get(pk=line.body).name) for line in everything} == {
        ("青屏县", True),
        ("石湾县", False),
    }
    assert min(line.first for line in everything) == JULY


def test_what_was_over_before_its_document_was_adopted_is_asked_of_nobody(people, training):
    Target.objects.filter(pk=training.pk).update(due=dt.date(2026, 6, 30))
    assert objects(on(people, "reporter")) == ["社区老年人助餐点石湾县"]
    Target.objects.filter(pk=training.pk).update(due=dt.date(2026, 7, 1))
    assert "养老护理人员" in objects(on(people, "reporter", dt.date(2026, 12, 31)), Month(2026, 11))


def test_an_alias_owes_nothing_of_its_own(people):
    alias = Body.objects.create(name="某县政府", same_as=Body.objects.get(name=BODIES["county"]))
    people.county.body = alias
    people.county.save()
    assert objects(on(people, "county")) == ["社区老年人助餐点青屏县"]
    assert submitted(people, "county").body.name == BODIES["county"]


def test_a_month_is_opened_by_its_end_and_not_a_day_earlier(people):
    with pytest.raises(Refused, match="2026年8月1日起才能填报"):
        owed_lines(on(people, "reporter", JULY.last), JULY)
    assert owed_lines(on(people, "reporter", JULY.opens), JULY)


def test_a_leap_day_is_a_months_last_day(people):
    february = Month(2028, 2)
    Target.objects.update(due=dt.date(2028, 12, 31))
    filing = submitted(people, month=february, day=dt.date(2028, 3, 1))
    assert {figure.posting.day for figure in figures_of(filing)} == {dt.date(2028, 2, 29)}


def test_the_due_day_shows_the_days_it_skipped(people):
    filing = submitted(people)
    assert filing.due == DUE
    assert "5个工作日" in filing.due_basis["told"]
    assert "周末" in filing.due_basis["told"]


def test_a_year_without_published_working_days_has_no_due_day_and_says_why(people):
    Target.objects.update(due=dt.date(2031, 12, 31))
    filing = submitted(people, month=Month(2031, 1), day=dt.date(2031, 2, 3))
    assert filing.due is None
    assert "没有期限，也不算逾期：2031年的全国放假调休安排没有收录" in filing.due_basis["told"]


def test_a_region_counts_its_own_holidays(people):
    Site.objects.update(region="新疆")
    Target.objects.update(begins=dt.date(2025, 1, 1))
    document = Target.objects.first().commitment.document
    document.adopted_at = dt.datetime(2025, 1, 2, tzinfo=dt.UTC)
    document.save()
    filing = submitted(people, month=Month(2025, 5), day=dt.date(2025, 6, 3))
    # 2 June is 端午节, 6 to 10 June 古尔邦节 in 新疆: without them the fifth working day would be the 9th.
    assert "古尔邦节（新疆）" in filing.due_basis["told"]
    assert filing.due == dt.date(2025, 6, 12)


def test_figures_become_rows_of_the_progress_ledger_that_name_their_report(people, training):
    filing = submitted(people, 养老护理人员="300")
    posting = Posting.objects.get(target=training)
    assert (posting.value, posting.day, posting.filing, posting.body) == (300, JULY.last, filing, filing.body)
    assert {figure.posting.filing for figure in figures_of(filing)} == {filing}
    assert wrong_filings() == wrong_balances() == []


def test_one_figure_that_cannot_be_keeps_the_whole_form_back_and_each_is_told(people):
    with pytest.raises(FiguresRefused) as refusal:
        submit(on(people, "reporter"), 养老护理人员="1.5", 社区老年人助餐点="-1")
    codes = {key[0]: problem.code for key, problem in refusal.value.problems.items()}
    assert codes == {"w": "value-not-whole", "p": "value-negative"}
    assert not Posting.objects.exists()
    assert not Filing.objects.exists()


def test_a_missing_figure_says_why(people, training):
    acting = on(people, "reporter")
    blank = [replace(entry, note="") for entry in entries(acting, 养老护理人员=None)]
    with pytest.raises(FiguresRefused) as refusal:
        submit_filing(acting, JULY, blank, turns=turns(acting))
    assert [problem.code for problem in refusal.value.problems.values()] == ["figure-missing-without-reason"]
    filing = submitted(people, 养老护理人员=None)
    figure = figures_of(filing).get(target=training)
    assert (figure.value, figure.note, figure.posting) == (None, "还没有统计", None)


def test_a_total_falls_only_with_a_reason(people, training):
    submitted(people, 养老护理人员="300")
    september = dt.date(2026, 9, 2)
    with pytest.raises(FiguresRefused) as refusal:
        submit(on(people, "reporter", september), AUGUST, 养老护理人员="250")
    assert [problem.code for problem in refusal.value.problems.values()] == ["total-falls-without-reason"]
    submit(on(people, "reporter", september), AUGUST, 养老护理人员="250", note="核减五十人")
    assert Posting.objects.get(target=training, day=AUGUST.last).value == 250


def test_a_month_where_nothing_changed_is_filled_in_by_itself_and_says_where_it_came_from(people):
    submitted(people, 养老护理人员="300", 社区老年人助餐点="2")
    [step] = submit(on(people, "reporter", dt.date(2026, 9, 2)), AUGUST)
    found = FilingFigure.objects.filter(step=step)
    assert {(figure.value, figure.prefilled) for figure in found} == {(300, "earlier"), (2, "earlier")}
    assert {figure.posting.day for figure in found} == {AUGUST.last}


def test_a_figure_posted_directly_for_the_last_day_is_taken_over(people, training):
    posted = post_progress(on(people, "reporter"), training, Figure(day=JULY.last, value=Decimal(120)))
    filing = submitted(people)
    figure = figures_of(filing).get(target=training)
    assert (figure.value, figure.prefilled, figure.posting) == (120, "posted", posted)


def test_somebody_who_posted_while_the_form_was_open_is_not_written_over(people, training):
    acting = on(people, "reporter")
    form = entries(acting, 养老护理人员="100"), turns(acting)
    post_progress(on(people, "supervision"), training, Figure(day=JULY.last, value=Decimal(120)))
    with pytest.raises(FiguresRefused) as refusal:
        submit_filing(acting, JULY, form[0], turns=form[1])
    assert [problem.code for problem in refusal.value.problems.values()] == ["posted-meanwhile"]


def test_a_target_that_is_done_is_asked_for_no_more_and_again_when_it_no_longer_is(people, training):
    submitted(people, 养老护理人员="800")
    september = on(people, "reporter", dt.date(2026, 9, 2))
    assert objects(september, AUGUST) == ["社区老年人助餐点石湾县"]
    posting = Posting.objects.get(target=training)
    correct_progress(september, posting, value=Decimal(790), reason="重复计了十人")
    assert objects(september, AUGUST) == ["养老护理人员", "社区老年人助餐点石湾县"]


def test_a_target_that_is_overdue_is_still_asked_for(people, training):
    december = on(people, "reporter", dt.date(2027, 1, 5))
    assert training.due < Month(2026, 12).first
    assert "养老护理人员" in objects(december, Month(2026, 12))


def test_evidence_is_kept_by_its_bytes_and_asked_of_nobody(people):
    acting = on(people, "reporter")
    key = owed_lines(acting, JULY)[0].key
    found = add_evidence(acting, JULY, key, Paper(name="照片.jpg", data=b"\xff\xd8\xff picture"))
    assert (found.size, found.filing.body.name) == (11, BODIES["reporter"])
    assert submitted(people).pk == found.filing_id
    with pytest.raises(Refused, match="不能办“提交”"):
        add_evidence(acting, JULY, key, Paper(name="又一张.jpg", data=b"\xff\xd8\xff more"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.exe", b"MZ", "evidence-kind"),
        ("a.pdf", b"", "evidence-empty"),
        ("a.pdf", b"\xff\xd8\xff", "evidence-mislabelled"),
        ("a.txt", b"a\0b", "evidence-mislabelled"),
        ("a.pdf", b"%PDF" + b"0" * (20 * 1024 * 1024), "evidence-too-large"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name, data, code, people):
    acting = on(people, "reporter")
    with pytest.raises(Refused) as refusal:
        add_evidence(acting, JULY, owed_lines(acting, JULY)[0].key, Paper(name=name, data=data))
    assert code_of(refusal) == code
    assert not Evidence.objects.exists()


def test_evidence_for_another_bodys_figure_is_refused(people):
    key = owed_lines(on(people, "other"), JULY)[0].key
    with pytest.raises(Refused) as refusal:
        add_evidence(on(people, "reporter"), JULY, key, Paper(name="a.txt", data=b"a"))
    assert code_of(refusal) == "filing-not-owed"


def test_a_target_is_accepted_when_its_figures_say_it_is_done_and_asked_for_no_more(people, training):
    with pytest.raises(Refused, match="还没有达到目标"):
        accept_target(on(people, "supervision"), training)
    submitted(people, 养老护理人员="800")
    accept_target(on(people, "supervision"), training, note="现场核验")
    revoke_acceptance(on(people, "supervision"), training, reason="复查发现漏项")
    assert [row.revokes_id is None for row in training.acceptances.all()] == [True, False]


def test_a_shared_target_is_done_when_every_share_is(people):
    canteens = Target.objects.get(object="社区老年人助餐点")
    submitted(people, 社区老年人助餐点="7")
    with pytest.raises(Refused, match="青屏县"):
        accept_target(on(people, "supervision"), canteens)
    submitted(people, "county", 社区老年人助餐点="5")
    accept_target(on(people, "supervision"), canteens)
