"""Names the place each quantity is for, if its sentence names one before it; reads quantities, writes their place."""

import re
from dataclasses import dataclass, field

from duixian.compiler.figures.contexts import Context, Contexts
from duixian.compiler.lexicon import place_words as words
from duixian.compiler.reading import Role
from duixian.units import Span

# A list is walked name by name: one pattern for the whole of it would try every way to part the characters.
_ITEM = rf"{words.NAMED}(?=(?:{words.FOLLOWS})|{words.JOINTS})"
_FIRST = re.compile(rf"{words.BEGINS}(?:(?P<named>{_ITEM})|{words.LEVELS})|(?<=其中){words.NAMED}(?!级)")
# Every name and level holds one of these: looked for first, as most words before a number name no place.
_RANK = re.compile("[省疆州盟地市县区旗镇乡街村]")
_NEXT = re.compile(rf"{words.JOINTS}{_ITEM}")
_FOLLOWS = re.compile(words.FOLLOWS)
_MOST_LISTED = 14
_JOINT = re.compile(rf"(?<=[县市区州盟旗镇乡道直级]){words.JOINTS}")
_OTHERS = re.compile(words.OTHERS)
_COUNTIES = re.compile(rf"(?:^|(?<=[，、在和于])){words.COUNTY}")
_BRACKET = re.compile("[（()）]")
_PAUSE = re.compile(r"[，,：:]")
_ANEW = re.compile(r"[，,：:；](?:全年|年内|当年|20\d\d年)[^，,]*$")
_TITLE = re.compile(r"《[^《》]{1,60}》")
_WINDOW = 160


def read_places(contexts: Contexts) -> None:
    """Names the place of each quantity: the one its sentence named last before it, or none."""
    carried, sentence, end = Carried(), -1, 0
    for context in contexts.all:
        if context.sentence != sentence:
            carried, sentence = Carried(), context.sentence
            end = context.quantity.span.begin - len(context.told)
        gap = contexts.plain[max(end, context.quantity.span.begin - _WINDOW) : context.quantity.span.begin]
        gap = _TITLE.sub(_blank, gap)
        end = context.quantity.span.end
        context.place = carried.place_of(context, gap)


@dataclass
class Carried:
    """The place that a sentence has named so far; a bracket's own places end with the bracket."""

    place: str | None = None
    listed: int = 0
    outside: list[str | None] = field(default_factory=list)

    def place_of(self, context: Context, gap: str) -> str | None:
        """The place of the quantity before which ``gap`` stands, all since the quantity before it."""
        self._brackets(gap)
        if _OTHERS.search(gap):
            self.place, self.listed = None, 0
            return None
        found = _last_place(gap)
        if found is not None and gap[found.end - 1] == "村" and context.quantity.unit == "个":
            found = None  # 新建宜居村15个: the villages are what is counted
        if found is not None and not _ANEW.search(gap, found.end):
            self._name(found, gap)
            return self.place
        if gap.endswith("等") and context.role is Role.SCOPE:
            self._name_counted(context)
            return None
        if _PAUSE.search(gap) and self._ends_here(context, gap):
            self.place, self.listed = None, 0
        return self.place

    def _brackets(self, gap: str) -> None:
        """On an opening bracket keep what held outside; on the closing one take it back."""
        for sign in _BRACKET.findall(gap[:_WINDOW]):
            if sign in "（(":
                before = _last_place(gap[: gap.rfind(sign)])
                self.outside.append(_names(before, gap) if before else self.place)
            elif self.outside:
                self.place, self.listed = self.outside.pop(), 0

    def _name(self, found: Span, gap: str) -> None:
        adjacent = not gap[found.end :].strip("约近共各")
        self.listed = self.listed + 1 if adjacent else 0
        self.place = _names(found, gap)

    def _name_counted(self, context: Context) -> None:
        """在甲县…，乙县…等2个县: the names counted hold for what follows, if there are as many as it says."""
        named = list(dict.fromkeys(match.group() for match in _COUNTIES.finditer(context.told)))
        if len(named) == context.quantity.value:
            self.place = "、".join(named)

    def _ends_here(self, context: Context, gap: str) -> bool:
        """A new phrase with its own scope, or one after a list of places each with its number, is for no place."""
        own_scope = context.role is Role.SCOPE and not gap.endswith("等")
        return own_scope or self.listed > 1 or bool(_ANEW.search(gap))


def _blank(found: re.Match[str]) -> str:
    return "□" * len(found.group())


def _last_place(gap: str) -> Span | None:
    """Where the last place, or list of places, stands in ``gap``."""
    if not _RANK.search(gap):
        return None
    last, at = None, 0
    while found := _FIRST.search(gap, at):
        end = _list_end(gap, found.end()) if found["named"] else found.end()
        if not found["named"] or _FOLLOWS.match(gap, end):
            last, at = Span(found.start(), end), end
        else:
            at = found.start() + 1
    return last


def _list_end(gap: str, end: int) -> int:
    """Where the list ends whose first name ends at ``end``."""
    for _ in range(_MOST_LISTED):
        another = _NEXT.match(gap, end)
        if another is None:
            break
        end = another.end()
    return end


def _names(found: Span, gap: str) -> str:
    return "、".join(_JOINT.split(found.of(gap)))
