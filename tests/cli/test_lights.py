"""``duixian lights``: the lines, their JSON, and what is said to a question that cannot be understood."""

import json
from decimal import Decimal

import pytest
from tests.small_site import TODAY

from duixian.cli import light_lists
from duixian.cli.main import main
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Place, Target
from duixian.reports.lit.refresh import is_fresh
from duixian.workflow.actions.post_progress import post_progress


@pytest.fixture
def reported(people, adopted):
    """Five canteens of five in one county."""
    figure = Figure(day=TODAY, value=Decimal(5))
    series = Series.of(Place.objects.get(name="青屏县"))
    post_progress(people.acting(), Target.objects.get(object="社区老年人助餐点"), figure, series=series)


def lights(capsys, *arguments):
    code = main(["lights", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_each_light_tells_its_rule_inputs_way_to_green_and_forecast(reported, capsys):
    code, out, _ = lights(capsys, "--format", "json")
    assert code == 0
    told = json.loads(out)
    assert told["as_of"] == TODAY.isoformat()
    by_object = {one["object"]: one for one in told["lights"]}
    assert by_object["养老护理人员"]["code"] == "no-data"
    canteens = by_object["社区老年人助餐点"]
    assert (canteens["code"], canteens["since"]) == ("on-pace", "2026-06-30")
    assert canteens["inputs"]["目标"] == "12个"
    assert canteens["forecast"]["outlook"] == "too-little-history"
    assert canteens["curve"] == [{"basis": "stages", "word": "文件写的节点"}]
    assert all(one["rule"] and one["green"] for one in told["lights"])


def test_a_place_s_own_shares_are_listed_by_any_of_its_names(reported, capsys):
    for name in ("青屏县", "青屏", "990002"):
        _, out, _ = lights(capsys, "--place", name, "--format", "json")
        (only,) = json.loads(out)["lights"]
        assert (only["place"], only["code"]) == ("青屏县", "done")


def test_a_light_is_asked_for_by_its_code_or_its_word(reported, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "240")  # no word is cut
    listed = [lights(capsys, "--light", name)[1] for name in ("no-data", "无数据")]
    assert listed[0] == listed[1]
    assert "养老护理人员" in listed[0]
    assert "社区老年人助餐点" not in listed[0]


def test_a_past_day_is_lit_as_it_was(reported, capsys):
    _, out, _ = lights(capsys, "--as-of", "2026-06-29", "--format", "json")
    by_object = {one["object"]: one for one in json.loads(out)["lights"]}
    assert by_object["社区老年人助餐点"]["code"] == "no-data"


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (("--as-of", "昨天"), "日期写成 2026-09-30 这样"),
        (("--as-of", "2999-01-01"), "还没有到"),
        (("--as-of", "1999-12-31"), "no value in force"),
        (("--place", "月球"), "没有“月球”这个地区"),
        (("--light", "红"), "at-risk（有风险）"),
    ],
)
def test_what_is_not_understood_is_told_with_the_cure(reported, capsys, arguments, cure):
    code, out, err = lights(capsys, *arguments)
    assert (code, out) == (2, "")
    assert cure in err


def test_a_timer_brings_the_kept_lights_up_to_date(reported, capsys):
    assert not is_fresh(TODAY)
    assert lights(capsys, "--refresh")[0] == 0
    assert is_fresh(TODAY)


def test_the_backtest_says_when_there_is_nothing_to_test(reported):
    assert "0 次预测，区间覆盖 —%" in light_lists.told_backtest()


def test_a_wrong_file_of_lights_stops_every_verb_with_its_line_and_the_cure(settings, tmp_path, capsys):
    path = tmp_path / "schemes.yaml"
    path.write_text("tolerance: {unit: 点, values: []}\n", encoding="utf-8")
    settings.SCHEMES = path
    with pytest.raises(SystemExit) as stopped:
        main(["lights"])
    assert stopped.value.code == 2
    assert f"{path} 第 1 行" in capsys.readouterr().err
