"""Words that make a promise hard to check, and section titles that promise nothing."""

from duixian.compiler.lexicon import words

VAGUE_COUNT = (
    r"(?:新建|建设|改扩建|改造|打造|培育|推出|实施|建成|扶持|引进|发展|创建|评选|配备|选树|"
    r"组织)[^，。；：\n\d]{0,6}(?:一批|若干|一定数量的?|一系列)[^，。；：\n]{2,24}"
)
VAGUE_DEGREE = r"(?:进一步|不断|逐步|有效|切实|明显)(?:提升|提高|改善|增强|加强|优化|完善|缓解)[^，。；：\n]{2,24}"
HEDGE = r"(?:力争|争取|力求|努力实现|努力完成|原则上|有条件的可?)[^，。；：\n]{0,24}$"
# Sections that frame a plan promise nothing themselves.
FRAME = words("""
    总体要求 指导思想 基本原则 工作要求 保障措施 组织保障 组织领导 组织实施 有关要求 工作机制 实施步骤 督查 督促
    督导 宣传 资金保障 职责分工 其他 附则 工作目标 总体目标 实施范围 考核 监督 时间安排
""")
