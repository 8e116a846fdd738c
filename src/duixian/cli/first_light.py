"""The first start of a site: database, example or own documents, and the lines that say where to look."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from duixian.cli.example import Example, play, read_example
from duixian.cli.example_awards import play_awards
from duixian.cli.example_filings import join, play_filings, read_filings
from duixian.cli.example_map import play_map
from duixian.cli.example_orders import play_orders
from duixian.cli.example_posts import play_posts
from duixian.cli.example_shares import play_shares
from duixian.cli.founding import OWN_PEOPLE, SignIn, acting_as, found, keep_sign_ins
from duixian.cli.taking_in import now_on, take_in
from duixian.pace import LOOKS, SEVERITY, Code
from duixian.places import load_places
from duixian.registers.models import Account, Commitment, Document, Role, Site, Source, Target
from duixian.reports import board
from duixian.reports.board import light_counts
from duixian.reports.lit.refresh import refreshed

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
_NOTHING = "没有一个文件能读，网站没有建立。请换文件再试。"
_KEPT = "数据库里已有数据，保持不变。要重新开始，请换一个目录：DUIXIAN_VAR=目录 make run"


class NothingTakenIn(Exception):  # noqa: N818 -- undoes a first start
    """None of the files could be read; ``problems`` says of each why."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = problems
        super().__init__(*problems)


def is_founded() -> bool:
    """Whether the site was ever set up."""
    return Account.objects.exists()


def set_up(files: Sequence[Path]) -> list[str]:
    """Brings the database up to date and fills it if it is empty. Shape: a line for each thing that went wrong."""
    call_command("migrate", verbosity=0)
    if Account.objects.exists():
        return [f"{_KEPT} SOURCES=…"] if files else []
    try:
        # One transaction: a first start that is stopped leaves nothing behind, and the next one begins anew.
        with Progress(console=Console(stderr=True), transient=True) as progress, transaction.atomic():
            return _own(files, progress) if files else _example(progress)
    except NothingTakenIn as nothing:
        return [*nothing.problems, _NOTHING]


def _example(progress: Progress) -> list[str]:
    example = read_example(EXAMPLES)
    filings = read_filings(EXAMPLES)
    sign_ins = _found_example(example, filings_from=filings["from"])
    play_map(example.folder / "tiles.csv", day=dt.date(example.shown_day.year, 1, 4))
    play(example, progress=progress)
    play_awards(example.folder / "awards.yaml", shown_day=example.shown_day)
    sign_ins += join(filings)
    play_filings(filings, progress=progress)
    play_posts(example.folder / "posts.yaml")
    play_orders(example.folder / "orders.yaml")
    play_shares(example.folder / "shares.yaml")
    keep_sign_ins(sign_ins, Path(settings.VAR))
    return []


def _found_example(example: Example, *, filings_from: dt.date) -> tuple[SignIn, ...]:
    founded = dt.date(example.shown_day.year, 1, 4)
    book = load_places(example.folder / example.places)
    top = next(place for place in book if place.level == "prefecture")
    return found(
        example.people,
        name=f"{top.name}人民政府",
        shown_day=example.shown_day,
        now=now_on(founded),
        more_places=book,
        filings_from=filings_from,
    )


def _own(files: Sequence[Path], progress: Progress) -> list[str]:
    now = timezone.now()
    today = timezone.localdate()
    sign_ins = found(OWN_PEOPLE, name="", shown_day=None, now=now, more_places=None)
    keep_sign_ins(sign_ins, Path(settings.VAR))
    supervisor = next(one.person.username for one in sign_ins if one.person.role == Role.SUPERVISION)
    taken = take_in(acting_as(supervisor, now=now, today=today), files, progress=progress)
    if not taken.sources:
        raise NothingTakenIn(taken.refused)
    _name_site()
    return list(taken.refused)


def _name_site() -> None:
    """The site is named after whoever issued what was adopted; the administrator's pages can tell it apart."""
    issuers = Document.objects.exclude(adopted_at=None).exclude(issuer=None).values_list("issuer", flat=True)
    name = next(iter(issuers), None)
    if name:
        Site.objects.filter(pk=1).update(name=name)


def summary(address: str) -> str:
    """What was read, how to sign in, where to look first."""
    lines = ["", "兑现已就绪 · Duixian is ready", *_read_lines(), *_sign_in_lines(address), *_look_lines(address)]
    return "\n".join([*lines, "", "Ctrl+C 停止 · stops the site", ""])


def _read_lines() -> list[str]:
    documents = Document.objects.all()
    findings = sum(len(document.findings) for document in documents)
    adopted = documents.exclude(adopted_at=None).count()
    read = f"  读了 {Source.objects.count()} 个文件、{documents.count()} 份公文和报道，发现 {findings} 处需要看的；"
    return [f"{read}采纳 {adopted} 份：{Commitment.objects.count()} 件实事、{Target.objects.count()} 项指标。"]


def _sign_in_lines(address: str) -> list[str]:
    path = Path(settings.VAR) / "sign-in.txt"
    lines = ["", f"登录 · sign in: {address}/sign-in/"]
    if not path.exists():
        return [*lines, "  账号由系统管理员管理。"]
    people = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    shown, seen = [], set()
    for role, username, password in people:
        kind = role.partition("（")[0]
        if kind not in seen:
            seen.add(kind)
            shown.append(f"  {role}：{username}  {password}")
    more = f"  另有 {len(people) - len(shown)} 位填报人，" if len(people) > len(shown) else "  "
    return [*lines, *shown, f"{more}密码都在 {path}"]


def _look_lines(address: str) -> list[str]:
    day = Site.current().day(timezone.localdate())
    # The first page of the day would light them otherwise, and its reader wait for it.
    refreshed(day=day, seconds=None)
    rows = board.rows(as_of=day)
    counts = light_counts(rows)
    told = "、".join(f"{LOOKS[code].word} {counts[code]}" for code in SEVERITY if counts[code])
    board_line = f"  看板   {address}/office/   （{day.isoformat()}：{told or '还没有实事'}）"
    lines = ["", "先看 · look first", f"  居民页 {address}/", board_line]
    worst = next((row for code in SEVERITY for row in rows if row.light and row.light.code == code), None)
    if worst is not None and worst.light is not None and worst.light.code not in (Code.DONE, Code.ACCEPTED):
        lines.append(f"  最该看 {address}/office/commitments/{worst.commitment.pk}/  {worst.commitment.title}")
    waiting = Document.objects.filter(adopted_at=None, kind__in=("announcement", "work-plan", "notice")).first()
    if waiting is not None:
        lines.append(f"  待核对 {address}/office/documents/{waiting.pk}/  {waiting.name}")
    return lines
