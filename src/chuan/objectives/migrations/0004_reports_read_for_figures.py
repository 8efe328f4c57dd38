import chuan.offers.uids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0003_sealed_file"),
        ("objectives", "0003_sets_of_figures"),
        ("people", "0005_personnel_clerk"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("file_name", models.CharField(max_length=255)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "đang đọc ảnh"),
                            ("unread", "không đọc được"),
                            ("open", "đã đọc"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("kind", models.CharField(blank=True, max_length=40)),
                ("issuer", models.CharField(blank=True, max_length=300)),
                ("citation", models.CharField(blank=True, max_length=200)),
                ("period_start", models.DateField(blank=True, null=True)),
                ("period_end", models.DateField(blank=True, null=True)),
                ("to_date", models.BooleanField(default=False)),
                (
                    "stage",
                    models.CharField(
                        blank=True, choices=[("estimate", "ước"), ("official", "chính thức")], max_length=10
                    ),
                ),
                ("from_picture", models.BooleanField(default=False)),
                ("asked", models.TextField(default="[]")),
                ("said", models.TextField(blank=True)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("done", models.PositiveSmallIntegerField(default=0)),
                ("recorded_at", models.DateTimeField()),
                (
                    "blob",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.blob"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_read",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "blob"), name="objectives_reportread_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "chờ xác nhận"),
                            ("confirmed", "đã ghi"),
                            ("aside", "bỏ qua"),
                            ("counted", "đã đếm từ sổ"),
                            ("unknown", "chưa biết của chỉ tiêu nào"),
                        ],
                        max_length=10,
                    ),
                ),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                ("said_start", models.PositiveIntegerField()),
                ("said_end", models.PositiveIntegerField()),
                ("phrase", models.CharField(max_length=300)),
                ("column", models.CharField(blank=True, max_length=200)),
                ("how", models.CharField(max_length=10)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("value", models.CharField(blank=True, max_length=60)),
                ("numerator", models.CharField(blank=True, max_length=60)),
                ("denominator", models.CharField(blank=True, max_length=60)),
                ("period_start", models.DateField(blank=True, null=True)),
                ("period_end", models.DateField(blank=True, null=True)),
                ("to_date", models.BooleanField(default=False)),
                (
                    "stage",
                    models.CharField(
                        choices=[("estimate", "ước"), ("official", "chính thức")], max_length=10
                    ),
                ),
                ("asked", models.TextField(default="[]")),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_lines",
                        to="objectives.indicator",
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_lines",
                        to="objectives.measurement",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="objectives.reportread",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "position"), name="objectives_reportline_position"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "confirmed"), _negated=True),
                            models.Q(("measurement__isnull", False), ("settled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="objectives_reportline_recorded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period_start__isnull", True),
                            ("period_end__gt", models.F("period_start")),
                            _connector="OR",
                        ),
                        name="objectives_reportline_period",
                    ),
                ],
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ReportBinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("phrase", models.CharField(max_length=300)),
                ("column", models.CharField(blank=True, max_length=200)),
                ("written_unit", models.CharField(blank=True, max_length=60)),
                ("taught_at", models.DateTimeField()),
                ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_bindings",
                        to="objectives.indicator",
                    ),
                ),
                (
                    "taught_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_bindings",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("forgotten_at__isnull", True)),
                        fields=("unit", "phrase", "column"),
                        name="objectives_reportbinding_once",
                    )
                ],
            },
        ),
    ]
