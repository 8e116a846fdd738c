"""Tells of a post as documents write it which body it is in and what it is called there."""

import re
from dataclasses import dataclass

from duixian.compiler.lexicon.posts import POST_ENDS
from duixian.compiler.officials import body_of_post

_ENDS = "|".join(sorted(POST_ENDS, key=len, reverse=True))
_SEPARATORS = "、，,；;"
# 党组成员、副局长 is the same chair as 副局长; 党组书记、副局长 is another one than 副局长: it heads the body.
_PARTY_MEMBER = re.compile(rf"党[组委](?:副书记|成员|委员)[{_SEPARATORS}](?=.)")
_PARTY_CHIEF = re.compile(rf"党[组委]书记[{_SEPARATORS}](?=(?!副|党)[^{_SEPARATORS}]+$)")
# Heads of a place's government; 自治州, 州 or nothing before them means the government that issues the document.
_HEAD = re.compile(
    r"(?:^|[、，,；;])(?P<place>[一-鿿·]{0,12}?)(?P<title>(?:常务)?副?(?:[省州市县区旗盟镇乡]长|专员|自治区主席))$"
)
_OWN_LEVEL = re.compile(r"(?:自治区|自治州|自治县|[省州市县区旗盟镇乡])?$")
_LAST_POST = re.compile(
    rf"^(?P<org>(?!党[组委]|分管|主要).{{2,40}}?)(?P<title>(?:专职|兼职|挂职|常务|[一二三四]级)?(?:{_ENDS})(?:[（(〈<].+[)）〉>])?)$"
)
_SEVERAL = re.compile("^(?:常务|专职|挂职|兼职)?副|成员|委员|常委|调研员|巡视员|科员|干部|工程师|[总]师$")


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post. ``org`` is its body as written; None for a head of the government that issues the document."""

    org: str | None
    title: str

    @property
    def several(self) -> bool:
        """Whether a body has more than one of it as a rule: deputies and members, never a head.

        >>> HeldPost("州财政局", "副局长").several, HeldPost("州财政局", "局长").several
        (True, False)
        """
        return bool(_SEVERAL.search(self.title))


def read_held_post(written: str, *, org: str | None = None) -> HeldPost:
    """The post that ``written`` names; ``org`` is its body where the document gives it apart.

    Seats in the party's group beside an office are left away, for one document names them and the next does not.

    >>> read_held_post("州教育局党组书记、局长"), read_held_post("党组成员、副局长", org="州教育局")
    (HeldPost(org='州教育局', title='局长'), HeldPost(org='州教育局', title='副局长'))
    >>> read_held_post("自治州副州长"), read_held_post("青屏县县长")
    (HeldPost(org=None, title='副州长'), HeldPost(org='青屏县人民政府', title='县长'))
    """
    if org is not None:
        return HeldPost(org, _office(written))
    if head := _HEAD.search(written):
        place = head["place"]
        return HeldPost(
            None if _OWN_LEVEL.fullmatch(place) else f"{place.removesuffix('人民政府')}人民政府", head["title"]
        )
    body = body_of_post(written)
    rest = written[len(body) :] if body else ""
    if body and rest and rest[0] not in _SEPARATORS:
        return HeldPost(body, _office(rest.lstrip("的")))
    first, others = _first_part(written)
    if match := _LAST_POST.match(first):
        return HeldPost(match["org"], _office(match["title"] + others))
    return HeldPost(None, _office(written))


def _office(title: str) -> str:
    """The title without seats in the party's group that stand beside an office.

    >>> _office("党组书记、局长"), _office("党组书记、副局长"), _office("党组书记")
    ('局长', '党组书记、副局长', '党组书记')
    """
    return _PARTY_CHIEF.sub("", _PARTY_MEMBER.sub("", title))


def _first_part(written: str) -> tuple[str, str]:
    """What stands before the first separator, and the rest with it."""
    at = next((n for n, mark in enumerate(written) if mark in _SEPARATORS), len(written))
    return written[:at], written[at:]
