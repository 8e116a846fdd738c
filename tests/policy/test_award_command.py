import json
import os
import subprocess
import sys
from importlib import resources

import pytest

from duixian.cli.main import main

from .claims import EVERYBODY, REGION, addon, claim, crewed, item, result

CASE = {"id": "示例-1", "input": claim(crewed(), claimants=EVERYBODY)}
LATE = {"id": "示例-2", "input": claim(result(), claim_date="2026-01-01")}
WRONG = {"id": "示例-3", "input": claim(result(), claim_date="2023-02-30")}


@pytest.fixture
def written(tmp_path):
    def write(value, name="cases.json"):
        path = tmp_path / name
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def award(capfdbinary):
    def run(*arguments):
        code = main(["award", *arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_decide_answers_every_case_in_its_order(award, written):
    code, out, err = award("decide", written({"cases": [LATE, CASE]}))
    decided = json.loads(out)
    assert (code, err) == (0, "")
    assert decided[0] == {"id": "示例-2", "payments": [], "refusal": "CLAIM_WINDOW_EXPIRED"}
    assert decided[1]["payments"][0] == {
        "payee": "A1",
        "payee_kind": "athlete",
        "amount_yuan": "20000.00",
        "payer": "州财政",
        "basis": ["第八条（一）1"],
    }
    assert len(decided[1]["payments"]) == 5


def test_a_claim_that_cannot_be_read_is_told_of_and_the_others_are_decided(award, written):
    code, out, err = award("decide", written([WRONG, CASE]))
    assert code == 1
    assert [one["refusal"] for one in json.loads(out)] == ["INPUT_INCOMPLETE", None]
    assert err == "示例-3：“申请日期”（claim_date）写的是 “2023-02-30”，日历上没有这一天。请核对后重填。\n"


def test_explain_tells_a_coach_the_steps_without_articles(award, written):
    code, out, _ = award("explain", written(CASE))
    assert code == 0
    assert "应发合计 51200.00 元：州财政 47200.00 元，县市财政 4000.00 元。" in out
    assert "C1 因 A1 应得：20000 元 × 60% = 12000 元\n" in out
    assert "第十三条" not in out


def test_explain_tells_a_finance_officer_the_articles_and_days(award, written):
    _, out, _ = award("explain", written(CASE), "--for", "finance")
    assert "依据：第十三条（二）、第八条（一）1" in out
    assert "现任主管教练员按奖金总额计发：60%（第十三条（二），2023-02-10起施行）" in out
    assert "伊州政办规〔2023〕1号" in out


def test_explain_says_why_nothing_is_paid(award, written):
    _, out, _ = award("explain", written([CASE, LATE]), "--for", "finance", "--id", "示例-2")
    assert "不予支付：2024年9月10日 取得的成绩最迟 2025年3月10日 申请" in out
    assert "代码：CLAIM_WINDOW_EXPIRED" in out
    assert "示例-1" not in out


def test_explain_says_who_was_named_and_gets_nothing(award, written):
    given = claim(
        crewed(sending_coaches=[{**crewed()["sending_coaches"][0], "affiliation": "外地"}]), claimants=EVERYBODY
    )
    _, out, _ = award("explain", written({"id": 1, "input": given}))
    assert "S1　输送教练员：外地教练员，不适用本办法。" in out


def test_an_id_that_is_not_there_is_told_of(award, written):
    code, out, err = award("explain", written(CASE), "--id", "无")
    assert (code, out) == (1, "")
    assert "没有编号为“无”的申请" in err


def test_compare_tells_the_difference_by_article(award, written, tmp_path):
    text = resources.files("duixian.policy.acts.sports_awards").joinpath("act.yaml").read_text(encoding="utf-8")
    second = tmp_path / "second.yaml"
    second.write_text(text.replace("placing: 1, value: 20000", "placing: 1, value: 25000", 1), encoding="utf-8")
    code, out, _ = award("compare", written(CASE), "--act", str(second))
    assert code == 0
    assert "第八条（一）1　20000.00 → 25000.00 元（+5000.00）" in out
    assert "现任主管教练员　12000.00 → 15000.00 元（+3000.00）" in out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("act: {title: x", "act.yaml 第 1 行"),
        ("act: 3\narticles: []\nvalues: {}\n", "第 1 行：这里应是“名称: 内容”"),
    ],
)
def test_a_wrong_act_file_is_told_of_with_its_line(award, written, tmp_path, content, said):
    path = tmp_path / "act.yaml"
    path.write_text(content, encoding="utf-8")
    code, out, err = award("decide", written(CASE), "--act", str(path))
    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize(
    ("content", "said"), [(b"no json", "不是 JSON"), (b"\xff\xfe", "不是 UTF-8"), (b"[3]", "不是奖励申请")]
)
def test_a_file_that_is_no_claim_is_told_of(award, tmp_path, content, said):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    code, out, err = award("decide", str(path))
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_file_that_is_too_large_is_not_even_read(award, tmp_path):
    path = tmp_path / "large.json"
    path.touch()
    os.truncate(path, 100 * 2**20)
    code, out, err = award("decide", str(path))
    assert (code, out) == (1, "")
    assert "文件有 100 MB，超过 32 MB 的上限" in err


@pytest.mark.parametrize("what", ["decide", "explain"])
def test_a_device_without_an_end_is_too_large(award, what):
    code, _, err = award(what, "/dev/zero")
    assert code == 1
    assert "32 MB 的上限" in err


def test_what_is_nested_almost_too_deep_is_an_impossible_field(award, tmp_path):
    path = tmp_path / "deep.json"
    path.write_text(
        json.dumps(CASE["input"])
        .replace('"games": "', '"games": ' + "[" * 900 + '"', 1)
        .replace('", "claim_date"', '"' + "]" * 900 + ', "claim_date"', 1)
    )
    code, out, err = award("decide", str(path))
    assert (code, json.loads(out)[0]["refusal"]) == (1, "INPUT_INCOMPLETE")
    assert "应是文字，写的是 一列" in err


@pytest.mark.parametrize("name", ["not-there.json", "."])
def test_a_file_that_cannot_be_opened_is_told_of(award, tmp_path, name):
    code, _, err = award("decide", str(tmp_path / name))
    assert code == 1
    assert "打不开" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "缺少参数"),
        (("decide",), "缺少参数：文件"),
        (("pay", "x.json"), "不能是“pay”"),
        (("explain", "x.json", "--for", "mayor"), "--for 不能是“mayor”"),
        (("compare", "x.json"), "缺少参数：--act"),
    ],
)
def test_a_wrong_call_is_told_of_in_chinese(award, capfdbinary, arguments, said):
    with pytest.raises(SystemExit) as left:
        award(*arguments)
    assert left.value.code == 2
    assert said in capfdbinary.readouterr().err.decode()


def test_an_id_that_is_half_a_character_survives(award, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"id": "\ud800", "input": CASE["input"]}), encoding="utf-8")
    code, out, _ = award("decide", str(path))
    assert code == 0
    assert json.loads(out)[0]["id"] == "\ud800"


def test_the_verb_starts_without_django_and_reads_standard_input():
    given = json.dumps([{"id": "a", "input": addon(item(), games=REGION)}])
    program = (
        "import sys; from duixian.cli.main import main; code = main(['award', 'decide', '-']);"
        "sys.exit(code + 9 * ('django' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], input=given.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)[0]["payments"][0]["amount_yuan"] == "5000.00"
