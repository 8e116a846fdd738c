from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registers", "0004_seat_adjustments")]

    operations = [
        migrations.AddField(
            model_name="targetlink",
            name="doubts",
            field=models.JSONField(default=list),
        ),
    ]
