"""Reads the persons named for a task, with their posts and the bodies these belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.compiler.lexicon.posts import HEADS, POST_ENDS
from duixian.compiler.lexicon.surnames import SURNAMES
from duixian.compiler.page_marks import FILLER
from duixian.compiler.reading import Official

_ENDS = "|".join(sorted(POST_ENDS, key=len, reverse=True))
_NO_NAME = "(?!科员|助理|书记|委员|成员|主任|副|局长|处长|部长|县长|兼|同志|主持|分管|负责|牵头|等|暂|待|各|党组|党委)"
# Two to four characters, or parts of a name joined by a dot as many languages' names are written.
_NAME = rf"{_NO_NAME}(?:[一-鿿]{{1,12}}(?:[·•・‧∙][一-鿿]{{1,12}}){{1,3}}|[一-鿿]{{2,4}}?)"
_STOP = r"(?=$|[，,；;、。/\s（(]|同志)"
_REMARK = r"(?:[（(〈<][^（()）〈〉<>]{1,24}[)）〉>])?"
_POST_FIRST = re.compile(rf"(?P<post>[^；;。]{{0,60}}?(?:{_ENDS}){_REMARK})[:：]?(?P<name>{_NAME})(?:同志)?{_STOP}")
_NAME_FIRST = re.compile(
    rf"(?P<name>{_NAME})(?:同志)?[（(](?P<post>[^（()）]{{0,60}}(?:[（(][^（()）]{{1,20}}[)）][^（()）]{{0,20}})?)[)）]"
)
# 张三局长: no surname begins these words, and no name ends as a body does.
_NO_PERSON = (
    "常务|单位|项目|相关|有关|分管|农业|水利|水务|工程|施工|安全|卫生|民政|司法|公安|教育|财政|文化|广电|包保|包联|平安|管理|支部|宗教"
    "|车间|工会|团委|班子|高新|经信|商务|全体|乡镇|党"
)
_NAME_THEN_POST = re.compile(
    rf"(?P<name>(?!{_NO_PERSON})[一-鿿]{{2,3}}?(?<![局委办部厅院会站处科所队镇乡县市区州副党]))"
    rf"(?P<post>(?:党[组委](?:副?书记|成员|委员)、?)?(?:{_ENDS})){_STOP}"
)
_NO_NAME_ALONE = re.compile(rf"^(?:{_NO_PERSON})|(?:{_ENDS})$")
_NAME_ALONE = re.compile(rf"(?P<name>{_NAME})(?:同志)?{_STOP}")
_SEPARATORS = " ，,；;、。/|"
_NEXT = re.compile(r"[，,；;、。\s]+")
_UNIT = re.compile(
    r"(?P<level>(?:[一-鿿]{0,8}?(?:自治区|自治州|地区|兵团|[省州市县区盟旗师镇乡团])))"
    r"(?P<rest>[一-鿿（）]{0,24}?(?:局|委员会|委(?!员|常委)|部(?!长|门)|办公室|办公厅|办(?!公|事)|厅(?!长)|联合会|联(?!络|合)|协(?!会|调)|总工会|协会"
    r"|工会|中心|研究院|院(?!长)|公司|集团|支队|大队|总队|管委会|人民政府|政府))"
)
_STEM = re.compile("(?:党委|委|人民政府|政府)$")
_STEM_GOES_ON = re.compile(r"[一-鿿]{1,14}?(?:部(?!长)|委(?!员|常委)|办公室|办公厅|局(?!长)|室(?!主任)|工委|党校)")
# 县委 as such is no body that a post belongs to; 县发展改革委 is.
_COMMITTEES = ("省委", "州委", "市委", "县委", "区委", "旗委", "镇委", "乡委", "党委")
# 镇党委 of 镇党委委员、副镇长, 县政府 of 县政府党组成员: a level's own organ, before the post held in it.
_ORGAN = re.compile(
    r"(?:[一-鿿]{0,8}?(?:自治区|自治州|地区|街道|开发区|园区|[省州市县区盟旗镇乡]))"
    r"(?:党工委|党委|工委|委|纪委监委|纪委|人大常委会|人大工委|人大|政协工委|政协|人民政府|政府|办事处|管委会)"
    r"(?=(?:党组|专职|常务|挂职)?(?:副?书记|常委|(?:宣传|组织|统战|政法|纪检|武装)?委员|成员|副?主[席任]|副?秘书长|副?主任委员"
    r"|副?[省市县区州旗盟镇乡]长|副?专员|[一二三四]级))"
)
_HEAD = re.compile(rf"(?:{'|'.join(HEADS)})")
_INNER_BLANK = re.compile(r"(?<=[一-鿿·])\s+(?=[一-鿿·（(])")
_LONGEST = 600
_PERSON_ENDS = re.compile(r"[；;\n]")
# 张三 县教育局局长: the name before the post; 旗水利局局长 敖特根巴雅尔: a name longer than Chinese ones are.
_FIRST_MARKS = "".join(sorted({name[0] for name in SURNAMES}))
_NO_BODY = "(?<![局委办部厅院会站处科所队镇乡县市区州副党])"
_SPACED = re.compile(
    rf"(?P<name>[{_FIRST_MARKS}][一-鿿]{{1,2}}{_NO_BODY})[ \t]+(?P<post>[^\s（()）]{{0,40}}(?:{_ENDS}))"
    rf"|(?P<post_before>[^\s（()）]{{0,40}}(?:{_ENDS}))[ \t]+(?P<long_name>[一-鿿]{{5,9}}{_NO_BODY})"
)


@dataclass(frozen=True, slots=True)
class _Person:
    post: str
    name: str


def read_officials(text: str, *, bodies: Sequence[str] = (), field: str = "") -> tuple[Official, ...]:
    """The persons named in ``text``, in order; ``bodies`` are the task's own, the leading one first.

    Shape: ``org`` is the body that the post begins with, else the leading body, None for a post above it;
    ``field`` stands for the post where a name has none and the field is a post itself (分管领导).

    >>> read_officials("党组成员、副局长张三", bodies=("东河县教育局",))
    (Official(org='东河县教育局', post='党组成员、副局长', name='张三'),)
    """
    whole = text[:_LONGEST].replace(FILLER, "").strip()
    persons = _spaced(whole) or _persons(_INNER_BLANK.sub("", whole))
    return tuple(_official(person, bodies, field) for person in persons)


def _spaced(text: str) -> list[_Person]:
    """Persons whose name a blank parts from the post, where all are written so; else []."""
    matches = [_SPACED.fullmatch(piece.strip()) for piece in _PERSON_ENDS.split(text) if piece.strip()]
    found = [
        _Person(post=match["post"] or match["post_before"], name=match["name"] or match["long_name"])
        for match in matches
        if match and not _NO_NAME_ALONE.search(match["name"] or match["long_name"])
    ]
    return found if len(found) == len(matches) else []


def _persons(text: str) -> Iterator[_Person]:
    at = 0
    while at < len(text):
        if skipped := _NEXT.match(text, at):
            at = skipped.end()
        match = (
            _NAME_FIRST.match(text, at)
            or _name_then_post(text, at)
            or _POST_FIRST.match(text, at)
            or _bare_name(text, at)
        )
        if match is None:
            following = _NEXT.search(text, at)
            at = following.end() if following else len(text)
            continue
        yield _Person(
            post=(match.groupdict().get("post") or "").strip(_SEPARATORS), name=match["name"].removesuffix("同志")
        )
        at = match.end()


def _name_then_post(text: str, at: int) -> re.Match[str] | None:
    match = _NAME_THEN_POST.match(text, at)
    return match if match and match["name"][0] in SURNAMES else None


def _bare_name(text: str, at: int) -> re.Match[str] | None:
    match = _NAME_ALONE.match(text, at)
    if match is None or _NO_NAME_ALONE.search(match["name"]):
        return None
    return match if match["name"][0] in SURNAMES or "·" in match["name"] else None


def _official(person: _Person, bodies: Sequence[str], field: str) -> Official:
    post = person.post
    if not post:
        return Official(None if field or not bodies else bodies[0], field, person.name)
    unit = _unit(post, bodies)
    if unit and unit != post:
        return Official(unit, post[len(unit) :].lstrip("的"), person.name)
    if _HEAD.search(post):
        return Official(None, post, person.name)
    return Official(bodies[0] if bodies else None, post, person.name)


def _unit(post: str, bodies: Sequence[str]) -> str | None:
    """The body that ``post`` begins with, or None: 副县长 is above every body that is given a task."""
    for body in sorted(bodies, key=len, reverse=True):
        if post.startswith(body):
            return body
    if organ := _ORGAN.match(post):
        return organ.group()
    match = _UNIT.match(post)
    if match is None:
        return None
    end = match.end()
    if _STEM.search(match.group()) and (more := _STEM_GOES_ON.match(post, end)):
        end = more.end()
    elif _STEM.search(match.group()):
        return None if match.group().endswith(_COMMITTEES) else post[:end]
    return post[:end]
