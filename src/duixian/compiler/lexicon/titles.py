"""How official titles end, and what a portal puts around them."""

from duixian.compiler.lexicon import words

# What an official document calls itself at the end of its title.
NOTICE_ENDS = words("""
    通知 公告 通告 公示 通报 意见 决定 报告 函 批复 议案 公报
""")
PLAN_ENDS = words("""
    方案 办法 规定 细则 规则 规程 条例 制度 计划 规划 要点 预案 意见 举措 措施 实事 实事项目 实事工程 实事清单
    实事任务 实事安排 实事目录 项目清单 任务清单 责任清单 工作清单 清单 名单 分工 任务分解 分解表 任务表 项目表
    一览表 责任分工 任务分工 分工表 安排表 推进表 统计表 表 总结 完成情况 进展情况 落实情况 办理情况 推进情况
    组成人员 承诺书 目录 公开承诺 民生工程 惠民工程 民心工程 民生项目 实事安排 责任书 任务书 台账
    进度安排 办理结果 票决结果 责任分解 十件实事 十大民生工程
""")
# Words by which a title without 关于 shows that it is an official's.
TITLE_SIGNALS = words("""
    实事 民生 人民政府 自治 政府 委员会 实施 工作 奖励 管理 新闻发布 省 市 州 县 区 旗 镇 乡 年
""")
# What a document of its own may be called when no notice carries it.
STANDALONE_ENDS = words("""
    方案 办法 细则 规定 计划 要点 实事 实事项目 实事清单 公告 通告 公示 通报 报告 意见 总结 完成情况 进展情况
    计划表 推进表 安排表 分工表 进度表 情况表 统计表 汇总表 公示表 责任书 责任状
    项目清单 任务清单 任务分解 分解表 任务表 项目表 一览表 责任分工 任务分工 责任清单 民生工程
    惠民工程 民心工程 民生项目 责任分解 办理结果 票决结果 承诺书 推进情况 落实情况 实施情况 办理情况
""")
