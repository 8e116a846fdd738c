"""Every operation with every role and with none: the table in moves.py decides."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from tests import filing_site
from tests.api.conftest import Program
from tests.small_site import TODAY, People

from duixian.api.urls import api
from duixian.ledgers.models import Entry, Filing, Posting
from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Allocation, Commitment, Document, Place, Role, Target
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.moves import API

OPERATIONS = {
    one["operationId"]: (method.upper(), path.removeprefix("/api"))
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method, one in methods.items()
}
FIGURE = {"day": TODAY.isoformat(), "value": "3"}
BODIES: dict[str, dict[str, Any]] = {
    "post_progress": FIGURE,
    "correct_progress": {"value": "2", "reason": "核减"},
    "share_out": {"shares": [{"place": "990002", "value": "800"}]},
    "pass_filing": {"turn": 0},
    "accept_filing": {"turn": 0},
    "return_filing": {"turn": 0, "reason": "数不对"},
}


@pytest.fixture
def keys(people: People, adopted: Document) -> dict[str, int]:
    """A row for each operation that names one."""
    training = Target.objects.get(object="养老护理人员")
    screening = Target.objects.get(object="视力筛查")
    posting = post_progress(people.acting(), screening, Figure(day=TODAY, value=Decimal(1)))
    filing = filing_site.submitted(people, "other")
    return {
        "read_commitment": Commitment.objects.all()[0].pk,
        **dict.fromkeys(("read_target_shares", "post_progress", "share_out"), training.pk),
        "correct_progress": posting.pk,
        **dict.fromkeys(("pass_filing", "accept_filing", "return_filing"), filing.pk),
    }


def call(program: Program, name: str, keys: dict[str, int]) -> Any:
    method, path = OPERATIONS[name]
    return program(method, path.replace("{pk}", str(keys.get(name, 0))), BODIES.get(name))


def test_every_operation_stands_in_the_table_and_nothing_else_does() -> None:
    assert set(OPERATIONS) == set(API)
    assert set(BODIES) == {name for name, (method, _) in OPERATIONS.items() if method != "GET"}


@pytest.mark.parametrize("name", sorted(API))
@pytest.mark.parametrize("role", Role.values)
def test_a_role_calls_what_the_table_allows_and_is_refused_the_rest(
    name: str, role: str, keys: dict[str, int], program: Callable[[str], Program]
) -> None:
    logged = Entry.objects.count()
    found = call(program(role), name, keys)
    assert found.status_code not in {404, 405, 500}, found.content
    if role not in API[name]:
        assert (found.status_code, found.json()["code"]) == (403, "not-your-part")
        assert Entry.objects.count() == logged
    else:
        assert found.json().get("code") != "not-your-part"


@pytest.mark.parametrize("name", sorted(API))
def test_nobody_calls_anything_without_signing_in(name: str, keys: dict[str, int]) -> None:
    for program in (Program(), Program("a-token-nobody-has")):
        found = call(program, name, keys)
        assert (found.status_code, found.json()["code"]) == (401, "not-signed-in")


def test_an_act_is_done_under_the_caller_s_own_name(
    keys: dict[str, int], people: People, program: Callable[[str], Program]
) -> None:
    found = call(program("reporter"), "post_progress", keys)
    assert found.status_code == 200
    posting = Posting.objects.get(pk=found.json()["id"])
    assert (posting.posted_by, posting.body) == (people.reporter, people.reporter.body)
    assert Entry.objects.get(verb="post_progress", subject_id=posting.pk).actor == people.reporter


def test_a_reporter_s_reach_is_that_of_the_pages(
    keys: dict[str, int], people: People, program: Callable[[str], Program]
) -> None:
    """The county's account may not post for a target of another body, nor for another county."""
    county = program("county")
    found = call(county, "post_progress", keys)
    assert (found.status_code, found.json()["code"]) == (403, "not-your-target")
    canteens = Target.objects.get(object="社区老年人助餐点")
    answers = {
        code: county("POST", f"/targets/{canteens.pk}/postings", FIGURE | {"place": code}).status_code
        for code in ("990002", "990003")
    }
    assert answers == {"990002": 200, "990003": 403}


def test_a_set_of_shares_is_put_and_a_second_one_needs_a_reason(
    keys: dict[str, int], program: Callable[[str], Program]
) -> None:
    caller, path = program("supervision"), f"/targets/{keys['share_out']}/shares"
    shares = [{"place": "990002", "value": "500", "topped_up": "20"}, {"place": "990003", "value": "200"}]
    found = caller("PUT", path, {"shares": shares}).json()
    assert (found["assigned"], found["topped_up"], found["rest"]) == ("700", "20", "100")
    assert [remark["code"] for remark in found["remarks"]] == ["unassigned", "topped-up"]
    again = caller("PUT", path, {"shares": shares[:1]})
    assert (again.status_code, again.json()["code"]) == (422, "shares-without-reason")
    assert caller("PUT", path, {"shares": [{"value": "5"}]}).status_code == 404
    assert Allocation.objects.filter(target=keys["share_out"]).count() == 2


def test_the_county_of_a_share_is_named_by_its_code(program: Callable[[str], Program], keys: dict[str, int]) -> None:
    Place.objects.filter(code="990003").update(valid_to=TODAY)
    body = {"shares": [{"place": "990003", "value": "5"}]}
    assert program("supervision")("PUT", f"/targets/{keys['share_out']}/shares", body).status_code == 404


def test_filings_go_their_way(keys: dict[str, int], program: Callable[[str], Program]) -> None:
    path = f"/filings/{keys['accept_filing']}/accept"
    filing = Filing.objects.get(pk=keys["accept_filing"])
    late = program("supervision")("POST", path, {"turn": 0})
    assert (late.status_code, late.json()["code"]) in {(409, "filing-moved-on"), (409, "filing-out-of-order")}
    assert filing.steps.filter(move="accept").count() == 0
