"""The database itself refuses to change or remove amendments, documents and, still, transfers."""

from django.db import migrations

from duixian.ledgers.append_only import guard_award_amendments


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0005_award_amendments")]

    operations = [migrations.RunPython(guard_award_amendments, migrations.RunPython.noop)]
