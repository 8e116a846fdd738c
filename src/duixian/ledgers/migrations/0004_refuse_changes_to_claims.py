"""The database itself refuses to change or remove rows of the award ledger."""

from django.db import migrations

from duixian.ledgers.append_only import guard_claims


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0003_claims")]

    operations = [migrations.RunPython(guard_claims, migrations.RunPython.noop)]
