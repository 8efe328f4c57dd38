"""What each post asks for, and what its holders can show (TCVN ISO 9001:2015, 7.2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class QualificationQuerySet(models.QuerySet["Qualification"]):
    """Qualifications, and who may see them."""

    def seen_by(self, viewer: Viewer) -> QualificationQuerySet:
        """Those of the viewer's units: they say nothing about a person."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def once(self, viewer: Viewer) -> list[Qualification]:
        """Those the viewer may see, by name, each name once: the viewer's own unit's before a former ward's."""
        rows = sorted(self.seen_by(viewer), key=lambda one: (one.name, one.unit_id != viewer.unit.pk, one.pk))
        return list({one.name: one for one in reversed(rows)}.values())[::-1]


class Qualification(models.Model):
    """Something an official may be asked to have: a degree, a certificate, a skill, a training.

    ``renew_months``: how long evidence of it holds where the paper itself names no end; None: for good.
    """

    class Kind(models.TextChoices):
        EDUCATION = "education", _("trình độ đào tạo")
        CERTIFICATE = "certificate", _("chứng chỉ, chứng nhận")
        TRAINING = "training", _("bồi dưỡng, tập huấn")
        SKILL = "skill", _("kỹ năng")
        EXPERIENCE = "experience", _("kinh nghiệm")
        AUDIT = "audit", _("đánh giá nội bộ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    renew_months = models.PositiveSmallIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = QualificationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="workforce_qualification_once")]

    def __str__(self) -> str:
        return self.name


class RequirementQuerySet(models.QuerySet["Requirement"]):
    """Requirements, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RequirementQuerySet:
        """Those of posts of the viewer's units."""
        return self.filter(post__unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> RequirementQuerySet:
        """Those in force on the day."""
        ends_later = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
        return self.filter(ends_later, valid_from__lte=day)


class Requirement(models.Model):
    """A post asks for a qualification from a day, by a document. Ended, never edited."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="requirements")
    qualification = models.ForeignKey(Qualification, on_delete=models.PROTECT, related_name="requirements")
    must = models.BooleanField(default=True)
    """Whether it has to be there; else it is wished for, and its lack is no gap."""
    citation = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = RequirementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "qualification"],
                condition=Q(valid_to=None),
                name="workforce_requirement_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="workforce_requirement_life",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.qualification}"


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Evidence, and who may see it."""

    def seen_by(self, viewer: Viewer) -> EvidenceQuerySet:
        """The viewer's own; everybody's for who keeps the records and who audits them."""
        from chuan.workforce.permissions import about_competence

        return self.filter(about_competence(viewer))

    def known_at(self, as_of: datetime | None) -> EvidenceQuerySet:
        """What stood at the moment; None: what stands now."""
        if as_of is None:
            return self.filter(voided_at__isnull=True)
        standing = Q(voided_at__isnull=True) | Q(voided_at__gt=as_of)
        return self.filter(standing, recorded_at__lte=as_of)


class Evidence(models.Model):
    """A paper that shows that an official has a qualification, and where it lies. Voided, never edited."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="evidence")
    qualification = models.ForeignKey(Qualification, on_delete=models.PROTECT, related_name="evidence")
    held_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    """The first day on which it holds no more; None: for good."""
    paper = models.CharField(max_length=300)
    place = models.CharField(max_length=200, blank=True)
    session = models.ForeignKey(
        "workforce.Session", on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    """The training that gave it."""
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("held_from")), name="workforce_evidence_life"
            )
        ]
        indexes = [models.Index(fields=["unit", "valid_to"], name="workforce_evidence_ends")]

    def __str__(self) -> str:
        return f"{self.official}: {self.qualification}"

    @property
    def last(self) -> date | None:
        """The last day on which it holds."""
        return self.valid_to - timedelta(days=1) if self.valid_to else None
