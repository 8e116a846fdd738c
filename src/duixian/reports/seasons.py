"""Which targets have a working season: by what they are about and where, from the dated seasons of pace."""

from typing import cast

from django.db.models import QuerySet, Subquery

from duixian.calendars import load_calendars
from duixian.pace import Season, shipped_seasons
from duixian.registers.models import Site, Target


def with_site_region(targets: QuerySet[Target]) -> QuerySet[Target]:
    """The targets, each with the region of the site, so that a list of them asks for it but once."""
    return targets.annotate(site_region=Subquery(Site.objects.filter(pk=1).values("region")))


def season_of(target: Target) -> Season | None:
    """The working season of a target: of its own place, else of the site's region; None for work that frost stops not.

    Time: by the line in force on the target's first day, so that a plan does not change under those who follow it.
    """
    seasons = shipped_seasons()
    if not seasons.is_outdoor(target.object):
        return None
    code = target.place.code if target.place else _code_of(_region(target))
    return seasons.season_for(target.object, code=code, day=target.begins)


def _region(target: Target) -> str:
    """Errors: none; a target that was not fetched ``with_site_region`` costs a query."""
    known = getattr(target, "site_region", None)
    return cast("str", known) if known is not None else Site.current().region


def _code_of(region: str) -> str:
    """The beginning of the division codes of a calendar region; empty for the nation, which has no one climate."""
    found = load_calendars().regions.get(region)
    return next(iter(found.codes), "") if found else ""
