"""Two processes write to the same ledger at once; a real file and real transactions, outside pytest's own."""

import os
import subprocess
import sys
import textwrap

import psycopg

SETUP = """
    import datetime as dt, sys
    import django; django.setup()
    from decimal import Decimal
    from django.core.management import call_command
    from duixian.ledgers.models import Balance, Posting
    from duixian.ledgers.progress.check import wrong_balances
    from duixian.ledgers.progress.post import Figure
    from duixian.registers.models import *
    from duixian.units import Refused
    from duixian.workflow.acting import Acting
    from duixian.workflow.actions.post_progress import post_progress
    NOW = dt.datetime(2026, 3, 1, tzinfo=dt.timezone.utc)
"""
FOUND = """
    call_command("migrate", verbosity=0)
    who = Account.objects.create(username="a", full_name="甲", role="supervision", created_at=NOW)
    source = Source.objects.create(sha256="0", name="s", kind="txt", size=1, text="x", compiler="t",
                                   added_by=who, added_at=NOW)
    document = Document.objects.create(source=source, key="k", kind="work-plan", begin=0, end=1)
    proposals = [Proposal.objects.create(document=document, kind=kind, clause="1", begin=0, end=1, read={})
                 for kind in ("commitment", "target")]
    commitment = Commitment.objects.create(document=document, proposal=proposals[0], ordinal=1, title="t",
                                           begin=0, end=1, year=2026)
    Target.objects.create(commitment=commitment, proposal=proposals[1], object="桥", value=1000, unit="座",
                          comparator="=", begins=dt.date(2026, 1, 1), due=dt.date(2026, 12, 31), due_basis="year",
                          begin=0, end=1)
"""
WRITE = """
    who, target = Account.objects.get(), Target.objects.get()
    made = refused = 0
    while made < 20:
        last = Balance.objects.first()
        day = (last.day if last else dt.date(2026, 1, 1)) + dt.timedelta(days=1)
        figure = Figure(day=day, value=(last.value if last else Decimal(0)) + 1, seen=last.posting_id if last else None)
        try:
            post_progress(Acting(who, NOW, dt.date(2026, 12, 31)), target, figure)
            made += 1
        except Refused as refusal:
            assert refusal.code == "posted-meanwhile", refusal
            refused += 1
    print(refused)
"""
PROVE = """
    assert wrong_balances() == [], wrong_balances()
    print(Posting.objects.count(), int(Balance.objects.get().value))
"""


def python(code, environ):
    program = textwrap.dedent(SETUP) + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", program], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def new_database(address, *, name):
    """A database of its own on the same PostgreSQL."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return f"{address.rpartition('/')[0]}/{name}"


def finished(process):
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out.strip()


def test_two_processes_posting_at_once_lose_nothing(tmp_path):
    environ = {**os.environ, "DUIXIAN_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "duixian.config.settings"}
    if given := environ.get("DUIXIAN_DATABASE"):
        environ["DUIXIAN_DATABASE"] = new_database(given, name=f"writers_{os.getpid()}")
    finished(python(FOUND, environ))
    both = [python(WRITE, environ) for _ in range(2)]
    for process in both:
        finished(process)
    # Each wrote twenty figures, each one more than the last that it saw: no step was lost or written twice.
    assert finished(python(PROVE, environ)) == "40 40"
