"""Rounds of ranking, one assessment an official, its lines. Append-only: an error is voided by a later line.

What somebody wrote (ticks, products, sentences) stands in a row beside the line and can be blanked when its time is
over, while day, act, paper and order of the line stay as they are.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.ranking import Level
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer

LEVELS = [(one.value, one.value) for one in Level]


class RankingRoundQuerySet(models.QuerySet["RankingRound"]):
    """Rounds, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RankingRoundQuerySet:
        """Those of the viewer's units: that ranking goes on is no secret, its results are."""
        return self.filter(unit_id__in=viewer.unit_ids)


class RankingRound(models.Model):
    """The ranking of a unit's officials for one period, by the law of its last day.

    ``by_points``: that law gives points (335/2025/NĐ-CP) instead of criteria in words (90/2020/NĐ-CP); ``law_digest``
    is the digest of the law file the round was opened with. ``citation``: the paper that opened it. ``outstanding``:
    the body has the achievements that allow the higher share. ``law_kept``: the values it was closed under, as JSON
    (``own_law.kept``); "" while it is open.
    """

    class Kind(models.TextChoices):
        YEAR = "year", _("năm")
        QUARTER = "quarter", _("quý")
        MONTH = "month", _("tháng")

    class State(models.TextChoices):
        OPEN = "open", _("đang xếp loại")
        CLOSED = "closed", _("đã xong")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ranking_rounds", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    starts = models.DateField()
    ends = models.DateField()
    """The first day that is no longer in the period."""
    by_points = models.BooleanField()
    law_digest = models.CharField(max_length=64)
    outstanding = models.BooleanField(default=False)
    unit_level = models.CharField(max_length=12, choices=LEVELS, blank=True)
    """The level the unit itself was given; "" while it is not known."""
    citation = models.CharField(max_length=300)
    opened_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    law_kept = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    objects = RankingRoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "starts", "ends"], name="workforce_round_once"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="workforce_round_life"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.starts} {self.ends}"

    @property
    def period(self) -> Period:
        """The period that is ranked."""
        return Period(self.starts, self.ends)

    @property
    def last(self) -> date:
        """Its last day, whose law it goes by."""
        return self.ends - timedelta(days=1)


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Assessments, and who may see them."""

    def seen_by(self, viewer: Viewer) -> AssessmentQuerySet:
        """All of one's own, wherever it was; everybody's of the unit's rounds for who assesses and who keeps records.

        By the unit of the round, not of the official: who went to another ward stays in the rounds he was ranked in.
        """
        from chuan.workforce.permissions import may_see_all

        his = Q(official=viewer.official) if viewer.official else Q(pk__in=())
        return self.filter(his | Q(round__unit_id__in=viewer.unit_ids) if may_see_all(viewer) else his)


class Assessment(models.Model):
    """One official in one round. Everything but group and ``above`` is a projection of its lines.

    ``group``: with whom the share is counted. ``above``: a higher body ranks him (the Chairman), so only its result is
    entered. ``points``: of 100 as an exact fraction, "" where nothing was scored; never compared in SQL.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(RankingRound, on_delete=models.PROTECT, related_name="assessments")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="assessments")
    group = models.CharField(max_length=20)
    above = models.BooleanField(default=False)
    status = models.CharField(max_length=16, default="opened")
    self_level = models.CharField(max_length=12, choices=LEVELS, blank=True)
    proposed_level = models.CharField(max_length=12, choices=LEVELS, blank=True)
    decided_level = models.CharField(max_length=12, choices=LEVELS, blank=True)
    points = models.CharField(max_length=40, blank=True)
    decision = models.CharField(max_length=160, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "official"], name="workforce_assessment_once")
        ]

    def __str__(self) -> str:
        return f"{self.official} {self.round_id}"

    @property
    def exact_points(self) -> Fraction | None:
        """The points as a number."""
        return Fraction(self.points) if self.points else None


class AssessmentEvent(models.Model):
    """One step of an assessment. ``verb`` is a move of the lifecycle ``RANKING``, "regroup" or "void".

    ``occurred_on`` is typed and never in the future; ``recorded_at`` is set by the server. ``document``: number and
    symbol of the paper it rests on. ``data``: levels, points and votes, as canonical JSON; no sentences.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, on_delete=models.PROTECT, related_name="events", db_index=False
    )
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=16)
    occurred_on = models.DateField()
    document = models.CharField(max_length=160, blank=True)
    document_on = models.DateField(null=True, blank=True)
    data = models.TextField(blank=True)
    voids = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="voided_by"
    )
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "seq"], name="workforce_assessment_seq"),
            models.CheckConstraint(
                condition=Q(verb="void", voids__isnull=False) | ~Q(verb="void") & Q(voids__isnull=True),
                name="workforce_assessment_void",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.occurred_on}"


class AssessmentWords(models.Model):
    """What somebody wrote at a line: sentences, and the form he filled in as canonical JSON. Blanked, never edited."""

    event = models.OneToOneField(AssessmentEvent, on_delete=models.PROTECT, related_name="words")
    text = models.TextField(blank=True)
    form = models.TextField(blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "assessment words"

    def __str__(self) -> str:
        return f"words of line {self.event_id}"
