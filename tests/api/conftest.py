"""Callers of the API: a program with a token of any account, and a browser with its session."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from tests.small_site import TODAY, People

from duixian.registers.models import AccessToken, Account
from duixian.workflow.acting import Acting
from duixian.workflow.actions.issue_access_token import hash_of

LAST_DAY = TODAY.replace(year=9999)


@dataclass(frozen=True)
class Program:
    """Calls with a token; without one where there is none."""

    token: str = ""

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        if self.token:
            headers = {"Authorization": f"Bearer {self.token}"} | headers
        call = getattr(Client(), method.lower())
        sent = {} if body is None else {"data": body, "content_type": "application/json"}
        return call(f"/api{path}", headers=headers, **sent)


def token_for(account: Account, acting: Acting) -> str:
    """A token without end, so that no test depends on the day it runs."""
    token = f"token-of-{account.username}"
    AccessToken.objects.create(
        account=account, name="测试", sha256=hash_of(token), issued_at=acting.now, expires_on=LAST_DAY
    )
    return token


@pytest.fixture
def program(people: People) -> Callable[[str], Program]:
    def of(name: str) -> Program:
        return Program(token_for(getattr(people, name), people.acting()))

    return of
