"""Finds bodies by name while a document is entered, and proposes that a new name may be a known body's."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from duixian.registers.lookup import body_named, known_body
from duixian.registers.models import Body, BodyName, NameKind, NameState, Place
from duixian.workflow.resemblance import BodyKey, Resemblance

# 各县市人民政府, 有关部门: many bodies at once, never one under another name.
_COLLECTIVE = ("各", "有关", "相关", "其他", "其它", "全")


@dataclass
class Naming:
    """One document's names. ``on`` is the document's day, by which dated names are understood.

    ``proposed`` are the pairs that wait for a person; nothing is taken for one body before.
    """

    on: dt.date | None = None
    proposed: list[BodyName] = field(default_factory=list)

    def body(self, name: str) -> Body:
        """The body known by this name, entered if there is none."""
        known = known_body(name, on=self.on)
        if known is not None:
            return known
        keys = self._keys  # read before the new row is there, which resembles itself
        body = body_named(name, on=self.on)
        key = self._resemblance.key(name)
        if not name.startswith(_COLLECTIVE):
            self.proposed += [_propose(body, other, reason) for other, reason in self._alike(key)]
            keys[body] = key
        return body

    def _alike(self, key: BodyKey) -> list[tuple[Body, str]]:
        pairs = ((other, self._resemblance.reason(key, known)) for other, known in self._keys.items())
        return [(other, reason) for other, reason in pairs if reason]

    @cached_property
    def _resemblance(self) -> Resemblance:
        codes: dict[str, str] = {}
        for code, name, short_names in Place.objects.values_list("code", "name", "short_names"):
            codes |= dict.fromkeys((name, *short_names), code)
        return Resemblance(codes)

    @cached_property
    def _keys(self) -> dict[Body, BodyKey]:
        bodies = [body for body in Body.objects.filter(same_as=None) if not body.name.startswith(_COLLECTIVE)]
        return {body: self._resemblance.key(body.name) for body in bodies}


def _propose(new: Body, known: Body, reason: str) -> BodyName:
    """The pair as a proposal: the longer name is taken for the full one, and the other for its alias."""
    full, short = sorted((new, known), key=lambda body: len(body.name), reverse=True)
    return suggest_alias(full, short.name, reason=reason)


def suggest_alias(body: Body, name: str, *, reason: str) -> BodyName:
    """The row that says ``name`` may be ``body``'s; one that is there already stays as it was decided."""
    return BodyName.objects.get_or_create(
        body=body,
        name=name,
        valid_from=None,
        defaults={"kind": NameKind.ALIAS, "state": NameState.PROPOSED, "reason": reason},
    )[0]
