"""Letters to the unit's own officials: where each wants them, and the outbox that the server takes them from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class MailAddress(models.Model):
    """Where an official wants letters of the house; given by himself, no row where he wants none."""

    official = models.OneToOneField(Official, on_delete=models.PROTECT, related_name="mail_address")
    address = models.EmailField()
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.official} · {self.since:%Y-%m-%d}"


class OwnLetterQuerySet(models.QuerySet["OwnLetter"]):
    """Letters, and who may see them."""

    def seen_by(self, viewer: Viewer) -> OwnLetterQuerySet:
        """The viewer's own letters: nobody reads those of another."""
        return self.filter(official=viewer.official) if viewer.official else self.none()

    def due(self) -> OwnLetterQuerySet:
        """Letters that are still to be sent, the one whose turn comes first at the head."""
        return self.filter(state=OwnLetter.State.WAITING).order_by("next_at", "pk")


class OwnLetter(models.Model):
    """One letter on its way. ``key``: what makes the same letter the same; ``said``: why the last try failed.

    ``next_at``: when it is tried again, empty once it is over.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("đang chờ gửi")
        SENT = "sent", _("đã gửi")
        REFUSED = "refused", _("địa chỉ không nhận")
        GIVEN_UP = "given_up", _("thôi không gửi")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    key = models.CharField(max_length=200, unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="own_letters")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    said = models.CharField(max_length=200, blank=True)
    put_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OwnLetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "next_at"], name="documents_ownletter_due")]

    def __str__(self) -> str:
        return f"{self.key} · {self.state}"


class OwnLetterFile(models.Model):
    """A file that goes with a letter."""

    letter = models.ForeignKey(OwnLetter, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name
