"""A copy of the database that cannot be written: pages light from memory."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from tests.small_site import People

from duixian.registers.models import Document
from duixian.reports.lit import refresh as refreshing
from duixian.reports.lit.models import LitLine
from duixian.workflow.actions.release_commitments import release_commitments


def test_the_board_and_the_public_list_show_the_same_lights(
    adopted: Document, people: People, signed_in: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    release_commitments(people.acting(), adopted.commitments.all())
    client = signed_in("leader")
    addresses = ("/office/", "/")
    written = [client.get(address).context["counts"] for address in addresses]
    LitLine.objects.all().delete()

    def refuse(**_: Any) -> None:
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(refreshing, "refresh", refuse)
    assert [client.get(address).context["counts"] for address in addresses] == written
    assert sum(written[0].values()) == 2
    assert not LitLine.objects.exists()
