"""Reads the persons named for a task, with their posts and the bodies these belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.compiler.bodies import is_body
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
_NEXT = re.compile(r"[，,；;、。/\s]+")
_UNIT = re.compile(
    r"(?P<level>(?:[一-鿿]{0,8}?(?:自治区|自治州|地区|兵团|[省州市县区盟旗师镇乡团])))"
    r"(?P<rest>[一-鿿（）]{0,24}?(?:局|委员会|委(?!员|常委)|部(?!长|门)|办公室|办公厅|办(?!公|事)|厅(?!长)|联合会|联(?!络|合)|协(?!会|调)|总工会|协会"
    r"|工会|中心(?![校小学])|研究院|院(?!长)|公司|集团|支队|中队|大队|总队|管委会|人民政府|政府|中心校(?!长)|[小中]学|所(?!长)|站(?!长)))"
)
_STEM = re.compile("(?:党委|委|人民政府|政府)$")
_STEM_GOES_ON = re.compile(r"[一-鿿]{1,14}?(?:部(?!长)|委(?!员|常委)|办公室|办公厅|局(?!长)|室(?!主任)|工委|党校)")
# 县委 as such is no body that a post belongs to; 县发展改革委 is.
_COMMITTEES = ("省委", "州委", "市委", "县委", "区委", "旗委", "镇委", "乡委", "党委")
# 县委常委、副县长: who sits there stands above every body that is given a task.
_COMMITTEE_SEAT = re.compile("[一-鿿]{0,8}?[省市县区州盟旗]委(?:常委|副?书记|委员|专职)")
# 镇党委 of 镇党委委员、副镇长, 县政府 of 县政府党组成员: a level's own organ, before the post held in it.
_ORGAN = re.compile(
    r"(?:[一-鿿]{0,8}?(?:自治区|自治州|地区|街道|开发区|园区|[省州市县区盟旗镇乡]))"
    r"(?:党工委|党委|工委|纪委监委|纪委|人大常委会|人大工委|人大|政协工委|政协|人民政府|政府|办事处|管委会)"
    r"(?=(?:党组|专职|常务|挂职)?(?:副?书记|常委|(?:宣传|组织|统战|政法|纪检|武装)?委员|成员|副?主[席任]|副?秘书长|副?主任委员"
    r"|副?[省市县区州旗盟镇乡]长|副?专员|[一二三四]级))"
)
_HEAD = re.compile(rf"(?:{'|'.join(HEADS)})")
_INNER_BLANK = re.compile(r"(?<=[一-鿿·])\s+(?=[一-鿿·（(])")
_LONGEST, _FULL_NAME = 600, 3
# 张三（分管）, 李四（兼）: the bracket says no post.
_NO_POST = re.compile("^(?:分管|协管|兼|主抓|牵头|主|副|常务|具体)$")
_PERSON_ENDS = re.compile(r"[；;\n]")
# 张三 县教育局局长: the name before the post; 旗水利局局长 敖特根巴雅尔: a name longer than Chinese ones are.
_FIRST_MARKS = "".join(sorted({name[0] for name in SURNAMES}))
_NO_BODY = "(?<![局委办部厅院会站处科所队镇乡县市区州副党])"
_SPACED = re.compile(
    rf"(?P<name>[{_FIRST_MARKS}][一-鿿]{{1,2}}{_NO_BODY})[ \t]+(?P<post>[^\s（()）]{{0,40}}(?:{_ENDS}))"
    rf"|(?P<post_before>[^\s（()）]{{0,40}}(?:{_ENDS}))[ \t]+(?P<long_name>[一-鿿]{{5,9}}{_NO_BODY})"
)
_ONE_NAME = re.compile(rf"(?!{_NO_PERSON})[{_FIRST_MARKS}][一-鿿]{{1,2}}{_NO_BODY}")
# 张三，县教育局副局长
_NAME_COMMA_POST = re.compile(
    rf"(?P<name>[{_FIRST_MARKS}][一-鿿]{{1,2}}{_NO_BODY})，(?P<post>[一-鿿]{{2,24}}(?<![长任记员席])(?:{_ENDS}))"
)
# 县教育局张三, 县教育局：张三, 县教育局（张三）: no post between.
_BODY_NAME = re.compile(
    rf"(?P<unit>[一-鿿]{{0,12}}[省市县区州旗镇乡盟][一-鿿]{{1,16}}(?:局|委|办|中心|办公室|委员会|公司|[镇乡]))[:：（(]?"
    rf"(?P<name>(?!{_NO_PERSON})[{_FIRST_MARKS}][一-鿿]{{1,2}}{_NO_BODY})[)）]?{_STOP}"
)
# 县教育局（张三）
_HELD = re.compile(
    rf"(?P<body>[^（()）]{{2,36}})[（(](?P<name>(?!{_NO_PERSON})[{_FIRST_MARKS}][一-鿿]{{1,2}}{_NO_BODY})[)）]"
)


@dataclass(frozen=True, slots=True)
class _Person:
    post: str
    name: str
    unit: str = ""


def read_officials(text: str, *, bodies: Sequence[str] = (), field: str = "") -> tuple[Official, ...]:
    """The persons named in ``text``, in order; ``bodies`` are the task's own, the leading one first.

    Shape: ``org`` is the body that the post begins with, else the leading body, None for a post above it;
    ``field`` stands for the post where a name has none and the field is a post itself (分管领导).

    >>> read_officials("党组成员、副局长张三", bodies=("东河县教育局",))
    (Official(org='东河县教育局', post='党组成员、副局长', name='张三'),)
    """
    whole = text[:_LONGEST].replace(FILLER, "").strip()
    if "\n" in whole and all(map(is_held_name, whole.split("\n"))):
        whole = whole.replace("\n", "；")
    persons = _spaced(whole) or _names_only(whole) or _persons(_INNER_BLANK.sub("", whole))
    return tuple(_official(person, bodies, field) for person in persons)


def is_held_name(text: str) -> bool:
    """Whether ``text`` is a body and one person of it, and nothing else (县住建局  胡国平)."""
    return bool(_BODY_NAME.fullmatch("".join(text.split())))


def read_holder(name: str, *, may_be_person: bool) -> tuple[str, Official | None]:
    """The body that one name of a list is, and the person written with it; ``""`` where the name is a person's alone.

    Shape: ``may_be_person`` where the field asks for persons too (责任单位及责任人), so that a bare name is one.

    >>> read_holder("东河县教育局（张建国）", may_be_person=False)
    ('东河县教育局', Official(org='东河县教育局', post='', name='张建国'))
    >>> read_holder("东河县教育局局长张建国", may_be_person=False)
    ('东河县教育局', Official(org='东河县教育局', post='局长', name='张建国'))
    >>> read_holder("各县（市、区）", may_be_person=True)
    ('各县（市、区）', None)
    """
    if (match := _HELD.fullmatch(name)) and is_body(match["body"]) and not is_body(match["name"]):
        return match["body"], Official(match["body"], "", match["name"])
    if is_body(name) or name.startswith("各"):
        return name, None
    persons = read_officials(name)
    if len(persons) == 1 and (persons[0].post or may_be_person):
        return persons[0].org or "", persons[0]
    return name, None


def _spaced(text: str) -> list[_Person]:
    """Persons whose name a blank parts from the post, where all are written so; else []."""
    matches = [_SPACED.fullmatch(piece.strip()) for piece in _PERSON_ENDS.split(text) if piece.strip()]
    found = [
        _Person(post=match["post"] or match["post_before"], name=match["name"] or match["long_name"])
        for match in matches
        if match and not _NO_NAME_ALONE.search(match["name"] or match["long_name"])
    ]
    return found if len(found) == len(matches) else []


def _names_only(text: str) -> list[_Person]:
    """Names with nothing but blanks between them (张建国 李敏), one of them at least too long to be half of one."""
    names = text.split()
    if len(names) < 2 or not any(len(name) == _FULL_NAME for name in names):  # noqa: PLR2004  one alone is read as such
        return []
    return [_Person("", name) for name in names] if all(map(_ONE_NAME.fullmatch, names)) else []


def _persons(text: str) -> Iterator[_Person]:
    at = 0
    while at < len(text):
        if skipped := _NEXT.match(text, at):
            at = skipped.end()
        match = (
            _NAME_FIRST.match(text, at)
            or _NAME_COMMA_POST.fullmatch(text, at)
            or _name_then_post(text, at)
            or _POST_FIRST.match(text, at)
            or _bare_name(text, at)
            or _BODY_NAME.match(text, at)
        )
        if match is None:
            following = _NEXT.search(text, at)
            at = following.end() if following else len(text)
            continue
        said = match.groupdict(default="")
        post = _NO_POST.sub("", said.get("post", "").strip(_SEPARATORS))
        yield _Person(post=post, name=match["name"].removesuffix("同志"), unit=said.get("unit", ""))
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
    if person.unit:
        return Official(person.unit, "", person.name)
    if not post:
        return Official(None if field or not bodies else bodies[0], field, person.name)
    if _COMMITTEE_SEAT.match(post):
        return Official(None, post, person.name)
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


def body_of_post(post: str) -> str | None:
    """The body that the words of a post begin with, or None where they begin with none.

    >>> body_of_post("州财政局副局长"), body_of_post("副州长")
    ('州财政局', None)
    """
    return _unit(post, ())
