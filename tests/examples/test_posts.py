"""The example's posts, played through the actions: a seat passes by itself, another waits, and names wait too."""

import datetime as dt

import pytest
import yaml
from tests.small_site import NOW, People

from duixian.cli.example_posts import play_posts
from duixian.compiler import read
from duixian.compiler.succession import Rule, read_succession
from duixian.ledgers.handovers.check import wrong_holders
from duixian.registers.models import BodyName, Coordination, Holder, NameState
from duixian.reports.coordination import page
from duixian.workflow.acting import Acting
from duixian.workflow.actions.add_source import add_source
from duixian.workflow.actions.adopt_document import adopt_document

from .story import EXAMPLES, story

PLAN = "prefecture-work-plan.txt"


@pytest.fixture
def played(people: People) -> Coordination:
    acting = Acting(people.supervision, NOW, dt.date(2026, 1, 30))
    source = add_source(acting, (EXAMPLES / PLAN).read_bytes(), name=PLAN).source
    adopt_document(acting, source.documents.get())
    play_posts(EXAMPLES / "posts.yaml")
    return Coordination.objects.get()


def test_the_roster_is_read_with_its_rule() -> None:
    text = (EXAMPLES / "coordination-roster.txt").read_text(encoding="utf-8")
    (document,) = read(text).documents
    assert [(body.name, len(body.members)) for body in document.bodies] == [("澄川州民生实事工作领导小组", 11)]
    found = read_succession(text)
    assert found is not None
    assert (found.rule, found.notice_roles) == (Rule.BY_POST, ("组长",))


def test_one_seat_passed_by_itself_and_the_chair_waits_for_its_notice(played: Coordination) -> None:
    parts = page(played.pk, as_of=story()["shown_day"]).parts
    standing = {row.seat.name_written: row.sitting.value for rows in parts.values() for row in rows}
    assert standing["段云舒"] == "passed"
    assert standing["简万里"] == "notice"
    assert {standing[name] for name in standing if name not in ("段云舒", "简万里")} == {"named"}
    assert list(wrong_holders()) == []


def test_the_confirmed_name_is_one_body_and_others_wait(played: Coordination) -> None:
    assert [holder.post.body.name for holder in Holder.objects.filter(name="罗映川")] == ["州住房和城乡建设局"]
    waiting = set(BodyName.objects.filter(state=NameState.PROPOSED).values_list("name", flat=True))
    assert "州卫健委" in waiting


def test_nobody_who_comes_is_named_elsewhere_in_the_example() -> None:
    held = yaml.safe_load((EXAMPLES / "posts.yaml").read_text(encoding="utf-8"))
    texts = "".join((EXAMPLES / name).read_text(encoding="utf-8") for name in (PLAN, "progress.yaml", "awards.yaml"))
    assert [one["incoming"] for one in held["changes"] if one["incoming"] in texts] == []
