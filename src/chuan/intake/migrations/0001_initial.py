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
            name="Layout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("register", models.CharField(max_length=40)),
                ("fingerprint", models.CharField(max_length=64)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=160)),
                ("source", models.CharField(max_length=160)),
                ("body", models.TextField()),
                ("confirmed_at", models.DateTimeField()),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="layouts", to="people.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "register", "fingerprint", "version"), name="intake_layout_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("register", models.CharField(blank=True, max_length=40)),
                ("source", models.CharField(blank=True, max_length=160)),
                ("file_name", models.CharField(max_length=255)),
                ("covers_start", models.DateField(blank=True, null=True)),
                ("covers_end", models.DateField(blank=True, null=True)),
                ("scope", models.CharField(blank=True, max_length=300)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("reading", "đang đọc"),
                            ("refused", "không nhận được"),
                            ("unmapped", "chờ ghép cột"),
                            ("previewed", "chờ xác nhận"),
                            ("committing", "đang nhập"),
                            ("committed", "đã nhập"),
                            ("withdrawn", "đã rút"),
                            ("discarded", "đã bỏ"),
                        ],
                        default="reading",
                        max_length=12,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("preview", models.TextField(blank=True)),
                ("basis", models.PositiveBigIntegerField(blank=True, null=True)),
                ("rows_new", models.PositiveIntegerField(default=0)),
                ("rows_changed", models.PositiveIntegerField(default=0)),
                ("rows_after_due", models.PositiveIntegerField(default=0)),
                ("rows_same", models.PositiveIntegerField(default=0)),
                ("rows_gone", models.PositiveIntegerField(default=0)),
                ("rows_unreadable", models.PositiveIntegerField(default=0)),
                ("keep_gone", models.BooleanField(blank=True, null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("stage", models.CharField(blank=True, max_length=40)),
                ("touched_at", models.DateTimeField(blank=True, null=True)),
                ("arrived_at", models.DateTimeField()),
                ("committed_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                ("illustrative", models.BooleanField(default=False)),
                (
                    "blob",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.blob"
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
                    "committed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "listed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.blob",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="people.unit"
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "layout",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="intake.layout",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "register", "status"], name="intake_import_register")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("covers_end__isnull", True), ("covers_start__isnull", True)),
                            ("covers_end__gt", models.F("covers_start")),
                            _connector="OR",
                        ),
                        name="intake_import_covers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("committed_at__isnull", False), ("status__in", ["committed", "withdrawn"])
                            ),
                            models.Q(
                                ("committed_at__isnull", True),
                                models.Q(("status__in", ["committed", "withdrawn"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_import_committed_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True),
                                models.Q(("status", "withdrawn"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_import_withdrawn_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutsideRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("source", models.CharField(max_length=160)),
                ("outside_code", models.CharField(max_length=160)),
                ("version", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("fields", models.TextField()),
                ("place", models.CharField(max_length=40)),
                ("after_due", models.BooleanField(default=False)),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="intake.import"
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
                    models.UniqueConstraint(
                        fields=("unit", "register", "outside_code", "source", "version"),
                        name="intake_outsiderow_version",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordSystem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("register", models.CharField(max_length=40)),
                ("system", models.CharField(max_length=160)),
                ("keeps", models.BooleanField(default=False)),
                ("valid_from", models.DateField()),
                ("citation", models.CharField(max_length=300)),
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
                        related_name="record_systems",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "register", "valid_from"), name="intake_recordsystem_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("citation", ""), _negated=True), name="intake_recordsystem_cited"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("source", models.CharField(max_length=160)),
                ("outside_code", models.CharField(max_length=160)),
                ("belongs_on", models.DateField(blank=True, null=True)),
                ("scope", models.CharField(blank=True, max_length=300)),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.outsiderow"
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
                "indexes": [
                    models.Index(
                        fields=["unit", "register", "source", "belongs_on"], name="intake_standingrow_period"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "register", "outside_code", "source"), name="intake_standingrow_once"
                    )
                ],
            },
        ),
    ]
