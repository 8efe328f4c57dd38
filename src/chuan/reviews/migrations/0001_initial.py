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
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=20)),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                ("planned_on", models.DateField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("status", models.CharField(default="called", max_length=12)),
                ("held_on", models.DateField(blank=True, null=True)),
                ("draft_uid", models.UUIDField(blank=True, null=True)),
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
                ("invited", models.ManyToManyField(related_name="+", to="people.official")),
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
                    "secretary",
                    models.ForeignKey(
                        db_index=False,
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
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "code"), name="reviews_review_code"),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="reviews_review_period"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("chair", models.F("secretary")), _negated=True),
                        name="reviews_review_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("called", "called_off")),
                            ("held_on__isnull", False),
                            _connector="OR",
                        ),
                        name="reviews_review_held_when",
                    ),
                ],
                "indexes": [models.Index(fields=["owner_unit", "planned_on"], name="reviews_review_unit")],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("kind", models.CharField(max_length=12)),
                ("words", models.TextField()),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "đang làm"),
                            ("done", "đã xong"),
                            ("carried", "chuyển sang lần sau"),
                            ("none", "không cần quyết định"),
                            ("void", "đã bỏ"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True)),
                ("evidence", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="reviews.resolution",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "none"),
                            models.Q(("due_on__isnull", False), ("owner__isnull", False)),
                            ("state", "void"),
                            _connector="OR",
                        ),
                        name="reviews_resolution_owned",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("done_on__isnull", False), models.Q(("evidence", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="reviews_resolution_done_how",
                    ),
                ],
                "indexes": [models.Index(fields=["state", "due_on"], name="reviews_resolution_due")],
            },
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("version", models.PositiveSmallIntegerField()),
                ("held_on", models.DateField()),
                ("began", models.CharField(blank=True, max_length=20)),
                ("ended", models.CharField(blank=True, max_length=20)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("opinions", models.TextField(blank=True)),
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
                    "chair",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
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
                    "review",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("review", "version"), name="reviews_minutes_version"),
                    models.CheckConstraint(
                        condition=models.Q(("chair", models.F("secretary")), _negated=True),
                        name="reviews_minutes_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Collection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("as_of", models.DateField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("collected_at", models.DateTimeField()),
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
                    "review",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="collections",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("review", "number"), name="reviews_collection_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="Addition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("letter", models.CharField(max_length=2)),
                ("words", models.TextField()),
                ("unknown", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="additions",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="reviews_addition_says"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("seq", models.PositiveIntegerField()),
                ("verb", models.CharField(max_length=20)),
                ("note", models.CharField(blank=True, max_length=500)),
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
                    "review",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("review", "seq"), name="reviews_reviewevent_seq")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letter", models.CharField(max_length=2)),
                ("ordinal", models.PositiveSmallIntegerField()),
                ("sentence", models.TextField()),
                ("address", models.CharField(blank=True, max_length=500)),
                ("room", models.CharField(blank=True, max_length=80)),
                ("short", models.BooleanField(default=False)),
                (
                    "collection",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="reviews.collection",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("collection", "letter", "ordinal"), name="reviews_reviewline_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("signed_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "review",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seal", to="reviews.review"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
            ],
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
                ("position", models.PositiveSmallIntegerField()),
                ("guest", models.CharField(blank=True, max_length=200)),
                ("present", models.BooleanField()),
                ("reason", models.CharField(blank=True, max_length=200)),
                (
                    "official",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="reviews.minutes",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("minutes", "position"), name="reviews_attendance_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("guest", ""), ("official__isnull", False)),
                            models.Q(("official__isnull", True), models.Q(("guest", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="reviews_attendance_who",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("present", True), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="reviews_attendance_away_why",
                    ),
                ],
            },
        ),
    ]
