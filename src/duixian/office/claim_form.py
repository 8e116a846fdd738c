"""The one form of an award claim: it asks what the articles need for this kind of claim at these games, no more."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.forms import DayField, NumberField, WordsField
from duixian.policy.acts.sports_awards.games import CoachRule, Games
from duixian.registers.models import Place
from duixian.units import plain
from duixian.workflow.actions.file_award_claim import NewClaim, Paper

PAPERS = {"book": "比赛成绩册", "programme": "秩序册", "certificate": "获奖证书", "identity": "身份证"}
MOST_ATHLETES = 4
AFFILIATIONS = [(word, lazy(word)) for word in ("州直", "交流", "外地")]
COACH_AFFILIATIONS = [(word, lazy(word)) for word in ("州直", "聘请", "外地")]
_PRIZES = [(word, lazy(word)) for word in ("一等奖", "二等奖", "三等奖")]


class PapersForm(forms.Form):
    """The papers of 第十九条, which every claim brings."""

    certificate = forms.FileField(label=lazy("获奖证书"), required=False, max_length=255)
    book = forms.FileField(label=lazy("比赛成绩册"), required=False, max_length=255)
    programme = forms.FileField(label=lazy("秩序册"), required=False, max_length=255)
    identity = forms.FileField(
        label=lazy("身份证"),
        required=False,
        max_length=255,
        help_text=lazy("获奖证书，或比赛成绩册和秩序册；并有身份证。每个文件不超过 20 MB。"),
    )

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        raise NotImplementedError

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What was handed in."""
        handed = ((kind, self.cleaned_data.get(name)) for name, kind in PAPERS.items())
        return tuple(Paper(kind=kind, name=file.name, data=file.read()) for kind, file in handed if file)


class ResultForm(PapersForm):
    """A placing of an athlete or a team. Shape: which fields there are depends on the games and on ``team``."""

    event = WordsField(label=lazy("项目"), required=True, max_length=120, help_text=lazy("照成绩册写，例如女子100米。"))
    result_date = DayField(label=lazy("取得成绩的日期"))

    def __init__(self, data: Any = None, files: Any = None, *, games: Games, team: bool) -> None:
        super().__init__(data, files)
        self.games, self.team = games, team
        for name, field in self._asked():
            self.fields[name] = field
        self.order_fields([name for name in self.fields if name not in PAPERS])  # the papers come last

    def _asked(self) -> Iterator[tuple[str, forms.Field]]:
        if self.team:
            yield from _team_fields()
        yield from self._placing_fields()
        for number in range(MOST_ATHLETES if self.team else 1):
            yield from self._athlete_fields(number)
        if self.games.coach_rule is not CoachRule.NONE:
            yield from self._coach_fields()
        if not self.games.beyond_region and self.games.coach_rule is not CoachRule.NONE:
            yield "county_unit", WordsField(label=lazy("原基层输送单位"), max_length=60)
            yield (
                "county",
                forms.ModelChoiceField(
                    Place.objects.filter(level="county", valid_to=None),
                    label=lazy("输送单位所在县市"),
                    required=False,
                    empty_label=lazy("不选"),
                ),
            )

    def _placing_fields(self) -> Iterator[tuple[str, forms.Field]]:
        if self.games.scale == "prize":
            yield "prize", forms.ChoiceField(label=lazy("奖次"), choices=_PRIZES)
        else:
            yield "rank", forms.IntegerField(label=lazy("名次"), min_value=1, max_value=99)
        if self.games.beyond_region:
            yield "represents_region", forms.BooleanField(label=lazy("代表自治区代表队参赛"), required=False)
            yield "region_amount", NumberField(label=lazy("自治区规定的这一名次奖金（元）"))
            yield "region_ref", WordsField(label=lazy("自治区规定的文件和文号"), required=True)
        elif self.games.scale == "rank":
            yield (
                "regs_award_places",
                forms.IntegerField(label=lazy("竞赛规程奖励到第几名"), min_value=1, max_value=99, initial=8),
            )

    def _athlete_fields(self, number: int) -> Iterator[tuple[str, forms.Field]]:
        first = not self.team and number == 0
        shown = "" if not self.team else f" {number + 1}"
        yield f"name_{number}", WordsField(label=_("运动员姓名") + shown, required=first, max_length=60)
        yield f"number_{number}", WordsField(label=_("身份证号码") + shown, required=first, max_length=18)
        yield f"affiliation_{number}", forms.ChoiceField(label=_("所属") + shown, choices=AFFILIATIONS)
        if self.games.coach_rule is CoachRule.BY_TRAINING_TIME:
            yield f"entered_{number}", DayField(label=_("进入州直体育运动队的日期") + shown, required=False)

    def _coach_fields(self) -> Iterator[tuple[str, forms.Field]]:
        if self.games.coach_rule is not CoachRule.SENDING_ONLY:
            yield "coach", WordsField(label=lazy("现任主管教练员"), max_length=60)
            yield "coach_affiliation", _coach_affiliation(lazy("现任主管教练员所属"))
            if self.games.coach_rule is CoachRule.BY_TRAINING_TIME:
                yield "coach_since", DayField(label=lazy("任主管教练员的日期"), required=False)
            yield "assistant", WordsField(label=lazy("助理教练员"), max_length=60)
            yield "assistant_affiliation", _coach_affiliation(lazy("助理教练员所属"))
            yield "qualified", forms.BooleanField(label=lazy("助理符合《教练员管理办法》"), required=False)
        if self.games.coach_rule is not CoachRule.WHOLE:
            yield "sender", WordsField(label=lazy("原输送教练员"), max_length=60)
            yield "sender_affiliation", _coach_affiliation(lazy("原输送教练员所属"))

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        result = {**self._placing(), **self._people()}
        raw = {
            "claim_type": "result",
            "games": self.games.name,
            "claimants": self._claimants(),
            "results": [{"result_date": found["result_date"].isoformat(), **result}],
            "selection": None,
            "transfer": None,
            "sportsmanship": None,
            "addon": None,
        }
        return NewClaim(
            input=raw,
            event=found["event"],
            result_day=found["result_date"],
            identity_numbers={name: found[f"number_{number}"].upper() for number, name in self._athletes()},
            papers=self.papers,
        )

    def _athletes(self) -> list[tuple[int, str]]:
        names = ((number, self.cleaned_data.get(f"name_{number}")) for number in range(MOST_ATHLETES))
        return [(number, name) for number, name in names if name]

    def _claimants(self) -> list[str]:
        found = self.cleaned_data
        coaches = any(found.get(name) for name in ("coach", "assistant", "sender"))
        return ["athletes", *(["coaches"] if coaches else []), *(["county"] if found.get("county_unit") else [])]

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
        found = self.cleaned_data
        coach = {
            "id": found.get("coach"),
            "affiliation": found.get("coach_affiliation"),
            "conduct": "clean",
            "in_charge_since": _day(found.get("coach_since")),
        }
        assistant = {
            "id": found.get("assistant"),
            "affiliation": found.get("assistant_affiliation"),
            "conduct": "clean",
            "qualified": found.get("qualified"),
        }
        sender = {"id": found.get("sender"), "affiliation": found.get("sender_affiliation"), "conduct": "clean"}
        return {
            "units": self._units(),
            "current_coaches": [coach] if coach["id"] else [],
            "assistant_coaches": [assistant] if assistant["id"] else [],
            "sending_coaches": [sender] if sender["id"] else [],
        }

    def _units(self) -> list[dict[str, Any]]:
        found = self.cleaned_data
        if found.get("team_name"):
            return [
                self._unit(
                    found["team_name"], "team", affiliation=found["team_affiliation"], entered=found.get("entered_0")
                )
            ]
        return [
            self._unit(
                name, "athlete", affiliation=found[f"affiliation_{number}"], entered=found.get(f"entered_{number}")
            )
            for number, name in self._athletes()
        ]

    def _unit(self, name: str, kind: str, *, affiliation: str, entered: dt.date | None) -> dict[str, Any]:
        found = self.cleaned_data
        county = {"id": found.get("county_unit"), "county": found["county"].name if found.get("county") else None}
        return {
            "id": name,
            "kind": kind,
            "affiliation": affiliation,
            "conduct": "clean",
            "entered_team_date": _day(entered),
            "sending_coach_ids": [found["sender"]] if found.get("sender") else [],
            "county_units": [county] if county["id"] else [],
        }


def _coach_affiliation(label: Any) -> forms.Field:
    return forms.ChoiceField(label=label, choices=COACH_AFFILIATIONS)


def _team_fields() -> Iterator[tuple[str, forms.Field]]:
    balls = [("", lazy("不是这三类")), *((word, lazy(word)) for word in ("足球", "篮球", "排球"))]
    yield "size", forms.IntegerField(label=lazy("竞赛规程规定的人数"), min_value=2, max_value=99)
    yield (
        "ball",
        forms.ChoiceField(
            label=lazy("球类"),
            required=False,
            choices=[*balls, ("variant", lazy("其他形式（三人篮球、沙滩排球等）"))],
        ),
    )
    yield (
        "team_name",
        WordsField(
            label=lazy("运动队名称"),
            max_length=60,
            help_text=lazy("足球、篮球、排球和五人及以上的项目按队计奖，填队名；四人及以下按人计奖，逐人填写。"),
        ),
    )
    yield (
        "team_affiliation",
        forms.ChoiceField(
            label=lazy("运动队所属"),
            choices=[*AFFILIATIONS, ("mixed", lazy("有外地队员的合队"))],
            help_text=lazy("只在填了队名时用。"),
        ),
    )


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
