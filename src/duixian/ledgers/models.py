"""Every ledger's rows, gathered where Django looks for them."""

from duixian.ledgers.acceptances.models import Acceptance
from duixian.ledgers.activity.models import Entry
from duixian.ledgers.claims.models import (
    Amendment,
    Attachment,
    AwardDocument,
    AwardPlan,
    Claim,
    ClaimState,
    Payee,
    Step,
    Transfer,
)
from duixian.ledgers.complaints.models import Complaint
from duixian.ledgers.filings.models import (
    Evidence,
    Filing,
    FilingFigure,
    FilingMove,
    FilingStage,
    FilingState,
    FilingStep,
)
from duixian.ledgers.handovers.models import Handover
from duixian.ledgers.inspections.models import (
    Inspected,
    Inspection,
    InspectionKind,
    InspectionMove,
    InspectionStep,
    TakingPart,
)
from duixian.ledgers.notices.models import Digest, Notice
from duixian.ledgers.orders.models import Order, OrderMove, OrderPaper, OrderStage, OrderState, OrderStep, SetAside
from duixian.ledgers.progress.models import Balance, Posting

APPEND_ONLY = (
    Acceptance,
    Amendment,
    Attachment,
    AwardDocument,
    AwardPlan,
    Claim,
    Complaint,
    Digest,
    Entry,
    Evidence,
    Filing,
    FilingFigure,
    FilingStep,
    Handover,
    Inspected,
    Inspection,
    InspectionStep,
    Notice,
    Order,
    OrderPaper,
    OrderStep,
    Payee,
    Posting,
    SetAside,
    Step,
    TakingPart,
    Transfer,
)

__all__ = [
    "APPEND_ONLY",
    "Acceptance",
    "Amendment",
    "Attachment",
    "AwardDocument",
    "AwardPlan",
    "Balance",
    "Claim",
    "ClaimState",
    "Complaint",
    "Digest",
    "Entry",
    "Evidence",
    "Filing",
    "FilingFigure",
    "FilingMove",
    "FilingStage",
    "FilingState",
    "FilingStep",
    "Handover",
    "Inspected",
    "Inspection",
    "InspectionKind",
    "InspectionMove",
    "InspectionStep",
    "Notice",
    "Order",
    "OrderMove",
    "OrderPaper",
    "OrderStage",
    "OrderState",
    "OrderStep",
    "Payee",
    "Posting",
    "SetAside",
    "Step",
    "TakingPart",
    "Transfer",
]
