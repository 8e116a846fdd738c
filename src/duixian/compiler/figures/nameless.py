"""Tells words beside a number that name nothing it could count: how far the work is, where the things are."""

import re

from duixian.compiler.figures.contexts import Context
from duixian.compiler.figures.nouns import ENDS
from duixian.compiler.figures.phrases import any_word
from duixian.compiler.lexicon import actions, words

# Words that are left where a number names nothing: 已全面, 计划, 其他乡镇, 总长.
_NO_THING = re.compile(
    r"(?:已|未|均|全面|目前|当前|合计|共计|中|在建|建|正在|计划|目标任务|目标|任务|年度|全年|剩余|其余|其他|其它|余下|另有|还有|总长度?|全长|长度?|总里程|里程"
    r"|现|另|尚有|仍有|实施|投入使用|使用|用|如期|按期|提前|开工|完工|完成|(?<=[他它余])[乡镇县市区街道村]{1,2}(?:[（(][^（）()]{1,6}[）)])?|连续)+"
    r"|(?:达到|达|超过|超出|超|未达|落后|符合|低于|或)+(?:序时进度|时序进度|计划进度|进度|年度计划|年度任务|年度目标)(?:要求)?"
    r"|(?:序时|时序)进度|进度(?:滞后|缓慢|较慢|正常)|滞后|距离?|同期多|多|少|共?聘用?|均?[宽厚高]|(?:接种)?首[针剂]|(?:其余|其他)?每[村镇乡户校站点人个]"
    rf"|[A-DⅠ-Ⅳ]级(?:危房)?(?:{any_word(actions.DEED_WORDS)})?"
)
# 改造农贸市场15个，其中城区8个、乡镇7个: where they are.
_WHERE = frozenset(
    words("""
        城市社区 农村社区 县外省内 省内 省外 县内 市内 城区 市区 县城 城镇 乡镇 农村 城市 乡村 主城区 中心城区 郊区
        镇区 城乡
    """)
)
_PLACE_ALONE = re.compile(
    r"(?![每各])[\u4e00-\u9fff]{1,8}(?:(?<![下进入到驻])[县市区旗盟镇乡村]|街道|社区|苏木|嘎查|[农林牧]场)(?:[（(][县市区旗乡镇街道办场、]{1,8}[）)])?"
    r"|(?:[县市区旗]|乡镇)[（(][县市区旗街道办、]{1,8}[）)]"
)
_COUNTED_PLACES = frozenset("个处家")


def names_nothing(named: str) -> bool:
    """Whether the words only say how far, how many more or how large: 已全面, 达到序时进度, 宽."""
    return bool(_NO_THING.fullmatch(named))


def is_where(context: Context, named: str) -> bool:
    """Whether the word before the number says where they are: 其中城区8个, 青龙山镇180公里."""
    if named in _WHERE:
        return True
    # Villages and counties are themselves counted in 个: 美丽乡村3个 says what they are.
    among = context.quantity.unit not in _COUNTED_PLACES or "其中" in context.told
    return among and bool(_PLACE_ALONE.fullmatch(named)) and context.own.rstrip(ENDS).endswith(named)
