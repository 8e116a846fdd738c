"""What a program gets: the reports' rows, exact numbers, pages, and errors with a code and a sentence."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from tests.api.conftest import Program
from tests.small_site import TODAY, People

from duixian.ledgers.models import Posting
from duixian.ledgers.progress.post import Figure
from duixian.registers.models import AccessToken, Commitment, Document, Target
from duixian.reports import board
from duixian.reports.board_filter import BoardFilter
from duixian.workflow.actions.issue_access_token import hash_of, issue_access_token
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.revoke_access_token import revoke_access_token

Programs = Callable[[str], Program]


@pytest.fixture
def training(adopted: Document) -> Target:
    return Target.objects.get(object="养老护理人员")


def test_the_board_gives_the_report_s_rows(training: Target, people: People, program: Programs) -> None:
    post_progress(people.acting(), training, Figure(day=TODAY, value=Decimal("12.0000")))
    found = program("leader")("GET", "/board").json()
    rows = board.listing(BoardFilter(), as_of=TODAY)
    assert (found["total"], found["as_of"]) == (rows.total, TODAY.isoformat())
    expected = {row.commitment.pk: row for row in rows.rows(rows.keys)}
    for item in found["items"]:
        row = expected[item["id"]]
        assert item["light"]["code"] == row.light.code  # type: ignore[union-attr]
        assert item["light"]["rule"]
        assert item["light"]["green"]
    lines = {line["target"]["object"]: line for item in found["items"] for line in item["lines"]}
    assert lines["养老护理人员"]["actual"] == "12"
    assert lines["告知率"]["actual"] is None


def test_a_list_comes_in_pages(adopted: Document, program: Programs) -> None:
    caller = program("auditor")
    pages = [caller("GET", f"/board?size=1&page={page}").json() for page in (1, 2, 3)]
    assert [page["pages"] for page in pages] == [2, 2, 2]
    seen = [item["id"] for page in pages for item in page["items"]]
    assert sorted(seen) == sorted(Commitment.objects.values_list("pk", flat=True))


def test_a_past_day_is_answered_as_of_that_day(training: Target, people: People, program: Programs) -> None:
    post_progress(people.acting(), training, Figure(day=TODAY, value=Decimal(12)))
    caller, path = program("leader"), f"/commitments/{training.commitment_id}"
    postings = [one for target in caller("GET", path).json()["targets"] for one in target["postings"]]
    assert [one["value"] for one in postings] == ["12"]
    before = caller("GET", f"{path}?as_of=2026-05-31").json()
    assert [one for target in before["targets"] for one in target["postings"]] == []


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/board?as_of=2999-01-01", 422, "as-of-out-of-range"),
        ("/board?as_of=0001-01-01", 422, "as-of-out-of-range"),
        ("/board?as_of=31.12.2026", 422, "input-invalid"),
        ("/board?page=0", 422, "input-invalid"),
        ("/board?body=99999", 404, "not-found"),
        ("/board?place=990099", 404, "not-found"),
        ("/commitments/99999", 404, "not-found"),
        ("/commitments/99999999999999999999", 422, "input-invalid"),
        ("/targets/99999/shares", 404, "not-found"),
    ],
)
def test_what_cannot_be_asked_has_a_code_and_a_sentence(
    path: str, status: int, code: str, adopted: Document, program: Programs
) -> None:
    found = program("leader")("GET", path)
    assert (found.status_code, found.json()["code"]) == (status, code)
    assert found.json()["message"]


@pytest.mark.parametrize(
    "body",
    [
        {"day": "2026-06-30", "value": 3},
        {"day": "2026-06-30", "value": 0.1},
        {"day": "2026-06-30", "value": "NaN"},
        {"day": "2026-06-30", "value": "1.00001"},
        {"day": "2026-06-30", "value": "-1"},
        {"day": "2026-02-30", "value": "1"},
        {"day": "2026-06-30", "value": "1", "counter": "finished"},
        {"day": "2026-06-30", "value": "1", "note": "a\x00b"},
        {"value": "1"},
        [],
    ],
)
def test_a_figure_that_is_no_figure_is_refused_before_anything_happens(
    body: Any, training: Target, program: Programs
) -> None:
    found = program("reporter")("POST", f"/targets/{training.pk}/postings", body)
    assert (found.status_code, found.json()["code"]) == (422, "input-invalid")
    assert found.json()["input"]
    assert not Posting.objects.exists()


def test_a_refusal_of_the_action_keeps_its_code(training: Target, program: Programs) -> None:
    caller, path = program("reporter"), f"/targets/{training.pk}/postings"
    body = {"day": TODAY.isoformat(), "value": "3"}
    half = caller("POST", path, body | {"value": "1.5"})
    assert (half.status_code, half.json()["code"]) == (422, "value-not-whole")
    posted = caller("POST", path, body).json()
    raced = caller("POST", path, body | {"value": "4"})
    assert (raced.status_code, raced.json()["code"]) == (409, "posted-meanwhile")
    same_day = caller("POST", path, body | {"seen": posted["id"]})
    assert (same_day.status_code, same_day.json()["code"]) == (422, "day-has-a-figure")
    corrected = caller("POST", f"/postings/{posted['id']}/correction", {"value": "2", "reason": "核减"}).json()
    assert (corrected["value"], corrected["corrects"], corrected["counts"]) == ("2", posted["id"], True)


def test_what_is_no_json_is_told(training: Target, program: Programs) -> None:
    caller = program("reporter")
    headers = {"Authorization": f"Bearer {caller.token}"}
    path = f"/api/targets/{training.pk}/postings"
    found = Client().post(path, data="{", content_type="application/json", headers=headers)
    assert (found.status_code, found.json()["code"]) == (400, "not-json")


def test_sentences_come_in_the_asked_language(adopted: Document, program: Programs) -> None:
    caller = program("leader")
    chinese = caller("GET", "/commitments/99999")
    english = caller("GET", "/commitments/99999", **{"Accept-Language": "en"})
    assert chinese.json()["message"] == "没有这一项。"
    assert english.json()["message"].isascii()


def test_a_browser_reads_by_its_session_and_writes_with_its_csrf_token(training: Target, people: People) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(people.reporter, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get("/api/board").status_code == 200
    path, body = f"/api/targets/{training.pk}/postings", {"day": TODAY.isoformat(), "value": "3"}
    refused = browser.post(path, data=body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf-failed")
    browser.get("/office/tokens/")
    token = browser.cookies["csrftoken"].value
    posted = browser.post(path, data=body, content_type="application/json", headers={"X-CSRFToken": token})
    assert posted.status_code == 200


def test_a_token_works_until_it_is_revoked_expires_or_its_owner_is_switched_off(people: People) -> None:
    acting = people.acting("auditor")
    last = TODAY.replace(year=TODAY.year + 1, month=6)
    row, token = issue_access_token(acting, name="汇总程序", expires_on=last)
    assert row.sha256 == hash_of(token)
    assert token not in str(AccessToken.objects.values())
    AccessToken.objects.update(expires_on=TODAY.replace(year=9999))
    caller = Program(token)
    assert caller("GET", "/board").status_code == 200
    AccessToken.objects.update(expires_on=TODAY.replace(year=2000))
    assert caller("GET", "/board").status_code == 401
    AccessToken.objects.update(expires_on=TODAY.replace(year=9999))
    people.auditor.is_active = False
    people.auditor.save()
    assert caller("GET", "/board").status_code == 401
    people.auditor.is_active = True
    people.auditor.save()
    revoke_access_token(acting, row)
    assert caller("GET", "/board").status_code == 401


def test_a_token_that_does_not_hold_is_not_helped_by_a_session(people: People) -> None:
    browser = Client()
    browser.force_login(people.auditor, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get("/api/board").status_code == 200
    assert browser.get("/api/board", headers={"Authorization": "Bearer nothing"}).status_code == 401


def test_the_description_is_served_from_the_site_alone(people: People) -> None:
    page = Client().get("/api/docs").content.decode()
    assert "https://" not in page
    assert "http://" not in page
    assert Client().get("/api/openapi.json").json()["info"]["title"] == "Duixian 兑现"
