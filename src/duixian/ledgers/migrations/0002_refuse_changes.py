"""The database itself refuses to change or remove ledger rows and sources."""

from django.db import migrations

from duixian.ledgers.append_only import guard_ledgers, guard_sources


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0001_initial"), ("registers", "0001_initial")]

    operations = [
        migrations.RunPython(guard_ledgers, migrations.RunPython.noop),
        migrations.RunPython(guard_sources, migrations.RunPython.noop),
    ]
