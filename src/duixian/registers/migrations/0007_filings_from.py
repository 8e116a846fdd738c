"""From which month on reports are asked for: a site that begins in the middle of a year asks for none before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registers", "0006_paper_templates")]

    operations = [
        migrations.AddField(
            model_name="site",
            name="filings_from",
            field=models.DateField(help_text="no month before that of this day is asked for", null=True),
        )
    ]
