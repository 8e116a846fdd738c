"""The example shows the cases it is there to show, by its own documents and figures."""

from decimal import Decimal
from typing import Any

import pytest

from duixian.compiler.reading import Kind, Role
from duixian.pace import Code, light

from .story import EXAMPLES, adopted, figures, lit, named, plan, postings, promised, quantities, reading, story

TARGETS = story()["targets"]
IDS = [f"{item['clause']} {item['object']}" for item in TARGETS]


@pytest.mark.parametrize("target", TARGETS, ids=IDS)
def test_the_document_holds_each_target_of_the_story_once(target: dict[str, Any]) -> None:
    (quantity,) = quantities(target)
    text = reading("prefecture-work-plan.txt").text
    (clause,) = (item for item in adopted().clauses if item.path == target["clause"])
    assert quantity.span.of(text) == quantity.quote
    assert target["object"] in clause.span.of(text)


@pytest.mark.parametrize("target", TARGETS, ids=IDS)
def test_each_light_is_what_the_story_says(target: dict[str, Any]) -> None:
    assert lit(target).code == target["light"]


def test_every_other_target_of_the_plan_is_a_share_or_left_out_with_a_reason() -> None:
    left_out = {
        (item["clause"], Decimal(item["value"]), item["unit"])
        for document in story()["documents"]
        for item in document.get("left_out", ())
    }
    told = {(item["clause"], Decimal(item["value"]), item["unit"]) for item in TARGETS}
    found = {(item.clause, item.value, item.unit) for item in promised()}
    assert found == told | left_out


def test_whoever_posts_is_of_a_body_that_leads_the_clause() -> None:
    body_of = {person["username"]: person["body"] for person in story()["people"]}
    for target in TARGETS:
        leads = {name for item in adopted().assignments if item.clause == target["clause"] for name in item.lead}
        assert body_of[target["by"]] in leads, target["clause"]


def test_performances_were_done_four_months_early_and_accepted() -> None:
    shown = lit(named("10.1", 600))
    assert shown.code is Code.ACCEPTED
    assert "提前122天" in str(shown.rule)


def test_water_was_done_ten_days_before_its_deadline() -> None:
    assert "提前10天" in str(lit(named("5.1", 64)).rule)


def test_heating_pipes_are_overdue_and_lifts_behind_and_the_museum_silent() -> None:
    codes = [lit(named(clause, value)).code for clause, value in (("8.1", 42), ("8.2", 35), ("10.1", 40))]
    assert codes == [Code.OVERDUE, Code.BEHIND, Code.NO_DATA]


def test_days_of_heavy_pollution_are_judged_as_a_limit() -> None:
    assert plan(named("2.2", 8)).is_limit


def test_every_code_is_shown_but_one_that_autumn_cannot_have() -> None:
    assert {target["light"] for target in TARGETS} == set(Code) - {Code.NOT_STARTED}


def test_before_the_tender_heating_had_not_started() -> None:
    heating = named("2.1", 7600)
    tender = plan(heating).stages[0].end
    assert light(plan(heating), (), as_of=tender).code is Code.NOT_STARTED


def test_heating_is_shared_out_to_eleven_places_some_done_some_behind() -> None:
    heating = named("2.1", 7600)
    quota = {item.place: item.value for item in adopted().quantities if item.clause == "2.1" and item.place}
    assert sum(quota.values()) == 7600
    assert set(quota) == {posted.place for posted in postings(heating)}
    codes = {
        place: light(plan(heating, value=share), figures(heating, place=place), as_of=story()["shown_day"]).code
        for place, share in quota.items()
    }
    assert codes["澄阳市"] is Code.DONE
    assert codes["青屏县"] is Code.BEHIND


def test_a_reported_figure_was_corrected_downwards_with_a_reason() -> None:
    corrected = [posted for target in TARGETS for posted in postings(target) if posted.corrects is not None]
    assert any(posted.value < posted.corrects and posted.reason for posted in corrected if posted.corrects)


def test_the_kindergartens_funds_are_four_million_short_of_their_parts_and_all_else_adds_up() -> None:
    wrong = [item for item in adopted().sums if not item.holds]
    assert [(item.clause, item.off_by) for item in wrong] == [("3.1", Decimal(-4_000_000))]
    assert sum(item.holds for item in adopted().sums) >= 6


def test_the_announcement_is_ten_commitments_from_a_docx() -> None:
    (document,) = reading("province-announcement.docx").documents
    assert document.kind is Kind.ANNOUNCEMENT
    assert [clause.path for clause in document.clauses] == [str(count) for count in range(1, 11)]
    assert document.year == 2026


def test_the_news_item_promises_nothing_and_the_portal_round_it_says_nothing() -> None:
    found = reading("portal-news.txt")
    (document,) = found.documents
    assert document.kind is Kind.NEWS
    assert document.title == "澄川州民生实事进度过大半 农村清洁取暖改造提速"
    assert not [item for item in document.quantities if item.role is Role.TARGET]
    for noise in ("便宜3块钱", "停车位600个", "12个地方", "ICP备案号"):
        assert noise not in document.span.of(found.text)


def test_every_file_the_story_names_lies_beside_it() -> None:
    assert all((EXAMPLES / document["file"]).is_file() for document in story()["documents"])
