"""Makes the database itself refuse to change or remove a ledger row."""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# SQLite refuses row by row; PostgreSQL by statement, so that an UPDATE that touches nothing is refused as well,
# and TRUNCATE with it.
_SQLITE = (
    "CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table}: rows are never changed or removed; a correction is a new row'); END"
)
_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION duixian_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION '%: rows are never changed or removed; a correction is a new row', TG_TABLE_NAME "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = (
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION duixian_append_only()"
)


def guard(editor: BaseDatabaseSchemaEditor, tables: Iterable[str]) -> None:
    """Puts the triggers on ``tables``. Errors: NotImplementedError for a database we have no triggers for."""
    for statement in statements(editor.connection.vendor, tables):
        editor.execute(statement, params=None)  # the percent sign in it is PostgreSQL's own


def statements(vendor: str, tables: Iterable[str]) -> list[str]:
    """The SQL for one kind of database.

    >>> statements("oracle", ["t"])
    Traceback (most recent call last):
    NotImplementedError: no append-only triggers for oracle
    """
    match vendor:
        case "sqlite":
            return [_SQLITE.format(table=table, event=event) for table in tables for event in ("UPDATE", "DELETE")]
        case "postgresql":
            return [_POSTGRESQL_FUNCTION, *(_POSTGRESQL.format(table=table) for table in tables)]
        case _:
            raise NotImplementedError(f"no append-only triggers for {vendor}")


def guard_ledgers(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a migration: guards the progress ledger and the activity log as they are at that point."""
    guard(editor, [apps.get_model("ledgers", name)._meta.db_table for name in ("Entry", "Posting")])


def guard_claims(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a migration: guards the award ledger; only the state beside each claim may change."""
    names = ("Attachment", "AwardPlan", "Claim", "Payee", "Step", "Transfer")
    guard(editor, [apps.get_model("ledgers", name)._meta.db_table for name in names])


def guard_award_amendments(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a migration: guards amendments and documents, and the transfers where their table was made anew.

    SQLite cannot drop a constraint: Django copies the table, and its triggers stay behind with the old one.
    """
    names = ["Amendment", "AwardDocument"]
    if editor.connection.vendor == "sqlite":
        names.append("Transfer")
    guard(editor, [apps.get_model("ledgers", name)._meta.db_table for name in names])


def guard_delivery(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a migration: guards the ledgers of delivery, and the postings again where their table was made anew."""
    names = [
        "Acceptance",
        "Digest",
        "Evidence",
        "Filing",
        "FilingFigure",
        "FilingStep",
        "Handover",
        "Inspected",
        "Inspection",
        "InspectionStep",
        "Notice",
        "Order",
        "OrderPaper",
        "OrderStep",
        "SetAside",
        "TakingPart",
    ]
    if editor.connection.vendor == "sqlite":
        names.append("Posting")  # a new column that is not null: Django copies the table, and its triggers stay behind
    guard(editor, [apps.get_model("ledgers", name)._meta.db_table for name in names])


def guard_complaints(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a migration: guards the complaints, and the reports again where their table was made anew."""
    names = ["Complaint"]
    if editor.connection.vendor == "sqlite":
        names.append("Filing")  # a column that may now be null: Django copies the table, and its triggers stay behind
    guard(editor, [apps.get_model("ledgers", name)._meta.db_table for name in names])


def guard_sources(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a migration: a source's row is as unchangeable as its bytes."""
    guard(editor, [apps.get_model("registers", "Source")._meta.db_table])
