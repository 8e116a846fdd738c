"""Lists of bodies with the level that is written once for several: 州教育局、民政局，各县市人民政府."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.compiler.lexicon.organs import BODY_ENDS, LEVEL_FIRMS, LEVELS, NO_LEVELS, NO_PLACES, OWN_NAMES
from duixian.compiler.page_marks import FILLER

_END = re.compile(rf"(?:{'|'.join(sorted(BODY_ENDS, key=len, reverse=True))})(?:[（(<〈][^（）()]{{1,30}}[)）>〉])?$")
_LEVEL = re.compile(rf"(?!{'|'.join(NO_LEVELS)})(?:{'|'.join(LEVELS)})")
_PLACE = re.compile(r"[一-鿿·]{1,6}?(?:自治区|自治州|自治县|地区|[省州市县区盟旗师镇乡])(?![场委直级镇])")
_NO_PLACE = re.compile(rf"(?:{'|'.join(NO_PLACES)})$|^(?:{'|'.join(NO_LEVELS)})")
_PARTY = re.compile(
    "^.{1,6}?(?:党委|委)(?=宣传|组织|统战|政法|网信|编办|社会工作|办|党校|农办|改革|政研|老干部|机要|巡察)"
)
_PARTY_BODY = re.compile(
    "^(?:组织部|宣传部|统战部|政法委|网信办|编办|机构编制|社会工作部|党校|农办|政研室|老干部局|改革办|巡察办)"
)
_GOVERNMENT = re.compile("(?:人民政府|政府|管委会|管理委员会|办事处|行署)$")
_BARE_PLACE = re.compile("[市县区旗镇乡街道场]$")
_NOBODYS = re.compile(
    "(?:镇|乡|街道|村|社区|[市县区旗]|公司|集团|银行|支行|分行|大学|学院|医院|企业|成员单位|有关部门|相关部门|有关单位"
    "|[一-鿿]{2,5}(?:供电局|供电公司|供电分公司|海关|海事局|邮政管理局|烟草专卖局|银保监分局|监管支局|火车站|机场)"
    "|..(?:社区|村).{0,2}(?:居委会|村委会|居民委员会|村民委员会|委员会))$"
)
_NO_NAME = re.compile("[。：:“”]|要求|负责")
_TOKEN = re.compile(r"[（()）<>〈〉《》“”]|[、，,；;/\n|]|\s+")
_SEPARATOR = re.compile(r"[、，,；;/\n|]|\s+")
# The last word of a name alone at the beginning of a line.
_BARE_END = re.compile(r"(?:局|厅|委员会|办公室|办公厅|委|办|人民政府|政府|中心|公司)(?=[、，,；;）)\s]|$)")
_LIST_MARKS = "、，,；;。：:"
_AND = re.compile("以及|及其|[及和与]")
_ET_CETERA = re.compile("等(?:有关|相关|各有关|各)?(?:部门|单位|部门单位|部门和单位)?(?:按职责.{0,6})?$")
# 县财政局等部门和各乡镇
_ET_CETERA_AND = re.compile("等(?:有关|相关|各)?(?:部门|单位)(?:以及|[及和与])")
_LISTED = re.compile(r"^(?:\d{1,2}[.、]|[（(]\d{1,2}[）)]|[①-⑳])(?=[一-鿿])")
# 供水公司 of 市城管局、供水公司 is the level's own, a firm with a name of its own is not.
_OWN_FIRM = re.compile(rf"(?:{'|'.join(LEVEL_FIRMS)})(?:总?公司|集团)$")
_BRACKETS = {"（": "）", "(": ")", "〈": "〉", "<": ">", "《": "》", "“": "”"}
_LONGEST_NAME = 36


@dataclass(frozen=True, slots=True)
class Bodies:
    """``names`` in the order written, levels given to each; ``level`` the one still in force at the end."""

    names: tuple[str, ...]
    level: str = ""


# 各县（市）、区人民政府: places of several levels that share one end.
_EVERY_LEVEL = re.compile("各(?:[县市区旗][（(][县市区旗][）)]|自治县)")
_LEVEL_GOES_ON = re.compile(r"\s*[县市区旗](?:人民政府|政府|党委|管委会|$)")


def read_bodies(text: str, *, level: str = "") -> Bodies:
    """The bodies of a list; ``level`` is the one in force before it.

    >>> read_bodies("州教育局、民政局，各县市人民政府").names
    ('州教育局', '州民政局', '各县市人民政府')
    >>> read_bodies("东河市、西山县人民政府").names
    ('东河市人民政府', '西山县人民政府')
    """
    names: list[str] = []
    party = ""
    for name in _with_shared_ends(list(_split(text))):
        level = _level_of(name) or level
        party = match.group() if (match := _PARTY.match(name)) else party
        names.append(party + name if party and _PARTY_BODY.match(name) else _levelled(name, level))
    return Bodies(tuple(dict.fromkeys(names)), level)


def is_body(name: str) -> bool:
    """Whether ``name`` can be a body's: it ends as one and is no sentence."""
    return 1 < len(name) <= _LONGEST_NAME and bool(_END.search(name)) and not _NO_NAME.search(name)


def has_level(name: str) -> bool:
    """Whether ``name`` says whose body it is."""
    return bool(_level_of(name)) or name.startswith(OWN_NAMES)


def _split(text: str) -> Iterator[str]:
    for piece in _pieces(_mended(text).strip(" 。；;，,、\n")):
        cleaned = _ET_CETERA.sub("", _LISTED.sub("", "".join(piece.split()))).strip("。.：:；;-—_*等")
        for part in _ET_CETERA_AND.split(cleaned):
            for name in _split_lost(part):
                yield from _split_and(name)


def _mended(text: str) -> str:
    """The list with names joined that a page's mark or width broke: 县农业农村 / 局, 县住房和 / 城乡建设局."""
    whole = text.replace(FILLER, "")
    if "\n" not in whole:
        return whole
    mended = ""
    for line in map(str.strip, whole.split("\n")):
        name = _SEPARATOR.split(mended)[-1]
        breaks = bool(mended) and mended[-1] not in _LIST_MARKS and (not _END.search(name) or _BARE_END.match(line))
        mended += line if breaks or not mended else "\n" + line
    return mended


def _pieces(text: str) -> Iterator[str]:
    """The text between separators that stand outside brackets; 各县（市）、区人民政府 is one body."""
    whole = ""
    for piece in _between_separators(text):
        if whole and _LEVEL_GOES_ON.match(piece):
            yield f"{whole}、{piece}"
            whole = ""
            continue
        if whole:
            yield whole
        whole = piece if _EVERY_LEVEL.fullmatch(piece.strip()) else ""
        if not whole:
            yield piece
    if whole:
        yield whole


def _between_separators(text: str) -> Iterator[str]:
    begin, closing = 0, ""
    for match in _TOKEN.finditer(text):
        mark = match.group()
        if closing:
            closing = "" if mark == closing else closing
        elif mark in _BRACKETS:
            closing = _BRACKETS[mark]
        elif _SEPARATOR.fullmatch(mark):
            yield text[begin : match.start()]
            begin = match.end()
    yield text[begin:]


def _split_lost(name: str) -> list[str]:
    """区教育局��区住建局 are two: a lost character between two bodies was a separator."""
    parts = [part for part in name.split("\ufffd") if part]
    return parts if len(parts) > 1 and all(map(_END.search, parts)) else [name]


def _split_and(name: str) -> Iterator[str]:
    """州教育局和州民政局 are two; 州文化和旅游局 is one: what stands before 和 must be a body by itself."""
    for match in _AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        # 残联和各县市人民政府: behind 和 what begins with 各 is never the second half of one name.
        is_long = len(left) > 2 or (len(left) > 1 and right.startswith("各"))  # noqa: PLR2004
        if _END.search(left) and _END.search(right) and is_long and (has_level(right) or left[-1] == right[-1]):
            yield left
            yield from _split_and(right)
            return
    if name:
        yield name


def _with_shared_ends(names: list[str]) -> list[str]:
    """伊宁市、奎屯市人民政府: the end written once belongs to each bare place before it."""
    shared, ended = "", []
    for name in reversed(names):
        if (match := _GOVERNMENT.search(name)) and _BARE_PLACE.search(name[: match.start()]):
            shared = match.group()
        elif shared and _BARE_PLACE.search(name) and len(name) > 1 and not name.startswith("各"):
            name += shared  # noqa: PLW2901
        else:
            shared = ""
        ended.append(name)
    return ended[::-1]


def _level_of(name: str) -> str:
    """州 of 州教育局, 东河市 of 东河市教育局; nothing for a place's government or a body that stands on its own."""
    if name.startswith(OWN_NAMES) or _GOVERNMENT.search(name):
        return ""
    match = _LEVEL.match(name) or _named_place(name)
    return match.group() if match and len(name) > match.end() + 1 else ""


def _named_place(name: str) -> re.Match[str] | None:
    match = _PLACE.match(name)
    return None if match is None or _NO_PLACE.search(match.group()) else match


def _levelled(name: str, level: str) -> str:
    if not level or _level_of(name) or name.startswith(OWN_NAMES) or _stands_alone(name):
        return name
    return level + name


def _stands_alone(name: str) -> bool:
    """A place, its government, a firm or school of its own name is nobody's department."""
    if _OWN_FIRM.fullmatch(name):
        return False
    return bool(
        (name.startswith(LEVELS) and not name.startswith(NO_LEVELS))
        or (_GOVERNMENT.search(name) and name not in ("政府办", "政府办公室"))
        or _NOBODYS.search(name)
        or _named_place(name)
        or not _END.search(name)
    )
