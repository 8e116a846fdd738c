import pytest

from .claims import claim, code, crewed, decided, result, selection, sportsmanship, transfer, workflow

BOOKS = ["比赛成绩册", "秩序册"]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (["获奖证书", "身份证"], None),
        ([*BOOKS, "身份证"], None),
        ([*BOOKS, "获奖证书", "身份证", "介绍信"], None),
        (["获奖证书"], "EVIDENCE_INCOMPLETE"),
        (BOOKS, "EVIDENCE_INCOMPLETE"),
        (["比赛成绩册", "身份证"], "EVIDENCE_INCOMPLETE"),
        (["秩序册", "身份证"], "EVIDENCE_INCOMPLETE"),
        (["身份证"], "EVIDENCE_INCOMPLETE"),
        ([], "EVIDENCE_INCOMPLETE"),
    ],
)
def test_the_certificate_or_both_books_and_always_the_identity_card(evidence, expected):
    assert code(claim(result(), workflow=workflow(evidence=evidence))) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"bureau_review_passed": False}, "BUREAU_REVIEW_NOT_PASSED"),
        ({"bureau_review_passed": None}, "BUREAU_REVIEW_NOT_PASSED"),
        ({"notice_days": 0}, "NOTICE_INCOMPLETE"),
        ({"notice_days": 6}, "NOTICE_INCOMPLETE"),
        ({"notice_days": None}, "NOTICE_INCOMPLETE"),
        ({"notice_days": 7}, None),
        ({"notice_days": 8}, None),
        ({"objection_open": True}, "OBJECTION_OPEN"),
        ({"objection_open": None}, "OBJECTION_OPEN"),
        ({"government_approved": False}, "NOT_APPROVED_BY_GOVERNMENT"),
        ({"government_approved": None}, "NOT_APPROVED_BY_GOVERNMENT"),
    ],
)
def test_no_step_is_skipped(changes, expected):
    assert code(claim(result(), workflow=workflow(**changes))) == expected


def test_the_first_step_not_done_is_told():
    nothing = {"bureau_review_passed": False, "notice_days": 0, "objection_open": True, "government_approved": False}
    steps = ["evidence", "bureau_review_passed", "notice_days", "objection_open", "government_approved"]
    done, told = workflow(evidence=[], **nothing), []
    for step in steps:
        told.append(code(claim(result(), workflow=done)))
        done[step] = workflow()[step]
    assert told == [
        "EVIDENCE_INCOMPLETE",
        "BUREAU_REVIEW_NOT_PASSED",
        "NOTICE_INCOMPLETE",
        "OBJECTION_OPEN",
        "NOT_APPROVED_BY_GOVERNMENT",
    ]
    assert code(claim(result(), workflow=done)) is None


@pytest.mark.parametrize("make", [selection, transfer, sportsmanship])
def test_every_kind_of_claim_passes_the_same_gate(make):
    early = {**make(), "workflow": workflow(notice_days=6)}
    assert code(early) == "NOTICE_INCOMPLETE"


def test_the_gate_holds_for_the_county_line_too():
    assert code(claim(crewed(), claimants=("county",), workflow=workflow(notice_days=6))) == "NOTICE_INCOMPLETE"


def test_what_is_missing_is_named():
    given = claim(result(), workflow=workflow(evidence=["比赛成绩册"]))
    assert "秩序册、身份证" in str(decided(given).refusal.sentence)
