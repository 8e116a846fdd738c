"""The database itself refuses to change or remove rows of the ledgers of delivery."""

from django.db import migrations

from duixian.ledgers.append_only import guard_delivery


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0007_delivery")]

    operations = [migrations.RunPython(guard_delivery, migrations.RunPython.noop)]
