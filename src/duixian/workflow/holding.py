"""Enters the posts and holders that documents name; where a document and the register differ, the register stays."""

import re
from dataclasses import dataclass, field

from duixian.compiler.held_posts import read_held_post
from duixian.registers.models import (
    Assignment,
    AssignmentBody,
    AssignmentOfficial,
    Body,
    Document,
    Holder,
    Part,
    Post,
    Site,
)
from duixian.workflow.naming import Naming

_OFFICE_OF = re.compile("(?:办公厅|办公室|政府办)$")
_GOVERNMENT = re.compile("(?:人民政府|行政公署|行署)$")
# Heads of a government and what stands for them: above every body that is given the task.
_HEAD = re.compile("(?:[省州市县区旗盟镇乡]长|专员|主席|秘书长|分管领导|[省州市县区]领导)$")


@dataclass
class Holding:
    """One document's posts. ``posts`` and ``holders`` count what was new."""

    document: Document
    naming: Naming
    posts: int = 0
    holders: int = 0
    _basis: str = field(init=False)

    def __post_init__(self) -> None:
        self._basis = (self.document.number or self.document.name)[:200]

    def seat(self, official: AssignmentOfficial) -> None:
        """Ties the official's duty to the post, where the document says which; else it stays with the written name."""
        written = official.post.strip()
        if not written or not official.name:
            return
        held = read_held_post(written, org=official.org)
        body = self.naming.body(held.org) if held.org else self._body_above(official.assignment, held.title)
        if body is None:
            return
        post = self.post(body, held.title)
        self.hold(post, official.name, several=held.several)
        official.held_post = post
        official.save(update_fields=["held_post"])

    def post_written(self, written: str) -> tuple[Post, bool] | None:
        """The post that a roster writes (州教育局副局长) and whether several may; None where no body is told."""
        held = read_held_post(written)
        body = self.naming.body(held.org) if held.org else self.government()
        return (self.post(body, held.title), held.several) if body else None

    def post(self, body: Body, title: str) -> Post:
        """The body's post with this title, entered if it is new."""
        post, new = Post.objects.get_or_create(body=body, title=title[:120])
        self.posts += new
        return post

    def hold(self, post: Post, name: str, *, several: bool) -> Holder | None:
        """The holder of that name, entered with no known beginning where the post has room.

        A head's post that another person holds, or held, is left as it is: only ``change_holder`` ends somebody.
        None then, and pages show that the document names another person than the register.
        """
        known = list(post.holders.all())
        same = next((one for one in known if one.name == name), None)
        if same is not None or (known and not several):
            return same
        serving = sum(one.ends is None for one in known)
        if serving >= post.seats:
            post.seats = serving + 1
            post.save(update_fields=["seats"])
        self.holders += 1
        return Holder.objects.create(post=post, name=name[:60], basis=self._basis)

    def government(self) -> Body | None:
        """The government that issued the document, or that the site is for; None where neither is one."""
        for name in (self.document.issuer or "", Site.current().name):
            found = _OFFICE_OF.sub("", name)
            if _GOVERNMENT.search(found):
                return self.naming.body(found)
        return None

    def _body_above(self, assignment: Assignment, title: str) -> Body | None:
        """A head of government is in the government; any other post without a body is in the leading one."""
        if _HEAD.search(title):
            return self.government()
        seat = AssignmentBody.objects.filter(assignment=assignment, part=Part.LEAD).select_related("body").first()
        return seat.body if seat else None
