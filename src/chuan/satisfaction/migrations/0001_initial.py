import chuan.offers.uids
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0005_personnel_clerk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Survey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=8, unique=True)),
                ("title", models.CharField(max_length=160)),
                ("asked", models.JSONField()),
                ("fields", models.JSONField(default=list)),
                ("source", models.CharField(max_length=300)),
                ("sure", models.CharField(max_length=10)),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                ("why_closed", models.CharField(blank=True, max_length=300)),
                ("recorded_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="satisfaction_survey_days"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField()),
                (
                    "way",
                    models.CharField(
                        choices=[("phone", "trên điện thoại"), ("counter", "máy tại quầy")], max_length=7
                    ),
                ),
                ("marks", models.JSONField()),
                ("mark", models.PositiveSmallIntegerField()),
                ("field", models.CharField(blank=True, max_length=120)),
                ("words", models.CharField(blank=True, max_length=500)),
                ("words_gone", models.BooleanField(default=False)),
                ("token", models.CharField(max_length=64)),
                (
                    "survey",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="satisfaction.survey",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("survey", "token"), name="satisfaction_answer_once"),
                    models.CheckConstraint(
                        condition=models.Q(("mark__gte", 1), ("mark__lte", 5)),
                        name="satisfaction_answer_mark",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words_gone", False), ("words", ""), _connector="OR"),
                        name="satisfaction_answer_words",
                    ),
                ],
                "indexes": [models.Index(fields=["survey", "on"], name="satisfaction_answer_on")],
            },
        ),
    ]
