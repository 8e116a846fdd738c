import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from tests.small_site import TEXT, TODAY, make_adopted

from duixian.ledgers.models import Entry, Posting
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Place, Target
from duixian.reports.figures import plan_of
from duixian.reports.lit import refresh as refreshing
from duixian.reports.lit.check import wrong_lights
from duixian.reports.lit.following import TOUCHED, UNTOUCHED, touched
from duixian.reports.lit.models import LitLine, LitMark
from duixian.reports.lit.read import kept_light, lit_on
from duixian.reports.lit.refresh import is_fresh, refresh, refreshed
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress

DAY = dt.timedelta(days=1)


def post(people, value, *, day, target="养老护理人员", place=None, seen=None):
    found = Target.objects.get(object=target)
    figure = Figure(day=day, value=Decimal(value), seen=seen.pk if seen else None)
    owner = Place.objects.get(name=place) if place else None
    return post_progress(people.acting(), found, figure, series=Series.of(owner))


def line(target="养老护理人员", place=None):
    return (
        LitLine.objects.get(target__object=target, place__name=place)
        if place
        else LitLine.objects.get(target__object=target, place=None, for_body=None)
    )


def test_every_target_and_every_share_has_its_line(people, adopted):
    assert refresh(day=TODAY).complete
    lines = LitLine.objects.values_list("target__object", "place__name")
    assert sorted(lines, key=str) == sorted(
        [
            ("社区老年人助餐点", None),
            ("社区老年人助餐点", "青屏县"),
            ("社区老年人助餐点", "石湾县"),
            ("养老护理人员", None),
            ("视力筛查", None),
            ("告知率", None),
        ],
        key=str,
    )


def test_an_act_lights_its_own_target_again_and_no_other(people, adopted):
    refresh(day=TODAY)
    before = dict(LitLine.objects.values_list("target__object", "pk"))
    post(people, 500, day=TODAY)
    assert not is_fresh(TODAY)
    refresh(day=TODAY)
    after = dict(LitLine.objects.values_list("target__object", "pk"))
    assert {name for name in before if before[name] != after[name]} == {"养老护理人员"}
    assert (line().code, line().value, line().value_day) == ("on-pace", 500, TODAY)


def test_a_share_and_its_target_are_lit_from_the_same_postings(people, adopted):
    post(people, 5, day=TODAY, target="社区老年人助餐点", place="青屏县")
    refresh(day=TODAY)
    codes = [line("社区老年人助餐点", place).code for place in (None, "青屏县", "石湾县")]
    assert codes == ["on-pace", "done", "no-data"]
    assert line("社区老年人助餐点").value == 5


def test_a_correction_changes_since_when_a_light_burns(people, adopted):
    march, april = dt.date(2026, 3, 31), dt.date(2026, 4, 30)
    wrong = post(people, 10, day=march)
    post(people, 300, day=april, seen=wrong)
    refresh(day=april)
    assert (line().code, line().since) == ("on-pace", april)
    correct_progress(people.acting(), wrong, value=Decimal(200), reason="漏计")
    refresh(day=april)
    assert line().since == march


def test_the_calendar_alone_turns_a_light_when_its_day_has_come(people, adopted):
    seen = post(people, 395, day=TODAY)
    refresh(day=TODAY)
    last = line().day_until
    assert (line().code, last) == ("on-pace", dt.date(2026, 7, 31))
    kept = line().pk
    refresh(day=last)
    assert line().pk == kept
    refresh(day=last + DAY)
    assert (line().code, line().since) == ("behind", last + DAY)
    assert seen.day < last


def test_a_clock_set_back_lights_by_the_earlier_day(people, adopted):
    post(people, 395, day=TODAY)
    refresh(day=dt.date(2027, 1, 1))
    assert line().code == "overdue"
    refresh(day=TODAY)
    assert line().code == "on-pace"


def test_lines_are_what_lighting_in_memory_gives(people, adopted):
    post(people, 3, day=TODAY, target="社区老年人助餐点", place="青屏县")
    refresh(day=TODAY)
    targets = list(Target.objects.values_list("pk", flat=True))
    kept, lit = (lit_on(TODAY, targets=targets, kept=source) for source in (True, False))

    def told(found):
        names = ("code", "since", "day_until", "value", "value_day", "late")
        return {
            key: [[getattr(one, name) for name in names] for one in (lit.whole, *lit.shares)]
            for key, lit in found.items()
        }

    assert told(kept) == told(lit)


def test_a_kept_light_at_risk_explains_itself_without_its_history(people, adopted):
    """A list has the last figure alone: what it says must not be a forecast made from one figure."""
    seen = None
    for month, value in ((3, 300), (4, 380), (5, 390), (6, 400)):
        seen = post(people, value, day=dt.date(2026, month, 30), seen=seen)
    refresh(day=TODAY)
    kept = line()
    assert kept.code == "at-risk"
    light = kept_light(kept, plan_of(kept.target, ()), day=TODAY)
    assert (light.word, light.since) == ("有风险", kept.since)
    assert "晚侧晚于期限2026年11月30日" in str(light.rule)
    assert "见这项指标的页面" in str(light.green)


def test_an_entry_committed_late_with_a_lower_number_is_followed_all_the_same(people, adopted):
    """On PostgreSQL numbers are given when an act begins, and an act that began first may be committed last."""
    refresh(day=TODAY)
    mark = LitMark.objects.get()
    posting = Posting.objects.create(
        target=Target.objects.get(object="养老护理人员"),
        day=TODAY,
        value=700,
        posted_by=people.supervision,
        posted_at=dt.datetime(2026, 6, 30, tzinfo=dt.UTC),
    )
    late = mark.entry + 5
    LitMark.objects.update(entry=late + 1, recent=[*mark.recent, late + 1])
    Entry.objects.create(
        pk=late + 1, at=posting.posted_at, actor=people.supervision, verb="x", subject="account", subject_id=1
    )
    assert is_fresh(TODAY)
    Entry.objects.create(
        pk=late, at=posting.posted_at, actor=people.supervision, verb="x", subject="posting", subject_id=posting.pk
    )
    assert not is_fresh(TODAY)
    refresh(day=TODAY)
    assert line().value == 700
    assert is_fresh(TODAY)


def test_refreshing_twice_changes_nothing(people, adopted):
    refresh(day=TODAY)
    before = list(LitLine.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as asked:
        refresh(day=TODAY)
    assert list(LitLine.objects.order_by("pk").values()) == before
    assert len(asked) == 1


def test_all_can_be_thrown_away_and_lit_again(people, adopted):
    post(people, 500, day=TODAY)
    refresh(day=TODAY)
    before = list(LitLine.objects.order_by("target", "place").values("target", "place", "code", "since", "value"))
    LitLine.objects.all().delete()
    LitMark.objects.all().delete()
    refresh(day=TODAY)
    assert (
        list(LitLine.objects.order_by("target", "place").values("target", "place", "code", "since", "value")) == before
    )


def test_a_refresh_out_of_time_goes_on_where_it_stopped(people, adopted, monkeypatch):
    monkeypatch.setattr(refreshing, "_CHUNK", 1)
    monkeypatch.setattr(refreshing, "_LARGE_CHUNK", 1)
    first = refresh(day=TODAY, seconds=0)
    assert (first.complete, first.waiting) == (False, 3)
    told = []
    assert refresh(day=TODAY, notify=lambda done, of: told.append((done, of))).complete
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_other_schemes_light_everything_again(people, adopted, settings, tmp_path):
    refresh(day=TODAY)
    path = tmp_path / "schemes.yaml"
    shipped = (refreshing.duixian.__path__[0], "pace", "schemes.yaml")
    text = Path(*shipped).read_text(encoding="utf-8")
    path.write_text(text.replace("value: 5\n", "value: 50\n"), encoding="utf-8")
    settings.SCHEMES = path
    assert not is_fresh(TODAY)
    refresh(day=TODAY)
    assert is_fresh(TODAY)


def test_what_cannot_be_written_is_said_and_not_raised(people, adopted, monkeypatch):
    def read_only(**_):
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(refreshing, "refresh", read_only)
    assert refreshed(day=TODAY, seconds=1) is None


def test_a_line_that_was_tampered_with_is_found(people, adopted):
    refresh(day=TODAY)
    assert wrong_lights() == []
    LitLine.objects.filter(target__object="告知率").update(code="done")
    (wrong,) = wrong_lights()
    assert "告知率" in wrong
    assert "done" in wrong


def test_every_model_says_whether_an_act_on_it_touches_lights():
    """Add a new model's name to TOUCHED with its targets, or to UNTOUCHED, in reports/lit/following.py."""
    names = {
        model._meta.model_name for app in ("registers", "ledgers") for model in apps.get_app_config(app).get_models()
    }
    named = TOUCHED.keys() | UNTOUCHED
    logged = names - {"entry", "balance", "filingstep", "filingstate", "filingfigure", "orderstate", "acceptance"}
    assert logged - named == set()


def test_an_act_on_an_unknown_thing_touches_all(people, adopted):
    assert touched([("account", 1), ("target", 7)]) == {7} & set(Target.objects.values_list("pk", flat=True))
    assert touched([("comet", 1)]) is None


@pytest.mark.parametrize("documents", [1, 4])
def test_a_refresh_asks_as_often_for_many_targets_as_for_few(people, documents):
    for number in range(documents):
        make_adopted(people, text=f"{TEXT}{number}", name=f"{number}.txt")
    with CaptureQueriesContext(connection) as asked:
        refresh(day=TODAY)
    assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) < 30
