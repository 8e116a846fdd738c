import datetime as dt
import re

import pytest

from duixian.calendars import Grade, UnpublishedYearError, load_calendars
from duixian.calendars.folder import _SHIPPED
from duixian.calendars.region_file import read_region
from duixian.units.yaml_nodes import DataFileError

TEXT = """\
region: 某州
codes: ['99', '9812']
years:
  - year: 2025
    source: 某州的通知
    grade: A
    off:
      - {name: 丰收节, from: 2025-09-22, to: 2025-09-23}
    work:
      - {day: 2025-09-20}
hours:
  - from: 2025-01-01
    to: 2026-12-31
    begins: 05-01
    sessions: ['08:30-12:00', '14:00-18:00']
    source: 某州的通知
    grade: C
"""
NATION = """\
region: 全国
years:
  - year: 2030
    source: 某通知
    grade: A
    off:
      - {name: 元旦, from: 2029-12-31, to: 2030-01-01}
      - {name: 劳动节, from: 2030-05-01, to: 2030-05-05}
      - {name: 国庆节, from: 2030-10-01, to: 2030-10-07}
    work:
      - {name: 元旦, day: 2029-12-29}
hours: []
"""


def day(written):
    return dt.date.fromisoformat(written)


def folder(path, **files):
    for name, text in files.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_calendars(path)


def test_a_region_is_read_as_it_is_written():
    region = read_region(TEXT, file="a.yaml")
    year = region.years[2025]
    assert (region.name, region.codes, region.file) == ("某州", ("99", "9812"), "a.yaml")
    assert year.off == {day("2025-09-22"): "丰收节", day("2025-09-23"): "丰收节"}
    assert (year.work, year.source, year.grade) == ({day("2025-09-20"): ""}, "某州的通知", Grade.A)
    (season,) = region.seasons
    assert (season.from_day, season.to_day, season.begins) == (day("2025-01-01"), day("2026-12-31"), (5, 1))
    assert str(season.hours) == "08:30—12:00、14:00—18:00"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("region: 某州\n", "", 1, "缺少“region”"),
        ("region: 某州", "region:", 1, "这里应是一段文字"),
        ("region: 某州", "name: 某州", 1, "不认识“name”"),
        ("'99'", "'9'", 2, "“9”不是区划代码的开头"),
        ("['99', '9812']", "99", 2, "这里应是一列"),
        ("year: 2025", "year: 25", 4, "“25”不是年份"),
        ("    source: 某州的通知\n    grade: A", "    grade: A", 4, "缺少“source”"),
        ("grade: A", "grade: D", 6, "“D”不是来源等级"),
        ("from: 2025-09-22", "from: 2025-09-31", 8, "没有 2025-09-31 这一天"),
        ("from: 2025-09-22", "from: 9月22日", 8, "“9月22日”不是日期"),
        ("to: 2025-09-23", "to: 2025-09-21", 8, "早于 from"),
        ("to: 2025-09-23", "to: 2026-09-23", 8, "2026-01-01 不在 2025 年"),
        ("to: 2025-09-23", "to: 9999-12-31", 8, "2026-01-01 不在 2025 年"),
        ("from: 2025-09-22", "from: 2024-12-24", 8, "2024-12-24 不在 2025 年"),
        (
            "2025-09-23}",
            "2025-09-23}\n      - {name: 另一节, from: 2025-09-23, to: 2025-09-24}",
            9,
            "2025-09-23 写了两次",
        ),
        ("2025-09-20", "2025-09-19", 10, "2025-09-19 是星期五，本来就上班"),
        ("from: 2025-09-22", "from: 2025-09-20", 10, "2025-09-20 又放假又上班"),
        ("hours:\n", "  - {year: 2025, source: 甲, grade: A, off: []}\nhours:\n", 11, "2025 年写了两次"),
        ("to: 2026-12-31", "to: 2024-12-31", 13, "早于 from"),
        ("begins: 05-01", "begins: 02-29", 14, "“02-29”不是每年都有的月和日"),
        ("begins: 05-01", "begins: 5月", 14, "“5月”不是每年都有的月和日"),
        ("'08:30-12:00', '14:00-18:00'", "", 15, "一段也没有"),
        ("14:00-18:00", "11:00-18:00", 15, "早于前一段结束"),
        ("14:00-18:00", "18:00-14:00", 15, "结束不晚于开始"),
        ("14:00-18:00", "14:00-24:00", 15, "“14:00-24:00”不是一段时间"),
        ("14:00-18:00", "2点到6点", 15, "“2点到6点”不是一段时间"),
        ("    grade: C", "    grade: C\n    noon: x", 18, "不认识“noon”"),
    ],
)
def test_a_wrong_file_is_refused_with_file_line_and_cure(old, new, line, said):
    assert TEXT.count(old) >= 1, "the case no longer changes anything"
    with pytest.raises(DataFileError, match=re.escape(said)) as refused:
        read_region(TEXT.replace(old, new, 1), file="a.yaml")
    assert (refused.value.file, refused.value.line) == ("a.yaml", line)
    assert refused.value.cure


@pytest.mark.parametrize(
    ("text", "said"), [("", "文件是空的。请写 region、hours"), ("years: [", "不是 YAML"), ("- 1", "名称: 内容")]
)
def test_what_is_no_region_at_all_is_refused_too(text, said):
    with pytest.raises(DataFileError, match=re.escape(said)):
        read_region(text, file="a.yaml")


@pytest.mark.parametrize("of_month", [("元旦", "01-01"), ("劳动节", "05-01"), ("国庆节", "10-01")])
def test_a_national_year_that_is_only_begun_is_refused(of_month):
    name, written = of_month
    lines = [line for line in NATION.splitlines() if f"name: {name}, from" not in line]
    month, number = map(int, written.split("-"))
    with pytest.raises(DataFileError, match=f"2030 年缺少 {month} 月 {number} 日"):
        read_region("\n".join(lines), file="n.yaml")


def test_a_year_in_the_nations_file_can_be_asked_for(tmp_path):
    nation = folder(tmp_path, national=NATION).calendar_of("全国")
    assert not nation.is_working_day(day("2030-01-01"))
    assert not nation.is_working_day(day("2030-05-03"))
    assert nation.is_working_day(day("2030-05-06"))
    with pytest.raises(UnpublishedYearError):
        nation.is_working_day(day("2029-12-31"))


def test_a_year_in_the_nations_file_goes_before_the_packages(tmp_path):
    text = NATION.replace("2030", "2026").replace("2029-12-29", "2025-12-28").replace("2029", "2025")
    nation = folder(tmp_path, national=text).calendar_of("全国")
    assert nation.is_working_day(day("2026-02-17")), "the package has the Spring Festival, this file does not"
    assert not nation.is_working_day(day("2025-12-31")), "the notice reaches back into the year before"
    assert [year.source for year in nation.sources(2026)] == ["某通知"]


def test_an_offices_own_folder_takes_the_place_of_what_is_shipped(tmp_path):
    calendars = folder(tmp_path, national=NATION, some=TEXT)
    calendar = calendars.calendar_of("某州")
    assert calendars.region_of("981234") == "某州"
    assert calendar.reason(day("2025-09-20")) == "调休上班（某州）"
    assert calendar.reason(day("2025-09-22")) == "丰收节（某州）"
    assert calendar.reason(day("2025-09-28")) == "调休上班（国庆节）"
    with pytest.raises(UnpublishedYearError, match=re.escape(f"{tmp_path}/some.yaml")):
        calendar.is_working_day(day("2026-01-05"))


def test_a_later_years_notice_goes_before_an_earlier_ones(tmp_path):
    later = "  - {year: 2026, source: 后一年的通知, grade: A, off: [], work: [{day: 2025-12-28}]}\n"
    text = TEXT.replace("from: 2025-09-22, to: 2025-09-23", "from: 2025-12-27, to: 2025-12-28")
    text = text.replace("years:\n", f"years:\n{later}")
    calendar = folder(tmp_path, national=NATION, some=text).calendar_of("某州")
    assert not calendar.is_working_day(day("2025-12-27"))
    assert calendar.is_working_day(day("2025-12-28"))


def test_a_region_without_hours_keeps_the_nations(tmp_path):
    text = TEXT[: TEXT.index("hours:")] + "hours: []\n"
    shipped = (_SHIPPED / "national.yaml").read_text(encoding="utf-8")
    calendar = folder(tmp_path, national=shipped, some=text).calendar_of("某州")
    assert str(calendar.office_hours(day("2025-09-20"))) == "09:00—12:00、13:00—17:00"


def test_what_a_region_has_off_goes_before_the_nations_make_up_day(tmp_path):
    text = TEXT.replace("from: 2025-09-22, to: 2025-09-23", "from: 2025-09-28, to: 2025-09-28")
    calendar = folder(tmp_path, national=NATION, some=text).calendar_of("某州")
    assert (calendar.is_working_day(day("2025-09-28")), calendar.reason(day("2025-09-28"))) == (False, "丰收节（某州）")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "没有 region 是“全国”的文件"),
        ({"some": TEXT}, "没有 region 是“全国”的文件"),
        ({"national": NATION, "a": TEXT, "b": TEXT}, "“某州”在"),
        ({"national": NATION, "a": TEXT, "b": TEXT.replace("某州", "另一州")}, "“99”在"),
    ],
)
def test_a_folder_that_contradicts_itself_is_refused(tmp_path, files, said):
    with pytest.raises(DataFileError, match=said):
        folder(tmp_path, **files)


def test_a_folder_or_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(DataFileError, match="没有 region 是“全国”的文件"):
        load_calendars(tmp_path / "nowhere")
    (tmp_path / "national.yaml").write_bytes("region: 全国".encode("gb18030"))
    with pytest.raises(DataFileError, match="不是 UTF-8 编码"):
        load_calendars(tmp_path)


def test_every_shipped_day_has_a_source_and_a_grade():
    for region in load_calendars().regions.values():
        for known in (*region.years.values(), *(season.hours for season in region.seasons)):
            assert known.source
            assert known.grade in set(Grade)
