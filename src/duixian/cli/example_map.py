"""Puts the example's places on its map."""

import datetime as dt
from pathlib import Path

from duixian.cli.taking_in import now_on
from duixian.places.tiles import read_tiles
from duixian.registers.models import Account, Role
from duixian.workflow.acting import Acting
from duixian.workflow.actions.set_tiles import set_tiles


def play_map(path: Path, *, day: dt.date) -> None:
    """By the administrator, on ``day``. Errors: Refused where the table does not fit the places."""
    administrator = Account.objects.filter(role=Role.ADMINISTRATOR).order_by("pk")[0]
    set_tiles(Acting(administrator, now_on(day), day), read_tiles(path.read_bytes()), name=path.name)
