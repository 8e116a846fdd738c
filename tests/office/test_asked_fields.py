"""No field without a reason: what reporters are asked, page by page; and what can never be asked."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, reverse
from tests import filing_site
from tests.filing_site import FILLED, JULY
from tests.office.test_doors import POST_ONLY, keys, names  # noqa: F401 -- keys is a fixture
from tests.small_site import People

import duixian
from duixian.ledgers.models import Evidence
from duixian.ledgers.progress.series import Series
from duixian.office.asking import ASKED, Purpose, asked_field, measured
from duixian.registers.models import Account, Role, Site
from duixian.reports import burden, completeness, duty
from duixian.workflow.moves import PAGES
from duixian.workflow.owing import owed_lines

SRC = Path(duixian.__file__).parent
REPORTERS_PAGES = sorted(page for page, roles in PAGES.items() if Role.REPORTER in roles and page.startswith("office:"))
# What 国办函〔2026〕12号 forbids to ask or to count, in any language a programmer would use for it.
FORBIDDEN = frozenset(
    {"checkin", "checkins", "punch", "attendance", "online", "session_minutes", "streak", "score", "points", "likes"}
    | {"votes", "clicks", "latitude", "longitude", "lat", "lng", "lon", "gps", "geolocation", "track", "tracks"}
    | {"trajectory", "selfie", "photo", "photos", "video", "videos", "camera", "login_count", "logins", "installs"}
    | {"ranking", "leaderboard"}
)


class Fields(HTMLParser):
    """The fields of the forms within a page's own part that store something."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.posts, self.found = False, False, list[dict[str, str | None]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.inside |= tag == "main"
        if tag == "form":
            self.posts = told.get("method") == "post"
        if self.inside and tag in {"input", "select", "textarea"} and told.get("type") not in {"hidden", "submit"}:
            self.found.append(told | {"posts": "1" if self.posts else None})

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "main"
        self.posts &= tag != "form"


def fields_of(html: str) -> list[dict[str, str | None]]:
    parser = Fields()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("page", [page for page in REPORTERS_PAGES if page not in POST_ONLY])
def test_every_field_that_a_reporter_is_asked_says_why(
    page: str,
    keys: dict[str, int | str],  # noqa: F811 -- the fixture
    signed_in: Callable[[str], Client],
) -> None:
    address = reverse(page, args=[keys[page]] if page in keys else [])
    for name in ("reporter", "county", "other"):
        answer = signed_in(name).get(address)
        if "text/html" not in answer.get("Content-Type", "") or answer.status_code != 200:
            continue
        for field in fields_of(answer.content.decode()):
            asked = asked_field(page, field["name"] or "")
            assert asked is not None, f"{page} asks {field['name']} of {name} and nobody says why"
            assert not field["posts"] or asked.purpose is not Purpose.FILTER
            assert "required" not in field or asked.may_be_demanded
            assert "capture" not in field


def test_each_figure_of_a_report_names_the_promised_quantity_it_measures(
    adopted: Any, people: People, signed_in: Callable[[str], Client]
) -> None:
    Site.objects.update(shown_day=FILLED)
    for name in ("reporter", "county", "other"):
        html = signed_in(name).get(f"/office/filing/{JULY}/").content.decode()
        asked = [field["name"] or "" for field in fields_of(html) if (field["name"] or "").startswith("value_")]
        owed = owed_lines(filing_site.on(people, name), JULY)
        assert [measured(field) for field in asked] == [(line.target, line.series) for line in owed]
        assert all(line.whole > 0 for line in owed)


def test_a_field_that_names_no_promise_is_no_figure(adopted: Any) -> None:
    for name in ("value_x7", "online_minutes", "value_w"):
        with pytest.raises(ValueError, match="names no promised quantity"):
            measured(name)
    assert asked_field("office:filing", "online_minutes") is None
    assert measured(f"value_w{adopted.commitments.first().targets.first().pk}")[1] == Series()


def test_a_reason_in_law_stands_beside_every_field_that_measures_nothing() -> None:
    lines = [(page, line) for page, found in ASKED.items() for line in found]
    bare = [
        (page, line.name) for page, line in lines if line.purpose in {Purpose.REASON, Purpose.CLAIM} and not line.law
    ]
    assert bare == []


def words(name: str) -> set[str]:
    return {name.lower(), *re.split(r"[_\W]+", name.lower())}


def test_nothing_stored_counts_or_follows_people() -> None:
    stored = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("duixian")
        for field in model._meta.get_fields()
        if words(field.name) & FORBIDDEN
    ]
    assert stored == []


def test_no_setting_site_value_or_address_turns_such_a_thing_on() -> None:
    # JSONField is in no Site field: the owner cannot put in what has no column.
    assert {field.get_internal_type() for field in Site._meta.get_fields()} <= {
        "BigAutoField",
        "CharField",
        "DateField",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
    }
    configured = [name for name in dir(settings) if words(name) & FORBIDDEN]
    addresses = [name for name in names(get_resolver().url_patterns) if words(name) & FORBIDDEN]
    own = [field.name for field in Site._meta.get_fields() if words(field.name) & FORBIDDEN]
    assert configured == addresses == own == []


def sources(*rooms: str) -> Iterator[tuple[str, str]]:
    for room in rooms:
        for path in (SRC / room).rglob("*.py"):
            yield str(path.relative_to(SRC)), path.read_text(encoding="utf-8")


def test_no_report_page_or_command_reads_when_somebody_signed_in() -> None:
    # Django keeps last_login for the security of sessions; axes counts failures to lock: neither is anybody's report.
    reads = re.compile(r"last_login|AccessAttempt|AccessLog|contrib\.sessions|user_logged_in|date_joined")
    assert [
        name for name, code in sources("reports", "office", "public", "cli", "workflow") if reads.search(code)
    ] == []


def test_no_report_has_a_row_a_person() -> None:
    for module in (burden, completeness, duty):
        for held in vars(module).values():
            if isinstance(held, type) and is_dataclass(held) and held.__module__ == module.__name__:
                assert not [one.name for one in fields(held) if one.type is Account or one.name in {"by", "account"}]


def test_no_page_or_script_reaches_for_camera_or_whereabouts() -> None:
    reach = re.compile(r"\bcapture\b|geolocation|getUserMedia|mediaDevices|watchPosition", re.IGNORECASE)
    files = [path for path in SRC.rglob("*") if path.suffix in {".html", ".js"} and "vendor" not in path.parts]
    assert len(files) > 30
    assert [path.name for path in files if reach.search(path.read_text(encoding="utf-8"))] == []


def test_no_action_demands_a_paper_of_a_report() -> None:
    demands = [
        name
        for name, code in sources("workflow/actions")
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Attribute) and node.attr == "evidence" and name != "workflow/actions/add_evidence.py"
    ]
    assert demands == []


def test_a_report_without_any_paper_goes_all_the_way(adopted: Any, people: People) -> None:
    assert filing_site.accepted(people).pk
    assert not Evidence.objects.exists()
