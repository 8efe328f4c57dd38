import chuan.offers.uids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0005_personnel_clerk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Qualification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("education", "trình độ đào tạo"),
                            ("certificate", "chứng chỉ, chứng nhận"),
                            ("training", "bồi dưỡng, tập huấn"),
                            ("skill", "kỹ năng"),
                            ("experience", "kinh nghiệm"),
                        ],
                        max_length=12,
                    ),
                ),
                ("renew_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
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
                    models.UniqueConstraint(fields=("unit", "name"), name="workforce_qualification_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="training_plans",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "year"), name="workforce_trainingplan_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=300)),
                ("month", models.PositiveSmallIntegerField()),
                ("instructor", models.CharField(blank=True, max_length=200)),
                ("materials", models.CharField(blank=True, max_length=300)),
                ("evaluate_months", models.PositiveSmallIntegerField()),
                ("method", models.CharField(max_length=300)),
                ("recorded_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("why_cancelled", models.CharField(blank=True, max_length=300)),
                (
                    "qualification",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="courses",
                        to="workforce.qualification",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="courses",
                        to="workforce.trainingplan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__gte", 1), ("month__lte", 12)),
                        name="workforce_course_month",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RankingRound",
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
                        choices=[("year", "năm"), ("quarter", "quý"), ("month", "tháng")], max_length=8
                    ),
                ),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                ("by_points", models.BooleanField()),
                ("law_digest", models.CharField(max_length=64)),
                ("outstanding", models.BooleanField(default=False)),
                (
                    "unit_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("excellent", "excellent"),
                            ("good", "good"),
                            ("completed", "completed"),
                            ("failed", "failed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("citation", models.CharField(max_length=300)),
                ("opened_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "đang xếp loại"), ("closed", "đã xong")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ranking_rounds",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "starts", "ends"), name="workforce_round_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="workforce_round_life"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("group", models.CharField(max_length=20)),
                ("above", models.BooleanField(default=False)),
                ("status", models.CharField(default="opened", max_length=16)),
                (
                    "self_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("excellent", "excellent"),
                            ("good", "good"),
                            ("completed", "completed"),
                            ("failed", "failed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "proposed_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("excellent", "excellent"),
                            ("good", "good"),
                            ("completed", "completed"),
                            ("failed", "failed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "decided_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("excellent", "excellent"),
                            ("good", "good"),
                            ("completed", "completed"),
                            ("failed", "failed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("points", models.CharField(blank=True, max_length=40)),
                ("decision", models.CharField(blank=True, max_length=160)),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="people.official",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="workforce.rankinground",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("round", "official"), name="workforce_assessment_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AssessmentEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("seq", models.PositiveIntegerField()),
                ("verb", models.CharField(max_length=16)),
                ("occurred_on", models.DateField()),
                ("document", models.CharField(blank=True, max_length=160)),
                ("document_on", models.DateField(blank=True, null=True)),
                ("data", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="workforce.assessment",
                    ),
                ),
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
                    "voids",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voided_by",
                        to="workforce.assessmentevent",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("assessment", "seq"), name="workforce_assessment_seq"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verb", "void"), ("voids__isnull", False)),
                            models.Q(models.Q(("verb", "void"), _negated=True), ("voids__isnull", True)),
                            _connector="OR",
                        ),
                        name="workforce_assessment_void",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssessmentWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("form", models.TextField(blank=True)),
                ("purged_at", models.DateTimeField(blank=True, null=True)),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="workforce.assessmentevent",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "assessment words",
            },
        ),
        migrations.CreateModel(
            name="TitleRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("year", models.PositiveIntegerField()),
                ("citation", models.CharField(max_length=300)),
                ("opened_on", models.DateField()),
                ("law_digest", models.CharField(max_length=64)),
                ("recorded_at", models.DateTimeField()),
                ("concluded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="title_rounds",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "year"), name="workforce_titleround_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "title",
                    models.CharField(
                        choices=[
                            ("advanced_worker", "Lao động tiên tiến"),
                            ("emulation_fighter", "Chiến sĩ thi đua cơ sở"),
                            ("advanced_team", "Tập thể lao động tiên tiến"),
                            ("excellent_team", "Tập thể lao động xuất sắc"),
                        ],
                        max_length=24,
                    ),
                ),
                ("team", models.CharField(blank=True, max_length=160)),
                ("registered_on", models.DateField(blank=True, null=True)),
                ("proposed_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidacies",
                        to="people.official",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidates",
                        to="workforce.titleround",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("official__isnull", False), ("voided_at__isnull", True)),
                        fields=("round", "title", "official"),
                        name="workforce_candidate_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("official__isnull", True), models.Q(("team", ""), _negated=True)),
                            models.Q(("official__isnull", False), ("team", "")),
                            _connector="OR",
                        ),
                        name="workforce_candidate_whose",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Council",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("citation", models.CharField(max_length=300)),
                ("recorded_at", models.DateTimeField()),
                (
                    "chair",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                ("members", models.ManyToManyField(related_name="+", to="people.official")),
                (
                    "secretary",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="councils",
                        to="workforce.titleround",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("on", models.DateField()),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("yes", "có hiệu quả"),
                            ("partly", "hiệu quả một phần"),
                            ("no", "chưa hiệu quả"),
                        ],
                        max_length=8,
                    ),
                ),
                ("basis", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="workforce.course",
                    ),
                ),
            ],
            options={
                "ordering": ["recorded_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=300)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("base", "cấp cơ sở"),
                            ("province", "cấp tỉnh, bộ"),
                            ("nation", "toàn quốc"),
                        ],
                        max_length=10,
                    ),
                ),
                ("document", models.CharField(max_length=160)),
                ("recognised_by", models.CharField(max_length=160)),
                ("recognised_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                ("authors", models.ManyToManyField(related_name="initiatives", to="people.official")),
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
                "indexes": [models.Index(fields=["unit", "recognised_on"], name="workforce_initiative_unit")],
            },
        ),
        migrations.CreateModel(
            name="RankedElsewhere",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("source", models.CharField(max_length=160)),
                ("code", models.CharField(max_length=300)),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                ("name", models.CharField(max_length=160)),
                ("post", models.CharField(blank=True, max_length=160)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("excellent", "excellent"),
                            ("good", "good"),
                            ("completed", "completed"),
                            ("failed", "failed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("points", models.CharField(blank=True, max_length=40)),
                ("recorded_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                ("import_uid", models.UUIDField()),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elsewhere",
                        to="workforce.assessment",
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
                "verbose_name_plural": "ranked elsewhere",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_at__isnull", True)),
                        fields=("unit", "source", "code"),
                        name="workforce_elsewhere_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="workforce_elsewhere_life"
                    ),
                ],
                "indexes": [models.Index(fields=["unit", "starts", "ends"], name="workforce_elsewhere_days")],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("must", models.BooleanField(default=True)),
                ("citation", models.CharField(max_length=300)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="people.post",
                    ),
                ),
                (
                    "qualification",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="workforce.qualification",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to", None)),
                        fields=("post", "qualification"),
                        name="workforce_requirement_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="workforce_requirement_life",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("held_on", models.DateField()),
                ("place", models.CharField(max_length=200)),
                ("instructor", models.CharField(max_length=200)),
                ("minutes", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="workforce.course",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("held_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("paper", models.CharField(max_length=300)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
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
                (
                    "qualification",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="workforce.qualification",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="workforce.session",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gt", models.F("held_from")), _connector="OR"
                        ),
                        name="workforce_evidence_life",
                    )
                ],
                "indexes": [models.Index(fields=["unit", "valid_to"], name="workforce_evidence_ends")],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("came", models.BooleanField()),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="people.official",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="workforce.session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("session", "official"), name="workforce_attendance_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("held_on", models.DateField()),
                ("law_digest", models.CharField(max_length=64)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="workforce.council",
                    ),
                ),
                ("present", models.ManyToManyField(related_name="+", to="people.official")),
            ],
        ),
        migrations.CreateModel(
            name="CouncilVote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed", models.PositiveSmallIntegerField()),
                ("against", models.PositiveSmallIntegerField()),
                ("spoilt", models.PositiveSmallIntegerField()),
                ("absent", models.PositiveSmallIntegerField()),
                ("passed", models.BooleanField()),
                ("sentence", models.CharField(max_length=300)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="workforce.candidate",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="workforce.sitting",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sitting", "candidate"), name="workforce_councilvote_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TitleFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("discipline", "kỷ luật trong năm"),
                            ("level", "xếp loại của năm"),
                            ("leave", "số ngày làm việc đã nghỉ"),
                            ("movement", "đoàn kết, tham gia phong trào"),
                            ("initiative", "sáng kiến"),
                            ("research", "đề tài, đề án đã nghiệm thu"),
                        ],
                        max_length=12,
                    ),
                ),
                ("value", models.CharField(blank=True, max_length=20)),
                ("document", models.CharField(max_length=300)),
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
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="title_facts",
                        to="people.official",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="workforce.titleround",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["round", "official"], name="workforce_titlefact_round")],
            },
        ),
        migrations.CreateModel(
            name="Reward",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "title",
                    models.CharField(
                        choices=[
                            ("advanced_worker", "Lao động tiên tiến"),
                            ("emulation_fighter", "Chiến sĩ thi đua cơ sở"),
                            ("advanced_team", "Tập thể lao động tiên tiến"),
                            ("excellent_team", "Tập thể lao động xuất sắc"),
                        ],
                        max_length=24,
                    ),
                ),
                ("team", models.CharField(blank=True, max_length=160)),
                ("decision", models.CharField(max_length=160)),
                ("decided_on", models.DateField()),
                ("issuer", models.CharField(max_length=160)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rewards",
                        to="people.official",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rewards",
                        to="workforce.titleround",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("official__isnull", False), ("voided_at__isnull", True)),
                        fields=("round", "title", "official"),
                        name="workforce_reward_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("official__isnull", True), models.Q(("team", ""), _negated=True)),
                            models.Q(("official__isnull", False), ("team", "")),
                            _connector="OR",
                        ),
                        name="workforce_reward_whose",
                    ),
                ],
                "indexes": [models.Index(fields=["round", "title"], name="workforce_reward_round")],
            },
        ),
        migrations.CreateModel(
            name="ToolAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("register", models.CharField(max_length=40)),
                ("source", models.CharField(max_length=160)),
                ("account", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "của một cán bộ"),
                            ("shared", "hộp thư, tài khoản dùng chung"),
                            ("outside", "không phải của cán bộ đơn vị"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("confirmed_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tool_accounts",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "official"), ("official__isnull", False)),
                            models.Q(
                                models.Q(("kind", "official"), _negated=True), ("official__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="workforce_toolaccount_whose",
                    )
                ],
                "indexes": [
                    models.Index(fields=["unit", "register", "account"], name="workforce_toolaccount_account")
                ],
            },
        ),
        migrations.CreateModel(
            name="ToolUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("source", models.CharField(max_length=160)),
                ("account", models.CharField(max_length=120)),
                ("holder", models.CharField(blank=True, max_length=160)),
                ("month", models.DateField()),
                ("count", models.PositiveIntegerField()),
                ("recorded_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                ("import_uid", models.UUIDField()),
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
                    models.UniqueConstraint(
                        condition=models.Q(("until_at__isnull", True)),
                        fields=("unit", "register", "source", "account", "month"),
                        name="workforce_tooluse_once",
                    )
                ],
                "indexes": [
                    models.Index(fields=["unit", "register", "month"], name="workforce_tooluse_month")
                ],
            },
        ),
        migrations.CreateModel(
            name="Absence",
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
                            ("leave", "nghỉ phép, nghỉ việc riêng"),
                            ("sick", "nghỉ ốm"),
                            ("maternity", "nghỉ thai sản"),
                            ("study", "đi học tập trung"),
                            ("detached", "biệt phái, trưng tập"),
                            ("other", "lý do khác"),
                        ],
                        max_length=10,
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField()),
                ("citation", models.CharField(max_length=300)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("why_void", models.CharField(blank=True, max_length=300)),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
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
                "indexes": [models.Index(fields=["unit", "valid_from"], name="workforce_absence_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gt", models.F("valid_from"))),
                        name="workforce_absence_life",
                    )
                ],
            },
        ),
    ]
