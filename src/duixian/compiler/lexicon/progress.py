"""How the columns of a progress table are called, and the sections of a report that look ahead."""

RATE_COLUMN = r"(?:率|占比|比例|比重)(?:[（(]?%[）)]?)?$|^进度(?:[（(]%[）)])?$"
DONE_COLUMN = r"完成情况|完成数|完成量|完成值|进展|实际|实绩|已完成|落实情况|推进情况|办理情况|实施情况|^(?:累计)?完成$"
SET_COLUMN = r"目标|任务|计划|内容|指标|项目|事项|名称"
AHEAD_SECTION = r"下一步|下步|下阶段|下一阶段|后续|工作打算|工作安排|明年|努力方向|整改措施"
