import pytest

from duixian.registers.lookup import body_named, find_place
from duixian.registers.models import Body, Place


@pytest.fixture
def places(db):
    top = Place.objects.create(code="990000", name="云头州", level="prefecture")
    for code, name, short in (
        ("990001", "青屏县", ["青屏"]),
        ("990002", "青屏市", ["青屏"]),
        ("990003", "石湾县", ["石湾"]),
    ):
        Place.objects.create(code=code, name=name, short_names=short, level="county", parent=top)


def test_a_place_is_found_by_its_full_name_and_by_a_short_one(places):
    assert find_place("石湾县").code == "990003"
    assert find_place("石湾").code == "990003"


@pytest.mark.parametrize("written", ["青屏", "松泉县", "", None, "石湾县、青屏县"])
def test_what_names_no_place_or_more_than_one_finds_none(written, places):
    assert find_place(written) is None


def test_a_name_that_has_ended_is_found_no_more(places):
    Place.objects.filter(name="石湾县").update(valid_to="2020-01-01")
    assert find_place("石湾县") is None


@pytest.mark.parametrize("name", ["石湾县人民政府", "石湾县政府", "石湾县"])
def test_a_places_own_government_is_tied_to_it(name, places):
    assert body_named(name).place.name == "石湾县"


def test_a_bureau_of_a_place_is_not_its_government(places):
    assert body_named("石湾县教育局").place is None


def test_a_body_is_entered_once_and_its_place_is_not_changed_by_a_later_reading(places):
    first = body_named("石湾县人民政府")
    Body.objects.filter(pk=first.pk).update(place=None)
    assert body_named("石湾县人民政府").place is None
    assert Body.objects.count() == 1
