"""A region's file: the days it publishes for each year and its office hours; a wrong file is refused."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import yaml

from duixian.calendars.grade import Grade
from duixian.calendars.hours import OfficeHours, Season, Session
from duixian.calendars.year import NATIONAL, Region, Year
from duixian.units.yaml_nodes import YamlSource

_YEAR = re.compile(r"20[0-9]{2}")
_CODE = re.compile(r"[0-9]{2,6}")
_SESSION = re.compile("{time}-{time}".format(time="((?:[01][0-9]|2[0-3]):[0-5][0-9])"))
_SEASON = re.compile(r"([0-9]{2})-([0-9]{2})")
_SATURDAY = 5
# A notice on New Year's Day moves days of the week before it.
_DAYS_BEFORE = 7
_COMMON_YEAR = 2023
# Wherever else a nation's list is short, these three are off in every year since 1949.
_NATIONAL_DAYS = ((1, 1), (5, 1), (10, 1))


def read_region(text: str, *, file: str) -> Region:
    """The region that ``text`` writes. Errors: DataFileError, with line and cure."""
    return _RegionFile(file).read(text)


class _RegionFile(YamlSource):
    """Reads the parts of one file; every method raises DataFileError for what is not as it should be."""

    def read(self, text: str) -> Region:
        required = ("region", "hours")
        root = self.root(text, parts=required)
        parts = self.fields(root, required=required, optional=("codes", "years"))
        name = self.text(parts["region"])
        return Region(
            name=name,
            file=self.file,
            codes=tuple(self._code(node) for node in self._listed(parts, "codes")),
            years=self._years(self._listed(parts, "years"), national=name == NATIONAL),
            seasons=tuple(self._season(node) for node in self.items(parts["hours"])),
        )

    def _listed(self, parts: Mapping[str, yaml.Node], name: str) -> list[yaml.Node]:
        return self.items(parts[name]) if name in parts else []

    def _code(self, node: yaml.Node) -> str:
        code = self.text(node)
        if not _CODE.fullmatch(code):
            raise self.fault(node, f"“{code}”不是区划代码的开头", "请写带引号的二至六位数字，如 '65'")
        return code

    def _years(self, nodes: list[yaml.Node], *, national: bool) -> dict[int, Year]:
        found: dict[int, Year] = {}
        for node in nodes:
            year = self._year(node)
            if year.year in found:
                raise self.fault(node, f"{year.year} 年写了两次", "请合成一段")
            if national:
                self._refuse_short_list(node, year)
            found[year.year] = year
        return found

    def _refuse_short_list(self, node: yaml.Node, year: Year) -> None:
        for month, of_month in _NATIONAL_DAYS:
            if dt.date(year.year, month, of_month) not in year.off:
                cure = "请照国务院办公厅的通知把全年的放假和上班都写上，不能只写一部分"
                raise self.fault(node, f"{year.year} 年缺少 {month} 月 {of_month} 日", cure)

    def _year(self, node: yaml.Node) -> Year:
        fields = self.fields(node, required=("year", "source", "grade", "off"), optional=("work",))
        written = self.text(fields["year"])
        if not _YEAR.fullmatch(written):
            raise self.fault(fields["year"], f"“{written}”不是年份", "请写 2025 这样的四位数")
        year = int(written)
        off = self._days(fields["off"], year, self._off)
        work = self._days(fields["work"], year, self._work) if "work" in fields else {}
        for day in sorted(off.keys() & work.keys()):
            raise self.fault(fields["work"], f"{day} 又放假又上班", "请照通知删去一处")
        return Year(year, off, work, self.text(fields["source"]), self._grade(fields["grade"]))

    def _days(
        self, node: yaml.Node, year: int, read: Callable[[yaml.Node], Iterator[tuple[dt.date, str]]]
    ) -> dict[dt.date, str]:
        found: dict[dt.date, str] = {}
        for item in self.items(node):
            for day, name in read(item):
                if not dt.date(year, 1, 1) - dt.timedelta(days=_DAYS_BEFORE) <= day <= dt.date(year, 12, 31):
                    raise self.fault(item, f"{day} 不在 {year} 年", "请改正日期，或移到那一年")
                if day in found:
                    raise self.fault(item, f"{day} 写了两次", "请删去一处")
                found[day] = name
        return found

    def _off(self, node: yaml.Node) -> Iterator[tuple[dt.date, str]]:
        fields = self.fields(node, required=("name", "from", "to"))
        first, last = self.day(fields["from"]), self.day(fields["to"])
        if last < first:
            raise self.fault(fields["to"], f"to（{last}）早于 from（{first}）", "to 是假期的最后一天，请核对")
        name = self.text(fields["name"])
        # Far too long a holiday is reported by its first day outside the year, so this stays short.
        for more in range(min((last - first).days, 400) + 1):
            yield first + dt.timedelta(days=more), name

    def _work(self, node: yaml.Node) -> Iterator[tuple[dt.date, str]]:
        fields = self.fields(node, required=("day",), optional=("name",))
        day = self.day(fields["day"])
        if day.weekday() < _SATURDAY:
            raise self.fault(fields["day"], f"{day} 是星期{'一二三四五'[day.weekday()]}，本来就上班", "请核对日期")
        yield day, self.text(fields["name"]) if "name" in fields else ""

    def _season(self, node: yaml.Node) -> Season:
        fields = self.fields(node, required=("from", "begins", "sessions", "source", "grade"), optional=("to",))
        first = self.day(fields["from"])
        last = self.day(fields["to"]) if "to" in fields else None
        if last is not None and last < first:
            raise self.fault(fields["to"], f"to（{last}）早于 from（{first}）", "to 是仍有效的最后一天")
        sessions = tuple(self._session(item) for item in self.items(fields["sessions"]))
        if not sessions:
            raise self.fault(fields["sessions"], "一段也没有", "至少写一段，如 '09:00-12:00'")
        for earlier, later in pairwise(sessions):
            if later.opens < earlier.closes:
                raise self.fault(fields["sessions"], f"{later} 早于前一段结束", "请按先后写，且互不重叠")
        hours = OfficeHours(sessions, self.text(fields["source"]), self._grade(fields["grade"]))
        return Season(first, last, self._begins(fields["begins"]), hours)

    def _begins(self, node: yaml.Node) -> tuple[int, int]:
        written = self.text(node)
        match = _SEASON.fullmatch(written)
        try:
            # In a common year: a season that began on 29 February would begin in one year of four.
            day = dt.date(_COMMON_YEAR, int(match[1]), int(match[2])) if match else None
        except ValueError:
            day = None
        if day is None:
            raise self.fault(node, f"“{written}”不是每年都有的月和日", "请写 05-01 这样的月和日")
        return day.month, day.day

    def _session(self, node: yaml.Node) -> Session:
        written = self.text(node)
        match = _SESSION.fullmatch(written)
        if match is None:
            raise self.fault(node, f"“{written}”不是一段时间", "请写 '09:00-12:00' 这样的起止时间")
        session = Session(*map(dt.time.fromisoformat, match.groups()))
        if session.closes <= session.opens:
            raise self.fault(node, f"“{written}”结束不晚于开始", "请核对两个时间")
        return session

    def _grade(self, node: yaml.Node) -> Grade:
        written = self.text(node)
        if written not in set(Grade):
            cure = "请写 A（原文）、B（两个来源一致）、C（一个来源）或 U（未核实）"
            raise self.fault(node, f"“{written}”不是来源等级", cure)
        return Grade(written)
