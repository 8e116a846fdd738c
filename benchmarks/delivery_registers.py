"""A register of any size for measuring delivery: targets shared out to places, reported every month for years."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.db import connection, transaction
from django.db.models import Model

from duixian.ledgers.models import Balance, Posting
from duixian.registers.models import (
    Account,
    Allocation,
    Assignment,
    AssignmentBody,
    Body,
    Commitment,
    Document,
    Place,
    Proposal,
    Role,
    Site,
    Source,
    Target,
)

PLACES = 15
DAY = dt.date(2026, 6, 30)
_NOW = dt.datetime(2026, 6, 30, tzinfo=dt.UTC)
_CLAUSE = "完成老旧小区改造，改善群众居住条件。\n"
_A_SHARE = 100


def fill(targets: int, *, months: int) -> Account:
    """Fills an empty database in columns, past the actions; gives the account that looks at it.

    Shape: a target a commitment and fifteen shares a target, each with a posting for every one of ``months`` ends up to
    30 June 2026, and the balances that go with them. Targets differ in speed, so that every light there is appears.
    """
    Site.objects.create(pk=1, name="云头州人民政府", shown_day=DAY)
    bodies = Body.objects.bulk_create(Body(name=f"州第{number}局") for number in range(20))
    account = Account.objects.create(username="bench", full_name="测", role=Role.SUPERVISION, created_at=_NOW)
    places = Place.objects.bulk_create(
        Place(code=f"99{number:04}", name=f"{number}县", level="county") for number in range(PLACES)
    )
    made = _targets(_document(account, targets), bodies, targets)
    Allocation.objects.bulk_create(
        (Allocation(target=target, place=place, value=_A_SHARE) for target in made for place in places),
        batch_size=5000,
    )
    days = _ends(months)
    _post(made, places, days, account)
    return account


def _ends(months: int) -> list[dt.date]:
    """The last days of that many months, the last of them DAY."""
    back = (DAY.year * 12 + DAY.month - 1 - count for count in range(months))
    return sorted(dt.date(month // 12, month % 12 + 1, monthrange(month // 12, month % 12 + 1)[1]) for month in back)


def _document(account: Account, targets: int) -> Document:
    text = _CLAUSE * targets
    source = Source.objects.create(
        sha256="0" * 64, name="bench.txt", kind="txt", size=1, text=text, compiler="bench",
        added_by=account, added_at=_NOW,
    )  # fmt: skip
    return Document.objects.create(
        source=source, key="bench", kind="work-plan", title="云头州2026年民生实事工作方案", year=2026,
        begin=0, end=len(text), adopted_by=account, adopted_at=_NOW,
    )  # fmt: skip


def _targets(document: Document, bodies: list[Body], count: int) -> list[Target]:
    def proposals(kind: str) -> list[Proposal]:
        rows = (
            Proposal(document=document, kind=kind, clause=str(n), begin=0, end=1, read={}, decision="accepted")
            for n in range(count)
        )
        return Proposal.objects.bulk_create(rows, batch_size=2000)

    commitments = Commitment.objects.bulk_create(
        (
            Commitment(
                document=document, proposal=proposal, ordinal=number + 1, title=f"改造老旧小区（第{number + 1}件）",
                begin=number * len(_CLAUSE), end=(number + 1) * len(_CLAUSE), year=2026,
            )
            for number, proposal in enumerate(proposals("commitment"))
        ),
        batch_size=2000,
    )  # fmt: skip
    _assign(commitments, proposals("assignment"), bodies)
    return Target.objects.bulk_create(
        (
            Target(
                commitment=commitment, proposal=proposal, object="老旧小区", value=_A_SHARE * PLACES, unit="个",
                comparator="=", begins=dt.date(2023, 7, 1), due=dt.date(2026, 12, 31), due_basis="clause",
                begin=commitment.begin, end=commitment.begin + 1,
            )
            for commitment, proposal in zip(commitments, proposals("target"), strict=True)
        ),
        batch_size=2000,
    )  # fmt: skip


def _assign(commitments: list[Commitment], proposals: list[Proposal], bodies: list[Body]) -> None:
    assignments = Assignment.objects.bulk_create(
        (
            Assignment(commitment=commitment, proposal=proposal, deadline=dt.date(2026, 12, 31), begin=0, end=1)
            for commitment, proposal in zip(commitments, proposals, strict=True)
        ),
        batch_size=2000,
    )
    AssignmentBody.objects.bulk_create(
        (
            AssignmentBody(assignment=assignment, body=bodies[number % len(bodies)], part="lead", ordinal=1)
            for number, assignment in enumerate(assignments)
        ),
        batch_size=2000,
    )


def _post(targets: list[Target], places: list[Place], days: list[dt.date], account: Account) -> None:
    """Postings and balances, past the model objects: millions of them would take longer than all that is measured."""
    shares = [(target.pk, place.pk) for target in targets for place in places]
    _load(
        Posting,
        ("id", "target_id", "place_id", "counter", "day", "value", "note", "posted_by_id", "posted_at"),
        (
            (share * len(days) + number, target, place, "", day, value, "", account.pk, _NOW)
            for share, (target, place) in enumerate(shares)
            for number, (day, value) in enumerate(zip(days, _values(target + place, len(days)), strict=True), 1)
        ),
    )
    _load(
        Balance,
        ("id", "target_id", "place_id", "counter", "posting_id", "day", "value"),
        (
            (
                share + 1,
                target,
                place,
                "",
                (share + 1) * len(days),
                days[-1],
                list(_values(target + place, len(days)))[-1],
            )
            for share, (target, place) in enumerate(shares)
        ),
    )


def _load(model: type[Model], columns: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    table, named = model._meta.db_table, ", ".join(columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
        else:
            marks = ", ".join(["?"] * len(columns))
            written = (tuple(map(_written, row)) for row in rows)
            # The driver's own: Django's would rewrite the statement and its parameters for every row.
            raw = connection.connection.cursor()
            raw.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", written)


def _written(value: object) -> object:
    """As Django keeps it in SQLite."""
    match value:
        case dt.datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case dt.date():
            return value.isoformat()
        case Decimal():
            return f"{value:.4f}"
        case _:
            return value


def _values(seed: int, months: int) -> Iterator[Decimal]:
    """Running totals that rise to between 60 and 105 of 100 by now, not quite evenly."""
    by_now = 60 + seed * 7 % 46
    for number in range(1, months + 1):
        wave = (seed + number) % 3 - 1 if number < months else 0
        yield Decimal(max(0, by_now * number // months + wave))
