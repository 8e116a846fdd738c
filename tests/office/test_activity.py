"""The log: a sentence for every verb, newest first, fifty a page."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.small_site import NOW, People

from duixian.ledgers.activity.post import post_entry
from duixian.ledgers.models import Entry
from duixian.registers.models import Document
from duixian.reports.activity import VERBS, rows
from duixian.workflow.moves import VERBS as MOVES

LOG = "/office/activity/"


def test_every_verb_has_its_words() -> None:
    assert set(VERBS) == {*MOVES, "found_site"}


def test_what_was_done_is_told_in_a_sentence(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    html = signed_in("auditor").get(LOG).content.decode()
    assert "采纳文件“某某州2026年民生实事工作方案”：2 件实事、4 项指标" in html


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 50),
        ("?page=2", 11),
        ("?page=99", 11),
        ("?verb=adopt_document", 1),
        ("?verb=nonsense", 50),
        ("?person=没有", 0),
    ],
)
def test_it_is_narrowed_and_turned_page_by_page(
    query: str, count: int, adopted: Document, people: People, signed_in: Callable[[str], Client]
) -> None:
    for _ in range(60):
        post_entry(people.administrator, verb="reset_password", subject=people.leader, detail={}, at=NOW)
    assert len(signed_in("auditor").get(LOG + query).context["rows"]) == count


@pytest.mark.parametrize(
    ("verb", "detail", "words"),
    [
        ("found_site", {"name": "某州"}, "建立了本站：某州"),
        ("reset_password", {}, "重设密码：leader某"),
        ("switch_account", {"active": False}, "停用账号：leader某"),
        ("create_account", {"username": "leader"}, "添加账号 leader（leader某，分管领导）"),
    ],
)
def test_acts_on_accounts_are_told(verb: str, detail: dict[str, object], words: str, people: People) -> None:
    post_entry(people.administrator, verb=verb, subject=people.leader, detail=detail, at=NOW)
    assert str(rows(Entry.objects.all())[0].sentence) == words
