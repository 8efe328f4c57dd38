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
            name="ClimateAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("on", models.DateField()),
                ("relevant", models.BooleanField()),
                ("why", models.CharField(max_length=500)),
                ("recorded_at", models.DateTimeField()),
                (
                    "official",
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
        ),
        migrations.CreateModel(
            name="ContextIssue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "side",
                    models.CharField(
                        choices=[("outside", "bên ngoài"), ("inside", "bên trong")], max_length=8
                    ),
                ),
                ("statement", models.CharField(max_length=500)),
                ("bearing", models.CharField(blank=True, max_length=500)),
                ("changed_on", models.DateField()),
                ("reviewed_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("why_over", models.CharField(blank=True, max_length=300)),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
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
                        name="risks_contextissue_life",
                    )
                ],
                "indexes": [models.Index(fields=["owner_unit", "valid_to"], name="risks_contextissue_unit")],
            },
        ),
        migrations.CreateModel(
            name="InterestedParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("reviewed_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("why_over", models.CharField(blank=True, max_length=300)),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
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
                        name="risks_party_life",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("owner_unit", "name"),
                        name="risks_party_name",
                    ),
                ],
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
                ("what", models.CharField(max_length=500)),
                (
                    "answered",
                    models.CharField(
                        choices=[
                            ("yes", "đã đáp ứng"),
                            ("partly", "đáp ứng một phần"),
                            ("no", "chưa đáp ứng"),
                            ("not_ours", "không thuộc phạm vi hệ thống"),
                        ],
                        max_length=8,
                    ),
                ),
                ("where", models.CharField(blank=True, max_length=300)),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("changed_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("why_over", models.CharField(blank=True, max_length=300)),
                ("recorded_at", models.DateTimeField()),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="risks.interestedparty",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.process",
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
                        name="risks_requirement_life",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Risk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("number", models.PositiveIntegerField()),
                (
                    "nature",
                    models.CharField(choices=[("risk", "rủi ro"), ("opportunity", "cơ hội")], max_length=12),
                ),
                ("statement", models.CharField(max_length=500)),
                ("causes", models.CharField(blank=True, max_length=500)),
                ("outcome", models.CharField(blank=True, max_length=500)),
                ("objective_uid", models.UUIDField(blank=True, null=True)),
                ("status", models.CharField(default="noted", max_length=10)),
                ("likelihood", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("effect", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("level", models.CharField(blank=True, max_length=10)),
                ("level_word", models.CharField(blank=True, max_length=60)),
                (
                    "treatment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("avoid", "tránh"),
                            ("reduce", "giảm"),
                            ("transfer", "chuyển cho bên khác"),
                            ("accept", "chấp nhận"),
                            ("seize", "tận dụng"),
                            ("leave", "bỏ qua"),
                        ],
                        max_length=8,
                    ),
                ),
                ("treatment_why", models.CharField(blank=True, max_length=500)),
                ("treated_on", models.DateField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                ("found_on", models.DateField()),
                ("reopened_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("why_closed", models.CharField(blank=True, max_length=500)),
                ("recorded_at", models.DateTimeField()),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks",
                        to="risks.contextissue",
                    ),
                ),
                (
                    "owner_official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "owner_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                    ),
                ),
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
                        related_name="+",
                        to="processes.process",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks",
                        to="risks.requirement",
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
                    models.UniqueConstraint(fields=("unit", "number"), name="risks_risk_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["noted", "scored", "treated", "watched", "closed"])
                        ),
                        name="risks_risk_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", False), ("status", "closed")),
                            models.Q(
                                models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="risks_risk_closed",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["owner_unit", "status", "level"], name="risks_risk_register")
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("what", models.CharField(max_length=500)),
                ("resources", models.CharField(blank=True, max_length=300)),
                ("planned_on", models.DateField()),
                ("due_on", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("evidence", models.CharField(blank=True, max_length=500)),
                ("dropped_on", models.DateField(blank=True, null=True)),
                ("why_dropped", models.CharField(blank=True, max_length=300)),
                ("recorded_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="risks.risk"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True), ("dropped_on__isnull", True), _connector="OR"
                        ),
                        name="risks_riskaction_one_end",
                    )
                ],
                "indexes": [models.Index(fields=["owner", "due_on"], name="risks_riskaction_owner")],
            },
        ),
        migrations.CreateModel(
            name="RiskScore",
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
                    "stage",
                    models.CharField(
                        choices=[("before", "trước khi xử lý"), ("after", "sau khi xử lý")], max_length=6
                    ),
                ),
                ("likelihood", models.PositiveSmallIntegerField()),
                ("likelihood_word", models.CharField(max_length=60)),
                ("effect", models.PositiveSmallIntegerField()),
                ("effect_word", models.CharField(max_length=60)),
                ("level", models.CharField(max_length=10)),
                ("level_word", models.CharField(max_length=60)),
                ("scale", models.CharField(max_length=300)),
                ("scale_digest", models.CharField(max_length=64)),
                ("why", models.CharField(blank=True, max_length=500)),
                ("recorded_at", models.DateTimeField()),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="risks.risk"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["risk", "on"], name="risks_riskscore_day")],
            },
        ),
    ]
