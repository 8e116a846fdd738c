"""Narrows the board: by year, light, body, place and words; in the database, so that a long list costs no more."""

from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from duixian.pace import Code
from duixian.registers.models import Allocation, AssignmentBody, Body, Commitment, Document, Part, Place, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What somebody wants to see; what is None or empty narrows nothing."""

    light: Code | None = None
    body: Body | None = None
    place: Place | None = None
    year: int | None = None
    document: Document | None = None
    commitment: int | None = None
    words: str = ""
    released_only: bool = False

    def of_any_light(self) -> "BoardFilter":
        """The same without the light: what the counts by light are counted from."""
        return replace(self, light=None)


def matching(wanted: BoardFilter) -> QuerySet[Commitment]:
    """The commitments that are wanted, whatever their light, each once and in no order."""
    found = Commitment.objects.all()
    if wanted.year is not None:
        found = found.filter(year=wanted.year)
    if wanted.document is not None:
        found = found.filter(document=wanted.document)
    if wanted.commitment is not None:
        found = found.filter(pk=wanted.commitment)
    if wanted.released_only:
        found = found.exclude(released_at=None)
    if wanted.place is not None:
        found = found.filter(_shared_out_to(wanted.place.pk))
    if wanted.body is not None:
        found = found.filter(_of_body(wanted.body))
    for word in wanted.words.split():
        found = found.filter(_with_word(word))
    return found


def _of_body(body: Body) -> Q:
    """A body's are those it leads or supports, those shared out to it, and to a place for the place's own body."""
    seats = AssignmentBody.objects.filter(assignment__commitment=OuterRef("pk"), body=body)
    shares = Allocation.objects.filter(target__commitment=OuterRef("pk"), body=body)
    wanted = Q(Exists(seats)) | Q(Exists(shares))
    return wanted | _shared_out_to(body.place_id) if body.place_id is not None else wanted


def _shared_out_to(place: int) -> Q:
    return Q(Exists(Allocation.objects.filter(target__commitment=OuterRef("pk"), place=place)))


def _with_word(word: str) -> Q:
    """The word stands in the title, in a target's object or in the name of a body that leads."""
    targets = Target.objects.filter(commitment=OuterRef("pk"), object__icontains=word)
    leads = AssignmentBody.objects.filter(
        assignment__commitment=OuterRef("pk"), part=Part.LEAD, body__name__icontains=word
    )
    return Q(title__icontains=word) | Q(Exists(targets)) | Q(Exists(leads))
