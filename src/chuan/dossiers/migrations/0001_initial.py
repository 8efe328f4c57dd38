import chuan.offers.uids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_initial"),
        ("people", "0002_unitsetting_version"),
    ]

    operations = [
        migrations.CreateModel(
            name="Procedure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=1000)),
                ("field", models.CharField(blank=True, max_length=200)),
                ("folded", models.TextField(blank=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedures",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "field"], name="dossiers_procedure_field")],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "code"), name="dossiers_procedure_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcedureVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=1000)),
                ("field", models.CharField(blank=True, max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "đề xuất, chờ xác nhận"),
                            ("confirmed", "đã xác nhận"),
                            ("rejected", "không dùng"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("ended_by", models.CharField(blank=True, max_length=300)),
                ("agency", models.CharField(blank=True, max_length=300)),
                ("legal_acts", models.TextField(blank=True)),
                ("components", models.TextField(default="[]")),
                ("steps", models.TextField(default="[]")),
                ("fees", models.TextField(blank=True)),
                ("results", models.TextField(blank=True)),
                ("limits_text", models.TextField(blank=True)),
                ("came_from", models.CharField(blank=True, max_length=255)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="dossiers.procedure",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["procedure", "valid_from"], name="dossiers_version_when")],
                "constraints": [
                    models.UniqueConstraint(fields=("procedure", "number"), name="dossiers_version_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="dossiers_version_life",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "confirmed"), _negated=True),
                            models.Q(
                                ("confirmed_at__isnull", False), models.Q(("citation", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="dossiers_version_confirmed_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TimeLimit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("case", models.CharField(blank=True, max_length=300)),
                ("channel", models.CharField(blank=True, max_length=20)),
                ("total", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("working_day", "ngày làm việc"),
                            ("calendar_day", "ngày"),
                            ("working_hour", "giờ làm việc"),
                        ],
                        max_length=12,
                    ),
                ),
                ("written", models.CharField(blank=True, max_length=600)),
                ("doubt", models.CharField(blank=True, max_length=12)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="limits",
                        to="dossiers.procedureversion",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("version", "case", "channel"), name="dossiers_limit_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("present", models.BooleanField(default=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("running", "đang giải quyết"),
                            ("waiting", "chờ bổ sung"),
                            ("ready", "có kết quả"),
                            ("returned", "đã trả kết quả"),
                            ("refused", "từ chối"),
                            ("withdrawn", "người dân rút"),
                            ("unknown", "chưa rõ"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("channel", models.CharField(blank=True, max_length=20)),
                ("elsewhere", models.BooleanField(default=False)),
                ("field", models.CharField(blank=True, max_length=200)),
                ("procedure_code", models.CharField(blank=True, max_length=60)),
                ("procedure_name", models.CharField(blank=True, max_length=500)),
                ("handler_name", models.CharField(blank=True, max_length=160)),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("promised_on", models.DateField(blank=True, null=True)),
                ("promised_first_on", models.DateField(blank=True, null=True)),
                ("lawful_due_on", models.DateField(blank=True, null=True)),
                ("judged_due_on", models.DateField(blank=True, null=True)),
                (
                    "due_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("law", "hạn theo quy định"),
                            ("promise", "ngày hẹn của hệ thống nguồn"),
                            ("", "chưa có hạn"),
                        ],
                        max_length=8,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("supplied_on", models.DateField(blank=True, null=True)),
                ("ready_on", models.DateField(blank=True, null=True)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "trước hạn"),
                            ("on_time", "đúng hạn"),
                            ("late", "trễ hạn"),
                            ("", "chưa kết luận"),
                        ],
                        max_length=8,
                    ),
                ),
                ("late_days", models.SmallIntegerField(blank=True, null=True)),
                (
                    "outcome_now",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "trước hạn"),
                            ("on_time", "đúng hạn"),
                            ("late", "trễ hạn"),
                            ("", "chưa kết luận"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "portal",
                    models.CharField(
                        blank=True,
                        choices=[("on_time", "đúng hạn"), ("overdue", "quá hạn"), ("", "chưa rõ")],
                        max_length=8,
                    ),
                ),
                ("portal_due_on", models.DateField(blank=True, null=True)),
                ("promise_differs", models.BooleanField(default=False)),
                ("changed_after_due", models.BooleanField(default=False)),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=160)),
                ("law_snapshot", models.TextField(blank=True)),
                ("folded", models.TextField(blank=True)),
                ("states", models.PositiveSmallIntegerField(default=0)),
                ("explained", models.BooleanField(default=False)),
                ("cause", models.CharField(blank=True, max_length=30)),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="people.official",
                    ),
                ),
                (
                    "owner_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_dossiers",
                        to="people.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="people.unit",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="dossiers.procedure",
                    ),
                ),
                (
                    "limit",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.timelimit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["owner_unit", "-received_on", "id"], name="dossiers_dossier_received"
                    ),
                    models.Index(fields=["owner_unit", "settled_on"], name="dossiers_dossier_settled"),
                    models.Index(
                        fields=["owner_unit", "status", "judged_due_on"], name="dossiers_dossier_due"
                    ),
                    models.Index(
                        fields=["handler", "settled_on", "judged_due_on"], name="dossiers_dossier_handler"
                    ),
                    models.Index(
                        fields=["owner_unit", "outcome", "-received_on"], name="dossiers_dossier_outcome"
                    ),
                    models.Index(
                        fields=["owner_unit", "field", "-received_on"], name="dossiers_dossier_field"
                    ),
                    models.Index(
                        fields=["owner_unit", "procedure_code", "-received_on"], name="dossiers_dossier_proc"
                    ),
                    models.Index(fields=["owner_unit", "folded", "id"], name="dossiers_dossier_folded"),
                    models.Index(
                        condition=models.Q(("promise_differs", True)),
                        fields=["owner_unit", "-received_on"],
                        name="dossiers_dossier_differs",
                    ),
                    models.Index(
                        condition=models.Q(("changed_after_due", True)),
                        fields=["owner_unit", "-received_on"],
                        name="dossiers_dossier_after_due",
                    ),
                    models.Index(
                        fields=[
                            "owner_unit",
                            "received_on",
                            "settled_on",
                            "status",
                            "outcome",
                            "judged_due_on",
                            "elsewhere",
                            "present",
                            "outcome_now",
                            "promised_on",
                            "channel",
                            "field",
                        ],
                        name="dossiers_dossier_figures",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "code"), name="dossiers_dossier_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("seq", models.PositiveSmallIntegerField()),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("cause", "nguyên nhân"),
                            ("explain", "giải trình"),
                            ("apologise", "xin lỗi và hẹn lại"),
                            ("prolong", "gia hạn"),
                            ("rebase", "tính lại theo quy định mới"),
                            ("void", "bỏ ghi nhầm"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citizen", "chờ công dân"),
                            ("tax", "chờ cơ quan thuế"),
                            ("land", "chờ cơ quan đất đai"),
                            ("field", "kiểm tra thực địa"),
                            ("overload", "quá tải"),
                            ("system", "lỗi hệ thống"),
                        ],
                        max_length=10,
                    ),
                ),
                ("occurred_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("amount", models.PositiveSmallIntegerField(default=0)),
                ("text", models.TextField(blank=True)),
                ("citation", models.CharField(blank=True, max_length=300)),
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
                    "voids",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voided_by",
                        to="dossiers.caseevent",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="dossiers.dossier",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "seq"), name="dossiers_event_seq"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verb", "cause"), models.Q(("cause", ""), _negated=True)),
                            models.Q(models.Q(("verb", "cause"), _negated=True), ("cause", "")),
                            _connector="OR",
                        ),
                        name="dossiers_event_cause",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verb", "void"), ("voids__isnull", False)),
                            models.Q(models.Q(("verb", "void"), _negated=True), ("voids__isnull", True)),
                            _connector="OR",
                        ),
                        name="dossiers_event_void",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300)),
                (
                    "by_official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covering",
                        to="people.official",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covered",
                        to="people.official",
                    ),
                ),
                (
                    "recorded_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="covers", to="people.unit"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by_official", "first_on"], name="dossiers_cover_who")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_on__gte", models.F("first_on"))), name="dossiers_cover_days"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("official", models.F("by_official")), _negated=True),
                        name="dossiers_cover_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_reason", ""), ("voided_at__isnull", True)),
                            models.Q(
                                ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="dossiers_cover_voided_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reconciliation",
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
                ("import_uid", models.UUIDField()),
                ("form_name", models.CharField(max_length=160)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reconciliations",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "import_uid"), name="dossiers_reconciliation_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Difference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("field", models.CharField(max_length=200)),
                ("figure", models.CharField(max_length=30)),
                ("ours", models.IntegerField()),
                ("theirs", models.IntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "chưa rõ"),
                            ("settled", "đã khớp sau khi nhập lại"),
                            ("reasoned", "có lý do"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
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
                    "reconciliation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="dossiers.reconciliation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "settled"), _negated=True),
                        fields=("reconciliation", "field", "figure"),
                        name="dossiers_difference_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "reasoned"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dossiers_difference_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("present", models.BooleanField(default=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("running", "đang giải quyết"),
                            ("waiting", "chờ bổ sung"),
                            ("ready", "có kết quả"),
                            ("returned", "đã trả kết quả"),
                            ("refused", "từ chối"),
                            ("withdrawn", "người dân rút"),
                            ("unknown", "chưa rõ"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("channel", models.CharField(blank=True, max_length=20)),
                ("elsewhere", models.BooleanField(default=False)),
                ("field", models.CharField(blank=True, max_length=200)),
                ("procedure_code", models.CharField(blank=True, max_length=60)),
                ("procedure_name", models.CharField(blank=True, max_length=500)),
                ("handler_name", models.CharField(blank=True, max_length=160)),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("promised_on", models.DateField(blank=True, null=True)),
                ("promised_first_on", models.DateField(blank=True, null=True)),
                ("lawful_due_on", models.DateField(blank=True, null=True)),
                ("judged_due_on", models.DateField(blank=True, null=True)),
                (
                    "due_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("law", "hạn theo quy định"),
                            ("promise", "ngày hẹn của hệ thống nguồn"),
                            ("", "chưa có hạn"),
                        ],
                        max_length=8,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("supplied_on", models.DateField(blank=True, null=True)),
                ("ready_on", models.DateField(blank=True, null=True)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "trước hạn"),
                            ("on_time", "đúng hạn"),
                            ("late", "trễ hạn"),
                            ("", "chưa kết luận"),
                        ],
                        max_length=8,
                    ),
                ),
                ("late_days", models.SmallIntegerField(blank=True, null=True)),
                (
                    "outcome_now",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "trước hạn"),
                            ("on_time", "đúng hạn"),
                            ("late", "trễ hạn"),
                            ("", "chưa kết luận"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "portal",
                    models.CharField(
                        blank=True,
                        choices=[("on_time", "đúng hạn"), ("overdue", "quá hạn"), ("", "chưa rõ")],
                        max_length=8,
                    ),
                ),
                ("portal_due_on", models.DateField(blank=True, null=True)),
                ("promise_differs", models.BooleanField(default=False)),
                ("changed_after_due", models.BooleanField(default=False)),
                ("seq", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                ("why", models.CharField(max_length=12)),
                ("import_uid", models.UUIDField(blank=True, null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="dossiers.dossier",
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["owner_unit", "settled_on"], name="dossiers_state_settled"),
                    models.Index(
                        fields=["owner_unit", "received_on", "until_at", "recorded_at", "settled_on"],
                        name="dossiers_state_received",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "seq"), name="dossiers_state_seq")
                ],
            },
        ),
        migrations.CreateModel(
            name="HandlerName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=160)),
                ("folded", models.CharField(max_length=160)),
                ("nobody_here", models.BooleanField(default=False)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                        related_name="handler_names",
                        to="people.official",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handler_names",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "folded"), name="dossiers_handlername_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcedureChange",
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
                            ("publish", "công bố mới"),
                            ("amend", "sửa đổi, bổ sung"),
                            ("repeal", "bãi bỏ"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=60)),
                ("name", models.CharField(max_length=1000)),
                ("field", models.CharField(blank=True, max_length=200)),
                ("limits_text", models.TextField(blank=True)),
                ("citation", models.CharField(max_length=300)),
                ("effective_from", models.DateField(blank=True, null=True)),
                ("came_from", models.CharField(blank=True, max_length=255)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "chờ xem"),
                            ("taken", "đã áp dụng"),
                            ("dismissed", "không áp dụng"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedure_changes",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "citation", "kind", "code", "name"), name="dossiers_change_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sample",
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
                ("seed", models.PositiveIntegerField()),
                ("size", models.PositiveSmallIntegerField()),
                ("drawn_from", models.PositiveIntegerField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "drawn_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="samples", to="people.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gt", models.F("period_start"))),
                        name="dossiers_sample_period",
                    ),
                    models.UniqueConstraint(
                        fields=("unit", "period_start", "period_end", "seed"), name="dossiers_sample_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SampleItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("by_the_book", "đúng quy trình"), ("faulty", "có sai sót")],
                        max_length=12,
                    ),
                ),
                ("answers", models.TextField(default="{}")),
                ("faults", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samplings",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "sample",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="dossiers.sample",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sample", "dossier", "version"), name="dossiers_sampleitem_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_on__isnull", True), ("verdict", "")),
                            models.Q(models.Q(("verdict", ""), _negated=True), ("checked_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="dossiers_sampleitem_checked_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), ("version__lte", 2)),
                            models.Q(("version__gt", 2), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="dossiers_sampleitem_mended_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyTotal",
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
                ("asked", models.PositiveIntegerField()),
                ("satisfied", models.PositiveIntegerField()),
                ("source", models.CharField(max_length=300)),
                ("file_name", models.CharField(blank=True, max_length=255)),
                ("reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "blob",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.blob",
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
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="dossiers.surveytotal",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_totals",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "period_start"], name="dossiers_survey_when")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("satisfied__lte", models.F("asked"))), name="dossiers_survey_part"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gt", models.F("period_start"))),
                        name="dossiers_survey_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrects__isnull", True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dossiers_survey_reason",
                    ),
                ],
            },
        ),
    ]
