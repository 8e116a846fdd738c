"""Reads who answers for which clause and by when; reads the clauses and year, writes the assignments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.bodies import read_bodies
from duixian.compiler.deadlines import read_deadline
from duixian.compiler.duties import Claim, read_claims
from duixian.compiler.fields import Duty
from duixian.compiler.officials import read_holder, read_officials
from duixian.compiler.page import Page
from duixian.compiler.page_marks import FILLER
from duixian.compiler.reading import Assignment, Document, Kind, Official
from duixian.units import Span

# Rules, rosters and plans for the press give no tasks of the year; a report in the press gives none at all.
_WITHOUT = (Kind.NEWS, Kind.ROSTER, Kind.MEASURES, Kind.PRESS_PLAN)
_FIRST_LEADS = re.compile(
    r"(?:排|列|位|名)[^。\n]{0,14}(?:第一|首位|首个|最前)[^。\n]{0,16}(?:为|是)[^。\n]{0,6}牵头"
    r"|(?:排|列)在?(?:第一|首位|最前|前面)的?(?:单位|部门)?[^。\n]{0,6}(?:牵头|负总责|主办)"
    r"|第一(?:个|位)?(?:责任)?单位[^。\n]{0,6}(?:为|是)[^。\n]{0,6}牵头"
)
_MARKED_LEAD = re.compile(r"[（(](?:总?牵头(?:单位|部门)?|主办)[)）]$")
_VERB_BEHIND = re.compile(r"(?:等)?(?:按照?职责(?:分工)?)?(?:分别|共同|分工)?(?:负责|落实|配合|牵头|实施)+$")


def read_assignments(page: Page, document: Document) -> Document:
    """``document`` with its assignments in the order of the text, one or more a clause."""
    if document.kind in _WITHOUT:
        return document
    claims = list(_placed(document, read_claims(page, document)))
    first_leads = bool(_FIRST_LEADS.search(page.plain, document.span.begin, document.span.end))
    found = (_assignment(page, document, group, first_leads=first_leads) for group in _groups(claims))
    return replace(document, assignments=tuple(one for one in found if one))


@dataclass(frozen=True, slots=True)
class _Placed:
    clause: str
    claim: Claim


def _placed(document: Document, claims: Sequence[Claim]) -> Iterator[_Placed]:
    """Each claim with the clause it is for: where it stands, or the whole that its last point ends."""
    claimed: set[str] = set()
    for claim in claims:
        clause = document.clause_at(claim.span.begin)
        if claim.own_line and clause not in claimed:
            clause = _whole(clause, claimed)
        claimed.add(clause)
        yield _Placed(clause, claim)


def _whole(clause: str, claimed: set[str]) -> str:
    """The clause above, where a field's line below the last of several points is the first to name anybody."""
    above, _, last = clause.rpartition(".")
    if not above or above == "0" or int(last) == 1:
        return clause
    if above in claimed or not any(f"{above}.{n}" in claimed for n in range(1, int(last))):
        return above
    return clause


def _groups(placed: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """Claims of one clause make one assignment, until the same field comes again."""
    group: list[_Placed] = []
    for one in placed:
        if group and (one.clause != group[0].clause or _again(group, one.claim)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _again(group: Sequence[_Placed], claim: Claim) -> bool:
    if claim.duty not in (Duty.LEAD, Duty.RESPONSIBLE, Duty.DEADLINE):
        return False
    return any(
        one.claim.duty is claim.duty and one.claim.key == claim.key and one.claim.span != claim.span for one in group
    )


def _assignment(page: Page, document: Document, group: Sequence[_Placed], *, first_leads: bool) -> Assignment | None:
    claims = [one.claim for one in group]
    named = _named(page, claims)
    lead, support = _bodies(named, first_leads=first_leads)
    deadline = next(
        (
            read_deadline(claim.value.of(page.plain).replace(FILLER, ""), year=document.year)
            for claim in _of(claims, Duty.DEADLINE)
        ),
        None,
    )
    held = [one.holder for one in named if one.holder]
    assignment = Assignment(
        clause=group[0].clause,
        lead=lead,
        support=support,
        span=Span(min(claim.span.begin for claim in claims), max(claim.span.end for claim in claims)),
        lead_officials=_officials(page, claims, Duty.LEAD_OFFICIAL, lead or support),
        responsible_officials=(*_officials(page, claims, Duty.RESPONSIBLE_OFFICIAL, lead or support), *held),
        deadline=deadline.day if deadline else None,
        continuous=bool(deadline and deadline.continuous),
    )
    says_something = lead or support or deadline or assignment.lead_officials or assignment.responsible_officials
    return assignment if says_something else None


def _of(claims: Sequence[Claim], duty: Duty) -> list[Claim]:
    return [claim for claim in claims if claim.duty is duty]


@dataclass(frozen=True, slots=True)
class _Named:
    """A body of a list, and the person written beside it (县教育局（张三）)."""

    duty: Duty
    body: str
    holder: Official | None


def _named(page: Page, claims: Sequence[Claim]) -> list[_Named]:
    level = ""
    found: list[_Named] = []
    for duty in (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT):
        for claim in _of(claims, duty):
            bodies = read_bodies(claim.value.of(page.plain), level=level)
            level = bodies.level
            for name in bodies.names:
                body, holder = read_holder(name, may_be_person="责任人" in claim.key)
                if holder and not holder.post and not holder.org and found:
                    holder = replace(holder, org=found[-1].body)
                found.append(_Named(duty, body, holder))
    return found


def _bodies(named: Sequence[_Named], *, first_leads: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who leads and who supports: 责任单位 beside 牵头单位 supports it, alone it leads."""
    by_duty: dict[Duty, list[str]] = {}
    for one in named:
        by_duty.setdefault(one.duty, []).append(one.body)
    lead, support = _led(by_duty, first_leads=first_leads)
    lead = list(dict.fromkeys(map(_name, lead)))
    return tuple(filter(None, lead)), tuple(
        dict.fromkeys(name for name in map(_name, support) if name and name not in lead)
    )


def _led(named: dict[Duty, list[str]], *, first_leads: bool) -> tuple[list[str], list[str]]:
    lead, responsible, support = (named.get(duty, []) for duty in (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT))
    if lead:
        return lead, [*responsible, *support]
    if marked := [name for name in responsible if _MARKED_LEAD.search(name)]:
        return marked, [*(name for name in responsible if name not in marked), *support]
    if first_leads:
        return responsible[:1], [*responsible[1:], *support]
    return responsible, support


def _name(written: str) -> str:
    return _VERB_BEHIND.sub("", _MARKED_LEAD.sub("", written))


def _officials(page: Page, claims: Sequence[Claim], duty: Duty, bodies: Sequence[str]) -> tuple[Official, ...]:
    found = (
        official
        for claim in _of(claims, duty)
        for official in read_officials(claim.value.of(page.plain), bodies=bodies, field=_post_of(claim.key))
    )
    # A leader named without a post may stand above the bodies: whose he is, the text does not say.
    unknown = duty is Duty.LEAD_OFFICIAL
    return tuple(replace(one, org=None) if unknown and not one.post else one for one in found)


def _post_of(key: str) -> str:
    """A field that is itself a post (分管领导) stands for the post of the names that have none."""
    return key if key.startswith(("分管", "县领导", "市领导", "州领导", "主要领导")) else ""
