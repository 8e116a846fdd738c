"""Award decisions in the reader's language."""

from typing import Any

from django import template
from django.utils.translation import get_language

from duixian.ledgers.models import Claim
from duixian.office.wording import say
from duixian.workflow.award_decision import outcome_said

register = template.Library()


@register.filter
def said_outcome(claim: Claim) -> dict[str, Any]:
    """``{% with outcome=claim|said_outcome %}``: as it is stored for readers of Chinese, else said anew."""
    return claim.outcome if (get_language() or "zh").startswith("zh") else outcome_said(claim, say=say)
