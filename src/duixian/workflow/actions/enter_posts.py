"""Ties the officials of documents adopted earlier to posts, where that was not done at adoption."""

from dataclasses import dataclass

from django.db.models import QuerySet

from duixian.registers.models import AssignmentOfficial, Document, Site
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.holding import Holding
from duixian.workflow.naming import Naming


@dataclass(frozen=True, slots=True)
class Entered:
    """How many duties were tied to a post, how many posts and holders were new, how many duties name no post."""

    duties: int
    posts: int
    holders: int
    left: int


def enter_posts(acting: Acting) -> Entered:
    """Every official whose duty lies on no post yet. Doing it twice changes nothing. Errors: Refused where none is."""
    with performing("enter_posts", acting) as log:
        documents = Document.objects.filter(commitments__assignments__officials__in=_loose()).distinct()
        holdings = [_enter(document) for document in documents.order_by("pk")]
        if not any(tied for _, tied in holdings):
            raise Refused("posts-entered", gettext_noop("文件里写到的责任人都已落到职务上，没有要补的。"))
        left = _loose().count()
        duties = sum(tied for _, tied in holdings)
        entered = Entered(duties, sum(one.posts for one, _ in holdings), sum(one.holders for one, _ in holdings), left)
        log.record(
            Site.current(), duties=entered.duties, posts=entered.posts, holders=entered.holders, left=entered.left
        )
        return entered


def _loose() -> QuerySet[AssignmentOfficial]:
    """Those whose duty lies on no post; where no post is written there is none to lie on."""
    return AssignmentOfficial.objects.filter(held_post=None).exclude(post="")


def _enter(document: Document) -> tuple[Holding, int]:
    """The document's posts, and how many duties now lie on one."""
    holding = Holding(document, Naming(on=document.date))
    tied = 0
    for official in _loose().filter(assignment__commitment__document=document).select_related("assignment"):
        holding.seat(official)
        tied += official.held_post_id is not None
    return holding, tied
