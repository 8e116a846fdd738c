"""Server time and questions to the database of the board and a commitment's page, small and large."""

import json
import os
import subprocess
import sys
import tempfile
from http import HTTPStatus
from statistics import median
from time import perf_counter

from benchmarks.timing import Row

TITLE = "pages with 10 and 1,000 commitments of 14 counties each"
SIZES = (10, 1000)
PAGES = {"board": "/office/", "commitment": "/office/commitments/{pk}/", "public list": "/"}


def measure(*, repeat: int) -> list[Row]:
    """Each size in a process and a database of its own, in turns; what is told is each page's median."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = [_in_process(folder, size, repeat) for size in SIZES]
    small, large = rounds
    rows: list[Row] = []
    for name in PAGES:
        for size, one in zip(SIZES, rounds, strict=True):
            figure = f"{one[name]['ms']:,.1f} ms"
            rows.append(Row(f"{name}, {size:,}", figure, f"{one[name]['queries']} queries, {one[name]['kb']:,} kB"))
        each = (large[name]["ms"] / SIZES[1]) / (small[name]["ms"] / SIZES[0])
        whole = large[name]["ms"] / small[name]["ms"]
        remark = "of a page that shows one" if name == "commitment" else f"a row takes {each:.2f} × of the small one's"
        rows.append(Row(f"{name}, ratio", f"{whole:.2f} ×", remark))
    return rows


def _in_process(folder: str, size: int, repeat: int) -> dict[str, dict[str, float]]:
    environ = {
        **os.environ,
        "DUIXIAN_VAR": f"{folder}/{size}",
        "DJANGO_SETTINGS_MODULE": "duixian.config.settings",
    }
    command = [sys.executable, "-m", "benchmarks.pages", str(size), str(repeat)]
    done = subprocess.run(command, env=environ, check=True, capture_output=True, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def _measure_here(size: int, repeat: int) -> dict[str, dict[str, float]]:
    import django  # noqa: PLC0415 -- only in the process that measures

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from benchmarks.registers import fill  # noqa: PLC0415
    from duixian.registers.models import Commitment  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    account = fill(size)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    pk = Commitment.objects.order_by("pk")[size // 2].pk
    return {name: _page(client, url.format(pk=pk), repeat) for name, url in PAGES.items()}


def _page(client: object, url: str, repeat: int) -> dict[str, float]:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)  # type: ignore[attr-defined]
    assert answer.status_code == HTTPStatus.OK, (url, answer.status_code)
    # Counted now: the next request clears the record.
    queries = len(asked)
    seconds = []
    for _ in range(repeat):
        begun = perf_counter()
        client.get(url)  # type: ignore[attr-defined]
        seconds.append(perf_counter() - begun)
    return {"ms": median(seconds) * 1000, "queries": queries, "kb": len(answer.content) // 1024}


if __name__ == "__main__":
    print(json.dumps(_measure_here(int(sys.argv[1]), int(sys.argv[2]))))
