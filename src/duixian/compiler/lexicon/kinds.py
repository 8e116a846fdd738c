"""What a title's words say about the kind of the document, the first that matches deciding."""

import re

from duixian.compiler.reading import Kind

KIND_WORDS = (
    (Kind.PRESS_PLAN, re.compile(r"新闻发布(?:会)?(?:工作)?(?:计划|安排|方案)|发布会(?:计划|安排)")),
    (
        Kind.ROSTER,
        re.compile(
            r"组成人员|成员名单|人员名单|联络员|(?:调整|成立|设立).{0,40}(?:委员会|领导小组|指挥部|联席会议|协调机构|专班|工作组)"
        ),
    ),
    (
        Kind.REPORT,
        re.compile(r"(?:完成|进展|落实|办理|推进|实施|执行)情况|总结|报告$|通报$"),
    ),
    (
        Kind.WORK_PLAN,
        re.compile(
            r"方案|(?:行动|工作|实施|推进)计划|工作要点|(?:任务|责任)(?:分解|分工)|(?:分解|分工|推进)表|实施意见"
        ),
    ),
    (Kind.MEASURES, re.compile(r"办法|规定|细则|条例|规则|规程|制度|奖励措施")),
    (Kind.ANNOUNCEMENT, re.compile(r"公告|通告|公示|实事|民生(?:项目|工程|清单)|项目清单")),
    (Kind.WORK_PLAN, re.compile(r"计划|要点|举措|措施|意见")),
)
