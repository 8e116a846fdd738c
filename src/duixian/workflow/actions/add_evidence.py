"""Hands in a file for a figure of a month's report, before or while it is filled in."""

from dataclasses import dataclass

from duixian.ledgers.filings.due import due_of
from duixian.ledgers.filings.models import Evidence, FilingMove, FilingState
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import Line
from duixian.ledgers.filings.post import Hand, Kept, check_open, post_evidence, post_filing, post_opening
from duixian.registers import store
from duixian.registers.models import Place, Site
from duixian.workflow.acting import Acting, performing
from duixian.workflow.evidence_kinds import check_evidence
from duixian.workflow.owing import owed_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file as it came."""

    name: str
    data: bytes


def add_evidence(acting: Acting, month: Month, key: str, paper: Paper) -> Evidence:
    """The row; its bytes lie in the store. Nothing ever demands a file.

    Shape: ``key`` is the figure's line in the report (``Line.key``).
    Errors: Refused for a figure that the acting body does not owe, once the report is handed in, for a bad file.
    """
    with performing("add_evidence", acting) as log:
        line = owed_line(acting, month, key)
        check_evidence(paper.data, name=paper.name)
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        filing = post_filing(month, body=line.body, lead=line.lead, due=due_of(month, site=Site.current()))
        check_open(filing, FilingMove.SUBMIT)
        if not FilingState.objects.filter(filing=filing).exists():
            post_opening(filing, hand)
        kept = Kept(name=paper.name, sha256=store.keep(paper.data), size=len(paper.data))
        evidence = post_evidence(filing, kept, hand, target=line.target, place=_place(line))
        log.record(evidence, filing=filing.pk, target=line.target.pk, name=paper.name, sha256=kept.sha256)
        return evidence


def _place(line: Line) -> Place | None:
    return line.owner if isinstance(line.owner, Place) else None
