from pathlib import Path

import pytest


@pytest.fixture
def repository():
    return Path(__file__).resolve().parents[2]
