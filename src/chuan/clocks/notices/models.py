"""What officials chose, what each was told, and the letters it went with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.rules.notices import HELD, Channel, Choice, Way

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class NoticeChoice(models.Model):
    """How an official wants to be told, from a moment on. Append-only: the last version stands.

    ``root``: the address at which he had the house open, so that the links of his letters lead there.
    """

    class Mail(models.TextChoices):
        NONE = Way.NONE.value, _("Không gửi thư")
        DAILY = Way.DAILY.value, _("Mỗi sáng ngày làm việc, một thư gộp")
        WEEKLY = Way.WEEKLY.value, _("Mỗi tuần một thư gộp, ngày làm việc đầu tuần")
        AT_ONCE = Way.AT_ONCE.value, _("Ngay khi có việc")

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="notice_choices")
    version = models.PositiveIntegerField()
    inside = models.BooleanField(default=True)
    letter = models.CharField(max_length=10, choices=Mail.choices, default=Mail.NONE)
    hour = models.TimeField()
    quiet_from = models.TimeField()
    quiet_to = models.TimeField()
    days_off = models.BooleanField(default=False)
    ahead = models.PositiveSmallIntegerField()
    without = models.TextField(default="[]")
    root = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["official", "version"], name="clocks_noticechoice_once")
        ]

    def __str__(self) -> str:
        return f"{self.official} · {self.version}"

    @property
    def choice(self) -> Choice:
        """As the rules take it."""
        return Choice(
            self.inside, Way(self.letter), self.hour, self.quiet_from, self.quiet_to, self.days_off, self.ahead,
            frozenset(json.loads(self.without)),
        )  # fmt: skip


class NoticePace(models.Model):
    """When an official was last told inside, and by letter; no row: nobody has looked for him yet."""

    official = models.OneToOneField(Official, on_delete=models.PROTECT, related_name="notice_pace")
    inside_at = models.DateTimeField(null=True, blank=True)
    letter_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.official}"


class NoticeLetter(models.Model):
    """A bundle that goes by letter. ``put_at``: when it was handed to the outbox; empty: still to be handed over."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="notice_letters")
    made_at = models.DateTimeField()
    put_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["made_at"], condition=Q(put_at=None), name="clocks_noticeletter_open")
        ]

    def __str__(self) -> str:
        return f"{self.official} · {self.made_at:%Y-%m-%d}"


class NoticeToldQuerySet(models.QuerySet["NoticeTold"]):
    """What was told, and who may see it."""

    def seen_by(self, viewer: Viewer) -> NoticeToldQuerySet:
        """The viewer's own, as they stand inside: nobody reads those of another."""
        if viewer.official is None:
            return self.none()
        mine = self.filter(official=viewer.official, channel=Channel.INSIDE.value, stage__gt=HELD)
        closed = rooms.off_kinds(viewer.unit, viewer.on)
        return mine.exclude(clock__subject_kind__in=closed) if closed else mine

    def unread(self) -> NoticeToldQuerySet:
        """Not read yet, of things that are still to be done."""
        return self.filter(_UNREAD)

    def unread_first(self) -> NoticeToldQuerySet:
        """In the order of the page."""
        first = Case(When(_UNREAD, then=Value(0)), default=Value(1), output_field=models.IntegerField())
        return self.alias(read=first).order_by("read", "-told_at", "-stage", "due_on", "-pk")


_UNREAD = Q(read_at__isnull=True, clock__settled_on__isnull=True)


class NoticeTold(models.Model):
    """One thing told to one official at one stage of one due day; never again. Only ``read_at`` is written later.

    A row of stage HELD was told to nobody: it remembers what was his before.
    """

    class Where(models.TextChoices):
        INSIDE = Channel.INSIDE.value, _("trong Chuẩn")
        LETTER = Channel.LETTER.value, _("bằng thư")

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="notices", db_index=False)
    clock = models.ForeignKey("clocks.Clock", on_delete=models.CASCADE, related_name="notices")
    channel = models.CharField(max_length=10, choices=Where.choices)
    stage = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    told_at = models.DateTimeField(db_index=True)
    letter = models.ForeignKey(
        NoticeLetter, on_delete=models.CASCADE, null=True, blank=True, related_name="lines"
    )
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeToldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["official", "channel", "clock", "stage", "due_on"], name="clocks_noticetold_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.official} · {self.clock} · {self.stage}"
