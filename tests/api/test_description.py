"""The OpenAPI description against the running site: whatever is sent, the answer is one that it describes."""

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.api.conftest import token_for
from tests.small_site import People

from duixian.registers.models import Document
from duixian.workflow.moves import API

HEADERS = {"Authorization": "Bearer token-of-supervision"}
# What is well written may still be refused: a day to come, a share twice. Its 422 is in the description.


class _Site(WSGIHandler):
    """The site without the signals that close the test's own database connection after each request."""

    def __call__(self, environ, start_response):
        environ["HTTP_HOST"] = "localhost"
        return super().__call__(environ, start_response)


@pytest.fixture
def described(people: People, adopted: Document):
    token_for(people.supervision, people.acting())
    return schemathesis.openapi.from_wsgi("/api/openapi.json", _Site())


@pytest.mark.parametrize("name", sorted(API))
def test_every_answer_is_one_the_description_knows(name, described):
    operation = described.find_operation_by_id(name)

    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def check(case):
        case.call_and_validate(headers=HEADERS, excluded_checks=[positive_data_acceptance])

    check()
