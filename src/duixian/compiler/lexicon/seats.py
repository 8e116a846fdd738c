"""What the seats in a coordination body are called, and the bodies themselves."""

from duixian.compiler.lexicon import words

SEATS = words("""
    第一组长 常务副组长 执行组长 执行副组长 副组长 组长 组员 第一主任 常务副主任 执行主任 副主任 主任 副主任委员
    主任委员 委员 总指挥 副总指挥 常务副总指挥 第一指挥长 常务副指挥长 副指挥长 指挥长 总召集人 副总召集人 副召集人
    召集人 秘书长 副秘书长 顾问 成员 联络员 办公室主任 办公室副主任 会长 副会长 理事长 副理事长 政委 团长 副团长
    总负责人 负责人 牵头领导 第一总指挥 双组长 专班班长 班长 副班长 总协调人 协调人 名誉组长 名誉主任
""")
SEATED_BODIES = words(
    "领导小组 工作小组 委员会 指挥部 联席会议 协调小组 工作专班 专班 工作组 协调机制 办公室 督导组 推进组 领导机构"
)
