"""Who may open which address: the resolver against the table of moves, with every role and with none."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests import award_site as site
from tests import filing_site, order_acts, share_acts
from tests.award_acts import objected
from tests.award_site import make_parts
from tests.body_acts import body_rows
from tests.small_site import NOW, People

from duixian.ledgers.models import OrderPaper, Posting
from duixian.office import order_moves
from duixian.office.views import inspections
from duixian.registers import store
from duixian.registers.models import Commitment, Place, Role, Target
from duixian.workflow.actions.add_evidence import Paper, add_evidence
from duixian.workflow.actions.complain import complain
from duixian.workflow.moves import ANYONE, PAGES
from duixian.workflow.owing import owed_lines

SIGN_IN = "/sign-in/"
PLAN_PAGES = ("approve_award_plan", "list_award_payments", "award_plan_document", "payment_list")
POST_ONLY = {
    "office:load_boundaries",
    "office:set_tiles",
    "office:release",
    "office:withdraw",
    "office:add_source",
    "office:accept",
    "office:adopt",
    "office:decide",
    "office:decide_alias",
    "office:enter_posts",
    "office:switch_account",
    "office:give_award_opinion",
    "office:review_award_claim",
    "office:open_award_notice",
    "office:settle_award_objection",
    "office:record_award_payment",
    "office:cancel_award",
    "office:record_award_misconduct",
    "office:issue_award_decision",
    "office:recover_award",
    "office:show_identity",
    "office:make_award_plan",
    "office:approve_award_plan",
    "office:list_award_payments",
    "office:name_act_body",
    "office:link_targets",
    "office:decide_link",
    "office:issue_access_token",
    "office:revoke_access_token",
    "office:accept_filings",
    "office:pass_filing",
    "office:accept_filing",
    "office:return_filing",
    "office:reopen_filing",
    "office:revoke_acceptance",
    "office:set_ceilings",
    "office:complain",
    "office:answer_complaint",
    "office:set_paper_template",
    "office:set_order_aside",
    "office:set_email",
    "office:issue_calendar_key",
    *(f"office:{verb}" for verb in (*order_moves.MOVES, *inspections.STEPS)),
}


def names(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else prefix)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"


OFFICE = sorted(page for page in PAGES if page.startswith("office:"))


@pytest.fixture
def keys(people: People, elders: Commitment, training: Target) -> dict[str, int | str]:
    """A row that exists for every address that names one."""
    posting = Posting.objects.create(
        target=training, day=training.begins, value=1, posted_by=people.supervision, posted_at=NOW
    )
    document = elders.document
    proposal = document.proposals.first()
    assert proposal is not None
    rows: dict[str, int | str] = {
        "commitment": elders.pk,
        "withdraw": elders.pk,
        "post_progress": training.pk,
        "correct_progress": posting.pk,
        "source_file": document.source_id,
        "review": document.pk,
        "accept": document.pk,
        "adopt": document.pk,
        "decide": proposal.pk,
        **dict.fromkeys(("target_shares", "share_out", "cover_places", "retype_target"), training.pk),
        "share_further": elders.targets.get(object="社区老年人助餐点").allocations.all()[0].pk,
        "revoke_access_token": share_acts.token_of(people).pk,
        "decide_link": share_acts.linked_with(people, training).pk,
        "switch_account": people.leader.pk,
        "reset_password": people.leader.pk,
        "county": Place.objects.order_by("pk")[0].code,
        "commitment_gantt": elders.pk,
        "body": people.reporter.body.pk if people.reporter.body else 0,
        **body_rows(people),
    }
    rows |= award_rows(people) | order_rows(people) | filing_rows(people)
    return {f"office:{name}": key for name, key in rows.items()}


def filing_rows(people: People) -> dict[str, int | str]:
    """The same for reports: the leading body's own, with a paper, and a complaint."""
    acting = filing_site.on(people, "reporter")
    key = owed_lines(acting, filing_site.JULY)[0].key
    paper = add_evidence(acting, filing_site.JULY, key, Paper(name="a.txt", data=b"a"))
    about_filings = ("filing_detail", "pass_filing", "accept_filing", "return_filing", "reopen_filing")
    target = Target.objects.get(object="养老护理人员")
    return {
        **dict.fromkeys(about_filings, filing_site.submitted(people).pk),
        "filing_month": "2026-05",
        "evidence_file": paper.pk,
        "accept_target": target.pk,
        "revoke_acceptance": target.pk,
        "answer_complaint": complain(people.acting("county"), text="同一个数报了两遍").pk,
    }


def order_rows(people: People) -> dict[str, int | str]:
    """The same for orders and inspections: one of each, to the reporter's body."""
    order = order_acts.answered(people)
    paper = OrderPaper.objects.create(step=order.steps.last(), name="表.xlsx", sha256=store.keep(b"one"), size=3)
    inspection = order_acts.objected(people)
    return {
        **dict.fromkeys(("order", *order_moves.MOVES), order.pk),
        "order_paper": paper.pk,
        "order_notice": order.pk,
        "set_order_aside": Target.objects.order_by("pk")[0].pk,
        "paper_template": "order",
        **dict.fromkeys(("inspection", *inspections.STEPS), inspection.pk),
    }


def award_rows(people: People) -> dict[str, int | str]:
    """The same for awards, in which the reporter's body has every part."""
    awards = make_parts(people)
    planned, objection = site.listed(awards), objected(awards)
    claim = objection.claim
    about_claims = ("award", "give_award_opinion", "review_award_claim", "open_award_notice", "record_award_payment")
    about_money = ("cancel_award", "record_award_misconduct", "recover_award", "award_decision", "issue_award_decision")
    return {
        **dict.fromkeys((*about_claims, *about_money), claim.pk),
        "award_paper": claim.attachments.all()[0].pk,
        "settle_award_objection": objection.pk,
        "show_identity": claim.payees.get().pk,
        **dict.fromkeys(PLAN_PAGES, planned.state.plan_id),
    }


def answer(client: Client, page: str, keys: dict[str, int | str]) -> Any:
    address = reverse(page, args=[keys[page]] if page in keys else [])
    return client.post(address) if page in POST_ONLY else client.get(address, {"payer": "州财政"})


def test_every_address_stands_in_the_table_of_moves_and_nothing_else_does() -> None:
    found = set(names(get_resolver().url_patterns))
    # Programs have a table of their own: moves.API, which tests/api walks.
    assert sorted(name for name in found if not name.startswith("api:")) == sorted(PAGES)


@pytest.mark.parametrize("page", OFFICE)
def test_each_role_opens_what_the_table_allows_and_is_refused_the_rest(
    page: str, keys: dict[str, int | str], people: People, signed_in: Callable[[str], Client]
) -> None:
    for role in Role.values:
        expected = role in PAGES[page]
        status = answer(signed_in(role), page, keys).status_code
        assert (status != 403) == expected, (page, role, status)
        assert status not in {404, 405, 500}, (page, role, status)


@pytest.mark.parametrize("page", OFFICE)
def test_nobody_opens_an_office_page_without_signing_in(page: str, keys: dict[str, int | str]) -> None:
    assert ANYONE not in PAGES[page]
    found = answer(Client(), page, keys)
    assert found.status_code == 302
    assert found.url.startswith(SIGN_IN)


@pytest.mark.parametrize("page", sorted(POST_ONLY))
def test_what_changes_something_refuses_to_be_read(
    page: str, keys: dict[str, int | str], signed_in: Callable[[str], Client]
) -> None:
    address = reverse(page, args=[keys[page]] if page in keys else [])
    assert signed_in("supervision").get(address).status_code == 405


@pytest.mark.parametrize(
    "page", sorted(page for page, roles in PAGES.items() if not page.startswith("office:") and ANYONE not in roles)
)
def test_the_pages_of_ones_own_sign_in_ask_to_sign_in_first(page: str, site: object) -> None:
    found = Client().get(reverse(page))
    assert found.status_code == 302
    assert found.url.startswith(SIGN_IN)


@pytest.mark.parametrize(
    "page", ["public:commitments", "public:about", "public:award_notices", "public:award_receipt", "account_login"]
)
def test_everyone_opens_the_open_pages(page: str, people: People, signed_in: Callable[[str], Client]) -> None:
    assert Client().get(reverse(page)).status_code == 200
    expected = 302 if page == "account_login" else 200
    assert {signed_in(role).get(reverse(page)).status_code for role in Role.values} == {expected}


def test_an_account_that_was_switched_off_is_a_visitor(people: People, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("leader")
    people.leader.is_active = False
    people.leader.save()
    assert client.get(reverse("office:board")).url.startswith(SIGN_IN)


def test_a_page_that_was_asked_for_is_opened_after_signing_in(site: object) -> None:
    found = Client().get(reverse("office:board") + "?light=behind")
    assert "next=/office/%3Flight%3Dbehind" in found.url


def test_htmx_is_sent_to_the_sign_in_page_as_a_whole(keys: dict[str, int | str]) -> None:
    found = Client().post(reverse("office:decide", args=[keys["office:decide"]]), headers={"HX-Request": "true"})
    assert found["HX-Redirect"].startswith(SIGN_IN)
