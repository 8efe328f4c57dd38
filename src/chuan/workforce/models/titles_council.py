"""How titles of a year come about: facts said, initiatives, candidates, the council, its sittings and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level
from chuan.workforce.models.titles import TITLES, TitleRound

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class TitleFactQuerySet(models.QuerySet["TitleFact"]):
    """Facts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> TitleFactQuerySet:
        """The viewer's own; everybody's for who leads the unit and who keeps its staff records."""
        from chuan.workforce.permissions import about

        return self.filter(about(viewer), round__unit_id__in=viewer.unit_ids)


class TitleFact(models.Model):
    """One thing said about an official in a year, by its paper. Never edited: of two the later one stands.

    ``value``: a form of discipline, a level, "yes" or "no", a number of working days; "" takes back what was said.
    """

    class Key(models.TextChoices):
        DISCIPLINE = "discipline", _("kỷ luật trong năm")
        LEVEL = "level", _("xếp loại của năm")
        LEAVE = "leave", _("số ngày làm việc đã nghỉ")
        MOVEMENT = "movement", _("đoàn kết, tham gia phong trào")
        INITIATIVE = "initiative", _("sáng kiến")
        RESEARCH = "research", _("đề tài, đề án đã nghiệm thu")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(TitleRound, on_delete=models.PROTECT, related_name="facts", db_index=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="title_facts")
    key = models.CharField(max_length=12, choices=Key.choices)
    value = models.CharField(max_length=20, blank=True)
    document = models.CharField(max_length=300)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    purged_at = models.DateTimeField(null=True, blank=True)
    """When the paper was blanked because its time was over; the value stays, the year was judged by it."""

    objects = TitleFactQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["round", "official"], name="workforce_titlefact_round")]

    def __str__(self) -> str:
        return f"{self.official} {self.key}"

    @property
    def paper(self) -> str:
        """The paper it rests on; that it was blanked where it was."""
        return str(_("giấy tờ đã xóa theo thời hạn lưu")) if self.purged_at else self.document

    @property
    def said(self) -> str:
        """The value in words."""
        if self.key == self.Key.DISCIPLINE and self.value:
            return DISCIPLINE_NAMES[Discipline(self.value)]
        if self.key == self.Key.LEVEL and self.value:
            return LEVEL_NAMES[Level(self.value)]
        return {"yes": str(_("có")), "no": str(_("không")), "": str(_("chưa rõ"))}.get(self.value, self.value)


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Initiatives, and who may see them."""

    def seen_by(self, viewer: Viewer) -> InitiativeQuerySet:
        """Those of the viewer's units: recognised work is shown, not hidden."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Initiative(models.Model):
    """An initiative (sáng kiến) with its authors, recognised at a level, by a paper, on a day. Voided, never edited."""

    class Level(models.TextChoices):
        BASE = "base", _("cấp cơ sở")
        PROVINCE = "province", _("cấp tỉnh, bộ")
        NATION = "nation", _("toàn quốc")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=300)
    authors = models.ManyToManyField(Official, related_name="initiatives")
    level = models.CharField(max_length=10, choices=Level.choices)
    document = models.CharField(max_length=160)
    recognised_by = models.CharField(max_length=160)
    recognised_on = models.DateField()
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "recognised_on"], name="workforce_initiative_unit")]

    def __str__(self) -> str:
        return self.name


class CandidateQuerySet(models.QuerySet["Candidate"]):
    """Candidates, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CandidateQuerySet:
        """The viewer's own and those of teams; everybody's for who leads the unit and who keeps its staff records."""
        from chuan.workforce.permissions import about

        whose = about(viewer) | Q(official__isnull=True)
        return self.filter(whose, round__unit_id__in=viewer.unit_ids)

    def standing(self) -> CandidateQuerySet:
        """Those not taken back."""
        return self.filter(voided_at__isnull=True)


class Candidate(models.Model):
    """An official or a team that registered for a title, or was proposed for it without. Voided, never edited."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(TitleRound, on_delete=models.PROTECT, related_name="candidates", db_index=False)
    title = models.CharField(max_length=24, choices=TITLES)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="candidacies"
    )
    team = models.CharField(max_length=160, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    proposed_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)
    """When the words about why he stood back were blanked because their time was over."""

    objects = CandidateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "title", "official"],
                condition=Q(voided_at__isnull=True, official__isnull=False),
                name="workforce_candidate_once",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=True) & ~Q(team="") | Q(official__isnull=False, team=""),
                name="workforce_candidate_whose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.whose}"

    @property
    def whose(self) -> str:
        """The official's name, or the team's."""
        return self.official.name if self.official is not None else self.team


class CouncilQuerySet(models.QuerySet["Council"]):
    """Councils, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CouncilQuerySet:
        """Those of the viewer's units, for who leads the unit and who keeps its staff records."""
        from chuan.workforce.permissions import may_see_all

        found = self.filter(round__unit_id__in=viewer.unit_ids)
        return found if may_see_all(viewer) else found.none()


class Council(models.Model):
    """The council that considers the titles of a year, by the decision that set it up; of two the later one stands."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(TitleRound, on_delete=models.PROTECT, related_name="councils")
    members = models.ManyToManyField(Official, related_name="+")
    chair = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    secretary = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    citation = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()

    objects = CouncilQuerySet.as_manager()

    def __str__(self) -> str:
        return self.citation


class SittingQuerySet(models.QuerySet["Sitting"]):
    """Sittings, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SittingQuerySet:
        """Those of the viewer's units, for who leads the unit and who keeps its staff records."""
        from chuan.workforce.permissions import may_see_all

        found = self.filter(council__round__unit_id__in=viewer.unit_ids)
        return found if may_see_all(viewer) else found.none()


class Sitting(models.Model):
    """A sitting of the council with its secret vote. Voided, never edited."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="sittings")
    held_on = models.DateField()
    present = models.ManyToManyField(Official, related_name="+")
    law_digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)

    objects = SittingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.council_id} {self.held_on}"


class CouncilVote(models.Model):
    """What was counted for one candidate: numbers of ballots, never whose; ``sentence`` by the law of that day.

    ``recused``: members of the council who have no ballot on this candidate, for it is about themselves.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="votes", db_index=False)
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="votes")
    agreed = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField()
    spoilt = models.PositiveSmallIntegerField()
    absent = models.PositiveSmallIntegerField()
    recused = models.PositiveSmallIntegerField(default=0)
    passed = models.BooleanField()
    sentence = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "candidate"], name="workforce_councilvote_once")
        ]

    def __str__(self) -> str:
        return self.sentence
