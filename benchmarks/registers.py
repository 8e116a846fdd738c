"""Registers of any size for measuring pages: a target a commitment, shared out to counties, reported monthly."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

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

COUNTIES, MONTHS = 14, 6
DAY = dt.date(2026, 6, 30)
_NOW = dt.datetime(2026, 6, 30, tzinfo=dt.UTC)
_CLAUSE = "完成老旧小区改造140个，改善群众居住条件。"


def fill(commitments: int) -> Account:
    """Fills an empty database in columns, past the actions; gives the account that looks at it."""
    Site.objects.create(pk=1, name="云头州人民政府", shown_day=DAY)
    body = Body.objects.create(name="州住房和城乡建设局")
    account = Account.objects.create(username="bench", full_name="测", role=Role.SUPERVISION, created_at=_NOW)
    places = Place.objects.bulk_create(
        Place(code=f"99{number:04}", name=f"{number}县", level="county") for number in range(COUNTIES)
    )
    targets = _targets(_document(account, commitments), body, commitments, account)
    Allocation.objects.bulk_create(
        (Allocation(target=target, place=place, value=10) for target in targets for place in places), batch_size=5000
    )
    _post(targets, places, account, body)
    return account


def _document(account: Account, commitments: int) -> Document:
    text = "".join(f"{number}、{_CLAUSE}\n" for number in range(commitments))
    source = Source.objects.create(
        sha256="0" * 64, name="bench.txt", kind="txt", size=1, text=text, compiler="bench",
        added_by=account, added_at=_NOW,
    )  # fmt: skip
    return Document.objects.create(
        source=source, key="bench", kind="work-plan", title="云头州2026年民生实事工作方案", year=2026,
        begin=0, end=len(text), adopted_by=account, adopted_at=_NOW,
    )  # fmt: skip


def _targets(document: Document, body: Body, commitments: int, account: Account) -> list[Target]:
    def proposals(kind: str) -> list[Proposal]:
        return Proposal.objects.bulk_create(
            (
                Proposal(document=document, kind=kind, clause=str(number), begin=0, end=1, read={}, decision="accepted")
                for number in range(commitments)
            ),
            batch_size=2000,
        )

    spans = _spans(document.source.text)
    made = Commitment.objects.bulk_create(
        Commitment(
            document=document, proposal=proposal, ordinal=number + 1, title=f"改造老旧小区（第{number + 1}件）",
            begin=span[0], end=span[1], year=2026, released_at=_NOW, released_by=account,
        )
        for number, (proposal, span) in enumerate(zip(proposals("commitment"), spans, strict=True))
    )  # fmt: skip
    assignments = Assignment.objects.bulk_create(
        Assignment(commitment=commitment, proposal=proposal, deadline=dt.date(2026, 12, 31), begin=0, end=1)
        for commitment, proposal in zip(made, proposals("assignment"), strict=True)
    )
    AssignmentBody.objects.bulk_create(
        AssignmentBody(assignment=assignment, body=body, part="lead", ordinal=1) for assignment in assignments
    )
    return Target.objects.bulk_create(
        Target(
            commitment=commitment, proposal=proposal, object="老旧小区", value=140, unit="个", comparator="=",
            begins=dt.date(2026, 1, 1), due=dt.date(2026, 12, 31), due_basis="clause",
            begin=commitment.begin, end=commitment.begin + 1,
        )
        for commitment, proposal in zip(made, proposals("target"), strict=True)
    )  # fmt: skip


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in text.splitlines(keepends=True):
        yield begin, begin + len(line)
        begin += len(line)


def _post(targets: list[Target], places: list[Place], account: Account, body: Body) -> None:
    days = [dt.date(2026, month, 28) for month in range(1, MONTHS + 1)]
    postings = Posting.objects.bulk_create(
        (
            Posting(
                target=target, place=place, day=day, value=Decimal(number + 1), body=body, posted_by=account,
                posted_at=_NOW,
            )
            for target in targets
            for place in places
            for number, day in enumerate(days)
        ),
        batch_size=5000,
    )  # fmt: skip
    Balance.objects.bulk_create(
        (
            Balance(target_id=last.target_id, place_id=last.place_id, posting=last, day=last.day, value=last.value)
            for last in postings[MONTHS - 1 :: MONTHS]
        ),
        batch_size=5000,
    )
