"""The papers as they come with Duixian: templates in the form of GB/T 9704, and each filled with its values."""

from collections.abc import Mapping
from typing import Any

from duixian.registers.paper_templates import ORDER, QUARTER, Kind, filled, handed_in
from duixian.reports.official_paper import OfficialPaper


def paper_of(kind: Kind, values: Mapping[str, Any]) -> bytes:
    """The paper as .docx, from the office's own template where it has handed one in. Errors: as ``filled``."""
    return filled(handed_in(kind) or shipped(kind, issuer=values["机关"]), values)


def shipped(kind: Kind, *, issuer: str) -> bytes:
    """Our own template of a kind, in the form of GB/T 9704. The red head fits its size to the issuer's name."""
    return _SHIPPED[kind.key](issuer)


def _quarter(issuer: str) -> bytes:
    title = "关于{{ 年 }}年第{{ 季度 }}季度\n民生实事进展情况的报告"
    paper = OfficialPaper(issuer, title=title)
    paper.address("{{ 主送 }}")
    paper.paragraph(
        "截至{{ 截至 }}，{{ 年 }}年民生实事共{{ 实事数 }}件、可量化指标{{ 指标数 }}项。按实事计：{{ 亮灯概况 }}。"
        "以下数字由各单位填报，各自注明截至日，全部指标见附件。"
    )
    paper.heading("一、需要关注的事项")
    paper.paragraph("{%p for 项 in 关注 %}")
    paper.paragraph(
        "{{ 项.序号 }}. {{ 项.实事 }}（{{ 项.指标 }}，{{ 项.牵头单位 }}）：{{ 项.亮灯 }}。{{ 项.原因 }}{{ 项.办法 }}"
    )
    paper.paragraph("{%p endfor %}")
    paper.paragraph("{%p if not 关注 %}")
    paper.paragraph("没有滞后、风险、逾期或未填报的指标。")
    paper.paragraph("{%p endif %}")
    paper.heading("二、督办情况")
    paper.paragraph(
        "本季度立项督办{{ 立项数 }}件，办结{{ 办结数 }}件；季末在办{{ 在办数 }}件，其中逾期{{ 逾期数 }}件。"
    )
    paper.paragraph("{%p for 单 in 逾期督办 %}")
    paper.paragraph("{{ 单.编号 }}“{{ 单.事项 }}”（{{ 单.单位 }}），期限{{ 单.期限 }}，逾期{{ 单.逾期天数 }}天。")
    paper.paragraph("{%p endfor %}")
    attachment = "民生实事指标进展表"
    paper.list_attachments([attachment])
    paper.sign_as_written("{{ 截至 }}")
    paper.attachment(attachment)
    columns = ("序号", "实事", "指标", "目标", "完成", "完成率", "截至", "亮灯")
    blank = ("",) * (len(columns) - 1)
    rows = (
        ("{%tr for 行 in 指标 %}", *blank),
        tuple(f"{{{{ 行.{name} }}}}" for name in columns),
        ("{%tr endfor %}", *blank),
    )
    paper.table(columns, rows, widths_mm=(9, 33, 27, 20, 20, 15, 19, 13), numbers={3, 4, 5})
    return paper.data()


def _order(issuer: str) -> bytes:
    paper = OfficialPaper(issuer, title="督办通知单", number="{{ 编号 }}")
    paper.address("{{ 交给 }}")
    paper.paragraph("根据{{ 依据 }}，现就“{{ 事项 }}”交你单位办理，要求如下：")
    paper.paragraph("{{ 要求 }}")
    paper.paragraph("请于{{ 期限 }}前书面反馈办理情况。（{{ 期限算法 }}）")
    paper.paragraph("因客观原因不能按期办结的，请在期限届满前书面申请延期并说明理由。")
    paper.sign_as_written("{{ 日期 }}")
    return paper.data()


_SHIPPED = {QUARTER.key: _quarter, ORDER.key: _order}
