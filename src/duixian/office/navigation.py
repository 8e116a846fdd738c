"""The site's menu: one table of every page that it leads to. Who sees what is for ``moves.py`` to say.

A page that a person comes to by the menu has a line here; pages below it are named in ``holds``, so that the menu shows
where one is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse

from duixian.registers.models import Role
from duixian.units import gettext_noop
from duixian.workflow.moves import ANYONE, may_open, role_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A page by its address's name. ``first_for`` are the roles that find it on the bar itself, outside its group."""

    page: str
    words: str
    holds: tuple[str, ...] = ()
    first_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that open together under one word."""

    words: str
    entries: tuple[Entry, ...]


MENU: tuple[Group, ...] = (
    Group(
        gettext_noop("公开"),
        (
            Entry("public:commitments", gettext_noop("公开实事"), holds=("public:commitment",)),
            Entry(
                "public:award_notices", gettext_noop("奖励公示"), holds=("public:award_notice", "public:award_receipt")
            ),
            Entry("public:about", gettext_noop("说明")),
        ),
    ),
    Group(
        gettext_noop("进度"),
        (
            Entry("office:summary", gettext_noop("要情"), first_for=frozenset({Role.LEADER})),
            Entry(
                "office:board",
                gettext_noop("总览"),
                holds=("office:commitment", "office:post_progress", "office:correct_progress"),
                first_for=frozenset({Role.SUPERVISION, Role.REPORTER, Role.AUDITOR, Role.ADMINISTRATOR}),
            ),
            Entry("office:map", gettext_noop("地图"), holds=("office:county",)),
            Entry(
                "office:allocations",
                gettext_noop("任务分解"),
                holds=(
                    "office:target_shares",
                    "office:share_out",
                    "office:cover_places",
                    "office:share_further",
                    "office:retype_target",
                ),
            ),
            Entry("office:links", gettext_noop("上下级对应")),
            Entry("office:gantt", gettext_noop("倒排工期"), holds=("office:commitment_gantt",)),
            Entry("office:changes", gettext_noop("变化")),
        ),
    ),
    Group(
        gettext_noop("填报"),
        (
            Entry("office:duties", gettext_noop("我的待办"), first_for=frozenset(Role.values)),
            Entry("office:notices", gettext_noop("通知")),
            Entry(
                "office:filing",
                gettext_noop("本期填报"),
                holds=("office:filing_month",),
                first_for=frozenset({Role.REPORTER}),
            ),
            Entry("office:filings", gettext_noop("填报审核"), holds=("office:filing_detail",)),
            Entry("office:completeness", gettext_noop("报送情况")),
            Entry("office:burden", gettext_noop("填报负担")),
            Entry("office:complaints", gettext_noop("意见建议")),
        ),
    ),
    Group(
        gettext_noop("督办"),
        (
            Entry(
                "office:orders",
                gettext_noop("督办单"),
                holds=("office:order", "office:register_order"),
                first_for=frozenset({Role.SUPERVISION}),
            ),
            Entry("office:proposed_orders", gettext_noop("提请立项")),
            Entry("office:inspections", gettext_noop("督查"), holds=("office:inspection", "office:propose_inspection")),
            Entry("office:quarter", gettext_noop("季度报告")),
            Entry("office:paper_templates", gettext_noop("文书模板")),
        ),
    ),
    Group(
        gettext_noop("公文"),
        (
            Entry("office:sources", gettext_noop("公文"), holds=("office:review",)),
            Entry("office:compare", gettext_noop("公文比较")),
        ),
    ),
    Group(
        gettext_noop("单位与职务"),
        (
            Entry(
                "office:bodies",
                gettext_noop("单位一览"),
                holds=(
                    "office:body",
                    "office:body_register",
                    "office:post",
                    "office:change_holder",
                    "office:rename_body",
                    "office:propose_alias",
                    "office:name_post",
                    "office:name_liaison",
                    "office:end_liaison",
                ),
            ),
            Entry("office:aliases", gettext_noop("名称与别称")),
            Entry("office:handovers", gettext_noop("职务交接"), holds=("office:handover",)),
            Entry(
                "office:coordinations",
                gettext_noop("议事协调机构"),
                holds=("office:coordination", "office:enter_coordination", "office:record_adjustment"),
            ),
        ),
    ),
    Group(
        gettext_noop("奖励"),
        (
            Entry("office:awards", gettext_noop("体育奖励"), holds=("office:award", "office:file_award_claim")),
            Entry("office:award_plans", gettext_noop("奖励计划")),
            Entry("office:award_what_if", gettext_noop("奖励汇总与测算")),
            Entry("office:award_bodies", gettext_noop("奖励承办单位")),
        ),
    ),
    Group(
        gettext_noop("管理"),
        (
            Entry("office:activity", gettext_noop("日志")),
            Entry("office:map_layout", gettext_noop("地图设置")),
            Entry("office:accounts", gettext_noop("账号"), holds=("office:create_account", "office:reset_password")),
        ),
    ),
)

# What lies under a person's own name, for every role alike.
OWN = (
    Entry("account_change_password", gettext_noop("修改密码")),
    Entry("mfa_index", gettext_noop("两步验证")),
    Entry("office:tokens", gettext_noop("接口令牌")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry on one page. ``current`` is what aria-current says: page, true for a page below it, or empty."""

    address: str
    words: str
    current: str


@dataclass(frozen=True, slots=True)
class Item:
    """One place on the bar: a link alone where ``words`` is empty, else a group that opens."""

    words: str
    links: tuple[Link, ...] = field(default=())

    @property
    def is_open_here(self) -> bool:
        """Whether the page at hand is one of the group's."""
        return any(link.current for link in self.links)


def menu_for(request: HttpRequest) -> tuple[Item, ...]:
    """The bar for whoever asks: what stands first for their role, then the groups with what is left.

    A visitor sees links alone; of an official's groups, one that holds a single page is a link to it.
    """
    account, here = getattr(request, "user", None), _page(request)
    items: list[Item] = []
    for group in MENU:
        seen = [one for one in group.entries if may_open(account, one.page)]
        alone, together = _parted(seen, role=role_of(account))
        items += [Item("", (_link(one, here),)) for one in alone]
        if together:
            items.append(Item(group.words, tuple(_link(one, here) for one in together)))
    return tuple(items)


def own_menu_for(request: HttpRequest) -> tuple[Link, ...]:
    """What is one's own: sign-in, second factor, tokens."""
    account, here = getattr(request, "user", None), _page(request)
    return tuple(_link(one, here) for one in OWN if may_open(account, one.page))


def _parted(seen: list[Entry], *, role: str) -> tuple[list[Entry], list[Entry]]:
    """What stands on the bar itself, and what opens under the group's word."""
    rest = [one for one in seen if role not in one.first_for]
    if role == ANYONE or len(rest) == 1:
        return seen, []
    return [one for one in seen if role in one.first_for], rest


def entries() -> Iterator[Entry]:
    """Every entry of both menus."""
    for group in MENU:
        yield from group.entries
    yield from OWN


def _page(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _link(entry: Entry, here: str) -> Link:
    current = "page" if entry.page == here else "true" if here in entry.holds else ""
    return Link(reverse(entry.page), entry.words, current)
