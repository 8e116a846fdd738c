"""Reads where a coordination body's office (办公室) sits and who is its chief."""

import re
from dataclasses import dataclass

from duixian.compiler.lexicon.posts import POST_ENDS
from duixian.compiler.script import fold
from duixian.units import Span

_HAN = r"[一-鿿·•]"
_SITS = re.compile(
    rf"办公室\s{{0,4}}(?:设在|设于|设立在|挂靠在?)\s{{0,4}}(?P<body>{_HAN}{{2,30}}?)(?=[，,。；;、]|承担|负责|具体|$)"
)
_CHIEF = re.compile(
    rf"(?:办公室)?(?<!副)主任(?:一职)?(?:由|：)\s{{0,4}}(?P<who>{_HAN}{{2,40}}?)(?:同志)?(?:兼任|担任|兼)(?=[，,。；;、]|$)"
)
_POST = re.compile(rf"^.{{2,}}(?:{'|'.join(sorted(POST_ENDS, key=len, reverse=True))})$")


@dataclass(frozen=True, slots=True)
class CoordinationOffice:
    """The office: ``body`` holds it; its chief is a person's name, or the post whose holder it is, or not said."""

    body: str | None
    chief_name: str | None
    chief_post: str | None
    span: Span


def read_office(text: str, *, within: Span | None = None) -> CoordinationOffice | None:
    """The office that ``text`` names first, or None where it names none.

    >>> office = read_office("领导小组办公室设在州水利局，办公室主任由李四同志兼任。")
    >>> office.body, office.chief_name, office.chief_post
    ('州水利局', '李四', None)
    """
    span = within or Span(0, len(text))
    plain = fold(text)
    sits = _SITS.search(plain, span.begin, span.end)
    chief = _CHIEF.search(plain, sits.end() if sits else span.begin, span.end)
    found = [match for match in (sits, chief) if match]
    if not found or "办公室" not in "".join(match.group() for match in found):
        return None
    who = chief["who"] if chief else None
    is_post = bool(who and _POST.match(who))
    return CoordinationOffice(
        body=sits["body"] if sits else None,
        chief_name=None if is_post else who,
        chief_post=who if is_post else None,
        span=Span(found[0].start(), found[-1].end()),
    )
