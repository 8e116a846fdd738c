"""Two processes at one report at once: one form sent twice, and two reviewers; each has exactly one outcome."""

import os
import subprocess
import sys
import textwrap

from tests.ledgers.test_two_writers import finished as done
from tests.ledgers.test_two_writers import new_database

SETUP = """
    import datetime as dt, os, sys
    import django; django.setup()
    from django.core.management import call_command
    from tests import small_site
    from tests.filing_site import entries, on, submitted, turns
    from duixian.ledgers.filings.check import wrong_filings
    from duixian.ledgers.filings.month import Month, months_from
    from duixian.ledgers.filings.read import turn_of
    from duixian.ledgers.models import Filing, FilingStep, Posting
    from duixian.ledgers.progress.check import wrong_balances
    from duixian.registers.models import Account
    from duixian.units import Refused
    from duixian.workflow.actions.accept_filing import accept_filing
    from duixian.workflow.actions.return_filing import return_filing
    from duixian.workflow.actions.submit_filing import submit_filing
    MONTHS = list(months_from(Month(2026, 7), until=Month(2026, 12)))
    people = None
    if Account.objects.model._meta.db_table in django.db.connection.introspection.table_names():
        people = small_site.People(**{name: Account.objects.filter(username=name).first()
                                      for name in small_site.People.__annotations__})
    def wait_for_the_other():
        print("ready", flush=True)
        sys.stdin.readline()
"""
FOUND = """
    call_command("migrate", verbosity=0)
    small_site.make_site(shown_day=None)
    small_site.make_adopted(small_site.make_people())
"""
SUBMIT = """
    handed_in = refused = 0
    for month in MONTHS:
        acting = on(people, "reporter", month.opens)
        form, seen = entries(acting, month), turns(acting, month)
        wait_for_the_other()
        try:
            submit_filing(acting, month, form, turns=seen)
            handed_in += 1
        except Refused as refusal:
            assert refusal.code == "filing-moved-on", refusal
            refused += 1
    print(handed_in, refused)
"""
REVIEW = """
    done = refused = 0
    for filing in Filing.objects.order_by("pk"):
        acting, turn = on(people, "supervision", dt.date(2027, 2, 1)), turn_of(filing)
        wait_for_the_other()
        try:
            if {accepts}:
                accept_filing(acting, filing, turn=turn)
            else:
                return_filing(acting, filing, reason="与台账不符", turn=turn)
            done += 1
        except Refused as refusal:
            assert refusal.code in ("filing-moved-on", "filing-out-of-order"), refusal
            refused += 1
    print(done, refused)
"""
PROVE = """
    assert wrong_filings() == wrong_balances() == []
    moves = {move: FilingStep.objects.filter(move=move).count() for move in ("submit", "accept", "return")}
    print(Filing.objects.count(), moves["submit"], Posting.objects.count(), moves["accept"] + moves["return"])
"""


def python(code: str, environ: dict[str, str]) -> "subprocess.Popen[str]":
    program = textwrap.dedent(SETUP) + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", program],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def counts(*codes: str, rounds: int = 0, environ: dict[str, str]) -> list[int]:
    """What the programs print at their end, added up; in each round all of them are let go at the same moment."""
    processes = [python(code, environ) for code in codes]
    for _ in range(rounds):
        for process in processes:
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.stdin.write("go\n")
            process.stdin.flush()
    printed = [done(process).split() for process in processes]
    return [sum(int(row[column]) for row in printed) for column in range(len(printed[0]))]


def test_one_form_sent_by_two_at_once_is_handed_in_once_and_two_reviewers_decide_once(tmp_path):
    environ = {**os.environ, "DUIXIAN_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "duixian.config.settings"}
    if given := environ.get("DUIXIAN_DATABASE"):
        environ["DUIXIAN_DATABASE"] = new_database(given, name=f"reports_{os.getpid()}")
    done(python(FOUND, environ))
    assert counts(SUBMIT, SUBMIT, rounds=6, environ=environ) == [6, 6]
    reviewers = [REVIEW.replace("{accepts}", str(accepts)) for accepts in (True, False)]
    assert counts(*reviewers, rounds=6, environ=environ) == [6, 6]
    # Six months, two figures each: one submission and one decision a month, nothing written twice.
    assert counts(PROVE, environ=environ) == [6, 6, 12, 6]
