"""``duixian duties`` and ``duixian burden`` print what their pages show."""

import datetime as dt
import json

import pytest
from tests.filing_site import DUE, FILLED, submitted
from tests.small_site import COUNTY, LEAD

from duixian.cli.main import main
from duixian.registers.models import Body, Site

pytestmark = pytest.mark.usefixtures("adopted", "august")


@pytest.fixture
def august(site: Site) -> None:
    site.shown_day = FILLED
    site.save()


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 0
    return capsys.readouterr().out


def test_duties_are_told_with_their_day_and_how_it_was_computed(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "duties", "--body", COUNTY)
    assert f"{COUNTY}，截至 {FILLED}：1 件" in out
    assert f"{DUE}" in out
    assert "5个工作日" in out


def test_duties_are_an_object_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "duties", "--body", COUNTY, "--as-of", "2026-08-10", "--format", "json"))
    [duty] = found["duties"]
    assert (found["body"], found["as_of"]) == (COUNTY, "2026-08-10")
    assert (duty["due"], duty["late"]) == ("2026-08-07", True)


def test_part_of_a_name_or_an_alias_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert COUNTY in printed(capsys, "duties", "--body", "青屏县")
    Body.objects.create(name="县政府", same_as=Body.objects.get(name=COUNTY))
    assert printed(capsys, "duties", "--body", "县政府").startswith(COUNTY)


@pytest.mark.parametrize("name", ["州", "没有这个单位", ""])
def test_a_name_that_is_not_one_body_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", "--body", name]) == 1
    assert "找不到唯一的单位" in capsys.readouterr().err


def test_the_burden_of_a_month(people, capsys: pytest.CaptureFixture[str]) -> None:
    submitted(people, 养老护理人员="300")
    Site.objects.update(most_fields=1)
    out = printed(capsys, "burden", "--month", "2026-07")
    assert f"{LEAD}" in out
    assert "超 1 项；可以不再要的：" in out
    rows = json.loads(printed(capsys, "burden", "--month", "2026-07", "--format", "json"))["rows"]
    row = next(row for row in rows if row["owner"] == LEAD)
    assert (row["asked"], row["typed"], row["submissions"], row["minutes"]) == (2, 2, 1, None)


@pytest.mark.parametrize("written", ["2026-13", "26-9", "九月"])
def test_a_month_that_is_none_is_told(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["burden", "--month", written]) == 2
    assert "月份要写成 2026-09 这样" in capsys.readouterr().err


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(SystemExit) as left:
        main(["duties", "--body", COUNTY, "--as-of", "2026-02-30"])
    assert left.value.code == 2


def test_the_day_of_the_site_is_taken_where_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    Site.objects.update(shown_day=dt.date(2026, 7, 31))
    assert "：0 件" in printed(capsys, "duties", "--body", COUNTY)
