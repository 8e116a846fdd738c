"""The quarterly report in words: every value as it stands in the paper, each figure with its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from duixian.pace import LOOKS, SEVERITY
from duixian.registers.models import Site
from duixian.reports.quarter import Line, QuarterReport
from duixian.reports.sheet import Cell, Sheet
from duixian.units import plain
from duixian.units.sentence import in_chinese

COLUMNS = ("序号", "实事", "指标", "目标", "完成", "单位", "完成率", "截至", "亮灯", "牵头单位")
NOTHING = "未填报"


@dataclass(frozen=True, slots=True)
class Named:
    """Who reports to whom."""

    issuer: str
    addressee: str


def named(site: Site) -> Named:
    """The supervision office reports to the government whose site it is."""
    government = site.name or "人民政府"
    return Named(issuer=f"{government}督查室", addressee=government)


def words(report: QuarterReport, named: Named) -> Mapping[str, Any]:
    """The names that a template may use, in Chinese, each with its value as it is to be printed."""
    return {
        "机关": named.issuer,
        "主送": named.addressee,
        "年": str(report.quarter.year),
        "季度": "一二三四"[report.quarter.number - 1],
        "截至": in_chinese(report.as_of),
        "实事数": str(report.commitments),
        "指标数": str(len(report.lines)),
        "亮灯概况": _lights(report),
        "关注": [_attention(number, line) for number, line in enumerate(report.attention, 1)],
        "指标": [_row(line) for line in report.lines],
        "立项数": str(report.handed_over),
        "办结数": str(report.closed),
        "在办数": str(len(report.open_orders)),
        "逾期数": str(len(report.late_orders)),
        "逾期督办": [_late(row) for row in report.late_orders],
    }


def sheet(report: QuarterReport) -> Sheet:
    """The table of all targets as a spreadsheet."""
    quarter = report.quarter
    return Sheet(
        title=f"{quarter.year}年第{'一二三四'[quarter.number - 1]}季度民生实事进展",
        as_of=f"截至{in_chinese(report.as_of)}",
        columns=COLUMNS,
        rows=[_cells(line) for line in report.lines],
    )


def _lights(report: QuarterReport) -> str:
    counted = [f"{LOOKS[code].word}{report.lights[code]}件" for code in SEVERITY if report.lights.get(code)]
    return "、".join(counted) or "还没有可以判断的实事"


def _attention(number: int, line: Line) -> dict[str, str]:
    light = line.line.light
    return {
        "序号": str(number),
        "实事": line.commitment,
        "指标": line.line.target.object,
        "亮灯": light.word,
        "原因": str(light.rule),
        "办法": str(light.green),
        "牵头单位": "、".join(line.owners) or "未写明",
    }


def _row(line: Line) -> dict[str, str]:
    found = line.line
    return {
        "序号": str(line.ordinal),
        "实事": line.commitment,
        "指标": found.target.object,
        "目标": f"{plain(found.value)}{found.target.unit}",
        "完成": NOTHING if found.actual is None else f"{plain(found.actual)}{found.target.unit}",
        "完成率": "—" if line.percent is None else f"{plain(line.percent)}%",
        "截至": f"{found.last_day.month}月{found.last_day.day}日" if found.last_day else "—",
        "亮灯": found.light.word,
        "牵头单位": "、".join(line.owners) or "—",
    }


def _cells(line: Line) -> tuple[Cell, ...]:
    found = line.line
    return (
        line.ordinal,
        line.commitment,
        found.target.object,
        found.value,
        found.actual,
        found.target.unit,
        line.percent,
        found.last_day,
        found.light.word,
        "、".join(line.owners),
    )


def _late(row: Any) -> dict[str, str]:
    return {
        "编号": row.order.number,
        "事项": row.order.title,
        "单位": str(row.order.body),
        "期限": in_chinese(row.due),
        "逾期天数": str(row.late_days),
    }
