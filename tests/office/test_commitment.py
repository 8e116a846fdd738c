"""A commitment's page, and its publication."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.small_site import TODAY, People

from duixian.ledgers.models import Entry, Posting
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Commitment, Holder, Target
from duixian.workflow.actions.change_holder import Change, change_holder
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.scope import answered_targets, answers_for, correctable

QUERIES = 20


def page_of(commitment: Commitment) -> str:
    return reverse("office:commitment", args=[commitment.pk])


def test_it_shows_the_promise_its_reasons_and_who_answers(
    elders: Commitment, signed_in: Callable[[str], Client]
) -> None:
    html = signed_in("auditor").get(page_of(elders)).content.decode()
    for words in (
        "新建社区老年人",
        "助餐点12个",
        "为什么：",
        "怎样转好：",
        "各地、各单位完成情况",
        "石湾县",
        "林一舟",
        "3月底前完成招标",
        "各项合计 90 万元",
        "某州政办发〔2026〕1号",
        "下载原件",
    ):
        assert words in html


def test_its_queries_are_counted(
    elders: Commitment, signed_in: Callable[[str], Client], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("supervision")
    with django_assert_num_queries(QUERIES):
        client.get(page_of(elders))


def test_a_corrected_posting_stays_struck_beside_its_reason(
    people: People, elders: Commitment, training: Target, signed_in: Callable[[str], Client]
) -> None:
    wrong = post_progress(people.acting(), training, Figure(day=dt.date(2026, 5, 31), value=Decimal(470)))
    correct_progress(people.acting(), wrong, value=Decimal(407), reason="多报了一批")
    html = signed_in("leader").get(page_of(elders)).content.decode()
    assert "<s>470</s>" in html
    assert "更正为 407" in html
    assert "多报了一批" in html


def test_only_those_who_answer_for_a_target_are_asked_to_report_it(
    people: People, elders: Commitment, training: Target, canteens: Target, signed_in: Callable[[str], Client]
) -> None:
    def asked(name: str) -> set[int]:
        html = signed_in(name).get(page_of(elders)).content.decode()
        return {one.pk for one in (training, canteens) if reverse("office:post_progress", args=[one.pk]) in html}

    assert asked("supervision") == asked("reporter") == {training.pk, canteens.pk}
    assert asked("county") == {canteens.pk}
    assert asked("other") == asked("leader") == set()


def test_the_page_asks_the_same_as_the_action(people: People, elders: Commitment) -> None:
    canteens = elders.targets.get(object="社区老年人助餐点")
    for share in canteens.allocations.select_related("place"):
        figure = Figure(day=TODAY, value=Decimal(1))
        post_progress(people.acting(), canteens, figure, series=Series.of(share.place))
    for name in ("supervision", "reporter", "county", "other", "leader"):
        account = getattr(people, name)
        one_by_one = {
            target.pk
            for target in elders.targets.all()
            if any(
                answers_for(account, target, series=Series.of(place))
                for place in [None, *(share.place for share in target.allocations.all())]
            )
        }
        answered = answered_targets(account, elders)
        assert set(answered) == one_by_one
        postings = Posting.objects.filter(target__commitment=elders)
        own = {row.pk for row in postings if answers_for(account, row.target, series=row.series)}
        assert correctable(answered, postings) == own


def test_a_commitment_is_released_and_withdrawn_with_a_reason(
    elders: Commitment, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("supervision")
    found = client.post(reverse("office:release"), {"commitment": [elders.pk], "next": page_of(elders)}, follow=True)
    assert "已公开 1 件实事" in found.content.decode()
    refused = client.post(reverse("office:withdraw", args=[elders.pk]), {"reason": " "})
    assert refused.status_code == 422
    assert "撤回公开须写明原因" in refused.content.decode()
    elders.refresh_from_db()
    assert elders.released_at is not None
    client.post(reverse("office:withdraw", args=[elders.pk]), {"reason": "数字待核"})
    elders.refresh_from_db()
    assert elders.released_at is None
    assert Entry.objects.filter(verb="withdraw_commitment", detail__reason="数字待核").exists()


def test_releasing_nothing_says_so_and_never_leads_to_another_site(
    elders: Commitment, signed_in: Callable[[str], Client]
) -> None:
    data = {"commitment": ["x", "999999"], "next": "https://elsewhere.example/"}
    found = signed_in("supervision").post(reverse("office:release"), data)
    assert found.url == reverse("office:board")


def test_a_commitment_that_is_not_there_is_not_found(people: People, signed_in: Callable[[str], Client]) -> None:
    found = signed_in("leader").get(reverse("office:commitment", args=[999_999]))
    assert found.status_code == 404
    assert "没有这一页" in found.content.decode()


def test_whoever_took_over_the_post_is_shown_beside_the_name_in_the_document(
    people: People, elders: Commitment, signed_in: Callable[[str], Client]
) -> None:
    holder = Holder.objects.get(name="林一舟")
    change_holder(people.acting(), holder.post, Change(day=TODAY, outgoing=holder, incoming="周予安"))
    html = signed_in("leader").get(f"/office/commitments/{elders.pk}/").content.decode()
    assert "局长 林一舟" in html
    assert "现由周予安负责" in html
