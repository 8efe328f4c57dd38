"""What citizens write on the public page: posts that wait to be looked at, and counts that bound how many come in.

A post is no petition: a keeper takes it into the register by one press, or sets it aside. Of one that was taken in, or
emptied, the row keeps days, kind and reason, and no word, name or picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.people.roles import Role
from chuan.petitions.models.cases import Petition
from chuan.rules.petitions import KIND_NAMES, Kind

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class PublicPostQuerySet(models.QuerySet["PublicPost"]):
    """Posts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PublicPostQuerySet:
        """Those of the viewer's units, for who keeps the register and for the leaders; nothing for others."""
        if not viewer.has(Role.PETITION_CLERK, Role.CHAIRMAN, Role.VICE_CHAIRMAN):
            return self.none()
        return self.filter(unit_id__in=viewer.unit_ids)

    def waiting(self) -> PublicPostQuerySet:
        """Those that nobody decided on yet."""
        return self.filter(state=PublicPost.State.WAITING)


class PublicPost(models.Model):
    """Feedback or a suggestion as a citizen sent it.

    ``receipt``: keyed digest of the code the citizen holds; it moves to the petition when the post is taken in.
    ``token``: keyed digest by which the same form sent twice is one post. ``emptied_at``: words and pictures went then.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ xem")
        TAKEN = "taken", _("đã nhận vào sổ")
        ASIDE = "aside", _("không nhận")

    class Why(models.TextChoices):
        EMPTY = "empty", _("không có nội dung để xem, quảng cáo, thử máy")
        REPEAT = "repeat", _("trùng với phản ánh đã nhận")
        ELSEWHERE = "elsewhere", _("không thuộc trách nhiệm của phường, xã")
        COMPLAINT = "complaint", _("là khiếu nại: hủy ngay, hướng dẫn nơi gửi")
        DENUNCIATION = "denunciation", _("có nội dung tố cáo: hủy ngay, hướng dẫn nơi gửi")
        NONE = "", _("chưa quyết định")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(
        max_length=12,
        choices=[(one.value, KIND_NAMES[one]) for one in (Kind.FEEDBACK, Kind.SUGGESTION)],
    )
    text = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=160, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    receipt = models.CharField(max_length=64, blank=True)
    token = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    sent_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    why = models.CharField(max_length=12, choices=Why.choices, blank=True)
    petition = models.OneToOneField(
        Petition, on_delete=models.PROTECT, null=True, blank=True, related_name="public_post"
    )
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)

    objects = PublicPostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "token"], name="petitions_publicpost_token"),
            models.CheckConstraint(
                condition=Q(emptied_at__isnull=True) | Q(text="", place="", name="", contact=""),
                name="petitions_publicpost_emptied",
            ),
            models.CheckConstraint(
                condition=Q(state="taken", petition__isnull=False)
                | ~Q(state="taken") & Q(petition__isnull=True),
                name="petitions_publicpost_taken",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "sent_at"], name="petitions_publicpost_queue"),
            models.Index(fields=["receipt"], name="petitions_publicpost_receipt", condition=~Q(receipt="")),
        ]

    def __str__(self) -> str:
        return f"post {self.uid}"

    @property
    def may_be_taken(self) -> bool:
        """Whether it can still become a petition: nobody took it, and its words are there."""
        return self.state != self.State.TAKEN and self.emptied_at is None


class PublicPhoto(models.Model):
    """A photo of a post, drawn anew by us; ``small`` for lists."""

    post = models.ForeignKey(PublicPost, on_delete=models.PROTECT, related_name="photos")
    number = models.PositiveSmallIntegerField()
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    small = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="petitions_publicphoto_number")
        ]

    def __str__(self) -> str:
        return f"photo {self.number} of {self.post_id}"


class PublicDay(models.Model):
    """A day of the public page: its salt makes addresses of networks into digests that another day cannot compare."""

    day = models.DateField(unique=True)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.day}"


class PublicCount(models.Model):
    """How often something came in since a moment; ``key``: a keyed digest of what is counted. Gone with its day."""

    day = models.ForeignKey(PublicDay, on_delete=models.CASCADE, related_name="counts", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=64)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "unit", "key"], name="petitions_publiccount_once")
        ]

    def __str__(self) -> str:
        return f"{self.count} since {self.since}"


class PublicResult(models.Model):
    """What became of feedback, in words a keeper wrote for everybody: who sent it stands nowhere in them."""

    petition = models.OneToOneField(Petition, on_delete=models.PROTECT, related_name="public_result")
    about = models.CharField(max_length=600)
    answer = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["-on", "-id"],
                name="petitions_publicresult_on",
                condition=Q(withdrawn_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"result of {self.petition_id}"
