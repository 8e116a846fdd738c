"""The order of the steps: from which stages each may be taken, and where it leads. Nothing else decides.

Source: 第十九、二十条 of the award act (review, notice, approval, payment), 第二十一至二十四条 (misconduct).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far a claim has come."""

    FILED = "filed", _("已受理，待审核")
    REVIEWED = "reviewed", _("审核通过，待公示")
    ON_NOTICE = "on-notice", _("公示")
    PLANNED = "planned", _("已列入年度方案，待批准")
    APPROVED = "approved", _("已批准，待拨付")
    LISTED = "listed", _("已列入拨付清单")
    PAID = "paid", _("已拨付")
    RETURNED = "returned", _("已退回")
    CANCELLED = "cancelled", _("已取消")
    RECOVERED = "recovered", _("已取消，款已追回")


class Move(models.TextChoices):
    """What a step does."""

    FILING = "filing", _("受理申请")
    OPINION = "opinion", _("有关单位意见")
    REVIEW = "review", _("审核通过")
    RETURN = "return", _("退回")
    NOTICE = "notice", _("开始公示")
    OBJECTION = "objection", _("收到异议")
    SETTLEMENT = "settlement", _("异议办结")
    PLANNING = "planning", _("列入年度方案")
    APPROVAL = "approval", _("州人民政府批准")
    LISTING = "listing", _("列入拨付清单")
    PAYMENT = "payment", _("拨付")
    CANCELLATION = "cancellation", _("取消奖励")
    MISCONDUCT = "misconduct", _("认定个人违规")
    RECOVERY = "recovery", _("追回")


@dataclass(frozen=True, slots=True)
class Way:
    """Where a step may be taken from, and where it leads; ``to`` is None where the claim stays in its stage."""

    since: frozenset[Stage]
    to: Stage | None


_BEFORE_APPROVAL = (Stage.FILED, Stage.REVIEWED, Stage.ON_NOTICE, Stage.PLANNED)
_LIVE = (*_BEFORE_APPROVAL, Stage.APPROVED, Stage.LISTED, Stage.PAID)

WAYS: Mapping[Move, Way] = {
    Move.OPINION: Way(frozenset({Stage.FILED}), None),
    Move.REVIEW: Way(frozenset({Stage.FILED}), Stage.REVIEWED),
    # An objection that is well founded sends the claim back from the notice.
    Move.RETURN: Way(frozenset({Stage.FILED, Stage.ON_NOTICE}), Stage.RETURNED),
    Move.NOTICE: Way(frozenset({Stage.REVIEWED}), Stage.ON_NOTICE),
    Move.OBJECTION: Way(frozenset({Stage.ON_NOTICE}), None),
    Move.SETTLEMENT: Way(frozenset({Stage.ON_NOTICE}), None),
    Move.PLANNING: Way(frozenset({Stage.ON_NOTICE}), Stage.PLANNED),
    Move.APPROVAL: Way(frozenset({Stage.PLANNED}), Stage.APPROVED),
    Move.LISTING: Way(frozenset({Stage.APPROVED}), Stage.LISTED),
    # The last line that is paid makes the claim paid, the last that comes back makes it recovered: see ``post``.
    Move.PAYMENT: Way(frozenset({Stage.LISTED}), None),
    Move.CANCELLATION: Way(frozenset(_LIVE), Stage.CANCELLED),
    # One person's award falls and the others' stand; where nothing stands any longer the claim is cancelled.
    Move.MISCONDUCT: Way(frozenset(_LIVE), None),
    Move.RECOVERY: Way(frozenset({Stage.LISTED, Stage.PAID, Stage.CANCELLED}), None),
}
ENDED = frozenset({Stage.RETURNED, Stage.CANCELLED, Stage.RECOVERED})
