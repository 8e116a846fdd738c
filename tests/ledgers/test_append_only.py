import pytest
from django.apps import apps
from django.db import connection

from duixian.ledgers.models import APPEND_ONLY

# What is kept beside the rows and follows them; replaying the rows gives the same.
KEPT = {"balance", "claimstate", "filingstate", "orderstate"}


def triggers_of(table: str) -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        else:
            cursor.execute(
                "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
                [table],
            )
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.django_db
@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_the_database_guards_each_table_of_rows_against_change_and_removal(model):
    guards = " ".join(triggers_of(model._meta.db_table))
    assert "BEFORE" in guards
    assert "UPDATE" in guards
    assert "DELETE" in guards


def test_every_table_of_a_ledger_is_guarded_or_is_state_kept_beside_rows():
    tables = {model._meta.model_name for model in apps.get_app_config("ledgers").get_models()}
    assert tables - KEPT == {model._meta.model_name for model in APPEND_ONLY}
