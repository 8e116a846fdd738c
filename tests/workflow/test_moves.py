"""Every verb with every role and with none: the table in moves.py decides, and nothing is written where it says no."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from tests.award_acts import AWARD_ACTS
from tests.award_site import filed, make_parts
from tests.body_acts import BODY_ACTS
from tests.filing_acts import FILING_ACTS
from tests.map_acts import MAP_ACTS
from tests.order_acts import ORDER_ACTS
from tests.share_acts import SHARE_ACTS
from tests.small_site import NOW, PASSWORD, TODAY

from duixian import workflow
from duixian.ledgers.models import Entry, Posting
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.places import load_places
from duixian.registers.models import Account, Commitment, Decision, Role, Target
from duixian.units import Refused
from duixian.workflow.acting import Acting, performing
from duixian.workflow.actions.add_source import add_source
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.create_account import NewAccount, create_account
from duixian.workflow.actions.decide_proposal import decide_proposal
from duixian.workflow.actions.load_places import load_places as enter_places
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.release_commitments import release_commitments
from duixian.workflow.actions.reset_password import reset_password
from duixian.workflow.actions.switch_account import switch_account
from duixian.workflow.actions.withdraw_commitment import withdraw_commitment
from duixian.workflow.moves import PAGES, VERBS, may, may_open, role_of

ROLES = [*Role.values, None]
PLAN = "某州2026年民生实事工作方案\n一、修路\n新建农村公路12公里。\n某州人民政府\n2026年1月2日\n".encode()


def training() -> Target:
    return Target.objects.get(object="养老护理人员")


def a_posting(people) -> Posting:
    return post_progress(people.acting(), training(), Figure(day=TODAY, value=Decimal(3)))


# For each verb: what has to be there first, and the act itself, given who acts.
ACTS = {
    "add_source": (None, lambda acting, _: add_source(acting, PLAN, name="plan.txt")),
    "decide_proposal": (
        "proposals",
        lambda acting, made: decide_proposal(acting, made["training"], decision=Decision.ACCEPTED),
    ),
    "adopt_document": ("proposals", lambda acting, made: adopt_document(acting, made["training"].document)),
    "release_commitments": ("adopted", lambda acting, _: release_commitments(acting, Commitment.objects.all())),
    "withdraw_commitment": (
        "released",
        lambda acting, _: withdraw_commitment(acting, Commitment.objects.first(), reason="数字待核"),
    ),
    "post_progress": (
        "adopted",
        lambda acting, _: post_progress(acting, training(), Figure(day=TODAY, value=Decimal(3))),
    ),
    "correct_progress": (
        "posted",
        lambda acting, made: correct_progress(acting, made, value=Decimal(2), reason="核减"),
    ),
    "load_places": (None, lambda acting, _: enter_places(acting, load_places(), name="xinjiang.csv")),
    "create_account": (
        None,
        lambda acting, _: create_account(
            acting, NewAccount(username="new", full_name="新", role=Role.LEADER, password=PASSWORD)
        ),
    ),
    "switch_account": (
        None,
        lambda acting, _: switch_account(acting, Account.objects.get(username="other"), active=False),
    ),
    "reset_password": (
        None,
        lambda acting, _: reset_password(acting, Account.objects.get(username="other"), password=PASSWORD + "x"),
    ),
}


ACTS |= AWARD_ACTS
ACTS |= ORDER_ACTS
ACTS |= MAP_ACTS
ACTS |= FILING_ACTS
ACTS |= BODY_ACTS
ACTS |= SHARE_ACTS


@pytest.fixture
def awards(people):
    return make_parts(people)


@pytest.fixture
def filed_elsewhere(people):
    """Where the reporter's body is consulted and another one administers."""
    return filed(make_parts(people, administers="other", consulted="reporter"))


@pytest.fixture
def released(people, adopted):
    return release_commitments(people.acting(), Commitment.objects.filter(document=adopted))


@pytest.fixture
def posted(people, adopted):
    return a_posting(people)


def account_of(people, role) -> Account:
    """Somebody with that role, or somebody whose account was switched off."""
    if role is not None:
        return getattr(people, role)
    people.supervision.is_active = False
    return people.supervision


def test_every_verb_has_an_action_a_case_here_and_a_line_in_the_table():
    files = {path.stem for path in (Path(workflow.__file__).parent / "actions").glob("[a-z]*.py")}
    # Founding has no actor and is refused once there is an account; accepting many is one verb many times over;
    # an objection to an award needs no account, and its own row is its record.
    assert files - {"found_site", "accept_pending", "object_to_award"} == set(VERBS) == set(ACTS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_role_does_what_the_table_says_and_nothing_else(verb, role, people, request):
    needs, act = ACTS[verb]
    if callable(needs):
        made = needs(
            people if verb in ORDER_ACTS | FILING_ACTS | BODY_ACTS | SHARE_ACTS else request.getfixturevalue("awards")
        )
    else:
        made = needs and request.getfixturevalue(needs)
    acting = Acting(account_of(people, role), NOW, TODAY)
    logged = Entry.objects.count()
    if role in VERBS[verb]:
        act(acting, made)
        assert Entry.objects.filter(verb=verb, actor=acting.account).exists()
    else:
        with pytest.raises(Refused) as refusal:
            act(acting, made)
        assert refusal.value.code == "not-your-part"
        assert Entry.objects.count() == logged


def test_what_is_not_in_the_table_is_refused_to_everyone(people):
    for role in Role.values:
        account = getattr(people, role)
        assert not may(account, "drop_everything")
        assert not may_open(account, "office:nowhere")


def test_nobody_signed_in_is_anyone_and_opens_public_pages_alone():
    assert role_of(None) == "anyone"
    opened = {page for page in PAGES if may_open(None, page)}
    assert not any(page.startswith("office:") for page in opened)


def test_an_action_that_forgets_its_log_is_undone(people):
    acting = Acting(people.administrator, NOW, TODAY)

    def forgetful() -> None:
        with performing("switch_account", acting):
            people.other.is_active = False
            people.other.save()

    with pytest.raises(RuntimeError, match="activity log"):
        forgetful()
    assert Account.objects.get(pk=people.other.pk).is_active


def test_a_reporter_posts_for_what_its_body_leads_and_for_its_own_county(people, adopted):
    canteens = Target.objects.get(object="社区老年人助餐点")
    ours, theirs = (share.place for share in canteens.allocations.order_by("place__code"))
    figure = Figure(day=TODAY, value=Decimal(1))
    post_progress(people.acting("county"), canteens, figure, series=Series.of(ours))
    with pytest.raises(Refused, match="不是青屏县人民政府负责的指标"):
        post_progress(people.acting("county"), canteens, figure, series=Series.of(theirs))
    post_progress(people.acting("reporter"), canteens, figure, series=Series.of(theirs))
    with pytest.raises(Refused, match="不是州教育局负责的指标"):
        post_progress(people.acting("other"), training(), figure)
    assert Posting.objects.count() == 2


@pytest.mark.parametrize(
    ("value", "code"),
    [("-1", "value-negative"), ("NaN", "value-negative"), ("800001", "value-too-large"), ("1.5", "value-not-whole")],
)
def test_a_figure_that_cannot_be_is_refused(value, code, people, adopted):
    with pytest.raises(Refused) as refusal:
        post_progress(people.acting("reporter"), training(), Figure(day=TODAY, value=Decimal(value)))
    assert refusal.value.code == code
    assert not Posting.objects.exists()


def test_a_rate_above_a_hundred_is_refused(people, adopted):
    rate = Target.objects.get(object="告知率")
    with pytest.raises(Refused, match="不能超过 100%"):
        post_progress(people.acting("other"), rate, Figure(day=TODAY, value=Decimal("100.1")))


@pytest.mark.parametrize(
    ("day", "code"),
    [(TODAY + dt.timedelta(days=1), "day-in-future"), (dt.date(2025, 12, 31), "day-before-period")],
)
def test_a_day_outside_the_period_or_in_the_future_is_refused(day, code, people, adopted):
    with pytest.raises(Refused) as refusal:
        post_progress(people.acting("reporter"), training(), Figure(day=day, value=Decimal(1)))
    assert refusal.value.code == code
