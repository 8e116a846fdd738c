"""Makes two bodies one: everything that lies on the alias moves to the principal, in the caller's transaction."""

from django.db.models import F

from duixian.compiler.held_posts import HeldPost
from duixian.ledgers.models import Handover, Posting
from duixian.registers.models import (
    Account,
    ActBody,
    Allocation,
    AssignmentBody,
    AssignmentOfficial,
    Body,
    BodyName,
    Coordination,
    Liaison,
    Post,
    Seat,
)
from duixian.units import Refused, gettext_noop


def merge(alias: Body, *, into: Body) -> dict[str, int]:
    """How many rows of each kind moved. Rows of ledgers stay as written; readers follow ``same_as``.

    Errors: Refused where both have a share of one target, and where ledgers hold figures or hand-overs that could
    not follow.
    """
    check_can_merge(alias, into=into)
    moved = {
        "seats": _move_seats(alias, into),
        "shares": Allocation.objects.filter(body=alias).update(body=into),
        "posts": sum(_move_post(post, into) for post in alias.posts.all()),
        "accounts": Account.objects.filter(body=alias).update(body=into),
        "liaisons": Liaison.objects.filter(body=alias).update(body=into),
        "act_parts": _move_act_parts(alias, into),
        "offices": Coordination.objects.filter(office=alias).update(office=into),
        "names": _move_names(alias, into),
    }
    Body.objects.filter(same_as=alias).update(same_as=into)
    alias.same_as = into
    alias.save(update_fields=["same_as"])
    if into.place_id is None and alias.place_id is not None:
        into.place_id = alias.place_id
        into.save(update_fields=["place"])
    return {kind: count for kind, count in moved.items() if count}


def check_can_merge(alias: Body, *, into: Body) -> None:
    """Errors: Refused, with what stands in the way."""
    both = Allocation.objects.filter(body=alias, target__allocations__body=into).select_related("target").first()
    if both is not None:
        raise Refused(
            "shares-of-both",
            gettext_noop("“{alias}”和“{into}”在“{target}”下各有一份分解，合成一个单位会算重。请先调整分解。"),
            alias=alias.name,
            into=into.name,
            target=str(both.target),
        )
    figures = Posting.objects.filter(for_body=alias).count()
    if figures:
        raise Refused(
            "alias-has-figures",
            gettext_noop(
                "“{alias}”名下已填报 {count} 笔分解数，台账不能改写。请把分解改到“{into}”名下重新填报后再确认。"
            ),
            alias=alias.name,
            into=into.name,
            count=figures,
        )
    titles = into.posts.values_list("title", flat=True)
    handed = Handover.objects.filter(post__body=alias, post__title__in=list(titles)).select_related("post").first()
    if handed is not None:
        raise Refused(
            "alias-has-handovers",
            gettext_noop("“{alias}”和“{into}”都有“{title}”一职，前者已办过交接，不能并入。请核对是否同一单位。"),
            alias=alias.name,
            into=into.name,
            title=handed.post.title,
        )


def _move_seats(alias: Body, into: Body) -> int:
    """Where a document gave one assignment to both names, one seat is enough."""
    taken = AssignmentBody.objects.filter(body=alias, assignment__seats__body=into, assignment__seats__part=F("part"))
    doubled, _ = AssignmentBody.objects.filter(pk__in=list(taken.values_list("pk", flat=True))).delete()
    return doubled + AssignmentBody.objects.filter(body=alias).update(body=into)


def _move_post(post: Post, into: Body) -> int:
    same = Post.objects.filter(body=into, title=post.title).first()
    if same is None:
        post.body = into
        post.save(update_fields=["body"])
        return 1
    AssignmentOfficial.objects.filter(held_post=post).update(held_post=same)
    Seat.objects.filter(post=post).update(post=same)
    _move_holders(post, same)
    if not post.orders.exists():
        post.delete()
    return 1


def _move_holders(post: Post, same: Post) -> None:
    """The holders of two posts that are one: a deputy more is one more place; of two heads the register's stays."""
    known = {holder.name for holder in same.holders.all()}
    several = HeldPost(None, same.title).several
    for holder in post.holders.all():
        if holder.name in known or (known and not several):
            holder.delete()
            continue
        holder.post = same
        holder.save(update_fields=["post"])
    serving = same.holders.filter(ends=None).count()
    if serving > same.seats:
        same.seats = serving
        same.save(update_fields=["seats"])


def _move_act_parts(alias: Body, into: Body) -> int:
    moved = 0
    for row in ActBody.objects.filter(body=alias):
        moved += 1
        if ActBody.objects.filter(act=row.act, part=row.part, place=row.place, body=into).exists():
            row.delete()
        else:
            row.body = into
            row.save(update_fields=["body"])
    return moved


def _move_names(alias: Body, into: Body) -> int:
    moved = 0
    for row in BodyName.objects.filter(body=alias):
        moved += 1
        if row.name == into.name or into.names.filter(name=row.name, valid_from=row.valid_from).exists():
            row.delete()
        else:
            row.body = into
            row.save(update_fields=["body"])
    return moved
