"""The forms of claims that are not placings: a selection, a transfer, a prize for conduct, an add-on."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.claim_form import ClaimForm
from duixian.office.claim_groups import (
    AFFILIATIONS,
    COACH_AFFILIATIONS,
    origin_coaches,
    records,
    transferred_athletes,
    transferring_coaches,
)
from duixian.office.conduct_words import conduct_choices
from duixian.office.forms import DayField, WordsField
from duixian.policy.acts.sports_awards.claim import Conduct
from duixian.units import plain
from duixian.workflow.actions.file_award_claim import NewClaim


class ItemForm(ClaimForm):
    """A claim about one thing that happened on one day."""

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

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, **more)
        self.add_groups(origin_coaches())

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
        """Each person once, whatever the number of rows and roles."""
        coaches: dict[str, dict[str, Any]] = {}
        for _number, row in self.rows("origin"):
            named = {"id": row["origin_coach"], "roles": [], "affiliation": row["origin_affiliation"]}
            roles = coaches.setdefault(row["origin_coach"], named)["roles"]
            roles += [role for role in row["origin_role"].split("、") if role not in roles]
        return list(coaches.values())


class TransferForm(ItemForm):
    """An athlete sent to the region's professional team and made regular there."""

    regularised_date = DayField(label=lazy("转正日期"))
    destination = WordsField(label=lazy("输送去向"), required=True, initial="自治区专业队", max_length=60)

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, **more)
        self.add_groups(transferred_athletes(), transferring_coaches())

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        about = {
            "destination": found["destination"],
            "regularised": True,
            "regularised_date": found["regularised_date"].isoformat(),
            "athletes": [row["name"] for _number, row in self.rows("athlete")],
            "coaches": [
                {"id": row["sender"], "affiliation": row["sender_affiliation"]} for _number, row in self.rows("sender")
            ],
        }
        day = found["regularised_date"]
        return self._filled("transfer", about, day=day, identity_numbers=self.identity_numbers())


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

    result_date = DayField(label=lazy("取得成绩的日期"))
    name_0 = WordsField(label=lazy("运动员姓名"), required=True, max_length=60)
    number_0 = WordsField(label=lazy("身份证号码"), required=True, max_length=18)
    coach_0 = WordsField(label=lazy("现任主管教练员"), required=True, max_length=60)
    coach_affiliation_0 = forms.ChoiceField(label=lazy("现任主管教练员所属"), choices=COACH_AFFILIATIONS)
    coach_conduct_0 = forms.ChoiceField(
        label=lazy("现任主管教练员的违规处理"), choices=conduct_choices(list(Conduct)), required=False
    )

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, **more)
        self.add_groups(records())

    def clean(self) -> dict[str, Any]:
        """A claim is about records or about grades: the act has a rule for each."""
        found = super().clean()
        kinds = {_is_record(row) for _number, row in self.rows("record")}
        if len(kinds) > 1:
            self.add_error("level_0", _("纪录和等级请分开申请。"))
        return found

    def new_claim(self) -> NewClaim:
        """What was filled in, in the act's schema. Only for a valid form."""
        found = self.cleaned_data
        rows = [row for _number, row in self.rows("record")]
        conduct = found["coach_conduct_0"] or Conduct.CLEAN.value
        about = {
            "kind": "record" if _is_record(rows[0]) else "grade",
            "result_date": found["result_date"].isoformat(),
            "athlete": found["name_0"],
            "coach": {"id": found["coach_0"], "affiliation": found["coach_affiliation_0"], "conduct": conduct},
            "items": [_item(row) for row in rows],
        }
        return self._filled(
            "addon",
            about,
            day=found["result_date"],
            identity_numbers={found["name_0"]: found["number_0"].upper()},
            claimants=("coaches",),
            event="、".join(dict.fromkeys(row["record_event"] for row in rows))[:120],
        )


def _is_record(row: Mapping[str, Any]) -> bool:
    return str(row["level"]).endswith("纪录")


def _item(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "event": row["record_event"],
        "level": row["level"],
        "confirmed": row["confirmed"] if _is_record(row) else None,
        "amount_yuan": plain(row["amount_yuan"]),
        "ref": row["ref"],
    }
