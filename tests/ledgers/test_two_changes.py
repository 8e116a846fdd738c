"""Two offices change the holder of one post at once: one does, the other is told; nobody is followed twice."""

import os
import subprocess
import sys
import textwrap

import psycopg

SETUP = """
    import datetime as dt, sys
    import django; django.setup()
    from django.core.management import call_command
    from duixian.ledgers.handovers.check import wrong_holders
    from duixian.ledgers.models import Handover
    from duixian.registers.models import *
    from duixian.units import Refused
    from duixian.workflow.acting import Acting
    from duixian.workflow.actions.change_holder import Change, change_holder
    NOW = dt.datetime(2026, 3, 1, tzinfo=dt.timezone.utc)
    POSTS = 15
"""
FOUND = """
    call_command("migrate", verbosity=0)
    Account.objects.create(username="a", full_name="甲", role="supervision", created_at=NOW)
    body = Body.objects.create(name="州水利局")
    for n in range(POSTS):
        Holder.objects.create(post=Post.objects.create(body=body, title=f"处长{n}"), name="原任")
"""
CHANGE = """
    done = refused = 0
    acting = Acting(Account.objects.get(), NOW, dt.date(2026, 12, 31))
    for holder in Holder.objects.filter(name="原任").order_by("post").select_related("post"):
        change = Change(day=dt.date(2026, 6, 1), outgoing=holder, incoming=sys.argv[1])
        try:
            change_holder(acting, holder.post, change)
            done += 1
        except Refused as refusal:
            assert refusal.code == "left-already", refusal
            refused += 1
    print(done, refused)
"""
PROVE = """
    assert list(wrong_holders()) == []
    print(Handover.objects.count(), Holder.objects.filter(ends=None).count())
"""


def python(code, environ, *arguments):
    program = textwrap.dedent(SETUP) + textwrap.dedent(code)
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


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


def test_of_two_changes_at_once_one_is_made(tmp_path):
    environ = {**os.environ, "DUIXIAN_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "duixian.config.settings"}
    if given := environ.get("DUIXIAN_DATABASE"):
        environ["DUIXIAN_DATABASE"] = new_database(given, name=f"changes_{os.getpid()}")
    finished(python(FOUND, environ))
    both = [python(CHANGE, environ, name) for name in ("新任甲", "新任乙")]
    counts = [tuple(map(int, finished(process).split())) for process in both]
    assert [sum(pair) for pair in zip(*counts, strict=True)] == [15, 15]
    assert finished(python(PROVE, environ)) == "15 15"
