"""Words that say how a figure must compare with the number they stand by.

以上, 以下 and 以内 include it (民法典 §1259).
"""

from duixian.compiler.lexicon import words

AT_LEAST_BEFORE = words("""
    不少于 不低于 不小于 不得少于 不得低于 不应少于 不应低于 至少达到 至少 最少 超过 突破 高于 大于 多于 逾 超
    大于等于 ≥ ＞ >= > 满 保底
""")
AT_MOST_BEFORE = words("""
    不满 未满 不超过 不得超过 不高于 不多于 不大于 不得高于 低于 少于 小于 不足 不到 最多 至多 最高不超过 ≤ ＜ <= <
""")
ABOUT_BEFORE: tuple[str, ...] = ("大约", "约", "近", "将近", "接近", "上", "约为", "左右")

# A comparison word of one character may be the end of another word: 节约100元, 附近3个村, 赶超.
NOT_AFTER: dict[str, str] = {
    "约": "节预签履合公制违集续契邀失解",
    "近": "附临就最靠远邻相亲",
    "超": "赶高反商",
    "上": "以线晚早网街海路马身面之村州年加及",
    "满": "圆期充届不",
    "低于": "不得应",
    "高于": "不得",
    "超过": "不得",
    "少于": "不得应",
    "多于": "不",
    "大于": "不",
    "小于": "不",
    "突破": "新技术",
}

AT_LEAST_AFTER: tuple[str, ...] = ("以上", "及以上", "起")
AT_MOST_AFTER: tuple[str, ...] = ("以下", "及以下", "以内", "之内", "内")
ABOUT_AFTER: tuple[str, ...] = ("左右", "上下", "余", "多")

# Words that govern a number at a distance within its own phrase: 至少组织650人次.
APART_AT_LEAST: tuple[str, ...] = ("至少", "最少", "不少于", "不低于")
APART_AT_MOST: tuple[str, ...] = ("最多", "至多", "不超过", "控制在")
