"""Fills the database that DUIXIAN_VAR names with the small site; run as a program of its own."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

if TYPE_CHECKING:
    from tests.small_site import People

sys.path.insert(0, str(Path(__file__).parent.parent.parent))


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    fill()


def fill() -> None:
    """An adopted and half released plan with reports, and another that waits for review."""
    import datetime as dt  # noqa: PLC0415
    from decimal import Decimal  # noqa: PLC0415

    from tests import small_site as small  # noqa: PLC0415 -- models need Django set up

    from duixian.ledgers.progress.post import Figure  # noqa: PLC0415
    from duixian.ledgers.progress.series import Series  # noqa: PLC0415
    from duixian.workflow.actions.correct_progress import correct_progress  # noqa: PLC0415
    from duixian.workflow.actions.post_progress import post_progress  # noqa: PLC0415
    from duixian.workflow.actions.release_commitments import release_commitments  # noqa: PLC0415

    small.make_site()
    people = small.make_people()
    plan = small.make_adopted(people)
    elders = plan.commitments.get(ordinal=1)
    release_commitments(people.acting(), [elders])
    canteens = elders.targets.get(object="社区老年人助餐点")
    for share in canteens.allocations.select_related("place"):
        figure = Figure(day=dt.date(2026, 5, 31), value=Decimal(2))
        posted = post_progress(people.acting(), canteens, figure, series=Series.for_share(share))
    correct_progress(people.acting(), posted, value=Decimal(1), reason="重复计了一个")
    fill_awards(people)
    fill_filings(people)
    fill_map(people)
    small.make_proposals(small.make_document(people.supervision, text=f"{small.TEXT}第二份\n", name="待核.txt"))
    fill_posts(people)


def fill_posts(people: "People") -> None:
    """A leading group whose chair waits for a notice, a name to decide, and a second roster to enter."""
    from tests.body_acts import body_rows  # noqa: PLC0415 -- models need Django set up

    body_rows(people)


def fill_filings(people: "People") -> None:
    """May can be reported on the site's day: one body has done so, with a paper; a county need only press a button."""
    import datetime as dt  # noqa: PLC0415

    from tests import filing_site  # noqa: PLC0415 -- models need Django set up

    from duixian.ledgers.filings.month import Month  # noqa: PLC0415
    from duixian.registers.models import Account, Document  # noqa: PLC0415
    from duixian.workflow.actions.add_evidence import Paper, add_evidence  # noqa: PLC0415
    from duixian.workflow.owing import owed_lines  # noqa: PLC0415

    began = dt.datetime(2026, 5, 6, 9, 0, tzinfo=dt.UTC)
    Account.objects.update(created_at=began)
    Document.objects.update(adopted_at=began)
    may, acting = Month(2026, 5), people.acting("other")
    add_evidence(acting, may, owed_lines(acting, may)[0].key, Paper(name="台账.txt", data=b"one page"))
    filing_site.submit(acting, may)


def fill_map(people: "People") -> None:
    """Outlines of both counties, an order to one's body, and a plan that waits for the leader."""
    from tests import map_acts, order_acts  # noqa: PLC0415 -- models need Django set up

    from duixian.workflow.actions.load_boundaries import load_boundaries  # noqa: PLC0415

    load_boundaries(
        people.acting(), map_acts.outlines("青屏县", "石湾县"), name="map.json", map_number="某S（2026）1号"
    )
    order_acts.registered(people)
    order_acts.proposed(people)


def fill_awards(people: "People") -> None:
    """A claim that was paid, one on notice today, and one that waits for its review."""
    from tests import award_site as site  # noqa: PLC0415 -- models need Django set up

    awards = site.make_parts(people)
    site.paid(awards)
    noticed = site.reviewed(awards, payee="古丽娜·示例")
    site.open_award_notice(people.acting("reporter"), noticed)
    site.filed(awards, payee="热孜亚·示例")


if __name__ == "__main__":
    main()
