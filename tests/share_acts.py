"""For each verb of shares, types and links: how what it needs is made, and the act itself."""

from decimal import Decimal

from tests.small_site import TODAY, make_adopted, make_document, target

from duixian.registers.models import (
    AccessToken,
    Allocation,
    Counter,
    Counting,
    LinkState,
    Nature,
    Place,
    Target,
    TargetLink,
)
from duixian.registers.natures import QuantityType
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.cover_places import cover_places
from duixian.workflow.actions.decide_link import decide_link
from duixian.workflow.actions.issue_access_token import issue_access_token
from duixian.workflow.actions.link_targets import link_targets
from duixian.workflow.actions.retype_target import retype_target
from duixian.workflow.actions.revoke_access_token import revoke_access_token
from duixian.workflow.actions.share_further import Part, share_further
from duixian.workflow.actions.share_out import share_out
from duixian.workflow.sharing import Given

LAST_DAY = TODAY.replace(month=12)


def training() -> Target:
    return Target.objects.get(object="养老护理人员")


def canteens() -> Target:
    return Target.objects.get(object="社区老年人助餐点")


def given(*pairs, more=()):
    """Shares by place name; ``more`` are what places put on themselves."""
    tops = dict(more)
    return [
        Given(owner=Place.objects.get(name=name), value=Decimal(value), topped_up=Decimal(tops.get(name, 0)))
        for name, value in pairs
    ]


def whole(people) -> Target:
    make_adopted(people)
    return training()


def coverage(people) -> Target:
    make_adopted(people)
    Target.objects.filter(object="告知率").update(nature="coverage")
    return Target.objects.get(object="告知率")


def share(people) -> Allocation:
    """A share that the reporter's body leads."""
    make_adopted(people)
    return canteens().allocations.get(place__name="青屏县")


def typed(nature, counting="cumulative", counter="") -> QuantityType:
    return QuantityType(Nature(nature), Counting(counting), Counter(counter))


UPPER = "某某省2026年民生实事工作方案\n一、养老\n培训养老护理人员500人次。\n"


def linked(people) -> TargetLink:
    """A pair that nobody has decided on."""
    return linked_with(people, whole(people))


def linked_with(people, lower: Target) -> TargetLink:
    """The same with a lower target that is there already."""
    document = make_document(people.supervision, text=UPPER + "投资96万元。", name="上级.txt")
    heading = document.proposals.create(
        kind="commitment", clause="1", begin=18, end=40, read={"title": "养老"}, document=document
    )
    target(document, "1", "500人次", value="500", unit="人次", object="护理人员")
    adopt_document(people.acting(), document)
    upper = Target.objects.get(commitment__proposal=heading)
    return TargetLink.objects.create(upper=upper, lower=lower, assigned=500, topped_up=300)


def token_of(people, name="supervision") -> AccessToken:
    """A token of that account that works; the text itself is forgotten."""
    return issue_access_token(people.acting(name), name="汇总程序", expires_on=LAST_DAY)[0]


def revoked(acting, people):
    """Each revokes the own token; whoever may issue none has none, and is refused with another's."""
    own = AccessToken.objects.filter(account=acting.account).first()
    return revoke_access_token(acting, own or AccessToken.objects.first())


def tokens(people):
    for name in people.__annotations__:
        token_of(people, name)


SHARE_ACTS = {
    "issue_access_token": (
        whole,
        lambda acting, _: issue_access_token(acting, name="汇总程序", expires_on=LAST_DAY),
    ),
    "revoke_access_token": (tokens, revoked),
    "share_out": (whole, lambda acting, made: share_out(acting, made, given(("青屏县", 500), ("石湾县", 300)))),
    "cover_places": (coverage, lambda acting, made: cover_places(acting, made, given(("青屏县", 1), ("石湾县", 1)))),
    "share_further": (share, lambda acting, made: share_further(acting, made, [Part("城关镇", Decimal(5))])),
    "retype_target": (
        whole,
        lambda acting, made: retype_target(acting, made, typed("flow", "increment"), reason="按月报新增"),
    ),
    "link_targets": (whole, lambda acting, _: link_targets(acting)),
    "decide_link": (linked, lambda acting, made: decide_link(acting, made, state=LinkState.CONFIRMED)),
}
