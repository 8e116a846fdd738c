"""Proves that no target is accepted twice at once and that what was taken back had been accepted before."""

from collections import defaultdict

from duixian.ledgers.acceptances.models import Acceptance


def wrong_acceptances() -> list[str]:
    """A line for each target whose rows cannot have followed each other; empty where all is well."""
    rows: dict[int, list[Acceptance]] = defaultdict(list)
    for row in Acceptance.objects.select_related("target", "revokes").order_by("pk"):
        rows[row.target_id].append(row)
    return [line for found in rows.values() for line in _wrong(found)]


def _wrong(rows: list[Acceptance]) -> list[str]:
    standing: Acceptance | None = None
    wrong = []
    for row in rows:
        if row.revokes_id is None:
            if standing is not None:
                wrong.append(f"指标“{row.target}”：第 {row.pk} 笔重复验收")
            standing = row
        else:
            if standing is None or row.revokes_id != standing.pk or row.day < standing.day:
                wrong.append(f"指标“{row.target}”：第 {row.pk} 笔撤销的不是现行的验收")
            standing = None
    return wrong
