"""The example's awards, played through the actions: one stands on notice on the day that is shown."""

import yaml
from tests.small_site import People, make_account

from duixian.cli.example_awards import play_awards
from duixian.ledgers.claims.check import wrong_states
from duixian.ledgers.claims.read import on_notice
from duixian.ledgers.models import Claim
from duixian.registers.models import Body
from duixian.workflow.award_decision import wrong_decisions

from .story import EXAMPLES, story


def test_one_claim_is_on_notice_on_the_shown_day_and_one_waits(people: People) -> None:
    by = {person["username"]: person["body"] for person in story()["people"]}
    for name in ("sport", "education"):
        make_account(name, body=Body.objects.get_or_create(name=by[name])[0])
    play_awards(EXAMPLES / "awards.yaml", shown_day=story()["shown_day"])
    assert [claim.event for claim in on_notice(day=story()["shown_day"])] == ["女子标枪"]
    assert set(Claim.objects.values_list("state__stage", flat=True)) == {"on-notice", "filed"}
    assert wrong_states() == wrong_decisions() == []


def test_nobody_named_in_the_awards_is_named_elsewhere_in_the_example() -> None:
    held = yaml.safe_load((EXAMPLES / "awards.yaml").read_text(encoding="utf-8"))
    named = {
        unit["id"]
        for claim in held["claims"]
        for result in claim["input"].get("results", ())
        for unit in result["units"]
    }
    assert not named & {person["name"] for person in story()["people"]}
