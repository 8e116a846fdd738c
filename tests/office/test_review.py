"""The review: text and reading side by side, one decision a form, with htmx and without."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.small_site import People, make_document

from duixian.registers.models import Commitment, Decision, Document, Proposal

Browser = Callable[[str], Client]
HTMX = {"HX-Request": "true"}
# What the selects of the form send where nobody touched them.
TYPED = {"nature": "flow", "counting": "cumulative", "counter": ""}


def page_of(document: Document) -> str:
    return reverse("office:review", args=[document.pk])


def decide(proposal: Proposal) -> str:
    return reverse("office:decide", args=[proposal.pk])


def test_the_text_and_what_was_read_in_it_lead_to_each_other(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    html = signed_in("supervision").get(page_of(document)).content.decode()
    key = proposals["canteens"].pk
    for anchor in (f'id="text-p{key}"', f'href="#text-p{key}"', f'id="item-p{key}"', f'href="#item-p{key}"'):
        assert html.count(anchor) == 1, anchor
    assert 'id="text-finding-1"' in html
    assert "各项合计 90 万元" in html
    assert "采纳这份文件" in html
    assert "框架性段落" in html


def test_the_shown_text_is_the_text(document: Document, proposals: dict[str, Proposal], signed_in: Browser) -> None:
    found = signed_in("auditor").get(page_of(document)).context["review"]
    assert "".join(segment.text for segment in found.segments) == document.text


def test_an_auditor_reads_and_finds_no_button(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    html = signed_in("auditor").get(page_of(document)).content.decode()
    assert "采纳这份文件" not in html
    assert 'name="decision"' not in html


def test_an_item_is_accepted_without_script(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    found = signed_in("supervision").post(decide(proposals["training"]), {"decision": "accepted"})
    assert found.url == f"{page_of(document)}#item-p{proposals['training'].pk}"
    proposals["training"].refresh_from_db()
    assert proposals["training"].decision == Decision.ACCEPTED


def test_with_htmx_the_item_alone_comes_back_with_the_new_counts(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    found = signed_in("supervision").post(decide(proposals["training"]), {"decision": "accepted"}, headers=HTMX)
    html = found.content.decode()
    assert "<html" not in html
    assert f'id="item-p{proposals["training"].pk}"' in html
    assert 'hx-swap-oob="true"' in html
    assert "照读取采纳 <strong>1</strong>" in html


def test_a_correction_keeps_what_was_read_beside_it(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    client = signed_in("supervision")
    opened = client.get(page_of(document) + f"?edit={proposals['training'].pk}").content.decode()
    assert f'id="id_{proposals["training"].pk}_value"' in opened
    written = {"decision": "corrected", "object": "护理员", "comparator": ">=", "value": "900", "unit": "人次"} | TYPED
    client.post(decide(proposals["training"]), written)
    html = client.get(page_of(document)).content.decode()
    assert "改后采纳" in html
    assert "读取为：" in html
    proposals["training"].refresh_from_db()
    assert proposals["training"].values["value"] == "900"
    assert proposals["training"].read["value"] == "800"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_wrong_correction_says_what_and_keeps_what_was_typed(
    headers: dict[str, str], document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    written = {
        "decision": "corrected",
        "object": "护理员培训",
        "comparator": "=",
        "value": "九百",
        "unit": "人次",
    } | TYPED
    found = signed_in("supervision").post(decide(proposals["training"]), written, headers=headers)
    html = found.content.decode()
    assert found.status_code == 422
    assert "“数值”要填数字，现为“九百”" in html
    assert 'value="护理员培训"' in html
    proposals["training"].refresh_from_db()
    assert proposals["training"].decision == Decision.PENDING


def test_an_item_is_left_out_with_its_reason_and_folded_away(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    client = signed_in("supervision")
    client.post(decide(proposals["told"]), {"decision": "left-out", "reason": "不是年度任务"})
    html = client.get(page_of(document)).content.decode()
    assert "不采纳的 1 项" in html
    assert "不是年度任务" in html


def test_all_of_a_commitment_is_accepted_at_once(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    found = signed_in("supervision").post(reverse("office:accept", args=[document.pk]), {"clause": "2"}, follow=True)
    assert "已照读取采纳 4 项" in found.content.decode()
    assert document.proposals.filter(decision=Decision.ACCEPTED, clause="2").count() == 4
    assert not document.proposals.filter(decision=Decision.ACCEPTED, clause__startswith="1").exists()


def test_a_document_is_adopted_once_and_says_how_much(
    document: Document, proposals: dict[str, Proposal], signed_in: Browser
) -> None:
    client = signed_in("supervision")
    address = reverse("office:adopt", args=[document.pk])
    assert "已采纳：2 件实事、4 项指标" in client.post(address, follow=True).content.decode()
    again = client.post(address, follow=True).content.decode()
    assert "已经采纳，采纳后不能再改读取结果" in again
    assert "公开本文件的 2 件实事" in again
    assert Commitment.objects.count() == 2
    refused = client.post(decide(proposals["told"]), {"decision": "left-out"}, headers=HTMX)
    assert refused.status_code == 422


def test_a_document_with_nothing_to_adopt_says_so(people: People, signed_in: Browser) -> None:
    document = make_document(people.supervision)
    client = signed_in("supervision")
    assert "没有可采纳的实事" in client.get(page_of(document)).content.decode()
    refused = client.post(reverse("office:adopt", args=[document.pk]), follow=True)
    assert "没有可采纳的实事" in refused.content.decode()
    document.refresh_from_db()
    assert document.adopted_at is None


def test_marked_text_is_never_markup(people: People, signed_in: Browser) -> None:
    text = "方案<img src=x onerror=alert(1)>\n投资96万元。\n"
    document = make_document(people.supervision, text=text)
    html = signed_in("auditor").get(page_of(document)).content.decode()
    assert "<img" not in html
    assert "&lt;img src=x" in html
