"""Enters a post that no document names, or says how many may hold one at a time."""

from duixian.registers.lookup import principal
from duixian.registers.models import Body, Post
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

_MOST_PLACES = 50


def name_post(acting: Acting, body: Body, *, title: str, seats: int = 1) -> Post:
    """The post with that many places. Errors: Refused without a title, or for fewer places than persons who hold it."""
    with performing("name_post", acting) as log:
        title = title.strip()
        if not title:
            raise Refused("post-without-title", gettext_noop("请填职务名称。"))
        if not 1 <= seats <= _MOST_PLACES:
            raise Refused("post-places", gettext_noop("职数要在 1 到 {most} 之间。"), most=_MOST_PLACES)
        post, new = Post.objects.get_or_create(body=principal(body), title=title, defaults={"seats": seats})
        serving = post.holders.filter(ends=None).count()
        if seats < serving:
            raise Refused(
                "post-places-taken",
                gettext_noop("{post}现有 {serving} 人在任，职数不能少于 {serving}。请先办离任。"),
                post=str(post),
                serving=serving,
            )
        was = None if new else post.seats
        post.seats = seats
        post.save(update_fields=["seats"])
        log.record(post, title=title, seats=seats, was=was)
        return post
