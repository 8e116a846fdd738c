"""Every ledger's rows, gathered where Django looks for them."""

from duixian.ledgers.activity.models import Entry
from duixian.ledgers.progress.models import Balance, Posting

APPEND_ONLY = (Entry, Posting)

__all__ = ["APPEND_ONLY", "Balance", "Entry", "Posting"]
