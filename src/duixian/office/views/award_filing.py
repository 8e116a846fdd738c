"""Filing an award claim: first which kind and which games, then the one form for it."""

import datetime as dt
import re
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.models import Claim
from duixian.office.claim_form import ResultForm
from duixian.office.claim_rows import ADD
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.other_claim_forms import AddonForm, ItemForm, SelectionForm, SportsmanshipForm, TransferForm
from duixian.office.refusing import refuse
from duixian.office.upload import was_over_limit
from duixian.office.wording import say
from duixian.policy.acts.sports_awards import last_claim_day, shipped_act
from duixian.policy.acts.sports_awards.games import Games, find_games
from duixian.policy.engine.decision import Refusal
from duixian.units import Refused, Sentence
from duixian.workflow.actions.file_award_claim import ReturnedClaim, file_award_claim

_FORMS: dict[str, type[ResultForm | ItemForm]] = {
    "individual": ResultForm,
    "team": ResultForm,
    "selection": SelectionForm,
    "transfer": TransferForm,
    "sportsmanship": SportsmanshipForm,
    "addon": AddonForm,
}
# The act limits the time for these alone.
_LIMITED = frozenset({"individual", "team", "addon"})
KINDS = {
    "individual": lazy("个人项目成绩"),
    "team": lazy("集体项目成绩"),
    "selection": lazy("入选中国体育代表团"),
    "transfer": lazy("输送运动员转正"),
    "sportsmanship": lazy("体育道德风尚奖（集体）"),
    "addon": lazy("破纪录或达等级的教练员追加奖励"),
}
# What the act calls a field, and the form's field for it; {0} is the number of its row.
_FIELDS = {
    "team_payout": "team_name",
    "region_standard": "region_amount",
    "value": "rank",
}
# The same within a list of the claim, and the group of the form whose rows the list was made of.
_LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "units": ("athlete", {"id": "name_{0}", "entered_team_date": "entered_{0}", "affiliation": "affiliation_{0}"}),
    "current_coaches": ("coach", {"id": "coach_{0}", "in_charge_since": "coach_since_{0}"}),
    "assistant_coaches": ("assistant", {"id": "assistant_{0}", "qualified": "qualified_{0}"}),
    "sending_coaches": ("sender", {"id": "sender_{0}"}),
    "county_units": ("county", {"id": "county_unit_{0}", "county": "county_{0}"}),
    "athletes": ("athlete", {}),
    "coaches": ("sender", {}),
    "items": ("record", {"event": "record_event_{0}"}),
}
# The codes that are about one field though their sentence names none.
_CODES = {
    "CLAIM_WINDOW_EXPIRED": "result_date",
    "BEFORE_EFFECTIVE_DATE": "result_date",
    "RANK_NOT_AWARDED": "rank",
    "RANK_NOT_IN_COMPETITION_REGS": "rank",
    "ROSTER_MISMATCH": "size",
    "BALL_VARIANT_UNCLEAR": "ball",
    "OUT_OF_SCOPE": "affiliation_0",
    "EXTERNAL_STANDARD_REQUIRED": "region_amount",
    "NOT_NATIONAL_DELEGATION": "delegation",
    "NOT_MAIN_SQUAD": "main_squad",
    "TRANSFER_DESTINATION_NOT_COVERED": "destination",
    "RECORD_NOT_CONFIRMED": "confirmed_0",
    "GRADE_BELOW_LEVEL_1": "level_0",
    "COACH_CHANGED_AFTER_ENTRY": "coach_since_0",
    "MULTIPLE_COACHES_NO_SPLIT": "coach_1",
    "ADDON_NO_AMOUNT": "amount_yuan_0",
    "COUNTY_SPLIT_NO_RULE": "county_unit_1",
    "NO_INTRA_TEAM_SPLIT": "team_name",
    "TEAM_CLOCK_NOT_UNIFORM": "team_entered",
}
_PATH = re.compile(r"（([a-z_0-9.\[\]]+)）")
_ITEM = re.compile(r"([a-z_]+)\[(\d+)\]")


def file(request: HttpRequest) -> HttpResponse:
    """Without kind and games the page asks for them; with both it is the form."""
    kind, games = request.GET.get("kind", ""), _games(request.GET.get("games", ""))
    if kind not in KINDS or games is None:
        return _asking_page(request, kind)
    form_type = _FORMS[kind]
    if request.method != "POST":
        return _form_page(request, form_type(games=games, team=kind == "team"), kind=kind)
    if ADD in request.POST:  # files cannot be kept: the page says to choose them last
        return _form_page(request, form_type(games=games, team=kind == "team", typed=request.POST), kind=kind)
    form = form_type(request.POST, request.FILES, games=games, team=kind == "team")
    if was_over_limit(request):
        form.add_error(None, _("有文件超过 20 MB 的上限，没有存入。请压缩或重新扫描后再试。"))
    if form.is_valid() and (claim := _filed(request, form)):
        messages.success(request, _("已受理。受理号 %(receipt)s，请交给申请人。") % {"receipt": claim.receipt})
        return redirect("office:award", pk=claim.pk)
    return _form_page(request, form, kind=kind)


def _filed(request: HttpRequest, form: ResultForm | ItemForm) -> Claim | None:
    try:
        return file_award_claim(acting_now(account_of(request)), form.new_claim())
    except ReturnedClaim as returned:
        _show_refusal(form, returned.refusal)
    except Refused as refused:
        refuse(form, refused)
    return None


def _show_refusal(form: ResultForm | ItemForm, refusal: Refusal) -> None:
    """Each sentence at its field, behind the code."""
    for sentence in (refusal.sentence, *refusal.more):
        field = _field_of(form, sentence, refusal.code)
        words = f"{refusal.code} {say(sentence)}{_grounds(refusal)}"
        form.add_error(field if field in form.fields else None, words)


def _grounds(refusal: Refusal) -> str:
    return f"（{'、'.join(refusal.articles)}）" if refusal.articles else ""


def _field_of(form: ResultForm | ItemForm, sentence: Sentence, code: str) -> str | None:
    """The form's field for the field that a sentence names, else the one that its code is about."""
    path = _PATH.search(str(sentence.values.get("field", "")))
    if path is None:
        return _CODES.get(code)
    *_outer, name = path[1].split(".")
    items = _ITEM.findall(path[1])
    for listed, number in reversed(items):
        if listed in _LISTS:
            return _in_row(form, listed, int(number), name)
    return _FIELDS.get(name, name)


def _in_row(form: ResultForm | ItemForm, listed: str, number: int, name: str) -> str | None:
    """The field of the row that an item of the claim was made of: empty rows before it are not on the claim."""
    group, fields = _LISTS[listed]
    rows = [row for row, _ in form.rows(group)]
    if number >= len(rows):  # a team paid as one has no rows of athletes
        return "team_entered" if name == "entered_team_date" else "team_name"
    return fields.get(name, f"{name}_{{0}}").format(rows[number])


def _games(name: str) -> Games | None:
    found = find_games(shipped_act(), name[:60], day=site_day())
    return found if isinstance(found, Games) else None


def _asking_page(request: HttpRequest, kind: str) -> HttpResponse:
    names = [key[0] for key in shipped_act().tables["level"].rows]
    context = {"kinds": KINDS.items(), "games": names, "kind": kind, "as_of": site_day()}
    return render(request, "office/award_kind.html", context)


def _form_page(request: HttpRequest, form: ResultForm | ItemForm, *, kind: str) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    context = {
        "form": form,
        "kind": KINDS[kind],
        "games": form.games,
        "window": _window(form) if kind in _LIMITED else None,
        "as_of": site_day(),
    }
    return render(request, "office/award_claim.html", context, status=status)


def _window(form: ResultForm | ItemForm) -> dict[str, dt.date | None]:
    """The last day to claim the result, worked out from the day filled in, or from today as an example."""
    day = (getattr(form, "cleaned_data", None) or {}).get("result_date") or site_day()
    return {"day": day, "last": last_claim_day(shipped_act(), result_day=day)}
