"""伊犁哈萨克自治州参赛各类大型运动会奖励办法 (伊州政办规〔2023〕1号): a claim into payments, each with its articles.

One article or tight group of articles a file; ``act.yaml`` holds every figure and list, ``order`` the refusals'
order.
"""

from duixian.policy.acts.sports_awards.case_file import Case, CaseFileError, read_cases
from duixian.policy.acts.sports_awards.claim import Claim, Conduct
from duixian.policy.acts.sports_awards.claim_reading import read_claim
from duixian.policy.acts.sports_awards.claim_window import last_claim_day
from duixian.policy.acts.sports_awards.decide import decide, decide_raw
from duixian.policy.acts.sports_awards.lines import PAYEE_WORDS, PayeeKind
from duixian.policy.acts.sports_awards.misconduct import Person, persons_of, standing_lines, with_misconduct
from duixian.policy.acts.sports_awards.release import missing_evidence, notice_days
from duixian.policy.acts.sports_awards.shape import SHAPE, shipped_act
from duixian.policy.acts.sports_awards.what_if import TOTALS_BY, second_act, what_if

__all__ = [
    "PAYEE_WORDS",
    "SHAPE",
    "TOTALS_BY",
    "Case",
    "CaseFileError",
    "Claim",
    "Conduct",
    "PayeeKind",
    "Person",
    "decide",
    "decide_raw",
    "last_claim_day",
    "missing_evidence",
    "notice_days",
    "persons_of",
    "read_cases",
    "read_claim",
    "second_act",
    "shipped_act",
    "standing_lines",
    "what_if",
    "with_misconduct",
]
