"""Căn cứ kept: the paper a plan rests on, what a person confirmed of each promise, what was said of the whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Document, Reading
from chuan.files.models import Attachment
from chuan.objectives.models.planning import Objective, Plan, Target
from chuan.objectives.models.rounds import Round
from chuan.offers.uids import new_uid
from chuan.people.models import Official

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class BasisQuerySet(models.QuerySet["Basis"]):
    """Papers that plans rest on, and who may see them."""

    def seen_by(self, viewer: Viewer) -> BasisQuerySet:
        """Those of plans of the viewer's units."""
        return self.filter(plan__owner_unit_id__in=viewer.unit_ids)

    def standing(self) -> BasisQuerySet:
        """Those that nobody put away."""
        return self.exclude(sayings__kind="withdrawn")


class Basis(models.Model):
    """A council's resolution or an assignment from above, as it was read for a plan or a round. Append-only.

    ``text`` is the words that were compared, spans count in it; ``digest`` is their SHA-256. The paper itself is a
    document read here (``reading``: which version) or an attachment. A newer paper is another row, ``after`` this one.
    """

    class Kind(models.TextChoices):
        RESOLUTION = "resolution", _("nghị quyết của Hội đồng nhân dân")
        ASSIGNMENT = "assignment", _("văn bản giao chỉ tiêu")
        OTHER = "other", _("căn cứ khác")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="bases")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, null=True, blank=True, related_name="bases")
    """The round of next year that the paper is meant for; None where it is the plan's own."""
    year = models.PositiveSmallIntegerField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    attachment = models.ForeignKey(
        Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    after = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="later_papers"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=300)
    """How it is called in lists: "Nghị quyết 45/NQ-HĐND ngày 22/12/2020"; the file's name where no number was read."""
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    doubts = models.TextField(default="[]")
    """What is asked about the whole paper: codes with their facts, as JSON."""
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = BasisQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, reading__isnull=False, attachment__isnull=True)
                | Q(document__isnull=True, reading__isnull=True, attachment__isnull=False),
                name="objectives_basis_one_paper",
            ),
            models.CheckConstraint(condition=~Q(text="") & ~Q(name=""), name="objectives_basis_words"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def questions(self) -> list[tuple[str, dict[str, str]]]:
        """What is asked, in order."""
        return [(code, facts) for code, facts in json.loads(self.doubts)]


class BasisMatch(models.Model):
    """What a person confirmed of one promise beside the paper. Append-only: undone by a later line that names it.

    ``target`` is None for what only the paper has; the span is None for what only the plan has.
    """

    class Standing(models.TextChoices):
        SAME = "same", _("giống mức giao")
        DIFFERENT = "different", _("khác mức giao")
        MISSING = "missing", _("căn cứ không có")
        EXTRA = "extra", _("chỉ căn cứ có")

    class Way(models.TextChoices):
        NONE = "", _("không phải làm gì")
        KEPT = "kept", _("giữ như quyết định")
        REVISE = "revise", _("sửa bằng quyết định mới")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    basis = models.ForeignKey(Basis, on_delete=models.PROTECT, related_name="matches")
    target = models.ForeignKey(
        Target, on_delete=models.PROTECT, null=True, blank=True, related_name="basis_matches"
    )
    standing = models.CharField(max_length=10, choices=Standing.choices)
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)
    part = models.PositiveSmallIntegerField(default=0)
    """Which promise of the sentence, where it holds several."""
    sentence = models.TextField(blank=True)
    ours = models.CharField(max_length=200, blank=True)
    theirs = models.CharField(max_length=200, blank=True)
    way = models.CharField(max_length=8, choices=Way.choices, blank=True, default=Way.NONE)
    note = models.TextField(blank=True)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by"
    )
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False) | Q(span_start__isnull=False),
                name="objectives_basismatch_one_side",
            ),
            models.CheckConstraint(
                condition=~Q(standing__in=["different", "extra"]) | ~Q(note="") | Q(way="revise"),
                name="objectives_basismatch_why",
            ),
            models.CheckConstraint(
                condition=Q(undoes__isnull=True) | ~Q(note=""), name="objectives_basismatch_undone_why"
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.standing} {self.target_id}"


class BasisSaying(models.Model):
    """What a person said of the whole paper: the one, although asked about; put away; how promises count in it."""

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("vẫn là căn cứ")
        WITHDRAWN = "withdrawn", _("thôi dùng")
        COUNTED = "counted", _("cách đếm trong căn cứ")

    class Answer(models.TextChoices):
        LINES = "lines", _("đếm từng gạch đầu dòng")
        VALUES = "values", _("đếm từng số đo")
        OPEN = "open", _("căn cứ không cho biết")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    basis = models.ForeignKey(Basis, on_delete=models.PROTECT, related_name="sayings")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="basis_sayings"
    )
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    seen = models.TextField(blank=True)
    """How many lines and values the paper had, in words, as it was shown to whoever answered."""
    note = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="counted", objective__isnull=False) & ~Q(answer="")
                | Q(kind__in=["accepted", "withdrawn"], objective__isnull=True, answer="") & ~Q(note=""),
                name="objectives_basissaying_whole",
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.basis_id}"
