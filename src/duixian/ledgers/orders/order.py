"""The order of the moves: from which stages each may be made, and where it leads. Nothing else decides.

The words are those of supervision offices: 立项 → 交办 → 签收 → 反馈 → 审核 → 办结销号, and what may happen on the way.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from duixian.ledgers.orders.models import OrderMove, OrderStage


@dataclass(frozen=True, slots=True)
class Way:
    """Where a move may be made from, and where it leads; ``to`` is None where the order stays in its stage."""

    since: frozenset[OrderStage]
    to: OrderStage | None


_REGISTERED, _HANDED_OVER, _SIGNED = OrderStage.REGISTERED, OrderStage.HANDED_OVER, OrderStage.SIGNED
_ANSWERED, _REVIEWED = OrderStage.ANSWERED, OrderStage.REVIEWED


def _way(*since: OrderStage, to: OrderStage | None = None) -> Way:
    return Way(frozenset(since), to)


WAYS: Mapping[OrderMove, Way] = {
    OrderMove.HAND_OVER: _way(_REGISTERED, to=_HANDED_OVER),
    OrderMove.SIGN: _way(_HANDED_OVER, to=_SIGNED),
    OrderMove.REMIND: _way(_HANDED_OVER, _SIGNED),
    OrderMove.ASK_EXTENSION: _way(_SIGNED),
    OrderMove.GRANT_EXTENSION: _way(_SIGNED),
    OrderMove.REFUSE_EXTENSION: _way(_SIGNED),
    OrderMove.ANSWER: _way(_SIGNED, to=_ANSWERED),
    OrderMove.SEND_BACK: _way(_ANSWERED, _REVIEWED, to=_SIGNED),
    OrderMove.CHECK_ON_SITE: _way(_SIGNED, _ANSWERED, _REVIEWED),
    OrderMove.REVIEW: _way(_ANSWERED, to=_REVIEWED),
    OrderMove.CLOSE: _way(_REVIEWED, to=OrderStage.CLOSED),
    # Once a body has signed, an order ends by being closed: what was asked and answered stays on the record.
    OrderMove.WITHDRAW: _way(_REGISTERED, _HANDED_OVER, to=OrderStage.WITHDRAWN),
}
ENDED = frozenset({OrderStage.CLOSED, OrderStage.WITHDRAWN})
# While an extension waits for its decision the clock is in doubt: nothing that rests on it can be done.
_WANTS_NO_QUESTION = frozenset({OrderMove.ASK_EXTENSION, OrderMove.ANSWER})
_WANTS_A_QUESTION = frozenset({OrderMove.GRANT_EXTENSION, OrderMove.REFUSE_EXTENSION})


def is_open_to(move: OrderMove, stage: OrderStage, *, extension_waits: bool) -> bool:
    """Whether ``move`` may be made now."""
    if stage not in WAYS[move].since:
        return False
    return move not in (_WANTS_NO_QUESTION if extension_waits else _WANTS_A_QUESTION)


def moves_from(stage: OrderStage, *, extension_waits: bool) -> tuple[OrderMove, ...]:
    """The moves that may be made now, in the order of the table."""
    return tuple(move for move in WAYS if is_open_to(move, stage, extension_waits=extension_waits))
