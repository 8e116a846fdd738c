"""Complaints about what is asked; and a report may have no due day, where a year's working days are not published."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from duixian.ledgers.append_only import guard_complaints


class Migration(migrations.Migration):
    dependencies = [
        ("ledgers", "0008_refuse_changes_to_delivery"),
        ("registers", "0003_delivery"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(model_name="filing", name="due", field=models.DateField(null=True)),
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500)),
                ("day", models.DateField(help_text="the site's day")),
                ("at", models.DateTimeField()),
                (
                    "answers",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="ledgers.complaint",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.body",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="complaint_says_something"
                    )
                ],
            },
        ),
        migrations.RunPython(guard_complaints, migrations.RunPython.noop),
    ]
