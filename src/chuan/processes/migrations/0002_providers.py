import chuan.offers.uids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_personnel_clerk"),
        ("processes", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("post", "bưu chính, trả kết quả"),
                            ("system", "phần mềm, cổng dịch vụ công"),
                            ("machines", "máy móc, đường truyền, sửa chữa"),
                            ("printing", "in ấn, văn phòng phẩm"),
                            ("advice", "tư vấn, đào tạo"),
                            ("other", "việc khác"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("provides", models.CharField(max_length=500)),
                ("controls", models.CharField(max_length=500)),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("evaluate_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("why_ended", models.CharField(blank=True, max_length=300)),
                ("recorded_at", models.DateTimeField()),
                (
                    "owner_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="providers",
                        to="processes.process",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="processes_provider_life",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProviderEvaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("on", models.DateField()),
                ("answers", models.JSONField()),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("keep", "tiếp tục"),
                            ("mend", "tiếp tục, phải khắc phục"),
                            ("leave", "thay bên khác khi có thể"),
                        ],
                        max_length=5,
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=500)),
                ("evidence", models.CharField(max_length=500)),
                ("next_on", models.DateField()),
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
                    "provider",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="processes.provider",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result", "keep"), models.Q(("why", ""), _negated=True), _connector="OR"
                        ),
                        name="processes_providerevaluation_why",
                    )
                ],
                "indexes": [models.Index(fields=["provider", "on"], name="processes_providereval_on")],
            },
        ),
    ]
