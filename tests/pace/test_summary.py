from duixian.pace import SEVERITY, Code, Light, code_counts, light, worst

from .plans import day, figures, plan, tendered


def lights() -> dict[Code, Light]:
    """One light of each code, all as of 30 June but the two whose due day must be past."""
    now = day("6-30")
    made = (
        light(plan(due=day("5-31")), figures(d5_31=300), as_of=now),
        light(plan(), (), as_of=now),
        light(plan(), figures(d6_30=30), as_of=now),
        light(plan(), figures(d6_30=181), as_of=now),
        light(tendered(), (), as_of=day("3-31")),
        light(plan(), figures(d6_30=365), as_of=now),
        light(plan(), figures(d6_30=365), as_of=now, accepted=now),
        light(plan(), figures(d1_31=80, d2_28=130, d3_31=180, d4_30=181, d5_31=182, d6_30=183), as_of=now),
    )
    return {lit.code: lit for lit in made}


def test_the_worst_stands_for_a_commitment_in_the_order_of_severity() -> None:
    by_code = lights()
    for place, code in enumerate(SEVERITY):
        assert worst(by_code[other] for other in reversed(SEVERITY[place:])) is by_code[code]


def test_every_code_has_a_place_in_the_order_of_severity() -> None:
    assert sorted(SEVERITY) == sorted(Code)


def test_silence_is_worse_than_a_shortfall_reported_and_better_than_a_known_failure() -> None:
    assert SEVERITY.index(Code.OVERDUE) < SEVERITY.index(Code.NO_DATA) < SEVERITY.index(Code.BEHIND)


def test_nothing_has_no_worst_light() -> None:
    assert worst(()) is None


def test_counts_name_every_code_worst_first_zeros_included() -> None:
    behind = lights()[Code.BEHIND]
    assert list(code_counts([behind, behind]).items()) == [
        (Code.OVERDUE, 0),
        (Code.NO_DATA, 0),
        (Code.BEHIND, 2),
        (Code.AT_RISK, 0),
        (Code.ON_PACE, 0),
        (Code.NOT_STARTED, 0),
        (Code.DONE, 0),
        (Code.ACCEPTED, 0),
    ]
