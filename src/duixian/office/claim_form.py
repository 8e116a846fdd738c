"""The one form of an award claim: it asks what the articles need for this kind of claim at these games, no more."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.claim_groups import AFFILIATIONS, assistants, athletes, coaches, counties, senders
from duixian.office.claim_rows import RowsForm
from duixian.office.conduct_words import conduct_choices
from duixian.office.forms import DayField, NumberField, WordsField
from duixian.policy.acts.sports_awards.claim import Conduct
from duixian.policy.acts.sports_awards.conduct import BARRING_COACHES
from duixian.policy.acts.sports_awards.games import CoachRule, Games
from duixian.units import plain
from duixian.workflow.actions.file_award_claim import NewClaim, Paper

PAPERS = {"book": "比赛成绩册", "programme": "秩序册", "certificate": "获奖证书", "identity": "身份证"}
_PRIZES = [(word, lazy(word)) for word in ("一等奖", "二等奖", "三等奖")]
_NAMES = re.compile(r"[、，,；;\s]+")


class ClaimForm(RowsForm):
    """The papers of 第十九条, which every claim brings, below whatever the kind of claim asks for."""

    certificate = forms.FileField(label=lazy("获奖证书"), required=False, max_length=255)
    book = forms.FileField(label=lazy("比赛成绩册"), required=False, max_length=255)
    programme = forms.FileField(label=lazy("秩序册"), required=False, max_length=255)
    identity = forms.FileField(
        label=lazy("身份证"),
        required=False,
        max_length=255,
        help_text=lazy("获奖证书，或比赛成绩册和秩序册；并有身份证。每个文件不超过 20 MB。"),
    )

    def __init__(self, data: Any = None, files: Any = None, *, games: Games, team: bool, typed: Any = None) -> None:
        super().__init__(data, files, typed=typed)
        self.games, self.team = games, team

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        raise NotImplementedError

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What was handed in."""
        handed = ((kind, self.cleaned_data.get(name)) for name, kind in PAPERS.items())
        return tuple(Paper(kind=kind, name=file.name, data=file.read()) for kind, file in handed if file)

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The fields of no row, without the papers."""
        return [field for field in self.plain_fields() if field.name not in PAPERS]

    @property
    def paper_fields(self) -> list[forms.BoundField]:
        """The papers, last on the page."""
        return [self[name] for name in self.fields if name in PAPERS]

    def identity_numbers(self) -> dict[str, str]:
        """The number of each athlete's card."""
        return {row["name"]: row["number"].upper() for _number, row in self.rows("athlete")}


class ResultForm(ClaimForm):
    """A placing of an athlete or a team. Shape: which fields there are depends on the games and on ``team``."""

    event = WordsField(label=lazy("项目"), required=True, max_length=120, help_text=lazy("照成绩册写，例如女子100米。"))
    result_date = DayField(label=lazy("取得成绩的日期"))

    def __init__(self, data: Any = None, files: Any = None, *, games: Games, team: bool, typed: Any = None) -> None:
        super().__init__(data, files, games=games, team=team, typed=typed)
        for name, field in (*self._placing_fields(), *(self._team_fields() if team else ())):
            self.fields[name] = field
        rule = games.coach_rule
        groups = [athletes(clocked=self._clocked, team=team)]
        if rule in {CoachRule.BY_TRAINING_TIME, CoachRule.WHOLE}:
            groups += [coaches(clocked=self._clocked), assistants()]
        if rule in {CoachRule.BY_TRAINING_TIME, CoachRule.SENDING_ONLY}:
            groups.append(senders(team=team))
        if rule in {CoachRule.BY_TRAINING_TIME, CoachRule.WHOLE}:
            groups.append(counties(team=team))
        self.add_groups(*groups)

    @property
    def _clocked(self) -> bool:
        return self.games.coach_rule is CoachRule.BY_TRAINING_TIME

    def _placing_fields(self) -> Iterator[tuple[str, forms.Field]]:
        if self.games.scale == "prize":
            yield "prize", forms.ChoiceField(label=lazy("奖次"), choices=_PRIZES)
        else:
            yield "rank", forms.IntegerField(label=lazy("名次"), min_value=1, max_value=99)
        if self.games.beyond_region:
            yield "represents_region", forms.BooleanField(label=lazy("代表自治区代表队参赛"), required=False)
            yield "region_amount", NumberField(label=lazy("自治区规定的这一名次奖金（元）"))
            yield "region_ref", WordsField(label=lazy("自治区规定的文件和文号"), required=True)
        if self.games.scale == "rank":  # 第二十六条 holds at every level
            yield (
                "regs_award_places",
                forms.IntegerField(label=lazy("竞赛规程奖励到第几名"), min_value=1, max_value=99, initial=8),
            )

    def _team_fields(self) -> Iterator[tuple[str, forms.Field]]:
        balls = [("", lazy("不是这三类")), *((word, lazy(word)) for word in ("足球", "篮球", "排球"))]
        variant = ("variant", lazy("其他形式（三人篮球、沙滩排球等）"))
        whole = lazy("足球、篮球、排球和五人及以上的项目按队计奖，填队名；四人及以下按人计奖，逐人填写。")
        mixed = ("mixed", lazy("有外地队员的合队"))
        only = lazy("只在填了队名时用。")
        conducts = conduct_choices({Conduct.CLEAN, *BARRING_COACHES})
        yield "size", forms.IntegerField(label=lazy("竞赛规程规定的人数"), min_value=2, max_value=99)
        yield "ball", forms.ChoiceField(label=lazy("球类"), required=False, choices=[*balls, variant])
        yield "team_name", WordsField(label=lazy("运动队名称"), max_length=60, help_text=whole)
        yield (
            "team_affiliation",
            forms.ChoiceField(label=lazy("运动队所属"), choices=[*AFFILIATIONS, mixed], help_text=only),
        )
        if self._clocked:
            label = lazy("运动队进入州直体育运动队的日期")
            yield "team_entered", DayField(label=label, required=False, help_text=only)
        yield "team_conduct", forms.ChoiceField(label=lazy("运动队的违规处理"), choices=conducts, required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody sent or trained an athlete who is on the claim; an athlete, or a team, there is."""
        found = super().clean()
        named = {row["name"] for _number, row in self.rows("athlete")}
        for group, key in (("sender", "sender_of"), ("county", "county_of")):
            for number, row in self.rows(group):
                if strangers := [name for name in _names(row.get(key)) if name not in named]:
                    words = _("运动员里没有%(name)s。请照上面填的姓名写，全部运动员的不用填。")
                    self.add_error(f"{key}_{number}", words % {"name": "、".join(strangers)})
        if self.team and not named and not found.get("team_name"):
            self.add_error("name_0", _("请逐人填写运动员，按队计奖的填队名。"))
        return found

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        raw = {
            "claim_type": "result",
            "games": self.games.name,
            "claimants": self._claimants(),
            "results": [{"result_date": found["result_date"].isoformat(), **self._placing(), **self._people()}],
            **dict.fromkeys(("selection", "transfer", "sportsmanship", "addon")),
        }
        return NewClaim(
            input=raw,
            event=found["event"],
            result_day=found["result_date"],
            identity_numbers=self.identity_numbers(),
            papers=self.papers,
        )

    def _claimants(self) -> list[str]:
        coached = any(self.rows(group) for group in ("coach", "assistant", "sender"))
        return ["athletes", *(["coaches"] if coached else []), *(["county"] if self.rows("county") else [])]

    def _placing(self) -> dict[str, Any]:
        found = self.cleaned_data
        prize = found.get("prize")
        amount = found.get("region_amount")
        return {
            "event_kind": "team" if self.team else "individual",
            "ball": found.get("ball") or None,
            "size": found.get("size") if self.team else 1,
            "placing": {"scale": "prize" if prize else "rank", "value": prize or found.get("rank")},
            "regs_award_places": found.get("regs_award_places"),
            "represents_region": found.get("represents_region"),
            "region_standard": None if amount is None else {"amount_yuan": plain(amount), "ref": found["region_ref"]},
            "team_payout": "team" if found.get("team_name") else None,
        }

    def _people(self) -> dict[str, Any]:
        return {
            "units": self._units(),
            "current_coaches": [
                self._coach(row, "coach") | {"in_charge_since": _day(row.get("coach_since"))}
                for _number, row in self.rows("coach")
            ],
            "assistant_coaches": [
                self._coach(row, "assistant") | {"qualified": row["qualified"]}
                for _number, row in self.rows("assistant")
            ],
            "sending_coaches": [self._coach(row, "sender") for _number, row in self.rows("sender")],
        }

    @staticmethod
    def _coach(row: dict[str, Any], key: str) -> dict[str, Any]:
        conduct = row[f"{key}_conduct"] or Conduct.CLEAN.value
        return {"id": row[key], "affiliation": row[f"{key}_affiliation"], "conduct": conduct}

    def _units(self) -> list[dict[str, Any]]:
        found = self.cleaned_data
        if found.get("team_name"):
            about = (found["team_affiliation"], found["team_conduct"], found.get("team_entered"))
            return [self._unit(found["team_name"], "team", *about)]
        return [
            self._unit(row["name"], "athlete", row["affiliation"], row["conduct"], row.get("entered"))
            for _number, row in self.rows("athlete")
        ]

    def _unit(self, name: str, kind: str, affiliation: str, conduct: str, entered: dt.date | None) -> dict[str, Any]:
        return {
            "id": name,
            "kind": kind,
            "affiliation": affiliation,
            "conduct": conduct or Conduct.CLEAN.value,
            "entered_team_date": _day(entered),
            "sending_coach_ids": [row["sender"] for row in self._behind(name, "sender", "sender_of")],
            "county_units": [
                {"id": row["county_unit"], "county": row["county"].name if row["county"] else None}
                for row in self._behind(name, "county", "county_of")
            ],
        }

    def _behind(self, athlete: str, group: str, key: str) -> Iterator[dict[str, Any]]:
        """Who sent this athlete: those who name the athlete, or nobody in particular."""
        for _number, row in self.rows(group):
            named = _names(row.get(key))
            if not named or athlete in named:
                yield row


def _names(written: str | None) -> list[str]:
    """Names that were written in one field. A name may hold a middle dot, never one of the marks between."""
    return [name for name in _NAMES.split(written or "") if name]


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
