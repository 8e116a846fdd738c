"""The forms of claims that are not placings: a selection, a transfer, a prize for conduct, an add-on."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.office.claim_form import AFFILIATIONS, COACH_AFFILIATIONS, PAPERS, PapersForm
from duixian.office.forms import DayField, NumberField, WordsField
from duixian.policy.acts.sports_awards.games import Games
from duixian.units import plain
from duixian.workflow.actions.file_award_claim import NewClaim

_LEVELS = ("世界纪录", "亚洲纪录", "全国纪录", "国际级运动健将", "运动健将", "一级运动员")


class ItemForm(PapersForm):
    """A claim about one thing that happened on one day."""

    def __init__(self, data: Any = None, files: Any = None, *, games: Games, team: bool) -> None:  # noqa: ARG002 -- as for results
        super().__init__(data, files)
        self.games = games
        self.order_fields([name for name in self.fields if name not in PAPERS])  # the papers come last

    def _filled(
        self,
        kind: str,
        about: Mapping[str, Any],
        *,
        day: dt.date,
        identity_numbers: Mapping[str, str],
        claimants: tuple[str, ...] = (),
        event: str = "",
    ) -> NewClaim:
        """The claim in the act's schema: ``about`` under the name of its kind, the other kinds empty."""
        raw = {
            "claim_type": kind,
            "games": None if kind == "transfer" else self.games.name,
            "claimants": list(claimants),
            "results": [],
            **dict.fromkeys(("selection", "transfer", "sportsmanship", "addon")),
            kind: dict(about),
        }
        return NewClaim(input=raw, event=event, result_day=day, identity_numbers=identity_numbers, papers=self.papers)


class SelectionForm(ItemForm):
    """An athlete selected for China's delegation."""

    selected_date = DayField(label=lazy("入选日期"))
    delegation = WordsField(label=lazy("代表团"), required=True, initial="中国体育代表团", max_length=60)
    name_0 = WordsField(label=lazy("运动员姓名"), required=True, max_length=60)
    number_0 = WordsField(label=lazy("身份证号码"), required=True, max_length=18)
    affiliation_0 = forms.ChoiceField(label=lazy("所属"), choices=AFFILIATIONS)
    team_event = forms.BooleanField(label=lazy("集体项目"), required=False)
    main_squad = forms.BooleanField(label=lazy("主力队员"), required=False)
    origin_coach = WordsField(label=lazy("原培养教练员"), max_length=60)
    origin_coach_affiliation = forms.ChoiceField(label=lazy("原培养教练员所属"), choices=COACH_AFFILIATIONS)
    sender = WordsField(label=lazy("输送教练员"), max_length=60)
    sender_affiliation = forms.ChoiceField(label=lazy("输送教练员所属"), choices=COACH_AFFILIATIONS)

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        about = {
            "delegation": found["delegation"],
            "selected_date": found["selected_date"].isoformat(),
            "athlete": {
                "id": found["name_0"],
                "affiliation": found["affiliation_0"],
                "team_event": found["team_event"],
                "main_squad": found["main_squad"] if found["team_event"] else None,
            },
            "coaches": self._coaches(),
        }
        return self._filled(
            "selection",
            about,
            day=found["selected_date"],
            identity_numbers={found["name_0"]: found["number_0"].upper()},
        )

    def _coaches(self) -> list[dict[str, Any]]:
        found = self.cleaned_data
        coaches: dict[str, dict[str, Any]] = {}
        for field, role in (("origin_coach", "原培养"), ("sender", "输送")):
            if found[field]:
                named = {"id": found[field], "roles": [], "affiliation": found[f"{field}_affiliation"]}
                coaches.setdefault(found[field], named)["roles"].append(role)
        return list(coaches.values())


class TransferForm(ItemForm):
    """An athlete sent to the region's professional team and made regular there."""

    regularised_date = DayField(label=lazy("转正日期"))
    destination = WordsField(label=lazy("输送去向"), required=True, initial="自治区专业队", max_length=60)
    name_0 = WordsField(label=lazy("运动员姓名"), required=True, max_length=60)
    number_0 = WordsField(label=lazy("身份证号码"), required=True, max_length=18)
    sender = WordsField(label=lazy("输送教练员"), required=True, max_length=60)
    sender_affiliation = forms.ChoiceField(label=lazy("输送教练员所属"), choices=COACH_AFFILIATIONS)

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        about = {
            "destination": found["destination"],
            "regularised": True,
            "regularised_date": found["regularised_date"].isoformat(),
            "athletes": [found["name_0"]],
            "coaches": [{"id": found["sender"], "affiliation": found["sender_affiliation"]}],
        }
        numbers = {found["name_0"]: found["number_0"].upper()}
        return self._filled("transfer", about, day=found["regularised_date"], identity_numbers=numbers)


class SportsmanshipForm(ItemForm):
    """体育道德风尚奖 of a collective."""

    award_date = DayField(label=lazy("评奖日期"))
    recipient = WordsField(label=lazy("获奖集体"), required=True, max_length=60)

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        about = {
            "recipient_kind": "collective",
            "recipient": found["recipient"],
            "award_date": found["award_date"].isoformat(),
        }
        return self._filled(
            "sportsmanship", about, day=found["award_date"], identity_numbers={}, event=found["recipient"]
        )


class AddonForm(ItemForm):
    """The coach's add-on where an athlete broke a record or reached a grade and was granted one."""

    event = WordsField(label=lazy("项目"), required=True, max_length=120)
    result_date = DayField(label=lazy("取得成绩的日期"))
    level = forms.ChoiceField(label=lazy("纪录或等级"), choices=[(word, lazy(word)) for word in _LEVELS])
    confirmed = forms.BooleanField(label=lazy("纪录经国家体育总局确认"), required=False)
    amount_yuan = NumberField(label=lazy("运动员获得的追加奖励（元）"))
    ref = WordsField(label=lazy("追加奖励的决定和文号"), required=True)
    name_0 = WordsField(label=lazy("运动员姓名"), required=True, max_length=60)
    number_0 = WordsField(label=lazy("身份证号码"), required=True, max_length=18)
    coach = WordsField(label=lazy("现任主管教练员"), required=True, max_length=60)
    coach_affiliation = forms.ChoiceField(label=lazy("现任主管教练员所属"), choices=COACH_AFFILIATIONS)

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        record = found["level"].endswith("纪录")
        about = {
            "kind": "record" if record else "grade",
            "result_date": found["result_date"].isoformat(),
            "athlete": found["name_0"],
            "coach": {"id": found["coach"], "affiliation": found["coach_affiliation"], "conduct": "clean"},
            "items": [self._item(record=record)],
        }
        return self._filled(
            "addon",
            about,
            day=found["result_date"],
            identity_numbers={found["name_0"]: found["number_0"].upper()},
            claimants=("coaches",),
            event=found["event"],
        )

    def _item(self, *, record: bool) -> dict[str, Any]:
        found = self.cleaned_data
        return {
            "event": found["event"],
            "level": found["level"],
            "confirmed": found["confirmed"] if record else None,
            "amount_yuan": plain(found["amount_yuan"]),
            "ref": found["ref"],
        }
