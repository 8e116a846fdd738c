"""Awards on the public site: shown while the notice runs, objected to without an account, followed by receipt."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests import award_site as awards_made
from tests.award_site import IDENTITY, Awards, make_parts
from tests.small_site import People

from duixian.ledgers.models import Claim, Step
from duixian.policy.acts.sports_awards import Conduct
from duixian.registers.models import Site
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct

# The site, its day and its name for the head of the page; the count; the claims with their states in one.
NOTICES_QUERIES = 5
FIRST, LAST, AFTER = dt.date(2026, 6, 8), dt.date(2026, 6, 15), dt.date(2026, 6, 16)


@pytest.fixture
def claim(people: People) -> Claim:
    return awards_made.on_notice(make_parts(people))


def on_day(day: dt.date) -> None:
    Site.objects.update(shown_day=day)


@pytest.mark.parametrize(("day", "shown"), [(FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_a_notice_shows_names_and_amounts_and_withdraws_itself(day: dt.date, shown: int, claim: Claim) -> None:
    on_day(day)
    listed = Client().get(reverse("public:award_notices")).content.decode()
    found = Client().get(reverse("public:award_notice", args=[claim.pk]))
    assert listed.count("阿依古丽·示例") == shown
    assert found.status_code == (200 if shown else 404)
    if shown:
        page = found.content.decode()
        assert "20000 元 × 80% = 16000 元" in page
        assert IDENTITY not in page
        assert "002X" not in page


def test_a_claim_before_its_notice_is_not_public(people: People) -> None:
    claim: Awards = make_parts(people)
    reviewed = awards_made.reviewed(claim)
    assert Client().get(reverse("public:award_notice", args=[reviewed.pk])).status_code == 404


def test_anybody_objects_without_an_account(claim: Claim) -> None:
    on_day(LAST)
    address = reverse("public:award_notice", args=[claim.pk])
    assert Client().post(address, {"text": " "}).status_code == 422
    assert "异议已收到" in Client().post(address, {"text": "成绩不实", "contact": "某处"}).content.decode()
    step = Step.objects.get(move="objection")
    assert (step.by, step.note, step.detail["contact"]) == (None, "成绩不实", "某处")
    assert "127.0.0.1" not in str(step.detail)


def test_a_form_that_came_from_elsewhere_is_refused(claim: Claim) -> None:
    on_day(LAST)
    found = Client(enforce_csrf_checks=True).post(reverse("public:award_notice", args=[claim.pk]), {"text": "x"})
    assert found.status_code == 403
    assert not Step.objects.filter(move="objection").exists()


def test_one_visitor_objects_three_times_an_hour_at_most(claim: Claim) -> None:
    on_day(LAST)
    address = reverse("public:award_notice", args=[claim.pk])
    statuses = [Client().post(address, {"text": f"第{number}次"}).status_code for number in range(4)]
    assert statuses == [200, 200, 200, 422]
    assert Client().post(address, {"text": "别处"}, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_coach_follows_a_claim_by_its_receipt_and_sees_no_names(claim: Claim) -> None:
    page = Client().get(reverse("public:award_receipt"), {"receipt": claim.receipt.lower()}).content.decode()
    assert "开始公示" in page
    assert "阿依古丽" not in page
    assert "没有受理号" in Client().get(reverse("public:award_receipt"), {"receipt": "ZZZZ"}).content.decode()


def test_notices_are_found_by_name_and_cost_the_same_however_many(
    people: People, django_assert_num_queries: Any
) -> None:
    awards = make_parts(people)
    address = reverse("public:award_notices")
    on_day(FIRST)
    for name in ("甲", "乙", "丙"):
        awards_made.on_notice(awards, payee=name)
        Client().get(address)
        with django_assert_num_queries(NOTICES_QUERIES):
            found = Client().get(address)
    assert len(found.context["page"]) == 3
    assert [claim.payees.get().name for claim in Client().get(address, {"q": "乙"}).context["page"]] == ["乙"]
    assert "没有与“丁”有关的公示" in Client().get(address, {"q": "丁"}).content.decode()


def test_a_notice_without_the_award_that_fell_away(people: People) -> None:
    awards = make_parts(people)
    claim = awards_made.on_notice(awards)
    acting = awards.acting("reporter", day=LAST)
    record_award_misconduct(acting, claim, person="C1", conduct=Conduct.LAW_DISCIPLINE, note="某处〔2026〕5号")
    on_day(LAST)
    page = Client().get(reverse("public:award_notice", args=[claim.pk])).content.decode()
    assert "共 37\u202f600 元" in page
    assert "<h2>C1 " not in page
    assert "<h2>AC1 " in page
