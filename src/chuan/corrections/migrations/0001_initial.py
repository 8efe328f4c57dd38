import chuan.offers.uids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0005_personnel_clerk"),
        ("processes", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Nonconformity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("what", models.CharField(max_length=1000)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("hand", "tự phát hiện"),
                            ("record", "từ hồ sơ, văn bản, đơn thư"),
                            ("objective", "mục tiêu không đạt"),
                            ("audit", "đánh giá nội bộ"),
                            ("inspection", "biên bản kiểm tra của tỉnh"),
                            ("complaint", "khiếu nại, phản ánh đúng"),
                            ("check", "tự kiểm tra hệ thống"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[("major", "nặng"), ("minor", "nhẹ"), ("observation", "điểm cần lưu ý")],
                        default="minor",
                        max_length=12,
                    ),
                ),
                ("clause", models.CharField(blank=True, max_length=12)),
                ("subject_kind", models.CharField(blank=True, max_length=40)),
                ("subject_uid", models.UUIDField(blank=True, null=True)),
                ("label", models.CharField(blank=True, max_length=300)),
                ("facts", models.TextField(blank=True)),
                ("facts_digest", models.CharField(blank=True, max_length=64)),
                ("proposal", models.CharField(blank=True, max_length=200)),
                ("measure_key", models.CharField(blank=True, max_length=80)),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("found_on", models.DateField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("status", models.CharField(default="raised", max_length=12)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("example", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "owner_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nonconformities",
                        to="processes.process",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
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
                "verbose_name_plural": "nonconformities",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "year", "number"), name="corrections_case_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("proposal", ""), _negated=True),
                        fields=("unit", "proposal"),
                        name="corrections_case_proposal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject_kind", ""), ("subject_uid__isnull", True)),
                            models.Q(
                                models.Q(("subject_kind", ""), _negated=True), ("subject_uid__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="corrections_case_subject",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["owner_unit", "status", "-found_on"], name="corrections_case_status"
                    ),
                    models.Index(fields=["subject_kind", "subject_uid"], name="corrections_case_subject_i"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EffectCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("measure_key", models.CharField(blank=True, max_length=80)),
                ("method", models.CharField(blank=True, max_length=500)),
                ("shape", models.CharField(choices=[("share", "share"), ("count", "count")], max_length=6)),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("at_least", "at_least"),
                            ("more_than", "more_than"),
                            ("at_most", "at_most"),
                            ("less_than", "less_than"),
                            ("between", "between"),
                        ],
                        max_length=12,
                    ),
                ),
                ("target", models.CharField(max_length=60)),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("monthly", "monthly"), ("quarterly", "quarterly")], max_length=10
                    ),
                ),
                ("periods", models.PositiveSmallIntegerField()),
                ("planned_on", models.DateField()),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "good"),
                            ("bad", "bad"),
                            ("too_early", "too_early"),
                            ("unmeasured", "unmeasured"),
                        ],
                        max_length=12,
                    ),
                ),
                ("figures", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                ("judged_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "judged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="corrections.nonconformity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "round"), name="corrections_check_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectiveAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("round", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=1000)),
                ("planned_on", models.DateField()),
                ("due_on", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_words", models.TextField(blank=True)),
                ("dropped_on", models.DateField(blank=True, null=True)),
                ("dropped_why", models.CharField(blank=True, max_length=500)),
                ("recorded_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrective_actions",
                        to="people.official",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="corrections.nonconformity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("planned_on"))),
                        name="corrections_action_due",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True), ("dropped_on__isnull", True), _connector="OR"
                        ),
                        name="corrections_action_end",
                    ),
                ],
                "indexes": [models.Index(fields=["owner", "done_on"], name="corrections_action_owner")],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=1000)),
                ("done_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="corrections.nonconformity",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Cause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("words", models.CharField(max_length=1000)),
                ("verified_how", models.CharField(max_length=500)),
                ("whys", models.TextField(blank=True)),
                ("standing", models.BooleanField(default=True)),
                ("recorded_at", models.DateTimeField()),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="causes",
                        to="corrections.nonconformity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("standing", True)),
                        fields=("case", "round", "code"),
                        name="corrections_cause_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AffectedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("subject_kind", models.CharField(default="controlled", max_length=40)),
                ("subject_uid", models.UUIDField()),
                ("label", models.CharField(max_length=360)),
                ("named_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "chưa xong"),
                            ("revised", "đã sửa đổi"),
                            ("waived", "không cần sửa"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("settled_on", models.DateField(blank=True, null=True)),
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
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="corrections.nonconformity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "subject_uid"), name="corrections_document_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "open"),
                            models.Q(("settled_on__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="corrections_document_settled",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NonconformityEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("seq", models.PositiveIntegerField()),
                ("verb", models.CharField(max_length=12)),
                ("round", models.PositiveSmallIntegerField()),
                ("occurred_on", models.DateField()),
                ("text", models.TextField(blank=True)),
                ("data", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
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
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="corrections.nonconformity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="corrections_event_seq")
                ],
            },
        ),
        migrations.CreateModel(
            name="NonconformitySeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
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
                "verbose_name_plural": "nonconformity series",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "year"), name="corrections_series_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PutAside",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("key", models.CharField(max_length=200)),
                ("sentence", models.CharField(max_length=500)),
                ("reason", models.CharField(max_length=500)),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
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
                "verbose_name_plural": "put aside",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "key"), name="corrections_aside_once")
                ],
            },
        ),
    ]
