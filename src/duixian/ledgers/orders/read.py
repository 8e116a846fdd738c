"""Reads the order ledger."""

from django.db.models import Prefetch, QuerySet

from duixian.ledgers.orders.models import Order, OrderStep, SetAside
from duixian.ledgers.orders.order import ENDED


def orders() -> QuerySet[Order]:
    """Every order, newest first, with what a line of a list shows."""
    return Order.objects.select_related("state", "body", "place", "post", "target", "commitment")


def open_orders() -> QuerySet[Order]:
    """The orders that are neither closed nor withdrawn."""
    return orders().exclude(state__stage__in=ENDED)


def whole(pk: int) -> Order:
    """One order with its steps and papers. Errors: Order.DoesNotExist."""
    steps = OrderStep.objects.select_related("by", "by__body").prefetch_related("papers")
    return orders().prefetch_related(Prefetch("steps", queryset=steps)).get(pk=pk)


def set_aside() -> QuerySet[SetAside]:
    """What rules proposed and somebody did not open, newest first."""
    return SetAside.objects.select_related("target", "place", "by")
