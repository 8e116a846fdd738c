"""What every Django test can start from: a site of its own, an account of every role, an adopted plan."""

from pathlib import Path
from typing import Any

import pytest
from tests.small_site import People, make_adopted, make_document, make_people, make_proposals, make_site

from duixian.registers.models import Document, Proposal, Site


@pytest.fixture(autouse=True)
def _own_store(settings: Any, tmp_path: Path) -> None:
    """Each test keeps its files in a folder of its own, and hashes passwords fast."""
    settings.VAR = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def site(db: None) -> Site:
    return make_site()


@pytest.fixture
def people(site: Site) -> People:
    return make_people()


@pytest.fixture
def document(people: People) -> Document:
    """A plan that was read, with nothing decided yet."""
    return make_document(people.supervision)


@pytest.fixture
def proposals(document: Document) -> dict[str, Proposal]:
    return make_proposals(document)


@pytest.fixture
def adopted(people: People) -> Document:
    """The plan, adopted and not yet released."""
    return make_adopted(people)
