"""Totals of awards as rows: for a page, a file, the command line and, later, other doors; alike in each."""

import csv
import datetime as dt
import json
from importlib import resources
from io import StringIO

import pytest
from tests import award_site as site
from tests.award_site import make_parts

from duixian.cli.main import main
from duixian.policy.acts import sports_awards
from duixian.policy.acts.sports_awards import Conduct, second_act
from duixian.reports.award_totals import Row, rows
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct

YEAR_END = dt.date(2026, 12, 31)


@pytest.fixture
def awards(people):
    return make_parts(people)


@pytest.fixture
def cheaper(tmp_path):
    """A second act file, in which an assistant gets half."""
    act = resources.files(sports_awards).joinpath("act.yaml").read_text(encoding="utf-8")
    row = next(line for line in act.splitlines() if "value: 60," in line and "第十六条" in line)
    file = tmp_path / "next.yaml"
    file.write_text(act.replace(row, row.replace("value: 60,", "value: 50,")), encoding="utf-8")
    return file


def by(found, name):
    return {row.key: (str(row.before), str(row.change)) for row in found if row.by == name}


def printed(capfdbinary, *args):
    assert main(["award", *map(str, args)]) == 0
    return capfdbinary.readouterr().out.decode()


def test_rows_tell_the_claims_up_to_a_day(awards):
    site.filed(awards)
    assert rows(as_of=site.FILED - dt.timedelta(days=1)) == ()
    assert rows(as_of=YEAR_END.replace(year=2027)) == ()
    found = rows(as_of=site.FILED)
    assert by(found, "payer") == {"州财政": ("49600.00", "0.00"), "县市财政": ("4000.00", "0.00")}
    assert by(found, "payee_kind")["助理教练员"] == ("9600.00", "0.00")
    assert all(isinstance(row, Row) for row in found)


def test_every_way_of_telling_adds_up_to_the_same(awards):
    site.filed(awards)
    found = rows(as_of=YEAR_END)
    for name in ("article", "payee_kind", "payer", "games"):
        assert sum(row.before for row in found if row.by == name) == 53600


def test_what_fell_by_misconduct_is_in_no_total_under_either_act(awards, cheaper):
    claim = site.reviewed(awards)
    acting = awards.acting("reporter", day=site.NOTICE)
    record_award_misconduct(acting, claim, person="C1", conduct=Conduct.DOPING, note="某处〔2026〕5号")
    act = second_act(cheaper.read_text(encoding="utf-8"), file="next.yaml")
    found = by(rows(as_of=YEAR_END, after=act), "payee_kind")
    assert "现任主管教练员" not in found
    assert found["助理教练员"] == ("9600.00", "-1600.00")


def test_the_command_line_prints_the_same_rows_in_each_format(awards, cheaper, capfdbinary):
    site.filed(awards)
    day = ("--as-of", "2026-12-31")
    assert "  第十六条　9600.00 元" in printed(capfdbinary, "totals", *day)
    told = json.loads(printed(capfdbinary, "totals", *day, "--format", "json"))
    assert {"by": "payer", "key": "州财政", "yuan": "49600.00"} in told
    told = list(csv.DictReader(StringIO(printed(capfdbinary, "what-if", *day, "--act", cheaper, "--format", "csv"))))
    assert {
        "by": "article",
        "key": "第十六条",
        "before_yuan": "9600.00",
        "after_yuan": "8000.00",
        "change_yuan": "-1600.00",
    } in told
    assert "第十六条　9600.00 → 8000.00 元（-1600.00）" in printed(capfdbinary, "what-if", *day, "--act", cheaper)


@pytest.mark.django_db
def test_where_there_is_no_claim_the_command_says_so(capfdbinary):
    assert printed(capfdbinary, "totals", "--as-of", "2026-12-31") == "没有受理的申请。\n"


def test_a_wrong_day_and_a_wrong_act_file_are_told_of(capsys, tmp_path):
    with pytest.raises(SystemExit):
        main(["award", "totals", "--as-of", "2026-02-30"])
    assert "“2026-02-30”不是日期" in capsys.readouterr().err
    (tmp_path / "wrong.yaml").write_text("act: 3\n", encoding="utf-8")
    assert main(["award", "what-if", "--act", str(tmp_path / "wrong.yaml")]) == 1
    assert "wrong.yaml 第 1 行" in capsys.readouterr().err
    assert main(["award", "what-if", "--act", str(tmp_path / "none.yaml")]) == 1
    assert "打不开" in capsys.readouterr().err
