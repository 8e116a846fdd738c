"""Where the same bytes were handed in before: for the reviewer, who judges whether that is right."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from duixian.ledgers.models import Evidence, OrderPaper
from duixian.units import Sentence, gettext_noop


@dataclass(frozen=True, slots=True)
class Use:
    """One other place where the same bytes were handed in. ``filing`` is its report, where it was for one."""

    sentence: Sentence
    day: dt.date
    filing: int | None


def repeats(papers: Iterable[Evidence]) -> Mapping[int, tuple[Use, ...]]:
    """Evidence id → every other use of the same bytes, oldest first; two queries, and nothing for bytes used once."""
    own = list(papers)
    uses: dict[str, list[tuple[int | None, Use]]] = defaultdict(list)
    for evidence in _evidence({one.sha256 for one in own}):
        uses[evidence.sha256].append((evidence.pk, _use_of(evidence)))
    for paper in OrderPaper.objects.filter(sha256__in=uses).select_related("step__order__body"):
        words = gettext_noop("{body}办理督办单 {number} 时交过")
        sentence = Sentence(words, {"body": str(paper.step.order.body), "number": paper.step.order.number})
        uses[paper.sha256].append((None, Use(sentence, paper.step.day, None)))
    found = {one.pk: tuple(use for pk, use in uses[one.sha256] if pk != one.pk) for one in own}
    return {pk: tuple(sorted(others, key=lambda use: use.day)) for pk, others in found.items() if others}


def _evidence(hashes: Iterable[str]) -> QuerySet[Evidence]:
    return Evidence.objects.filter(sha256__in=hashes).select_related("target", "place", "filing__body")


def _use_of(evidence: Evidence) -> Use:
    filing = evidence.filing
    values = {
        "body": str(filing.body) if filing else "—",
        "month": f"{filing.year}-{filing.month:02}" if filing else "—",
        "target": f"{evidence.target}{f'（{evidence.place}）' if evidence.place else ''}",
        "name": evidence.name,
    }
    words = gettext_noop("{body} {month} 报“{target}”时交过，文件名“{name}”")
    return Use(Sentence(words, dict(values)), evidence.day, filing.pk if filing else None)
