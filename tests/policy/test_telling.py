import pytest

from duixian.policy.acts.sports_awards import PAYEE_WORDS, TOTALS_BY
from duixian.policy.engine.comparison import totals
from duixian.policy.engine.telling import tell_decision

from .claims import (
    EVERYBODY,
    NATIONAL,
    YOUTH,
    addon,
    athlete,
    beyond,
    changed_act,
    claim,
    coach,
    crewed,
    decided,
    item,
    result,
    selection,
    sender,
    sportsmanship,
    squad,
    team_result,
    transfer,
    workflow,
)


def told(raw, *, finance=False):
    return "\n".join(tell_decision(decided(raw), kinds=PAYEE_WORDS, with_articles=finance))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (addon(item()), "A1 男子100米（全国纪录）追加奖励，教练员同等标准"),
        (addon(item()), "（依据：追加奖励决定（示例））：5000 元（第十五条）"),
        (addon(item(), item(level="亚洲纪录")), "（亚洲纪录，同一项目取最高）"),
        (sportsmanship(), "自治区青少年年度锦标赛体育道德风尚奖先进集体：2000 元（第十八条，2023-02-10起施行）"),
        (selection("亚运会"), "正式入选中国体育代表团参加亚运会，每人：5000 元（第六条"),
        (transfer(athletes=["A1", "A2"]), "合计：5000 + 5000 = 10000 元（第十一条）"),
        (claim(result(), games=YOUTH), "第1名：20000 元 × 20% = 4000 元（第八条（一）3、第八条（一）1）"),
        (claim(beyond(NATIONAL, "12345.67"), games=NATIONAL), "× 20% = 2469.134，四舍五入到分为 2469.13 元"),
        (claim(beyond(NATIONAL), games=NATIONAL), "200000 元（申请所填）"),
    ],
)  # fmt: skip
def test_every_step_is_told_with_its_figures_and_articles(raw, words):
    assert words in told(raw, finance=True)


def test_a_sum_over_athletes_tells_each_of_them():
    four = team_result(4, units=squad(4, entered_team_date="2020-01-01"), current_coaches=[coach()])
    said = told(claim(four, claimants=("coaches",)))
    assert "合计：20000 + 20000 + 20000 + 20000 = 80000 元" in said
    assert said.count("取得成绩，培训满 4 年") == 4


def test_grounds_are_for_finance_only():
    given = claim(crewed(sending_coaches=[sender(affiliation="外地")]), claimants=EVERYBODY)
    assert "不适用本办法。（第二条）" in told(given, finance=True)
    assert "第二条" not in told(given)
    assert "依据" not in told(claim(result(), games="校运会"))
    assert "代码：UNKNOWN_GAMES\n  依据：第二条、第十条" in told(claim(result(), games="校运会"), finance=True)


@pytest.mark.parametrize(
    ("days", "words"), [(6, "已公示 6 天，须公示满 7 个整天"), (None, "还没有公示，须公示满 7 个整天")]
)
def test_an_early_release_says_how_far_the_notice_is(days, words):
    assert words in told(claim(result(), workflow=workflow(notice_days=days)))


def test_all_faults_of_a_claim_are_told():
    assert told(claim(result(result_date="x", size="y"))).count("另：") == 1


def test_every_kind_of_claim_with_games_is_counted_under_them():
    decisions = [decided(raw) for raw in (sportsmanship(), selection(), addon(item()), claim(result()))]
    assert "" not in totals(decisions, by=TOTALS_BY["games"])


def test_of_equal_records_the_one_with_the_larger_grant_is_taken():
    assert decided(addon(item(amount="100.00"), item(amount="300.00"), item(amount="200.00"))).total == 300


def test_games_known_for_one_of_two_results_only_return_the_claim():
    first = "      - {games: 奥运会, word: 国际, from: 2023-02-10, article: 第二条（一）}"
    added = first.replace("奥运会", "青年冬奥会").replace("2023-02-10", "2024-09-10")
    standard = {"region_standard": {"amount_yuan": "1000.00", "ref": "x"}, "represents_region": True}
    early = result(result_date="2024-09-09", **standard)
    late = result(units=[athlete("A2")], **standard)
    act = changed_act((first, f"{first}\n{added}"))
    for results in ((early, late), (late, early)):
        refusal = decided(claim(*results, games="青年冬奥会"), act).refusal
        assert refusal.code == "UNKNOWN_GAMES"
        assert "自 2024年9月10日 起列入" in str(refusal.sentence)
