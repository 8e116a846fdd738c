"""Targets of the small site, reported as a whole, by place, and as a rate."""

import pytest

from duixian.registers.models import Place, Target


@pytest.fixture
def whole_target(adopted):
    """Reported as a whole: 800 人次 trained."""
    return Target.objects.get(commitment__document=adopted, object="养老护理人员")


@pytest.fixture
def shared_target(adopted):
    """Shared out to two counties: 12 canteens."""
    return Target.objects.get(commitment__document=adopted, object="社区老年人助餐点")


@pytest.fixture
def rate(adopted):
    """A rate: 98 % told."""
    return Target.objects.get(commitment__document=adopted, object="告知率")


@pytest.fixture
def counties(adopted):
    return {place.name: place for place in Place.objects.all()}
