"""Officials, the posts they hold and the roles they are given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from chuan.offers.uids import new_uid
from chuan.people.models.accounts import Account
from chuan.people.models.units import Unit, in_force
from chuan.people.roles import Role

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class OfficialQuerySet(models.QuerySet["Official"]):
    """Officials, and who may see them."""

    def seen_by(self, viewer: Viewer) -> OfficialQuerySet:
        """Officials of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Official(models.Model):
    """A person in the service of a unit."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="officials")
    name = models.CharField(max_length=120)
    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="official"
    )
    example = models.BooleanField(default=False)

    objects = OfficialQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class PostQuerySet(models.QuerySet["Post"]):
    """Posts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PostQuerySet:
        """Posts of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Post(models.Model):
    """A place in the unit's staff that objectives are given to ("Văn phòng – thống kê")."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=120)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="people_post_code")]

    def __str__(self) -> str:
        return self.title


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by day."""

    def on(self, day: date) -> AppointmentQuerySet:
        """Appointments in force on the day."""
        return self.filter(in_force(day))


class Appointment(models.Model):
    """Who holds a post, from when, by which document."""

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="people_appointment_life",
            )
        ]
        indexes = [models.Index(fields=["post", "valid_from"], name="people_appointment_post")]

    def __str__(self) -> str:
        return f"{self.official} · {self.post}"


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Grants by day."""

    def on(self, day: date) -> RoleGrantQuerySet:
        """Grants in force on the day."""
        return self.filter(in_force(day))


class RoleGrant(models.Model):
    """A role for a period, by a document. Officials of the unit, or an outside overseer's account."""

    role = models.CharField(max_length=30, choices=Role.choices)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="people_rolegrant_life",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=False, account__isnull=True)
                | Q(official__isnull=True, account__isnull=False),
                name="people_rolegrant_one_holder",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="people_rolegrant_known_role"),
        ]
        indexes = [models.Index(fields=["official", "valid_from"], name="people_rolegrant_official")]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.official or self.account}"
