"""A reply that its list has no column for; indexes of what left the work and of what was to be answered.

Only the choices of ``reply_outcome`` change, so no table is rebuilt.
"""

from __future__ import annotations

from django.db import migrations, models

REPLY = models.CharField(
    blank=True,
    choices=[
        ("early", "trước hạn"),
        ("on_time", "đúng hạn"),
        ("late", "trễ hạn"),
        ("untold", "nguồn không nói"),
        ("", "chưa kết luận"),
    ],
    max_length=8,
)


class Migration(migrations.Migration):
    """Reversible."""

    dependencies = [("petitions", "0001_initial")]
    operations = [
        migrations.AlterField("petition", "reply_outcome", REPLY),
        migrations.AlterField("petitionstate", "reply_outcome", REPLY),
        migrations.AddIndex(
            "petitionstate",
            models.Index(
                fields=["owner_unit", "left_on", "until_at", "received_on"], name="petitions_state_left"
            ),
        ),
        migrations.AddIndex(
            "petitionstate",
            models.Index(
                condition=models.Q(("reply_due_on__isnull", False)),
                fields=["owner_unit", "reply_due_on", "until_at"],
                name="petitions_state_reply",
            ),
        ),
    ]
