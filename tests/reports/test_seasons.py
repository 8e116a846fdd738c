import pytest

from duixian.pace import Basis, plan_curve
from duixian.registers.models import Place, Site, Target
from duixian.reports.figures import plan_of
from duixian.reports.lit.lamps import lamps
from duixian.reports.schemes import site_schemes
from duixian.reports.seasons import season_of, with_site_region


@pytest.fixture
def road(adopted):
    """A target that frost stops."""
    Target.objects.filter(object="养老护理人员").update(object="农村公路")
    return Target.objects.get(object="农村公路")


def test_works_out_of_doors_of_a_cold_region_s_site_have_a_season(road):
    Site.objects.update(region="新疆")
    season = season_of(road)
    assert season is not None
    assert (season.opens.month, season.closes.month) == (4, 10)
    assert plan_curve(plan_of(road, ())).basis == (Basis.SEASON,)


def test_a_target_s_own_place_goes_before_the_site_s_region(road):
    Site.objects.update(region="新疆")
    road.place = Place.objects.create(code="440100", name="南方市", level="prefecture")
    assert season_of(road) is None


def test_indoors_and_elsewhere_there_is_none(road):
    assert season_of(road) is None
    Site.objects.update(region="新疆")
    assert season_of(Target.objects.get(object="视力筛查")) is None


def test_a_list_of_targets_asks_for_the_site_s_region_but_once(road, django_assert_num_queries):
    Site.objects.update(region="新疆")
    with django_assert_num_queries(1):
        found = [season_of(target) for target in with_site_region(Target.objects.select_related("place"))]
    assert len([season for season in found if season]) == 1


def test_kept_lights_and_pages_draw_the_same_curve(road):
    Site.objects.update(region="新疆")
    (lamp,) = lamps([road.pk], as_of=road.due, schemes=site_schemes())
    assert lamp.course.curve == plan_curve(plan_of(road, ()))
