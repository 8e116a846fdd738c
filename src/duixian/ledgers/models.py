"""Every ledger's rows, gathered where Django looks for them."""

from duixian.ledgers.activity.models import Entry
from duixian.ledgers.claims.models import Attachment, AwardPlan, Claim, ClaimState, Payee, Step, Transfer
from duixian.ledgers.progress.models import Balance, Posting

APPEND_ONLY = (Attachment, AwardPlan, Claim, Entry, Payee, Posting, Step, Transfer)

__all__ = [
    "APPEND_ONLY",
    "Attachment",
    "AwardPlan",
    "Balance",
    "Claim",
    "ClaimState",
    "Entry",
    "Payee",
    "Posting",
    "Step",
    "Transfer",
]
