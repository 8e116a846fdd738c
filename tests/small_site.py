"""A small site for tests, made by hand: it does not depend on how well the compiler reads."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from duixian.registers import store
from duixian.registers.models import Account, Body, Decision, Document, Place, Proposal, Role, Site, Source
from duixian.workflow.acting import Acting
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.create_account import NewAccount, build_account

NOW = dt.datetime(2026, 7, 1, 9, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 6, 30)
PASSWORD = "a-long-password-2026"
LEAD, COUNTY, OTHER = "州民政局", "青屏县人民政府", "州教育局"

TEXT = """\
某某州2026年民生实事工作方案
一、让老年人就近吃饭
1.新建助餐点。新建社区老年人助餐点12个（青屏县5个、石湾县7个），投资96万元，其中省级50万元、州级40万元。3月底前完成招标，9月底前全部开餐。（州民政局负责，牵头领导：局长林一舟，完成时限：2026年10月31日）
2.培训护理人员。培训养老护理人员800人次。（州民政局负责，完成时限：2026年11月30日）
二、守护学生健康
开展视力筛查18000人次，筛查结果告知率达到98%。（州教育局负责，完成时限：2026年12月31日）
三、组织保障
各单位要加强领导。
"""


@dataclass(frozen=True)
class People:
    """One account of each role; ``county`` reports for a county's government, ``other`` for a body that leads less."""

    supervision: Account
    reporter: Account
    county: Account
    other: Account
    leader: Account
    auditor: Account
    administrator: Account

    def acting(self, name: str = "supervision", *, today: dt.date = TODAY) -> Acting:
        return Acting(account=getattr(self, name), now=NOW, today=today)


def make_people() -> People:
    """Accounts and the bodies and places they answer for."""
    county = Place.objects.create(code="990002", name="青屏县", short_names=["青屏"], level="county")
    Place.objects.create(code="990003", name="石湾县", short_names=["石湾"], level="county")
    bodies = {
        "reporter": Body.objects.create(name=LEAD),
        "county": Body.objects.create(name=COUNTY, place=county),
        "other": Body.objects.create(name=OTHER),
    }
    return People(**{name: make_account(name, body=bodies.get(name)) for name in People.__annotations__})


def make_account(name: str, *, body: Body | None = None) -> Account:
    role = Role.REPORTER if body else Role(name)
    new = NewAccount(username=name, full_name=f"{name}某", role=role, password=PASSWORD, body=body)
    account = build_account(new, at=NOW)
    account.save()
    return account


def make_site(*, shown_day: dt.date | None = TODAY) -> Site:
    return Site.objects.create(pk=1, name="某某州人民政府", shown_day=shown_day)


def make_document(by: Account, *, text: str = TEXT, name: str = "方案.txt") -> Document:
    """A document that was read, nothing decided yet."""
    data = text.encode()
    source = Source.objects.create(
        sha256=store.keep(data),
        name=name,
        kind="txt",
        encoding="utf-8",
        size=len(data),
        text=text,
        compiler="0",
        added_by=by,
        added_at=NOW,
    )
    at = text.index("96万元")
    finding = {
        "code": "sum-mismatch",
        "severity": "error",
        "message": "各项合计 90 万元，与文中 96 万元相差 6 万元",
        "span": [at, at + 4],
    }
    return Document.objects.create(
        source=source,
        key="plan",
        kind="work-plan",
        title=text.splitlines()[0],
        number="某州政办发〔2026〕1号",
        issuer="某某州人民政府办公室",
        date=dt.date(2026, 1, 20),
        year=2026,
        begin=0,
        end=len(text),
        findings=[finding],
    )


def propose(document: Document, kind: str, clause: str, words: str, **read: Any) -> Proposal:
    """A proposal that was read from the first place where ``words`` stand; from there to ``until`` where given."""
    text = document.source.text
    begin = text.index(words)
    until = read.pop("until", None)
    end = text.index(until, begin) if until else begin + len(words)
    parent, decision = read.pop("parent", None), read.pop("decision", Decision.PENDING)
    return Proposal.objects.create(
        document=document,
        kind=kind,
        clause=clause,
        begin=begin,
        end=end,
        read=read,
        parent=parent,
        decision=decision,
        reason="框架性段落，没有指标和责任单位" if decision == Decision.LEFT_OUT else "",
    )


def target(document: Document, clause: str, words: str, **read: Any) -> Proposal:
    read = {"object": None, "value_high": None, "comparator": "=", "place": None, "period": None, "per": None} | read
    return propose(document, "target", clause, words, **read)


def owner(document: Document, clause: str, words: str, lead: str, deadline: str, **read: Any) -> Proposal:
    read = {"support": [], "lead_officials": [], "responsible_officials": [], "continuous": False} | read
    return propose(document, "assignment", clause, words, lead=[lead], deadline=deadline, **read)


def make_proposals(document: Document) -> dict[str, Proposal]:
    """What a good reading of TEXT proposes, by short names."""
    elders = propose(document, "commitment", "1", "一、让老年人", title="让老年人就近吃饭", until="二、守护")
    propose(document, "measure", "1.1", "1.新建", title="新建助餐点", until="2.培训")
    canteens = target(document, "1.1", "助餐点12个", value="12", unit="个", object="社区老年人助餐点")
    for place, value in (("青屏县", "5"), ("石湾县", "7")):
        words = f"{place}{value}个"
        propose(document, "allocation", "1.1", words, place=place, value=value, unit="个", parent=canteens)
    propose(
        document,
        "milestone",
        "1.1",
        "3月底前完成招标",
        text="3月底前完成招标",
        start=None,
        end="2026-03-31",
        stage="prepare",
    )
    propose(
        document,
        "milestone",
        "1.1",
        "9月底前全部开餐",
        text="9月底前全部开餐",
        start=None,
        end="2026-09-30",
        stage="finish",
    )
    officials = [{"org": None, "post": "局长", "name": "林一舟"}]
    owner(document, "1.1", "（州民政局负责，牵头", LEAD, "2026-10-31", lead_officials=officials, until="\n2.培训")
    propose(document, "measure", "1.2", "2.培训", title="培训护理人员", until="二、守护")
    training = target(document, "1.2", "800人次", value="800", unit="人次", object="养老护理人员")
    owner(document, "1.2", "（州民政局负责，完成", LEAD, "2026-11-30", until="\n二、守护")
    propose(document, "commitment", "2", "二、守护", title="守护学生健康", until="三、组织")
    screening = target(document, "2", "18000人次", value="18000", unit="人次", object="视力筛查")
    told = target(document, "2", "98%", value="98", unit="%", comparator=">=", object="告知率")
    owner(document, "2", "（州教育局负责", OTHER, "2026-12-31", until="\n三、组织")
    frame = propose(document, "commitment", "3", "三、组织", title="组织保障", decision=Decision.LEFT_OUT, until="。")
    return {
        "elders": elders,
        "canteens": canteens,
        "training": training,
        "screening": screening,
        "told": told,
        "frame": frame,
    }


def make_adopted(people: People, *, text: str = TEXT, name: str = "方案.txt") -> Document:
    """A document adopted through the action, as a person would."""
    document = make_document(people.supervision, text=text, name=name)
    make_proposals(document)
    adopt_document(people.acting(), document)
    document.refresh_from_db()
    return document
