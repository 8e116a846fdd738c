"""Browsers that are signed in, and the commitment most pages are tried with."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.small_site import People

from duixian.registers.models import Commitment, Document, Target


@pytest.fixture
def signed_in(people: People) -> Callable[[str], Client]:
    """``signed_in("reporter")`` is a browser of that person's."""

    def browser(name: str) -> Client:
        client = Client()
        client.force_login(getattr(people, name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


@pytest.fixture
def elders(adopted: Document) -> Commitment:
    """The commitment with measures, shares, milestones and an official."""
    return adopted.commitments.get(ordinal=1)


@pytest.fixture
def canteens(elders: Commitment) -> Target:
    """Shared out to two counties."""
    return elders.targets.get(object="社区老年人助餐点")


@pytest.fixture
def training(elders: Commitment) -> Target:
    """Reported in one."""
    return elders.targets.get(object="养老护理人员")
