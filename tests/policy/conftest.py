from pathlib import Path

import pytest


@pytest.fixture
def repository():
    return Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _own_store():
    """Nothing here stores anything: this room knows no Django, and its tests need no folder of their own."""
