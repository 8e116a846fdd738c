"""The same bytes handed in twice are pointed out with where they were; the reviewer judges."""

import pytest
from tests import order_acts
from tests.filing_site import JULY, on
from tests.small_site import LEAD

from duixian.ledgers.models import OrderPaper
from duixian.registers import store
from duixian.reports.evidence import repeats
from duixian.workflow.actions.add_evidence import Paper, add_evidence
from duixian.workflow.owing import owed_lines

pytestmark = pytest.mark.usefixtures("adopted")


def handed_in(people, name, data, *, line=0, file="台账.txt"):
    acting = on(people, name)
    return add_evidence(acting, JULY, owed_lines(acting, JULY)[line].key, Paper(name=file, data=data))


def test_the_same_bytes_under_another_name_by_another_body_are_found(people):
    first = handed_in(people, "reporter", b"one page")
    second = handed_in(people, "county", b"one page", file="另一个名字.txt")
    handed_in(people, "other", b"another page")
    found = repeats([first, second])
    assert [str(use.sentence) for use in found[second.pk]] == [
        f"{LEAD} 2026-07 报“社区老年人助餐点（石湾县）”时交过，文件名“台账.txt”"
    ]
    assert found[second.pk][0].filing == first.filing_id
    assert set(found) == {first.pk, second.pk}


def test_bytes_used_once_are_nobodys_concern(people):
    assert repeats([handed_in(people, "reporter", b"one page")]) == {}


def test_one_paper_for_two_figures_of_one_report_is_told_too(people):
    papers = [handed_in(people, "reporter", b"one page", line=line) for line in (0, 1)]
    assert {len(uses) for uses in repeats(papers).values()} == {1}


def test_a_paper_of_an_order_is_known_again(people):
    order = order_acts.answered(people)
    OrderPaper.objects.create(step=order.steps.last(), name="a.txt", sha256=store.keep(b"one page"), size=8)
    paper = handed_in(people, "reporter", b"one page")
    [use] = repeats([paper])[paper.pk]
    assert order.number in str(use.sentence)
    assert use.filing is None
