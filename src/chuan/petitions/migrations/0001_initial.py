import chuan.offers.uids
import chuan.rules.petitions.clocks
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0003_sealed_file"),
        ("people", "0005_personnel_clerk"),
    ]

    operations = [
        migrations.CreateModel(
            name="LawSnapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("body", models.TextField()),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="PublicDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True)),
                ("salt", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Petition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("present", models.BooleanField(default=True)),
                ("listed", models.BooleanField(default=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("feedback", "phản ánh"),
                            ("suggestion", "kiến nghị"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("mixed", "đơn có nhiều nội dung khác loại"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("reception", "tại buổi tiếp công dân"),
                            ("post", "bưu chính"),
                            ("drop_box", "hòm thư góp ý"),
                            ("email", "thư điện tử"),
                            ("portal", "cổng phản ánh, kiến nghị"),
                            ("phone", "điện thoại"),
                            ("forwarded", "cơ quan khác chuyển đến"),
                            ("press", "báo chí nêu"),
                        ],
                        max_length=10,
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=100)),
                ("competent", models.BooleanField(blank=True, null=True)),
                (
                    "decided",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accept", "thụ lý, giải quyết"),
                            ("forward", "chuyển nơi có thẩm quyền"),
                            ("guide", "hướng dẫn"),
                            ("return", "trả lại"),
                            ("keep", "lưu đơn"),
                            ("not_taken", "không tiếp nhận tại đây"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "complexity",
                    models.CharField(
                        choices=[("plain", "plain"), ("complex", "complex"), ("especially", "especially")],
                        default=chuan.rules.petitions.clocks.Complexity["PLAIN"],
                        max_length=10,
                    ),
                ),
                ("status", models.CharField(default="received", max_length=12)),
                ("repeat", models.BooleanField(default=False)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("left_on", models.DateField(blank=True, null=True)),
                ("replied_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "due_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("law", "hạn theo quy định"),
                            ("source", "hạn của hệ thống nguồn"),
                            ("", "chưa có hạn"),
                        ],
                        max_length=8,
                    ),
                ),
                ("next_due_on", models.DateField(blank=True, null=True)),
                ("next_clock", models.CharField(blank=True, max_length=40)),
                ("reply_due_on", models.DateField(blank=True, null=True)),
                (
                    "reply_outcome",
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
                ("counted_on", models.DateField(blank=True, null=True)),
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
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "đúng"),
                            ("partly", "đúng một phần"),
                            ("wrong", "sai"),
                            ("false", "cố ý tố cáo sai sự thật"),
                            ("", "chưa kết luận"),
                        ],
                        max_length=8,
                    ),
                ),
                ("odd", models.CharField(blank=True, max_length=300)),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=40)),
                ("outside_code", models.CharField(blank=True, max_length=160)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("outside", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("signers", models.PositiveIntegerField(default=1)),
                ("anonymous", models.BooleanField(default=False)),
                ("remote", models.BooleanField(default=False)),
                ("several_places", models.BooleanField(default=False)),
                ("envelope", models.CharField(blank=True, max_length=200)),
                ("receipt", models.CharField(blank=True, max_length=64)),
                ("way", models.TextField(blank=True)),
                ("law_kept", models.TextField(blank=True)),
                ("states", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField()),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="petitions",
                        to="people.official",
                    ),
                ),
                (
                    "owner_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_petitions",
                        to="people.unit",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="petitions.petition",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeats",
                        to="petitions.petition",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="petitions",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "code"), name="petitions_petition_code"),
                    models.UniqueConstraint(
                        condition=models.Q(("outside_code", ""), _negated=True),
                        fields=("unit", "source", "outside_code"),
                        name="petitions_petition_outside",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outside_code", ""), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="petitions_petition_source",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["owner_unit", "-received_on", "id"], name="petitions_petition_received"
                    ),
                    models.Index(fields=["owner_unit", "next_due_on", "id"], name="petitions_petition_due"),
                    models.Index(
                        condition=models.Q(("settled_on__isnull", True)),
                        fields=["owner_unit", "kind", "decided", "repeat", "present", "status", "settled_on"],
                        name="petitions_petition_open",
                    ),
                    models.Index(
                        condition=models.Q(("next_due_on__isnull", False)),
                        fields=["owner_unit", "kind", "next_due_on", "repeat", "present", "settled_on"],
                        name="petitions_petition_owing",
                    ),
                    models.Index(fields=["owner_unit", "field"], name="petitions_petition_field"),
                    models.Index(
                        fields=["owner_unit", "kind", "-received_on", "id"], name="petitions_petition_kind"
                    ),
                    models.Index(
                        fields=["owner_unit", "code", "outside_code"], name="petitions_petition_codes"
                    ),
                    models.Index(fields=["owner_unit", "counted_on"], name="petitions_petition_counted"),
                    models.Index(fields=["handler", "next_due_on"], name="petitions_petition_handler"),
                    models.Index(
                        condition=models.Q(("receipt", ""), _negated=True),
                        fields=["unit", "receipt"],
                        name="petitions_petition_receipt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NameTyped",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
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
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names_typed",
                        to="petitions.petition",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False)),
                ("seq", models.PositiveIntegerField(default=1)),
                ("code", models.CharField(max_length=40)),
                ("outside_code", models.CharField(blank=True, max_length=160)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("received_on", models.DateField()),
                ("told_on", models.DateField(blank=True, null=True)),
                ("body", models.CharField(max_length=160)),
                ("paper", models.CharField(blank=True, max_length=160)),
                ("paper_on", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("feedback", "phản ánh"),
                            ("suggestion", "kiến nghị"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("mixed", "đơn có nhiều nội dung khác loại"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("letter", "đơn, thư"),
                            ("call", "điện thoại"),
                            ("visit", "đến tận nơi"),
                            ("press", "báo chí nêu"),
                        ],
                        default="letter",
                        max_length=8,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=200)),
                ("ward_code", models.CharField(blank=True, max_length=160)),
                ("never_asked", models.BooleanField(default=False)),
                (
                    "said",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "xét theo ngày và hồ sơ của phường"),
                            ("past", "vượt cấp"),
                            ("lawful", "đúng trình tự, không phải vượt cấp"),
                            ("other", "không phải việc của phường"),
                        ],
                        max_length=8,
                    ),
                ),
                ("why_said", models.CharField(blank=True, max_length=300)),
                ("present", models.BooleanField(default=True)),
                ("voided", models.BooleanField(default=False)),
                ("why", models.CharField(max_length=12)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("import_uid", models.UUIDField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="people.unit",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="petitions.petition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("uid", "seq"), name="petitions_escalation_seq"),
                    models.UniqueConstraint(
                        condition=models.Q(("until_at__isnull", True)),
                        fields=("uid",),
                        name="petitions_escalation_latest",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("until_at__isnull", True), models.Q(("outside_code", ""), _negated=True)
                        ),
                        fields=("unit", "source", "outside_code"),
                        name="petitions_escalation_outside",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("petition__isnull", True), ("never_asked", False), _connector="OR"
                        ),
                        name="petitions_escalation_asked",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["unit", "received_on", "uid"], name="petitions_escalation_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Concerned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerned",
                        to="petitions.petition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("petition", "official"), name="petitions_concerned_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="BlindKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("sender", "người gửi"), ("content", "nội dung")], max_length=8
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
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
                    "petition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blind_keys",
                        to="petitions.petition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("petition", "kind", "digest"), name="petitions_blindkey_once"
                    )
                ],
                "indexes": [
                    models.Index(
                        fields=["unit", "kind", "digest", "petition"], name="petitions_blindkey_found"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PetitionEvent",
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
                ("occurred_on", models.DateField()),
                ("days", models.PositiveSmallIntegerField(default=0)),
                ("document", models.CharField(blank=True, max_length=160)),
                ("document_on", models.DateField(blank=True, null=True)),
                ("paper_uid", models.UUIDField(blank=True, null=True)),
                ("data", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="petitions.petition",
                    ),
                ),
                (
                    "voids",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voided_by",
                        to="petitions.petitionevent",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("petition", "seq"), name="petitions_event_seq"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verb", "void"), ("voids__isnull", False)),
                            models.Q(models.Q(("verb", "void"), _negated=True), ("voids__isnull", True)),
                            _connector="OR",
                        ),
                        name="petitions_event_void",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("purged_at", models.DateTimeField(blank=True, null=True)),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="petitions.petitionevent",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PetitionState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("present", models.BooleanField(default=True)),
                ("listed", models.BooleanField(default=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("feedback", "phản ánh"),
                            ("suggestion", "kiến nghị"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("mixed", "đơn có nhiều nội dung khác loại"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("reception", "tại buổi tiếp công dân"),
                            ("post", "bưu chính"),
                            ("drop_box", "hòm thư góp ý"),
                            ("email", "thư điện tử"),
                            ("portal", "cổng phản ánh, kiến nghị"),
                            ("phone", "điện thoại"),
                            ("forwarded", "cơ quan khác chuyển đến"),
                            ("press", "báo chí nêu"),
                        ],
                        max_length=10,
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=100)),
                ("competent", models.BooleanField(blank=True, null=True)),
                (
                    "decided",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accept", "thụ lý, giải quyết"),
                            ("forward", "chuyển nơi có thẩm quyền"),
                            ("guide", "hướng dẫn"),
                            ("return", "trả lại"),
                            ("keep", "lưu đơn"),
                            ("not_taken", "không tiếp nhận tại đây"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "complexity",
                    models.CharField(
                        choices=[("plain", "plain"), ("complex", "complex"), ("especially", "especially")],
                        default=chuan.rules.petitions.clocks.Complexity["PLAIN"],
                        max_length=10,
                    ),
                ),
                ("status", models.CharField(default="received", max_length=12)),
                ("repeat", models.BooleanField(default=False)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("left_on", models.DateField(blank=True, null=True)),
                ("replied_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "due_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("law", "hạn theo quy định"),
                            ("source", "hạn của hệ thống nguồn"),
                            ("", "chưa có hạn"),
                        ],
                        max_length=8,
                    ),
                ),
                ("next_due_on", models.DateField(blank=True, null=True)),
                ("next_clock", models.CharField(blank=True, max_length=40)),
                ("reply_due_on", models.DateField(blank=True, null=True)),
                (
                    "reply_outcome",
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
                ("counted_on", models.DateField(blank=True, null=True)),
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
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "đúng"),
                            ("partly", "đúng một phần"),
                            ("wrong", "sai"),
                            ("false", "cố ý tố cáo sai sự thật"),
                            ("", "chưa kết luận"),
                        ],
                        max_length=8,
                    ),
                ),
                ("odd", models.CharField(blank=True, max_length=300)),
                ("seq", models.PositiveIntegerField()),
                ("recorded_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                ("why", models.CharField(max_length=20)),
                ("import_uid", models.UUIDField(blank=True, null=True)),
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
                    "petition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="petitions.petition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("petition", "seq"), name="petitions_state_seq")
                ],
                "indexes": [
                    models.Index(
                        fields=["owner_unit", "counted_on", "until_at", "recorded_at"],
                        name="petitions_state_counted",
                    ),
                    models.Index(
                        fields=["owner_unit", "received_on", "until_at", "left_on"],
                        name="petitions_state_received",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("since", models.DateTimeField()),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="petitions.publicday",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("day", "unit", "key"), name="petitions_publiccount_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicPost",
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
                        choices=[("feedback", "phản ánh"), ("suggestion", "kiến nghị")], max_length=12
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("name", models.CharField(blank=True, max_length=160)),
                ("contact", models.CharField(blank=True, max_length=160)),
                ("receipt", models.CharField(blank=True, max_length=64)),
                ("token", models.CharField(max_length=64)),
                ("sent_at", models.DateTimeField()),
                ("sent_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "chờ xem"),
                            ("taken", "đã nhận vào sổ"),
                            ("aside", "không nhận"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("empty", "không có nội dung để xem, quảng cáo, thử máy"),
                            ("repeat", "trùng với phản ánh đã nhận"),
                            ("elsewhere", "không thuộc trách nhiệm của phường, xã"),
                            ("complaint", "là khiếu nại: hủy ngay, hướng dẫn nơi gửi"),
                            ("denunciation", "có nội dung tố cáo: hủy ngay, hướng dẫn nơi gửi"),
                            ("", "chưa quyết định"),
                        ],
                        max_length=12,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("emptied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "petition",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_post",
                        to="petitions.petition",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "token"), name="petitions_publicpost_token"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("emptied_at__isnull", True),
                            models.Q(("contact", ""), ("name", ""), ("place", ""), ("text", "")),
                            _connector="OR",
                        ),
                        name="petitions_publicpost_emptied",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("petition__isnull", False), ("state", "taken")),
                            models.Q(models.Q(("state", "taken"), _negated=True), ("petition__isnull", True)),
                            _connector="OR",
                        ),
                        name="petitions_publicpost_taken",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["unit", "state", "sent_at"], name="petitions_publicpost_queue"),
                    models.Index(
                        condition=models.Q(("receipt", ""), _negated=True),
                        fields=["receipt"],
                        name="petitions_publicpost_receipt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "blob",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.blob"
                    ),
                ),
                (
                    "small",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.blob"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photos",
                        to="petitions.publicpost",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("post", "number"), name="petitions_publicphoto_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=600)),
                ("answer", models.TextField()),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "petition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_result",
                        to="petitions.petition",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=["-on", "-id"],
                        name="petitions_publicresult_on",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("day", models.DateField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                ("place", models.CharField(max_length=200)),
                ("online", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "đã xếp lịch"), ("held", "đã tiếp"), ("cancelled", "đã hoãn")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("tested_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_days",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "cancelled"), _negated=True),
                        fields=("unit", "day", "starts"),
                        name="petitions_reception_day_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="petitions_reception_day_hours",
                    ),
                ],
                "indexes": [models.Index(fields=["unit", "day"], name="petitions_reception_day")],
            },
        ),
        migrations.CreateModel(
            name="ReceptionChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveIntegerField()),
                ("verb", models.CharField(max_length=10)),
                ("before", models.CharField(blank=True, max_length=400)),
                ("after", models.CharField(blank=True, max_length=400)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("recorded_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "reception_day",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="petitions.receptionday",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reception_day", "seq"), name="petitions_reception_change_seq"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionEntry",
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
                ("day", models.DateField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("feedback", "phản ánh"),
                            ("suggestion", "kiến nghị"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("mixed", "đơn có nhiều nội dung khác loại"),
                        ],
                        max_length=12,
                    ),
                ),
                ("people", models.PositiveIntegerField(default=1)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("taken", "nhận nội dung, thành đơn phải giải quyết"),
                            ("guided", "hướng dẫn, giải thích ngay tại buổi tiếp"),
                            ("refused", "từ chối tiếp"),
                        ],
                        max_length=8,
                    ),
                ),
                ("papers", models.CharField(blank=True, max_length=300)),
                ("content", models.TextField(blank=True)),
                ("solved_by", models.CharField(blank=True, max_length=300)),
                ("competent", models.BooleanField(blank=True, null=True)),
                ("guidance", models.TextField(blank=True)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("entered_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_entries",
                        to="petitions.petition",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="petitions.receptionday",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_entries",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "year", "number"), name="petitions_reception_entry_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "taken"), ("petition__isnull", False)),
                            models.Q(
                                models.Q(("outcome", "taken"), _negated=True), ("petition__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="petitions_reception_entry_taken",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["unit", "day", "number"], name="petitions_reception_entry_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="EntryConcerned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerned",
                        to="petitions.receptionentry",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "official"), name="petitions_entry_concerned_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("source", models.UUIDField()),
                ("areas", models.TextField(blank=True)),
                ("areas_digest", models.CharField(max_length=64)),
                ("pages", models.PositiveSmallIntegerField()),
                ("made_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tells", "còn chỗ cho biết người gửi đơn"),
                            ("too_much", "che nhầm nội dung cần đọc"),
                            ("wrong_scan", "bản chụp thiếu trang, mờ hoặc nhầm đơn"),
                            ("more", "che thêm trên bản này"),
                        ],
                        max_length=10,
                    ),
                ),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="petitions.petition",
                    ),
                ),
                (
                    "sealed",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.sealedfile",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("petition", "number"), name="petitions_redaction_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed__isnull", True), ("withdrawn_at__isnull", False)),
                            models.Q(
                                ("blob__isnull", True),
                                ("confirmed_at__isnull", True),
                                ("sealed__isnull", False),
                            ),
                            models.Q(
                                ("blob__isnull", False),
                                ("confirmed_at__isnull", False),
                                ("sealed__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="petitions_redaction_bytes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedIdentity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("destroyed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "destroyed_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("entered_wrong", "nhập nhầm, sẽ nhập lại"),
                            ("time_over", "hết thời hạn lưu giữ"),
                            ("no_longer", "người đứng đầu quyết định thôi lưu"),
                        ],
                        max_length=16,
                    ),
                ),
                ("destroyed_by_paper", models.CharField(blank=True, max_length=300)),
                ("ciphertext", models.BinaryField()),
                ("wrapped_key", models.BinaryField()),
                ("key_id", models.CharField(max_length=40)),
                ("witness", models.CharField(max_length=64)),
                ("sealed_at", models.DateTimeField()),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identities",
                        to="petitions.petition",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("destroyed_at__isnull", True)),
                        fields=("petition",),
                        name="petitions_identity_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("destroyed_at__isnull", True), ("key_id", ""), _connector="OR"),
                        name="petitions_identity_shredded",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("destroyed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "destroyed_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("entered_wrong", "nhập nhầm, sẽ nhập lại"),
                            ("time_over", "hết thời hạn lưu giữ"),
                            ("no_longer", "người đứng đầu quyết định thôi lưu"),
                        ],
                        max_length=16,
                    ),
                ),
                ("destroyed_by_paper", models.CharField(blank=True, max_length=300)),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("size", models.PositiveBigIntegerField()),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="petitions.petition",
                    ),
                ),
                (
                    "sealed",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.sealedfile",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpeningRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "what",
                    models.CharField(
                        choices=[("identity", "danh tính người tố cáo"), ("letter", "bản chụp đơn gốc")],
                        max_length=8,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("verify", "xác minh danh tính người tố cáo"),
                            ("contact", "liên hệ, thông báo cho người tố cáo"),
                            ("protect", "bảo vệ người tố cáo"),
                            ("body", "cơ quan có thẩm quyền yêu cầu bằng văn bản"),
                            ("other", "việc khác, nêu rõ bên dưới"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.CharField(max_length=300)),
                ("asked_at", models.DateTimeField()),
                ("allowed_at", models.DateTimeField(blank=True, null=True)),
                ("key_digest", models.CharField(blank=True, max_length=64)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opened", "đã mở"),
                            ("refused", "không cho mở"),
                            ("void", "hủy vì sai khóa ba lần"),
                            ("", "đang chờ"),
                        ],
                        max_length=8,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "allowed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opening_requests",
                        to="petitions.petition",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="petitions.sealedletter",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("allowed_by__isnull", True),
                            models.Q(("allowed_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="petitions_two_persons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter__isnull", False), ("what", "letter")),
                            models.Q(("letter__isnull", True), ("what", "identity")),
                            _connector="OR",
                        ),
                        name="petitions_request_letter",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("words", models.PositiveSmallIntegerField(default=0)),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="petitions.petition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("petition", "digest"), name="petitions_term_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SealOpening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                (
                    "what",
                    models.CharField(
                        choices=[("identity", "danh tính người tố cáo"), ("letter", "bản chụp đơn gốc")],
                        max_length=8,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("verify", "xác minh danh tính người tố cáo"),
                            ("contact", "liên hệ, thông báo cho người tố cáo"),
                            ("protect", "bảo vệ người tố cáo"),
                            ("body", "cơ quan có thẩm quyền yêu cầu bằng văn bản"),
                            ("other", "việc khác, nêu rõ bên dưới"),
                        ],
                        max_length=8,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                (
                    "allowed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="petitions.petition",
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opening",
                        to="petitions.openingrequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("asked_by", models.F("allowed_by")), _negated=True),
                        name="petitions_opening_two",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
                (
                    "opening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seen",
                        to="petitions.sealopening",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sender",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("contact", models.CharField(blank=True, max_length=160)),
                ("representative", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="senders",
                        to="petitions.petition",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Visitor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("representative", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visitors",
                        to="petitions.receptionentry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WorkingCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("pages", models.PositiveSmallIntegerField()),
                ("marks", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.official",
                    ),
                ),
                (
                    "petition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_copy",
                        to="petitions.petition",
                    ),
                ),
                (
                    "sealed",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.sealedfile"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EscalationConcerned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thing", models.UUIDField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.official"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("thing", "official"), name="petitions_escalation_concerned"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EscalationCover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("body", models.CharField(max_length=160)),
                ("paper", models.CharField(max_length=160)),
                ("paper_on", models.DateField()),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("count", models.PositiveIntegerField()),
                ("recorded_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalation_covers",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "first"], name="petitions_escalation_cover")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="petitions_escalation_cover_days",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ForwardRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=chuan.offers.uids.new_uid, editable=False, unique=True)),
                ("code", models.CharField(max_length=20)),
                ("on", models.DateField()),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("province", "Chủ tịch Ủy ban nhân dân cấp tỉnh"),
                            ("district", "Chủ tịch Ủy ban nhân dân cấp huyện"),
                            ("party_body", "tổ chức đảng có thẩm quyền"),
                            ("competent_body", "cơ quan khác có thẩm quyền"),
                        ],
                        max_length=16,
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
                    models.UniqueConstraint(fields=("unit", "code"), name="petitions_forwardrecord_code")
                ],
            },
        ),
    ]
