"""Turns a roster document into coordination bodies: seats, office, and the rule for vacant seats."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.compiler import read
from duixian.compiler.coordination_office import read_office
from duixian.compiler.reading import Member, Roster
from duixian.compiler.succession import Succession as ReadSuccession
from duixian.compiler.succession import read_succession
from duixian.registers.models import Coordination, Document, Post, Seat, SeatPart, Succession
from duixian.units import Span
from duixian.workflow.holding import Holding
from duixian.workflow.naming import Naming

# A rule in the notice itself is for each body in it only where it says so.
_FOR_ALL = ("各", "上述", "以上", "均", "议事协调机构")
_OFFICE = "办公室"
_NO_CHAIR = ("执行", "常务", "名誉")
_CHAIRS = (
    "组长",
    "主任",
    "总指挥",
    "指挥长",
    "召集人",
    "会长",
    "理事长",
    "主任委员",
    "班长",
    "团长",
    "总协调人",
    "负责人",
)


@dataclass(frozen=True, slots=True)
class Entered:
    """One coordination body as entered. ``unseated`` are those whose post names no body."""

    coordination: Coordination
    seats: int
    unseated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """One roster with what stands around it; ``region`` runs to the next roster."""

    roster: Roster
    region: Span


def rosters_of(document: Document) -> tuple[Roster, ...]:
    """The rosters of the stored document, read again from its source: the text has not changed since."""
    reading = read(document.source.text, name=document.source.name)
    found = next((one for one in reading.documents if one.span == Span(document.begin, document.end)), None)
    return found.bodies if found else ()


def enter_rosters(document: Document, rosters: Sequence[Roster], *, begins: dt.date | None) -> Iterator[Entered]:
    """Each roster entered. The caller has made sure that no newer one of the same name is in force."""
    ends = [roster.span.begin for roster in rosters[1:]] + [document.end]
    holding = Holding(document, Naming(on=document.date))
    general = _general_rule(document, rosters)
    for roster, end in zip(rosters, ends, strict=True):
        yield _enter(document, _Read(roster, Span(roster.span.end, end)), holding, general, begins)


def part_of(role: str) -> SeatPart:
    """The part of a seat by the document's own word.

    >>> part_of("总召集人").value, part_of("常务副组长").value, part_of("办公室主任").value, part_of("委员").value
    ('chair', 'deputy', 'office-chief', 'member')
    """
    if role.startswith(_OFFICE):
        return SeatPart.OFFICE_DEPUTY if "副" in role else SeatPart.OFFICE_CHIEF
    if "副" in role or (role.startswith(_NO_CHAIR[:2]) and role.endswith(_CHAIRS)):
        return SeatPart.DEPUTY
    return SeatPart.CHAIR if role.endswith(_CHAIRS) and not role.startswith(_NO_CHAIR) else SeatPart.MEMBER


def _enter(
    document: Document, found: _Read, holding: Holding, general: ReadSuccession | None, begins: dt.date | None
) -> Entered:
    text = document.source.text
    rule = read_succession(text, within=found.region) or general
    office = read_office(text, within=found.region)
    coordination = Coordination.objects.create(
        name=found.roster.name[:160],
        document=document,
        office=holding.naming.body(office.body) if office and office.body else None,
        succession=rule.rule.value if rule else Succession.UNSAID,
        succession_begin=rule.span.begin if rule else None,
        succession_end=rule.span.end if rule else None,
        notice_parts=sorted({part_of(role).value for role in rule.notice_roles}) if rule else [],
        begins=begins,
    )
    members = list(found.roster.members)
    unseated = [member.name for member in members if not _seat(coordination, member, holding)]
    if office and not any(member.role.startswith(_OFFICE) for member in members):
        chief = _chief(members, name=office.chief_name, post=office.chief_post, span=office.span)
        if chief is not None and not _seat(coordination, chief, holding):
            unseated.append(chief.name)
    return Entered(coordination, coordination.seats.count(), tuple(unseated))


def _chief(members: Sequence[Member], *, name: str | None, post: str | None, span: Span) -> Member | None:
    """The office's chief: a member by name, or the holder of a post. A name alone tells no post, and seats nobody."""
    role = f"{_OFFICE}主任"
    if post:
        return Member(role, "", post, span)
    member = next((one for one in members if one.name == name), None)
    return Member(role, member.name, member.post, span) if member else None


def _seat(coordination: Coordination, member: Member, holding: Holding) -> bool:
    """Whether the member's post names a body, so that there is a post for the seat to lie on."""
    written = holding.post_written(member.post)
    if written is None:
        return False
    post, several = written
    if member.name:
        holding.hold(post, member.name, several=several)
    Seat.objects.create(
        coordination=coordination,
        part=part_of(member.role),
        role_written=member.role[:40],
        post=post,
        name_written=member.name[:60] or _holder_of(post),
        ordinal=coordination.seats.count() + 1,
        begin=member.span.begin,
        end=member.span.end,
        begins=coordination.begins,
    )
    return True


def _holder_of(post: Post) -> str:
    """The name of the one who holds the post, where one does; the document named the post alone."""
    names = list(post.holders.filter(ends=None).values_list("name", flat=True)[:2])
    return names[0] if len(names) == 1 else ""


def _general_rule(document: Document, rosters: Sequence[Roster]) -> ReadSuccession | None:
    """A rule that the notice states once for all its bodies, before the first roster or behind the last."""
    text = document.source.text
    edges = [Span(document.begin, rosters[0].span.begin), Span(rosters[-1].span.end, document.end)] if rosters else []
    found = (read_succession(text, within=span) for span in edges)
    if len(rosters) == 1:
        return next((rule for rule in found if rule), None)
    return next((rule for rule in found if rule and any(word in rule.span.of(text) for word in _FOR_ALL)), None)
