"""Claims as JSON gives them, each with everything in order; a test changes what it is about."""

from functools import cache
from importlib import resources

from duixian.policy.acts.sports_awards import decide_raw, second_act, shipped_act

REGION = "自治区运动会"
MINORITY = "自治区少数民族传统体育运动会"
YOUTH = "自治区青少年年度锦标赛"
PREFECTURE = "自治州青少年运动会"
PREFECTURE_MINORITY = "自治州少数民族传统体育运动会"
NATIONAL, WORLD = "全国运动会", "世界锦标赛"
PRIZES = ("一等奖", "二等奖", "三等奖")
EVERYBODY = ("athletes", "coaches", "county")
PREFECTURE_FINANCE, COUNTY_FINANCE = "州财政", "县市财政"


def athlete(id_="A1", **changes):
    usual = {
        "id": id_,
        "kind": "athlete",
        "affiliation": "州直",
        "conduct": "clean",
        "entered_team_date": "2023-07-10",
        "sending_coach_ids": [],
        "county_units": [],
    }
    return usual | changes


def team(id_="T1", **changes):
    return athlete(id_, kind="team", **changes)


def squad(size, **changes):
    return [athlete(f"A{number}", **changes) for number in range(1, size + 1)]


def coach(id_="C1", **changes):
    return {"id": id_, "affiliation": "州直", "conduct": "clean", "in_charge_since": "2018-01-01"} | changes


def assistant(id_="AC1", **changes):
    return {"id": id_, "affiliation": "州直", "conduct": "clean", "qualified": True} | changes


def sender(id_="S1", **changes):
    return {"id": id_, "affiliation": "州直", "conduct": "clean"} | changes


def county_unit(id_="K1", county="新源县"):
    return {"id": id_, "county": county}


def rank(value, **changes):
    return {"scale": "rank", "value": value, "tied": False} | changes


def prize(value):
    return {"scale": "prize", "value": value, "tied": False}


def result(**changes):
    """First of an individual event, on 2024-09-10."""
    usual = {
        "result_date": "2024-09-10",
        "event_kind": "individual",
        "ball": None,
        "size": 1,
        "placing": rank(1),
        "regs_award_places": 8,
        "represents_region": None,
        "region_standard": None,
        "team_payout": None,
        "units": [athlete()],
        "current_coaches": [],
        "assistant_coaches": [],
        "sending_coaches": [],
    }
    return usual | changes


def team_result(size, **changes):
    """Of a team event: up to four athletes one by one, from five on a team."""
    units = squad(size) if size <= 4 else [team()]
    payout = None if size <= 4 else "team"
    return result(**({"event_kind": "team", "size": size, "units": units, "team_payout": payout} | changes))


def crewed(**changes):
    """Everybody behind one athlete: current and sending coach, assistant, county unit."""
    usual = {
        "units": [athlete(sending_coach_ids=["S1"], county_units=[county_unit()])],
        "current_coaches": [coach()],
        "assistant_coaches": [assistant()],
        "sending_coaches": [sender()],
    }
    return result(**(usual | changes))


def claim(*results, games=REGION, claimants=("athletes",), **changes):
    usual = {
        "claim_type": "result",
        "games": games,
        "claim_date": "2024-10-15",
        "claimants": list(claimants),
        "results": list(results),
        "selection": None,
        "transfer": None,
        "sportsmanship": None,
        "addon": None,
        "workflow": None,
    }
    return usual | changes


def beyond(games, amount="200000.00", **changes):
    """A first place beyond the region, with the region's own figure."""
    standard = {"amount_yuan": amount, "ref": "自治区奖励决定（示例）"}
    usual = {"represents_region": True, "region_standard": standard}
    if "少数民族" in games:
        usual |= {"placing": prize("一等奖"), "regs_award_places": None}
    return crewed(**(usual | changes))


def selection(games="奥运会", coaches=None, athlete_changes=(), claim_date="2024-10-15", **changes):
    chosen = {"id": "A1", "affiliation": "州直", "team_event": False, "main_squad": None} | dict(athlete_changes)
    coaches = [{"id": "B1", "roles": ["原培养"], "affiliation": "州直"}] if coaches is None else coaches
    about = {"delegation": "中国体育代表团", "selected_date": "2024-07-01", "athlete": chosen, "coaches": coaches}
    return _other("selection", about | changes, games=games, claim_date=claim_date)


def transfer(claim_date="2024-10-15", **changes):
    about = {
        "destination": "自治区专业队",
        "regularised": True,
        "regularised_date": "2024-04-01",
        "athletes": ["A1"],
        "coaches": [{"id": "S1", "affiliation": "州直"}],
    }
    return _other("transfer", about | changes, games=None, claim_date=claim_date)


def sportsmanship(games=YOUTH, claim_date="2024-10-15", **changes):
    about = {"recipient_kind": "collective", "recipient": "G1", "award_date": "2024-07-15"}
    return _other("sportsmanship", about | changes, games=games, claim_date=claim_date)


def item(event="男子100米", level="全国纪录", amount="5000.00", **changes):
    granted = {"confirmed": True, "amount_yuan": amount, "ref": "追加奖励决定（示例）"}
    return {"event": event, "level": level} | granted | changes


def addon(*items, games=REGION, claimants=("coaches",), claim_date="2024-10-15", **changes):
    about = {
        "kind": "record",
        "result_date": "2024-09-10",
        "athlete": "A1",
        "coach": sender("C1"),
        "items": list(items),
    }
    return _other("addon", about | changes, games=games, claimants=list(claimants), claim_date=claim_date)


def workflow(**changes):
    usual = {
        "evidence": ["获奖证书", "身份证"],
        "bureau_review_passed": True,
        "notice_days": 7,
        "objection_open": False,
        "government_approved": True,
    }
    return usual | changes


def _other(kind, about, **changes):
    return claim(**({"claim_type": kind, "claimants": [], kind: about} | changes))


@cache
def changed_act(*changes):
    """The shipped act with texts replaced, each (old, new) once; a change that was read is not read again."""
    text = resources.files("duixian.policy.acts.sports_awards").joinpath("act.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return second_act(text, file="second.yaml")


def decided(raw, act=None):
    return decide_raw(raw, act=act or shipped_act())


def code(raw):
    """The refusal's code; None for a claim that is paid."""
    refusal = decided(raw).refusal
    return refusal.code if refusal else None


def lines(raw, act=None):
    """Each payment as (payee, kind, yuan, basis), in a fixed order. A refusal fails the test that asks."""
    decision = decided(raw, act)
    assert decision.refusal is None, decision.refusal
    return sorted((one.payee, str(one.payee_kind), str(one.amount), " ".join(one.basis)) for one in decision.payments)


def amounts(raw, act=None):
    """Yuan by payee; several lines of one payee are told in their order."""
    found = {}
    for payee, _, amount, _ in lines(raw, act):
        found[payee] = f"{found[payee]} {amount}" if payee in found else amount
    return found
