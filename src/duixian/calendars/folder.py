"""A folder of regions' files: the one that comes with Duixian, or an office's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from duixian.calendars.calendar import Calendar, Gaps
from duixian.calendars.national import national_years
from duixian.calendars.refusals import UnknownRegionError
from duixian.calendars.region_file import read_region
from duixian.calendars.year import NATIONAL, Region
from duixian.units.yaml_nodes import DataFileError

_SHIPPED = Path(__file__).parent / "data"


@dataclass(frozen=True)
class CalendarFolder:
    """The regions of one folder, by name; the nation is always among them."""

    name: str
    regions: Mapping[str, Region]

    def calendar_of(self, region: str, *, gaps: Gaps = Gaps.REFUSED) -> Calendar:
        """The region's calendar. Errors: UnknownRegionError for one without a file."""
        if region not in self.regions:
            raise UnknownRegionError(region, known=tuple(self.regions), folder=self.name)
        local = self.regions[region] if region != NATIONAL else None
        return Calendar(self.regions[NATIONAL], local=local, gaps=gaps)

    def region_of(self, code: str) -> str | None:
        """The region whose codes begin a division's code, the longest where several do; None where no file tells.

        None is not the nation: some provinces and prefectures have days of their own that nobody entered.

        >>> load_calendars().region_of("654002"), load_calendars().region_of("540102")
        ('新疆', None)
        """
        regions = {start: region.name for region in self.regions.values() for start in region.codes}
        return next((regions[code[:end]] for end in range(len(code), 0, -1) if code[:end] in regions), None)


def calendar_of(region: str, *, gaps: Gaps = Gaps.REFUSED) -> Calendar:
    """A region's calendar from the files that come with Duixian.

    Errors: UnknownRegionError for a region without a file; what the calendar refuses see there.

    >>> import datetime as dt
    >>> str(calendar_of("新疆").working_days_after(dt.date(2025, 6, 5), days=1))
    '自2025年6月5日的次日起算，1个工作日，至2025年6月11日；跳过2025年6月6日至6月10日古尔邦节（新疆）'
    """
    return load_calendars().calendar_of(region, gaps=gaps)


@cache
def load_calendars(folder: Path = _SHIPPED) -> CalendarFolder:
    """The regions of a folder of YAML files; without one those that come with Duixian.

    A year in the nation's file goes before what chinesecalendar holds for it: an office without the internet
    writes next year there. Errors: DataFileError, with file, line and cure. Read once a process and folder.
    """
    name = "src/duixian/calendars/data" if folder == _SHIPPED else str(folder)
    read = [read_region(_text(path, file=f"{name}/{path.name}"), file=f"{name}/{path.name}") for path in _files(folder)]
    _refuse_doubles(read)
    regions = {region.name: region for region in read}
    if NATIONAL not in regions:
        cure = "请从自带的 data 文件夹复制 national.yaml"
        raise DataFileError(name, line=1, found=f"没有 region 是“{NATIONAL}”的文件", cure=cure)
    nation = regions[NATIONAL]
    return CalendarFolder(name, regions | {NATIONAL: replace(nation, years={**national_years(), **nation.years})})


def _files(folder: Path) -> list[Path]:
    try:
        # The nation's file stands first wherever regions are listed.
        return sorted(folder.glob("*.yaml"), key=lambda path: (path.stem != "national", path.name))
    except OSError as error:
        raise DataFileError(
            str(folder), line=1, found=f"打不开（{error.strerror}）", cure="请核对路径和权限"
        ) from error


def _text(path: Path, *, file: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataFileError(file, line=1, found=f"打不开（{error.strerror}）", cure="请核对权限") from error
    except UnicodeDecodeError as error:
        raise DataFileError(file, line=1, found="不是 UTF-8 编码", cure="请另存为 UTF-8") from error


def _refuse_doubles(regions: Iterable[Region]) -> None:
    """No two files may speak for one region or one code."""
    spoken: dict[str, str] = {}
    for region in regions:
        for word in (region.name, *region.codes):
            if word in spoken:
                found, cure = f"“{word}”在“{spoken[word]}”里已经写过", "请合成一个文件，或改正其一"
                raise DataFileError(region.file, line=1, found=found, cure=cure)
            spoken[word] = region.file
