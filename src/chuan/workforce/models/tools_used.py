"""Tools used: how often each account was used in a month, and whose account it is. Counts only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from datetime import datetime

    from chuan.people.viewer import Viewer


class ToolUseQuerySet(models.QuerySet["ToolUse"]):
    """Counts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ToolUseQuerySet:
        """Counts of the viewer's units, for who keeps its staff records; nobody else's list of accounts."""
        from chuan.workforce.permissions import may_see_all

        return self.filter(unit_id__in=viewer.unit_ids) if may_see_all(viewer) else self.none()

    def known_at(self, as_of: datetime | None) -> ToolUseQuerySet:
        """Those that stood at the moment; None: those that stand now."""
        if as_of is None:
            return self.filter(until_at__isnull=True)
        standing = Q(until_at__isnull=True) | Q(until_at__gt=as_of)
        return self.filter(standing, recorded_at__lte=as_of)


class ToolUse(models.Model):
    """How often an account was used in a month, as the file that stands says. A later file closes the row.

    ``register`` is "mail_use" or "sign_ins"; ``source`` the system; ``holder`` the name that the system shows.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    register = models.CharField(max_length=40)
    source = models.CharField(max_length=160)
    account = models.CharField(max_length=120)
    holder = models.CharField(max_length=160, blank=True)
    month = models.DateField()
    count = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    import_uid = models.UUIDField()

    objects = ToolUseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "register", "source", "account", "month"],
                condition=Q(until_at__isnull=True),
                name="workforce_tooluse_once",
            )
        ]
        indexes = [models.Index(fields=["unit", "register", "month"], name="workforce_tooluse_month")]

    def __str__(self) -> str:
        return f"{self.account} {self.month:%m/%Y}"


class ToolAccountQuerySet(models.QuerySet["ToolAccount"]):
    """Accounts said, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ToolAccountQuerySet:
        """The viewer's own accounts, or all of the unit for who keeps its staff records."""
        from chuan.workforce.permissions import may_see_all

        if may_see_all(viewer):
            return self.filter(unit_id__in=viewer.unit_ids)
        return self.filter(official=viewer.official) if viewer.official else self.none()

    def known_at(self, as_of: datetime | None) -> ToolAccountQuerySet:
        """What was said by the moment and not taken back by it; None: now."""
        if as_of is None:
            return self.filter(ended_at__isnull=True)
        standing = Q(ended_at__isnull=True) | Q(ended_at__gt=as_of)
        return self.filter(standing, confirmed_at__lte=as_of)


class ToolAccount(models.Model):
    """Whose an account is, as a person said once. ``since``: the month from which it is his; None: always.

    Said wrongly, it is ended, never edited; handed to somebody else, a row with a later ``since`` is added.
    """

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("của một cán bộ")
        SHARED = "shared", _("hộp thư, tài khoản dùng chung")
        OUTSIDE = "outside", _("không phải của cán bộ đơn vị")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    register = models.CharField(max_length=40)
    source = models.CharField(max_length=160)
    account = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="tool_accounts"
    )
    since = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    confirmed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ToolAccountQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="official", official__isnull=False)
                | ~Q(kind="official") & Q(official__isnull=True),
                name="workforce_toolaccount_whose",
            )
        ]
        indexes = [models.Index(fields=["unit", "register", "account"], name="workforce_toolaccount_account")]

    def __str__(self) -> str:
        return self.account
