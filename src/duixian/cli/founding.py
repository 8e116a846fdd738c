"""Founds a site on its first start: places, one account a role, passwords made on the spot."""

import datetime as dt
import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from duixian.places import PlaceBook, load_places
from duixian.registers.lookup import body_named
from duixian.registers.models import Account, Role
from duixian.workflow.acting import Acting
from duixian.workflow.actions.create_account import NewAccount, create_account
from duixian.workflow.actions.found_site import found_site
from duixian.workflow.actions.load_places import load_places as enter_places


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is to sign in; ``body`` is a name; a reporter needs one."""

    username: str
    full_name: str
    role: Role
    body: str | None = None


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody needs to sign in."""

    person: Person
    password: str


# For somebody's own documents: the roles without the reporters, whose bodies only the documents name.
OWN_PEOPLE = (
    Person("admin", "系统管理员", Role.ADMINISTRATOR),
    Person("supervision", "督查室", Role.SUPERVISION),
    Person("leader", "分管领导", Role.LEADER),
    Person("auditor", "审计", Role.AUDITOR),
)


def found(
    people: Sequence[Person],
    *,
    name: str,
    shown_day: dt.date | None,
    now: dt.datetime,
    more_places: PlaceBook | None,
    filings_from: dt.date | None = None,
) -> tuple[SignIn, ...]:
    """Makes the site and its accounts. Errors: Refused where it is founded already."""
    sign_ins = tuple(SignIn(person, secrets.token_urlsafe(9)) for person in people)
    first = next(one for one in sign_ins if one.person.role == Role.ADMINISTRATOR)
    administrator = found_site(
        name=name, shown_day=shown_day, administrator=_new(first), now=now, filings_from=filings_from
    )
    acting = Acting(administrator, now, now.date())
    enter_places(acting, load_places(), name="xinjiang.csv")
    if more_places is not None:
        enter_places(acting, more_places, name="places.csv")
    for one in sign_ins:
        if one is not first:
            create_account(acting, _new(one))
    return sign_ins


def _new(one: SignIn) -> NewAccount:
    person = one.person
    return NewAccount(
        username=person.username,
        full_name=person.full_name,
        role=person.role,
        password=one.password,
        body=body_named(person.body) if person.body else None,
    )


def acting_as(username: str, *, now: dt.datetime, today: dt.date) -> Acting:
    """The account with that name, acting at ``now``. Errors: Account.DoesNotExist."""
    return Acting(Account.objects.get(username=username), now, today)


def keep_sign_ins(sign_ins: Iterable[SignIn], folder: Path) -> Path:
    """Writes the passwords where only the owner of the site's folder can read them."""
    path = folder / "sign-in.txt"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        for one in sign_ins:
            body = f"（{one.person.body}）" if one.person.body else ""
            file.write(f"{one.person.role.label}{body}\t{one.person.username}\t{one.password}\n")
    return path
