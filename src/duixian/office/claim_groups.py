"""The rows that claims ask for: athletes, coaches in each role, county units. Data, and which of it the games need."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.office.claim_rows import Group, MakeField, choice
from duixian.office.conduct_words import conduct_choices
from duixian.office.forms import DayField, NumberField, WordsField
from duixian.policy.acts.sports_awards.claim import Conduct
from duixian.policy.acts.sports_awards.conduct import BARRING_COACHES
from duixian.registers.models import Place

MOST_ATHLETES = 4
AFFILIATIONS = [(word, lazy(word)) for word in ("州直", "交流", "外地")]
COACH_AFFILIATIONS = [(word, lazy(word)) for word in ("州直", "聘请", "外地")]
_ATHLETES_CONDUCT = conduct_choices({Conduct.CLEAN, *BARRING_COACHES})
_COACHES_CONDUCT = conduct_choices(list(Conduct))
_LEVELS = ("世界纪录", "亚洲纪录", "全国纪录", "国际级运动健将", "运动健将", "一级运动员")
_OF_WHOM = lazy("用顿号隔开；全部运动员的不用填。")


def athletes(*, clocked: bool, team: bool) -> Group:
    """Athletes who are paid one by one: of a team up to four."""
    fields = _person(number=True) | {"affiliation": choice(lazy("所属"), AFFILIATIONS)}
    if clocked:
        fields["entered"] = _day(lazy("进入州直体育运动队的日期"))
    fields["conduct"] = choice(lazy("违规处理"), _ATHLETES_CONDUCT)
    rows = {"least": 0, "shown": 2, "most": MOST_ATHLETES} if team else {"least": 1, "shown": 1, "most": 1}
    return Group(name="athlete", legend=lazy("运动员"), fields=fields, aside=("conduct",), **rows)


def coaches(*, clocked: bool) -> Group:
    """Current head coaches. The act pays one; who is the one is for the claim to say."""
    fields = _coach("coach")
    if clocked:
        fields["coach_since"] = _day(lazy("任主管教练员的日期"))
    return _group("coach", lazy("现任主管教练员"), fields)


def assistants() -> Group:
    """Assistant coaches."""
    fields = _coach("assistant")
    fields["qualified"] = lambda: forms.BooleanField(label=lazy("符合《教练员管理办法》的助理条件"), required=False)
    return _group("assistant", lazy("助理教练员"), fields)


def senders(*, team: bool) -> Group:
    """Coaches who sent the athletes; in a team each may have sent others."""
    fields = _coach("sender")
    if team:
        fields["sender_of"] = _words(lazy("输送的运动员"), hint=_OF_WHOM)
    return _group("sender", lazy("原输送教练员"), fields)


def counties(*, team: bool) -> Group:
    """County units that sent the athletes."""
    fields: dict[str, MakeField] = {
        "county_unit": _words(lazy("单位名称")),
        "county": lambda: forms.ModelChoiceField(
            Place.objects.filter(level="county", valid_to=None),
            label=lazy("所在县市"),
            required=False,
            empty_label=lazy("不选"),
        ),
    }
    if team:
        fields["county_of"] = _words(lazy("输送的运动员"), hint=_OF_WHOM)
    return Group(name="county", legend=lazy("原基层输送单位"), fields=fields)


def origin_coaches() -> Group:
    """Coaches of somebody selected for China: 第四 to 第七条 pay each person once."""
    roles = [("原培养", lazy("原培养")), ("输送", lazy("输送")), ("原培养、输送", lazy("原培养和输送"))]
    fields: dict[str, MakeField] = {
        "origin_coach": _words(lazy("姓名")),
        "origin_role": choice(lazy("原培养或输送"), roles),
        "origin_affiliation": choice(lazy("所属"), COACH_AFFILIATIONS),
    }
    return Group(name="origin", legend=lazy("原培养、输送教练员"), fields=fields)


def transferred_athletes() -> Group:
    """Athletes who were made regular, in one claim of one coach."""
    return Group(name="athlete", legend=lazy("运动员"), fields=_person(number=True), least=1)


def transferring_coaches() -> Group:
    """Coaches who sent them. The act pays one."""
    fields: dict[str, MakeField] = {
        "sender": _words(lazy("姓名"), required=True),
        "sender_affiliation": choice(lazy("所属"), COACH_AFFILIATIONS),
    }
    return Group(name="sender", legend=lazy("输送教练员"), fields=fields, least=1)


def records() -> Group:
    """Records broken or grades reached; of several records in one event the highest alone counts (第二十五条)."""
    fields: dict[str, MakeField] = {
        "record_event": _words(lazy("项目"), required=True, most=120),
        "level": choice(lazy("纪录或等级"), [(word, lazy(word)) for word in _LEVELS]),
        "confirmed": lambda: forms.BooleanField(label=lazy("纪录经国家体育总局确认"), required=False),
        "amount_yuan": lambda: NumberField(label=lazy("运动员获得的追加奖励（元）")),
        "ref": _words(lazy("追加奖励的决定和文号"), required=True, most=200),
    }
    return Group(name="record", legend=lazy("纪录或等级"), fields=fields, least=1)


def _group(name: str, legend: Any, fields: dict[str, MakeField]) -> Group:
    conduct = f"{name}_conduct"
    fields[conduct] = choice(lazy("违规处理"), _COACHES_CONDUCT)
    return Group(name=name, legend=legend, fields=fields, aside=(conduct,))


def _coach(key: str) -> dict[str, MakeField]:
    return {key: _words(lazy("姓名")), f"{key}_affiliation": choice(lazy("所属"), COACH_AFFILIATIONS)}


def _person(*, number: bool) -> dict[str, MakeField]:
    fields = {"name": _words(lazy("姓名"), required=True)}
    if number:
        fields["number"] = _words(lazy("身份证号码"), required=True, most=18)
    return fields


def _words(label: Any, *, required: bool = False, most: int = 60, hint: Any = "") -> MakeField:
    return lambda: WordsField(label=label, required=required, max_length=most, help_text=hint)


def _day(label: Any) -> MakeField:
    return lambda: DayField(label=label, required=False)
