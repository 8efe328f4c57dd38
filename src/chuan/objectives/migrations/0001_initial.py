import chuan.offers.uids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("files", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=80)),
                ("national_code", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(max_length=300)),
                ("definition", models.TextField(blank=True)),
                ("measured_in", models.CharField(blank=True, max_length=60)),
                ("direction", models.CharField(max_length=10)),
                (
                    "combine",
                    models.CharField(
                        choices=[
                            ("sum", "cộng các kỳ"),
                            ("last", "lấy kỳ cuối"),
                            ("ratio", "tổng tử số trên tổng mẫu số"),
                            ("each", "xét từng kỳ"),
                        ],
                        max_length=10,
                    ),
                ),
                ("cumulative", models.BooleanField(default=False)),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("monthly", "hằng tháng"),
                            ("quarterly", "hằng quý"),
                            ("per_crop", "theo vụ"),
                            ("half_yearly", "sáu tháng"),
                            ("yearly", "cả năm"),
                        ],
                        max_length=12,
                    ),
                ),
                ("measure_key", models.CharField(blank=True, max_length=80)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("shape", models.CharField(max_length=10)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "code"), name="objectives_indicator_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("period_start", models.DateField()),
                ("period_end", models.DateField()),
                ("as_of", models.DateTimeField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("reason", models.TextField(blank=True)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("A", "đếm từ sổ của Chuẩn"),
                            ("B", "đếm từ tệp nhập"),
                            ("C", "lấy từ biểu tổng hợp"),
                            ("D", "báo cáo có văn bản"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("estimate", "ước"), ("official", "chính thức")], max_length=10
                    ),
                ),
                ("cumulative", models.BooleanField(default=False)),
                ("numerator", models.CharField(max_length=60)),
                ("denominator", models.CharField(blank=True, max_length=60)),
                ("value", models.CharField(blank=True, max_length=60)),
                ("counted", models.BooleanField(default=True)),
                ("excluded", models.TextField(default="{}")),
                ("measure_key", models.CharField(blank=True, max_length=80)),
                ("measure_version", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("law_digest", models.CharField(blank=True, max_length=64)),
                ("evidence_name", models.CharField(blank=True, max_length=255)),
                ("evidence_note", models.CharField(blank=True, max_length=300)),
                ("recorded_at", models.DateTimeField()),
                ("illustrative", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="objectives.measurement",
                    ),
                ),
                (
                    "evidence_blob",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.blob",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="objectives.indicator",
                    ),
                ),
                (
                    "rows_blob",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.blob",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["indicator", "period_start"], name="objectives_measurement_when")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "period_start", "period_end", "version"),
                        name="objectives_measurement_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corrects__isnull", True), ("version", 1)),
                            models.Q(("corrects__isnull", False), ("version__gt", 1)),
                            _connector="OR",
                        ),
                        name="objectives_measurement_corrects",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("version", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="objectives_measurement_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gt", models.F("period_start"))),
                        name="objectives_measurement_period",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[("standing", "đang thực hiện"), ("replaced", "đã được thay thế")],
                        default="standing",
                        max_length=12,
                    ),
                ),
                ("effective_from", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="documents.document",
                    ),
                ),
                (
                    "owner_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_plans",
                        to="people.unit",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="documents.reading",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="objectives.plan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="people.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "standing")),
                        fields=("owner_unit", "year"),
                        name="objectives_plan_one_stands",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", True), ("status", "standing")),
                            models.Q(("closed_on__isnull", False), ("status", "replaced")),
                            _connector="OR",
                        ),
                        name="objectives_plan_closed_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureDue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("period_start", models.DateField()),
                ("period_end", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures_due",
                        to="objectives.indicator",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="objectives.measurement",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures_due",
                        to="objectives.plan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "indicator", "period_start"), name="objectives_figuredue_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LateNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("rows", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "measurement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="late_notices",
                        to="objectives.measurement",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measurement", "digest"), name="objectives_latenotice_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("ordinal", models.CharField(max_length=20)),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=300)),
                (
                    "roll_up",
                    models.CharField(
                        choices=[
                            ("all", "mọi mục phải đạt"),
                            ("values", "đếm từng số đo"),
                            ("lines", "đếm từng gạch đầu dòng"),
                            ("chosen", "đếm theo nhóm ghép tay"),
                            ("open", "còn câu hỏi"),
                        ],
                        default="all",
                        max_length=10,
                    ),
                ),
                ("roll_up_groups", models.TextField(blank=True)),
                ("what", models.TextField(blank=True)),
                ("resources", models.TextField(blank=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("evaluation", models.TextField(blank=True)),
                (
                    "owner_official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objectives",
                        to="people.official",
                    ),
                ),
                (
                    "owner_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objectives",
                        to="people.post",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="objectives.objective",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objectives",
                        to="objectives.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "ordinal"), name="objectives_objective_ordinal")
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("quantity", models.CharField(max_length=10)),
                ("comparator", models.CharField(blank=True, max_length=10)),
                ("horizon", models.CharField(max_length=14)),
                ("value", models.CharField(blank=True, max_length=60)),
                ("low", models.CharField(blank=True, max_length=60)),
                ("high", models.CharField(blank=True, max_length=60)),
                ("n", models.PositiveIntegerField(blank=True, null=True)),
                ("k", models.PositiveIntegerField(blank=True, null=True)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("direction", models.CharField(max_length=10)),
                ("baseline_label", models.CharField(blank=True, max_length=200)),
                ("baseline_value", models.CharField(blank=True, max_length=60)),
                ("scope", models.CharField(blank=True, max_length=300)),
                ("excludes", models.TextField(default="[]")),
                ("conditions", models.TextField(default="[]")),
                ("span_start", models.PositiveIntegerField(blank=True, null=True)),
                ("span_end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="objectives.indicator",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="objectives.objective",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("objective", "position"), name="objectives_target_position"
                    )
                ],
            },
        ),
    ]
