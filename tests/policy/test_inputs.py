import pytest

from .claims import (
    EVERYBODY,
    MINORITY,
    NATIONAL,
    PREFECTURE,
    assistant,
    athlete,
    beyond,
    claim,
    coach,
    code,
    county_unit,
    crewed,
    decided,
    prize,
    rank,
    result,
    squad,
    team,
    team_result,
)

COACHES = ("coaches",)
NO_ENTRY = [athlete(entered_team_date=None)]


def said(raw):
    """What is said of a claim that is returned as incomplete."""
    refusal = decided(raw).refusal
    assert refusal is not None
    assert refusal.code == "INPUT_INCOMPLETE"
    return "\n".join(str(sentence) for sentence in (refusal.sentence, *refusal.more))


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        (claim(crewed(units=NO_ENTRY), claimants=COACHES), "results[0].units[0].entered_team_date"),
        (claim(crewed(current_coaches=[coach(in_charge_since=None)]), claimants=COACHES), "in_charge_since"),
        (claim(crewed(assistant_coaches=[assistant(qualified=None)]), claimants=COACHES), "qualified"),
        (claim(beyond(NATIONAL, represents_region=None), games=NATIONAL, claimants=COACHES), "represents_region"),
        (claim(crewed(sending_coaches=[]), claimants=COACHES), "sending_coach_ids"),
        (claim({**team_result(5), "size": None}), "size"),
        (claim(result(), claimants=()), "claimants"),
        (claim(result(units=[])), "units"),
        (claim(), "results"),
        (claim(result(), claim_date=None), "claim_date"),
    ],
)
def test_a_field_that_a_line_needs_is_named(raw, field):
    assert field in said(raw)
    assert "缺少" in said(raw) or "没有列入" in said(raw)


@pytest.mark.parametrize(
    "raw",
    [
        claim(crewed(units=NO_ENTRY), claimants=("athletes", "county")),
        claim(result(units=NO_ENTRY), claimants=EVERYBODY),
        claim(crewed(units=NO_ENTRY), games=PREFECTURE, claimants=EVERYBODY),
        claim(crewed(units=NO_ENTRY, placing=prize("一等奖")), games=MINORITY, claimants=EVERYBODY),
        claim(beyond(NATIONAL, units=NO_ENTRY), games=NATIONAL, claimants=EVERYBODY),
        claim(beyond(NATIONAL, represents_region=None), games=NATIONAL, claimants=("athletes",)),
        claim(crewed(current_coaches=[coach(in_charge_since=None, affiliation="外地")]), claimants=EVERYBODY),
        claim(result(size=None)),
    ],
)
def test_a_field_that_no_line_needs_may_be_empty(raw):
    assert code(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (claim(crewed(units=[athlete(entered_team_date=None, affiliation="外地")]), claimants=COACHES), "OUT_OF_SCOPE"),
        (claim(crewed(units=[athlete(entered_team_date=None, conduct="doping")]), claimants=COACHES), "DOPING"),
        (claim(crewed(units=NO_ENTRY, placing=rank(9)), claimants=COACHES), "INPUT_INCOMPLETE"),
        (claim(crewed(units=NO_ENTRY), claimants=COACHES, claim_date="2026-01-01"), "INPUT_INCOMPLETE"),
    ],
)
def test_incompleteness_comes_first_where_a_line_could_come_of_the_field(raw, expected):
    assert code(raw) == expected


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"claim_date": "2023-02-30"}, "日历上没有这一天"),
        ({"claim_date": "2023-2-3"}, "日期要写成 2023-09-12 这样"),
        ({"claim_date": 20230203}, "“申请日期”（claim_date）应是文字"),
        ({"claim_date": "0001-01-01"}, "年份不对"),
        ({"claim_date": "２０２４-10-15"}, "日期要写成"),
        ({"claim_type": "prize"}, "可以写：result、selection、transfer、sportsmanship、addon"),
        ({"claim_type": None}, "缺少“申请类型”（claim_type）"),
        ({"claimants": ["everybody"]}, "可以写：athletes、coaches、county"),
        ({"claimants": "athletes"}, "应是一列"),
        ({"games": ["自治区运动会"]}, "“运动会”（games）应是文字"),
        ({"results": {}}, "应是一列"),
        ({"results": [7]}, "（results[0]）应是一组"),
        ({"selection": [1]}, "应是一组"),
        ({"transfer": {"destination": "自治区专业队"}}, "却填了“输送转正”"),
        ({"workflow": {"notice_days": -1}}, "应是不小于 0 的整数"),
        ({"workflow": {"notice_days": 7.0}}, "整数"),
        ({"workflow": {"bureau_review_passed": "yes"}}, "应是 true 或 false"),
        ({"workflow": {"evidence": [1]}}, "应是一列文字"),
    ],
)
def test_an_impossible_field_is_quoted_with_the_reason(changes, words):
    assert words in said(claim(result()) | changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"placing": rank(0)}, "应是不小于 1 的整数"),
        ({"placing": rank("1")}, "写的是 “1”"),
        ({"placing": rank(True)}, "写的是 “true”"),
        ({"placing": {"scale": "points", "value": 3}}, "可以写：rank、prize"),
        ({"placing": None}, "缺少“名次”"),
        ({"ball": "冰球"}, "可以写：足球、篮球、排球、variant"),
        ({"ball": "足球"}, "个人项目没有球类"),
        ({"size": 4}, "人数为 1"),
        ({"units": [team()]}, "只列运动员"),
        ({"units": squad(1, affiliation="mixed")}, "可以写：州直、交流、外地"),
        ({"units": squad(1, conduct="rude")}, "可以写：clean"),
        ({"units": [athlete(id_="")]}, "“编号”"),
        ({"units": [athlete(), athlete()]}, "“A1” 写了不止一次"),
        ({"current_coaches": [coach(), coach()]}, "“C1” 写了不止一次"),
        ({"current_coaches": [coach(affiliation="交流")]}, "可以写：州直、聘请、外地"),
        ({"region_standard": {"amount_yuan": "二十万", "ref": "x"}}, "以元计"),
        ({"region_standard": {"amount_yuan": "-1", "ref": "x"}}, "以元计"),
        ({"region_standard": {"amount_yuan": "1.001", "ref": "x"}}, "最多两位小数"),
        ({"region_standard": {"amount_yuan": "1e30", "ref": "x"}}, "以元计"),
        ({"region_standard": {"amount_yuan": "NaN", "ref": "x"}}, "以元计"),
        ({"region_standard": {"amount_yuan": True, "ref": "x"}}, "以元计"),
        ({"units": [athlete(entered_team_date="2024-09-11")]}, "日期互相矛盾"),
        ({"units": [athlete(county_units=[county_unit(), county_unit()])]}, "“K1” 写了不止一次"),
    ],
)
def test_an_impossible_field_of_a_result_is_quoted_with_the_reason(changes, words):
    assert words in said(claim(result(**changes)))


def test_a_county_unit_belongs_to_one_county():
    units = [athlete("A1", county_units=[county_unit()]), athlete("A2", county_units=[county_unit("K1", "特克斯县")])]
    assert "两个县市" in said(claim(team_result(2, units=units), claimants=("county",)))


def test_a_team_event_of_one_contradicts_itself():
    assert "互相矛盾" in said(claim(team_result(1)))


def test_two_teams_are_two_results():
    assert "不止一个运动队" in said(claim(team_result(6, units=[team(), team("T2")])))


def test_everything_that_is_wrong_is_told_at_once():
    wrong = claim(result(result_date="2024-02-30", size="one"), claim_date="soon")
    assert len(said(wrong).splitlines()) == 3
