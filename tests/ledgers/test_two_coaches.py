"""Two coaches file the same result at the same moment; a real file and real transactions, outside pytest's own."""

import os
import subprocess
import sys
import textwrap

from tests.ledgers.test_two_writers import finished, new_database

SETUP = """
    import datetime as dt, sys, time
    import django; django.setup()
    from django.core.management import call_command
    from duixian.ledgers.claims.check import wrong_states
    from duixian.ledgers.models import Claim, Entry
    from duixian.registers.models import Account, ActBody, ActPart, Body
    from duixian.units import Refused
    from duixian.workflow.acting import Acting
    from duixian.workflow.actions.file_award_claim import NewClaim, Paper, file_award_claim
    from duixian.workflow.award_decision import wrong_decisions
    from duixian.workflow.award_scope import ACT
    NOW = dt.datetime(2026, 6, 1, tzinfo=dt.timezone.utc)
    DAY = dt.date(2026, 3, 14)
"""
FOUND = """
    call_command("migrate", verbosity=0)
    bureau = Body.objects.create(name="某州体育局")
    ActBody.objects.create(act=ACT, part=ActPart.ADMINISTERS, body=bureau)
    for name in ("a", "b"):
        body = Body.objects.create(name=f"某队{name}")
        Account.objects.create(username=name, full_name=name, role="reporter", created_at=NOW, body=body)
"""
# Each of the two files thirty results; every one of them is the other's too.
FILE = """
    who = Account.objects.get(username=sys.argv[1])
    filed = refused = 0
    for number in range(30):
        result = {"result_date": DAY.isoformat(), "event_kind": "individual", "ball": None, "size": 1,
                  "placing": {"scale": "rank", "value": 1}, "regs_award_places": 8, "represents_region": None,
                  "region_standard": None, "team_payout": None, "units": [
                      {"id": "某运动员", "kind": "athlete", "affiliation": "州直", "conduct": "clean",
                       "entered_team_date": None, "sending_coach_ids": [], "county_units": []}],
                  "current_coaches": [], "assistant_coaches": [], "sending_coaches": []}
        raw = {"claim_type": "result", "games": "自治区运动会", "claimants": ["athletes"], "results": [result],
               "selection": None, "transfer": None, "sportsmanship": None, "addon": None}
        papers = (Paper(kind="获奖证书", name="a", data=b"a"), Paper(kind="身份证", name="b", data=b"b"))
        new = NewClaim(input=raw, event=f"项目{number}", result_day=DAY, identity_numbers={}, papers=papers)
        try:
            file_award_claim(Acting(who, NOW, dt.date(2026, 6, 1)), new)
            filed += 1
        except Refused as refusal:
            assert refusal.code == "claimed-already", refusal
            refused += 1
    print(filed, refused)
"""
PROVE = """
    assert wrong_states() == wrong_decisions() == []
    print(Claim.objects.count(), len(set(Claim.objects.values_list("event", flat=True))),
          Entry.objects.filter(verb="file_award_claim").count())
"""


def python(code, environ, *args):
    program = textwrap.dedent(SETUP) + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", program, *args],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_of_two_who_file_the_same_result_at_once_one_is_paid_and_the_other_told(tmp_path):
    environ = {**os.environ, "DUIXIAN_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "duixian.config.settings"}
    if given := environ.get("DUIXIAN_DATABASE"):
        environ["DUIXIAN_DATABASE"] = new_database(given, name=f"coaches_{os.getpid()}")
    finished(python(FOUND, environ))
    both = [finished(process) for process in [python(FILE, environ, name) for name in ("a", "b")]]
    filed, refused = (sum(int(told.split()[place]) for told in both) for place in (0, 1))
    assert (filed, refused) == (30, 30)
    # Each result once, each with its row in the log; nothing of the refused ones is left.
    assert finished(python(PROVE, environ)) == "30 30 30"
