"""The example's award claims, filed and moved on through the actions a person would use."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from duixian.cli.founding import acting_as
from duixian.cli.taking_in import now_on
from duixian.ledgers.models import Claim
from duixian.registers.lookup import body_named, find_place
from duixian.registers.models import Account, ActPart, Role
from duixian.workflow.acting import Acting
from duixian.workflow.actions.file_award_claim import NewClaim, Paper, file_award_claim
from duixian.workflow.actions.give_award_opinion import give_award_opinion
from duixian.workflow.actions.name_act_body import name_act_body
from duixian.workflow.actions.open_award_notice import open_award_notice
from duixian.workflow.actions.review_award_claim import review_award_claim

_PAPERS = ("获奖证书", "身份证")
_DAYS = {"result": "result_date", "selection": "selected_date"}


def play_awards(file: Path, *, shown_day: dt.date) -> None:
    """Everything in the file, in its order. Errors: OSError, yaml.YAMLError or KeyError for a file that is not one."""
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    administrator = Account.objects.filter(role=Role.ADMINISTRATOR).values_list("username", flat=True)[0]
    acting = _on(administrator, shown_day)
    for entry in held["bodies"]:
        county = find_place(entry.get("county"))
        name_act_body(acting, body_named(entry["body"]), part=ActPart(entry["part"]), place=county)
    for entry in held["claims"]:
        _play_claim(entry)


def _play_claim(entry: Mapping[str, Any]) -> None:
    claim = file_award_claim(_on(entry["by"], entry["filed"]), _new_claim(entry))
    if "opinion" in entry:
        opinion = entry["opinion"]
        give_award_opinion(_on(opinion["by"], opinion["day"]), claim, agrees=True, note=opinion["note"])
    if "reviewed" in entry:
        review_award_claim(_on(entry["by"], entry["reviewed"]), claim, passes=True, note="")
    if "noticed" in entry:
        open_award_notice(_on(entry["by"], entry["noticed"]), Claim.objects.get(pk=claim.pk))


def _new_claim(entry: Mapping[str, Any]) -> NewClaim:
    raw = entry["input"]
    kind = raw["claim_type"]
    about = raw["results"][0] if kind == "result" else raw[kind]
    people = [unit["id"] for unit in about["units"]] if kind == "result" else [about["athlete"]["id"]]
    return NewClaim(
        input=raw,
        event=entry["event"],
        result_day=dt.date.fromisoformat(about[_DAYS[kind]]),
        identity_numbers=dict.fromkeys(people, ""),
        papers=tuple(Paper(kind=paper, name=f"{paper}.txt", data=f"示例的{paper}\n".encode()) for paper in _PAPERS),
    )


def _on(username: str, day: dt.date) -> Acting:
    return acting_as(username, now=now_on(day), today=day)
