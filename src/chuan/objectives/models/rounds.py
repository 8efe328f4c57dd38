"""Next year's objectives while they are made: a round, its lines, what was said of each, who was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Document
from chuan.objectives.models.planning import Objective, Plan
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RoundQuerySet:
        """Rounds of the viewer's units: what a ward promises is no secret inside it."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def real(self) -> RoundQuerySet:
        """Those that were not called off."""
        return self.exclude(status="called_off")


class Round(models.Model):
    """The making of one year's objectives from the plan of the year before. One at a time for a unit and year."""

    class Status(models.TextChoices):
        OPEN = "open", _("đang góp ý")
        DRAFTED = "drafted", _("đã soạn dự thảo")
        CALLED_OFF = "called_off", _("đã hủy")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds")
    closes_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    reason = models.TextField(blank=True)
    """Why it was called off, or opened again after its draft."""
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    drafted_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    opened_on = models.DateField()
    recorded_at = models.DateTimeField()

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_unit", "year"], condition=~Q(status="called_off"), name="objectives_round_one"
            ),
            models.CheckConstraint(
                condition=~Q(status="drafted") | Q(document__isnull=False), name="objectives_round_drafted"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner_unit} {self.year}"

    @property
    def is_open(self) -> bool:
        """Whether lines may still be spoken of."""
        return self.status == self.Status.OPEN


class RoundLine(models.Model):
    """One line of next year's annex: where it came from, how it began, what the secretary decided.

    ``objective`` is None for a line that is new; ``said`` counts what was said, so that two editors never overwrite
    each other. Decided columns are a projection of the last decision among the sayings.
    """

    class Decided(models.TextChoices):
        OPEN = "", _("chưa quyết")
        KEPT = "kept", _("giữ")
        CHANGED = "changed", _("sửa")
        DROPPED = "dropped", _("bỏ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="lines", db_index=False)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", db_index=False
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="next_lines"
    )
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    said = models.PositiveSmallIntegerField(default=0)
    decided = models.CharField(max_length=8, choices=Decided.choices, blank=True, default=Decided.OPEN)
    final = models.TextField(blank=True)
    owner_post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    owner_official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "position"], name="objectives_roundline_place"),
            models.CheckConstraint(
                condition=~Q(decided__in=["kept", "changed"]) | ~Q(final=""),
                name="objectives_roundline_final",
            ),
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.final or self.text


class RoundSaying(models.Model):
    """What somebody proposed, remarked or decided about one line. Append-only."""

    class Kind(models.TextChoices):
        KEEP = "keep", _("đề nghị giữ")
        CHANGE = "change", _("đề nghị sửa")
        DROP = "drop", _("đề nghị bỏ")
        ADD = "add", _("đề nghị thêm")
        COMMENT = "comment", _("góp ý")
        DECIDE = "decide", _("quyết định")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    line = models.ForeignKey(RoundLine, on_delete=models.PROTECT, related_name="sayings", db_index=False)
    seq = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    outcome = models.CharField(max_length=8, blank=True)
    """Of a decision: kept, changed, dropped."""
    text = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    owner_post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "seq"], name="objectives_roundsaying_seq"),
            models.CheckConstraint(
                condition=~Q(kind="drop") | ~Q(reason=""), name="objectives_roundsaying_drop_why"
            ),
        ]
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.kind} {self.line_id}"


class RoundAsked(models.Model):
    """One who was asked about his lines by the closing day: a post, an official, or a role; his clock hangs on it."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="asked")
    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    role = models.CharField(max_length=30, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.official or self.post or self.role)
