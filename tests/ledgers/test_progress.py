import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duixian.ledgers.models import Balance, Entry, Posting
from duixian.ledgers.progress.check import wrong_balances
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.read import held
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Place, Source
from duixian.units import Refused
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress

# Even a change to the same value is refused.
CHANGED = {Entry: "verb", Posting: "value", Source: "name"}
JUNE = dt.date(2026, 6, 30)
MAY = dt.date(2026, 5, 31)


def post(people, target, value, *, day=JUNE, place=None, seen=None, note=""):
    figure = Figure(day=day, value=Decimal(value), note=note, seen=seen)
    return post_progress(people.acting("reporter"), target, figure, series=Series.of(place))


def test_the_database_refuses_to_change_or_remove_a_row(whole_target, people):
    post(people, whole_target, 10)
    for model, field in CHANGED.items():
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.all().update(**{field: F(field)})
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    assert Posting.objects.get().value == 10


def test_a_posting_is_held_from_its_day_on(whole_target, people):
    first = post(people, whole_target, 10, day=MAY)
    post(people, whole_target, 30, seen=first.pk)
    assert held(as_of=MAY - dt.timedelta(days=1)) == {}
    assert [item.value for item in held(as_of=MAY)[whole_target.pk]] == [10]
    assert [item.value for item in held(as_of=JUNE)[whole_target.pk]] == [30]


def test_a_correction_stands_for_the_row_it_names_and_leaves_it_in_place(whole_target, people):
    wrong = post(people, whole_target, 10)
    right = correct_progress(people.acting("reporter"), wrong, value=Decimal(8), reason="两个点位重复统计")
    assert [item.value for item in held(as_of=JUNE)[whole_target.pk]] == [8]
    assert set(Posting.objects.values_list("pk", flat=True)) == {wrong.pk, right.pk}
    with pytest.raises(Refused, match="已经更正过"):
        correct_progress(people.acting("reporter"), wrong, value=Decimal(9), reason="再改")
    with pytest.raises(Refused, match="没有写原因"):
        correct_progress(people.acting("reporter"), right, value=Decimal(9), reason="  ")


def test_correcting_an_older_day_leaves_the_newest_figure_alone(whole_target, people):
    first = post(people, whole_target, 10, day=MAY)
    post(people, whole_target, 30, seen=first.pk)
    correct_progress(people.acting("reporter"), first, value=Decimal(12), reason="漏计两个")
    assert [item.value for item in held(as_of=MAY)[whole_target.pk]] == [12]
    assert [item.value for item in held(as_of=JUNE)[whole_target.pk]] == [30]


def test_of_two_writers_the_second_is_told_what_the_first_wrote(whole_target, people):
    post(people, whole_target, 10, day=MAY)
    with pytest.raises(Refused, match=r"在您填写期间.*5月31日.*10") as refusal:
        post(people, whole_target, 12, seen=None)
    assert refusal.value.code == "posted-meanwhile"
    assert Posting.objects.count() == 1


def test_a_day_that_has_a_figure_takes_a_correction_and_no_second_figure(whole_target, people):
    first = post(people, whole_target, 10)
    with pytest.raises(Refused, match="更正"):
        post(people, whole_target, 12, seen=first.pk)


def test_a_running_total_falls_only_with_a_reason(whole_target, people):
    first = post(people, whole_target, 10, day=MAY)
    with pytest.raises(Refused, match="写明原因"):
        post(people, whole_target, 9, seen=first.pk)
    assert post(people, whole_target, 9, seen=first.pk, note="一处验收未通过").value == 9


def test_a_rate_may_fall_without_a_reason(rate, people):
    first = post_progress(people.acting(), rate, Figure(day=MAY, value=Decimal("80.5")))
    post_progress(people.acting(), rate, Figure(day=JUNE, value=Decimal("79.5"), seen=first.pk))
    assert [item.value for item in held(as_of=JUNE)[rate.pk]] == [Decimal("79.5")]


def test_a_shared_target_is_reported_by_place_and_only_by_its_places(shared_target, people, counties):
    with pytest.raises(Refused, match="请选择填报哪一地"):
        post(people, shared_target, 5)
    with pytest.raises(Refused, match="没有分解给松泉县"):
        post(people, shared_target, 5, place=Place.objects.create(code="990009", name="松泉县", level="county"))
    post(people, shared_target, 5, place=counties["青屏县"])
    post(people, shared_target, 3, place=counties["石湾县"])
    assert sum(item.value for item in held(as_of=JUNE)[shared_target.pk]) == 8


def test_a_target_that_is_not_shared_out_takes_no_place(whole_target, people, counties):
    with pytest.raises(Refused, match="没有分解给青屏县"):
        post(people, whole_target, 5, place=counties["青屏县"])


def test_every_posting_has_its_row_in_the_activity_log(whole_target, people):
    posting = post(people, whole_target, 10)
    entry = Entry.objects.get(verb="post_progress")
    assert (entry.subject, entry.subject_id) == ("posting", posting.pk)
    assert entry.detail["value"] == "10"


moves = st.lists(
    st.tuples(st.sampled_from(["青屏县", "石湾县"]), st.integers(0, 200), st.booleans()), min_size=1, max_size=12
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=moves)
def test_balances_are_what_a_replay_of_all_rows_gives(moves, shared_target, people, counties):
    with transaction.atomic():
        newest = {}
        for step, (name, value, correct) in enumerate(moves):
            place, day = counties[name], MAY - dt.timedelta(days=len(moves) - step)
            last = newest.get(name)
            if correct and last:
                newest[name] = correct_progress(
                    people.acting("reporter"), last, value=Decimal(value), reason="核对后更正"
                )
            else:
                seen = last.pk if last else None
                newest[name] = post(people, shared_target, value, day=day, place=place, seen=seen, note="核减")
        assert wrong_balances() == []
        assert {b.place.name: b.value for b in Balance.objects.all()} == {n: p.value for n, p in newest.items()}
        transaction.set_rollback(True)
