"""What the columns of a table of tasks are called, besides those of fields."""

from duixian.compiler.lexicon import words

ORDINAL_COLUMNS = words("序号 编号 项目序号")
TEXT_COLUMNS = words("""
    项目 项目名称 实事名称 实事项目 民生实事 民生实事项目 事项 事项名称 任务名称 名称 类别 实事类别 项目类别
    内容及目标 目标及内容 实施项目 工程名称
    主要内容 建设内容 工作内容 实事内容 项目内容 内容 目标任务 工作目标 目标 年度目标 任务 工作任务 具体任务
    重点任务 任务内容 主要任务 工作措施 工作举措 具体措施 实施内容 建设内容及规模 项目内容及目标 备注 投资 总投资
    计划投资 资金来源 投资额 建设地点 实施地点 进度安排 推进计划 工作要求
""")
