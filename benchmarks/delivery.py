"""Server time and queries of board, map and a county's page: 5,000 targets × 15 places, 6 and 36 months of postings."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.timing import Row

# Half an hour on a busy machine, ten minutes on an idle one: four databases are filled and all their lights lit.
TITLE = "5,000 targets × 15 places, 6 and 36 months of postings"
TARGETS = int(os.environ.get("BENCH_TARGETS", "5000"))
MONTHS = (6, 36)
PAGES = {"board": "/office/", "map": "/office/map/", "county": "/office/places/{code}/"}
_TRANSACTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
_ON_POSTGRESQL = Path(__file__).parent.parent / "tests" / "on_postgresql"
_NO_POSTGRESQL = 3


def measure(*, repeat: int) -> list[Row]:
    """Each size in a process and a database of its own, SQLite and then PostgreSQL; what is told are medians.

    The queries are those of one page, statements that begin or end a transaction aside.
    """
    return [row for store in ("SQLite", "PostgreSQL") for row in _on(store, repeat)]


def _on(store: str, repeat: int) -> Iterator[Row]:
    found: dict[int, dict[str, Any]] = {}
    for months in MONTHS:
        measured = _in_process(store, months, repeat)
        if measured is None:
            yield Row(f"{store}", "not measured", "it is not installed here")
            return
        found[months] = measured
    for months, one in found.items():
        told = f"{one['postings']:,} postings loaded in {one['load']:,.0f} s; {one['lines']:,} lights"
        yield Row(f"{store}, {months} months, all lights lit", f"{one['light']:,.1f} s", told)
        yield Row(f"{store}, {months} months, one posting's lights", f"{one['one']:,.1f} ms", "followed and lit again")
    for name in PAGES:
        for months, one in found.items():
            page = one[name]
            remark = f"{page['queries']} queries, {page['kb']:,} kB"
            yield Row(f"{store}, {months} months, {name}", f"{page['ms']:,.1f} ms", remark)
        ratio = found[MONTHS[1]][name]["ms"] / found[MONTHS[0]][name]["ms"]
        yield Row(f"{store}, {name}, {MONTHS[1]} months to {MONTHS[0]}", f"{ratio:.2f} ×", "at most 1.3 is asked")


def _in_process(store: str, months: int, repeat: int) -> dict[str, Any] | None:
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "DUIXIAN_VAR": folder, "DJANGO_SETTINGS_MODULE": "duixian.config.settings"}
        command = [sys.executable, "-m", "benchmarks.delivery", str(months), str(repeat)]
        if store == "PostgreSQL":
            command.insert(0, str(_ON_POSTGRESQL))
        done = subprocess.run(command, env=environ, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode == _NO_POSTGRESQL:
        return None
    done.check_returncode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _measure_here(months: int, repeat: int) -> dict[str, Any]:
    import django  # noqa: PLC0415 -- only in the process that measures

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from benchmarks.delivery_registers import DAY, fill  # noqa: PLC0415
    from duixian.ledgers.models import Posting  # noqa: PLC0415
    from duixian.registers.models import Place  # noqa: PLC0415
    from duixian.reports.lit.models import LitLine  # noqa: PLC0415
    from duixian.reports.lit.refresh import refresh  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    load, account = _seconds(lambda: fill(TARGETS, months=months))
    light, _ = _seconds(lambda: refresh(day=DAY))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    code = Place.objects.order_by("pk")[7].code
    pages = {name: _page(client, url.format(code=code), repeat) for name, url in PAGES.items()}
    return {
        "postings": Posting.objects.count(),
        "lines": LitLine.objects.count(),
        "load": load,
        "light": light,
        "one": _one_posting() * 1000,
        **pages,
    }


def _one_posting() -> float:
    """Seconds from an act in the log to a light that knows it."""
    from django.utils import timezone  # noqa: PLC0415

    from benchmarks.delivery_registers import DAY  # noqa: PLC0415
    from duixian.ledgers.models import Entry  # noqa: PLC0415
    from duixian.registers.models import Account, Target  # noqa: PLC0415
    from duixian.reports.lit.refresh import refresh  # noqa: PLC0415

    target, account = Target.objects.order_by("pk")[TARGETS // 2], Account.objects.get(username="bench")
    Entry.objects.create(at=timezone.now(), actor=account, verb="x", subject="target", subject_id=target.pk)
    return _seconds(lambda: refresh(day=DAY))[0]


def _page(client: Any, url: str, repeat: int) -> dict[str, float]:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)
    assert answer.status_code == HTTPStatus.OK, (url, answer.status_code)
    # Counted now: the next request clears the record.
    queries = sum(not query["sql"].startswith(_TRANSACTIONS) for query in asked)
    seconds = [_seconds(lambda: client.get(url))[0] for _ in range(max(repeat, 11))]
    return {"ms": median(seconds) * 1000, "queries": queries, "kb": len(answer.content) // 1024}


def _seconds(call: Any) -> tuple[float, Any]:
    begun = perf_counter()
    found = call()
    return perf_counter() - begun, found


if __name__ == "__main__":
    print(json.dumps(_measure_here(int(sys.argv[1]), int(sys.argv[2]))))
