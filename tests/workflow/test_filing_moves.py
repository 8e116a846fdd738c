"""A month's report from its form to the lock: each crossed, replayed, forged or early move has exactly one outcome."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.filing_site import (
    BODIES,
    DAY,
    FILLED,
    JULY,
    accepted,
    entries,
    on,
    passed,
    returned,
    submit,
    submitted,
    turns,
)
from tests.small_site import NOW

from duixian.ledgers.filings.check import wrong_filings
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.read import turn_of
from duixian.ledgers.models import Filing, FilingStep, Posting
from duixian.ledgers.progress.check import wrong_balances
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Body, Place, Target
from duixian.units import Refused
from duixian.workflow.actions.accept_filing import accept_filing
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.pass_filing import pass_filing
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.reopen_filing import reopen_filing
from duixian.workflow.actions.return_filing import return_filing
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


def test_a_leads_own_report_waits_for_nobody_but_the_supervision_office(people):
    assert submitted(people).state.stage == "passed"
    filing = submitted(people, "county")
    assert (filing.state.stage, filing.lead.name) == ("submitted", BODIES["reporter"])
    with pytest.raises(Refused, match="不能办“督查室接受”"):
        accept_filing(on(people, "supervision"), filing, turn=turn_of(filing))
    pass_filing(on(people, "reporter"), filing, turn=turn_of(filing))
    accept_filing(on(people, "supervision"), filing, turn=turn_of(filing))
    assert Filing.objects.get(pk=filing.pk).state.stage == "accepted"


def test_the_same_form_twice_is_handed_in_once(people):
    acting = on(people, "reporter")
    form = entries(acting), turns(acting)
    submit_filing(acting, JULY, form[0], turns=form[1])
    written = Posting.objects.count(), FilingStep.objects.count()
    with pytest.raises(Refused) as refusal:
        submit_filing(acting, JULY, form[0], turns=form[1])
    assert code_of(refusal) == "filing-moved-on"
    assert (Posting.objects.count(), FilingStep.objects.count()) == written


def test_a_form_opened_before_a_return_is_refused_and_a_new_one_is_not(people):
    acting = on(people, "reporter")
    stale = turns(acting)
    filing = returned(people)
    with pytest.raises(Refused) as refusal:
        submit_filing(acting, JULY, entries(acting), turns=stale)
    assert code_of(refusal) == "filing-moved-on"
    submit(acting)
    assert Filing.objects.get(pk=filing.pk).state.stage == "passed"


@pytest.mark.parametrize("second", [accept_filing, return_filing])
def test_of_two_reviewers_at_once_the_second_is_refused(second, people):
    filing = passed(people)
    turn = turn_of(filing)
    accept_filing(on(people, "supervision"), filing, turn=turn)
    more = {"reason": "与台账不符"} if second is return_filing else {}
    with pytest.raises(Refused) as refusal:
        second(on(people, "supervision"), filing, turn=turn, **more)
    assert code_of(refusal) == "filing-out-of-order"
    assert filing.steps.filter(move__in=["accept", "return"]).count() == 1


def test_a_review_made_from_before_a_return_does_not_count_for_what_was_handed_in_since(people):
    filing = passed(people)
    turn = turn_of(filing)
    return_filing(on(people, "supervision"), filing, reason="与台账不符", turn=turn)
    submit(on(people, "reporter"))
    with pytest.raises(Refused) as refusal:
        accept_filing(on(people, "supervision"), filing, turn=turn)
    assert code_of(refusal) == "filing-moved-on"


def test_figures_changed_after_a_return_are_corrections_that_name_their_rows(people, training):
    submitted(people, 养老护理人员="300")
    filing = Filing.objects.get()
    return_filing(on(people, "supervision"), filing, reason="与台账不符", turn=turn_of(filing))
    with pytest.raises(FiguresRefused) as refusal:
        submit(on(people, "reporter"), 养老护理人员="280")
    assert [problem.code for problem in refusal.value.problems.values()] == ["correction-without-reason"]
    submit(on(people, "reporter"), 养老护理人员="280", note="重复计了二十人")
    was, now = Posting.objects.filter(target=training).order_by("pk")
    assert (now.corrects, now.value, now.note, now.filing) == (was, 280, "重复计了二十人", filing)
    assert wrong_filings() == wrong_balances() == []


def test_what_did_not_change_after_a_return_writes_no_second_row(people):
    returned(people)
    rows = Posting.objects.count()
    submit(on(people, "reporter"))
    assert Posting.objects.count() == rows


def test_an_accepted_month_takes_no_posting_and_no_correction_until_it_is_opened_again(people, training):
    filing = accepted(people)
    posting = Posting.objects.get(target=training)
    acts = [
        lambda: correct_progress(on(people, "reporter"), posting, value=Decimal(9), reason="核增"),
        lambda: correct_progress(on(people, "supervision"), posting, value=Decimal(9), reason="核增"),
        lambda: post_progress(
            on(people, "supervision"), training, Figure(day=JULY.last - DAY, value=Decimal(1), seen=posting.pk)
        ),
    ]
    for act in acts:
        with pytest.raises(Refused, match="已经接受并锁定") as refusal:
            act()
        assert code_of(refusal) == "month-locked"
    reopen_filing(on(people, "supervision"), filing, reason="漏报一处", turn=turn_of(filing))
    acts[0]()
    assert Posting.objects.get(corrects=posting).value == 9
    assert wrong_filings() == wrong_balances() == []


def test_the_lock_is_on_the_reported_figures_of_that_month_alone(people, training):
    accepted(people)
    posting = Posting.objects.get(target=training)
    post_progress(on(people, "reporter"), training, Figure(day=FILLED, value=Decimal(5), seen=posting.pk))
    canteens, place = Target.objects.get(object="社区老年人助餐点"), Place.objects.get(name="青屏县")
    figure = Figure(day=JULY.last, value=Decimal(1))
    post_progress(on(people, "county"), canteens, figure, series=Series.of(place))
    assert wrong_filings() == []


def test_what_was_corrected_behind_the_reviewers_back_is_not_accepted(people, training):
    filing = passed(people)
    posting = Posting.objects.get(target=training)
    correct_progress(on(people, "reporter"), posting, value=Decimal(9), reason="核增")
    with pytest.raises(Refused) as refusal:
        accept_filing(on(people, "supervision"), filing, turn=turn_of(filing))
    assert code_of(refusal) == "figure-changed-since"
    assert Filing.objects.get(pk=filing.pk).state.stage == "passed"


@pytest.mark.parametrize("act", [return_filing, reopen_filing])
def test_nothing_goes_back_without_a_reason(act, people):
    filing = passed(people) if act is return_filing else accepted(people)
    with pytest.raises(Refused, match="写明原因"):
        act(on(people, "supervision"), filing, reason="  ", turn=turn_of(filing))


def test_a_forged_or_foreign_figure_is_refused_with_the_whole_form(people):
    county, lead = on(people, "county"), on(people, "reporter")
    forged = [replace(entry, key="w999999") for entry in entries(county)]
    foreign, doubled = entries(lead), entries(county) * 2
    for sent in (forged, foreign, doubled, [], entries(county) + foreign):
        with pytest.raises(Refused) as refusal:
            submit_filing(county, JULY, sent, turns=turns(county))
        assert code_of(refusal) == "filing-not-owed"
    with pytest.raises(Refused) as refusal:
        submit_filing(county, JULY, entries(county), turns=turns(county) | {Body.objects.get(name="州教育局").pk: 0})
    assert code_of(refusal) == "filing-not-owed"
    assert not Filing.objects.exists()


def test_another_bodys_report_is_not_passed_or_returned(people):
    filing = submitted(people, "county")
    for name in ("county", "other"):
        for act, more in ((pass_filing, {}), (return_filing, {"reason": "不对"})):
            with pytest.raises(Refused) as refusal:
                act(on(people, name), filing, turn=turn_of(filing), **more)
            assert code_of(refusal) == "not-your-filing"


def test_a_clock_that_goes_back_puts_no_step_before_the_one_it_follows(people):
    filing = submitted(people)
    early = on(people, "supervision", JULY.last - 9 * DAY)
    step = accept_filing(replace(early, now=NOW), filing, turn=turn_of(filing))
    assert step.day == FILLED
    assert wrong_filings() == []


def test_rows_written_past_the_writer_are_told(people):
    filing = accepted(people)
    FilingStep.objects.create(filing=filing, move="accept", day=FILLED, by=people.supervision, at=NOW)
    assert "不该在" in wrong_filings()[0]
