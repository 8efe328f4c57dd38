"""Petitions as they stand, and every state they stood in. Nothing here tells who sent one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES, OUTCOME_NAMES
from chuan.rules.petitions.clocks import Complexity

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class Standing(models.Model):
    """How a petition stands: what was done, and what the law makes of it.

    ``status`` is one of its kind's lifecycle (``rules.lifecycles``). ``due_on``: the lawful due day of solving it
    (complaint, denunciation: from acceptance; feedback by a portal: from receipt), or, where no law held sets one,
    the day that the system of record names (``due_basis`` "source"). ``next_due_on`` and ``next_clock``: whichever
    of its running clocks is due first. ``counted_on``: the one day that puts a petition into a period, so that it is
    counted once: the day it was solved or its due day, whichever came first. ``late_days``: as the ledger counts.
    ``odd``: why its story cannot be judged by law, in words; "" when it can.
    """

    class Outcome(models.TextChoices):
        EARLY = "early", _("trước hạn")
        ON_TIME = "on_time", _("đúng hạn")
        LATE = "late", _("trễ hạn")
        NONE = "", _("chưa kết luận")

    class Reply(models.TextChoices):
        EARLY = "early", _("trước hạn")
        ON_TIME = "on_time", _("đúng hạn")
        LATE = "late", _("trễ hạn")
        UNTOLD = "untold", _("nguồn không nói")
        NONE = "", _("chưa kết luận")

    class Basis(models.TextChoices):
        LAW = "law", _("hạn theo quy định")
        SOURCE = "source", _("hạn của hệ thống nguồn")
        NONE = "", _("chưa có hạn")

    class Verdict(models.TextChoices):
        RIGHT = "right", _("đúng")
        PARTLY = "partly", _("đúng một phần")
        WRONG = "wrong", _("sai")
        FALSE = "false", _("cố ý tố cáo sai sự thật")
        NONE = "", _("chưa kết luận")

    present = models.BooleanField(default=True)
    listed = models.BooleanField(default=False)
    """Whether the system of record lists it; one written here first is not until its row came in."""
    kind = models.CharField(max_length=12, choices=[(one.value, name) for one, name in KIND_NAMES.items()])
    channel = models.CharField(
        max_length=10, choices=[(one.value, name) for one, name in CHANNEL_NAMES.items()]
    )
    field = models.CharField(max_length=100, blank=True)
    competent = models.BooleanField(null=True, blank=True)
    decided = models.CharField(
        max_length=10, blank=True, choices=[(one.value, name) for one, name in OUTCOME_NAMES.items()]
    )
    complexity = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Complexity], default=Complexity.PLAIN
    )
    status = models.CharField(max_length=12, default="received")
    repeat = models.BooleanField(default=False)
    """Sent again, or of the same content as another: joined to it and not counted."""
    received_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    """The day it left the work here: settled, or sent, shown or put elsewhere; None while it is in work."""
    replied_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_basis = models.CharField(max_length=8, choices=Basis.choices, blank=True)
    next_due_on = models.DateField(null=True, blank=True)
    next_clock = models.CharField(max_length=40, blank=True)
    reply_due_on = models.DateField(null=True, blank=True)
    reply_outcome = models.CharField(max_length=8, choices=Reply.choices, blank=True)
    """``untold``: its list has no column for the day of the reply, and no other step tells of one in time."""
    counted_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    late_days = models.SmallIntegerField(null=True, blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, blank=True)
    odd = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class PetitionQuerySet(models.QuerySet["Petition"]):
    """Petitions, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PetitionQuerySet:
        """Petitions that the viewer may open: never one about himself (``petitions.permissions``)."""
        from chuan.petitions.permissions import visible_to

        return self.filter(visible_to(viewer))

    def present_ones(self) -> PetitionQuerySet:
        """Petitions that stand: written here, or still listed by their source."""
        return self.filter(present=True)

    def in_work(self) -> PetitionQuerySet:
        """Petitions of which some clock runs or waits."""
        waiting = self.present_ones().filter(
            settled_on__isnull=True, decided__in=("", "accept"), repeat=False
        )
        return waiting.exclude(status="divided")

    def running(self) -> PetitionQuerySet:
        """Petitions that somebody here still has to do something with by a day, also after they were solved."""
        owing = self.present_ones().filter(next_due_on__isnull=False, repeat=False)
        return owing | self.in_work()


class Petition(Standing):
    """A petition by the ward's own code. A projection of its events and of its row in the system of record.

    ``text`` is the working text: what the letter is about, in words that tell of no denouncer. ``parent``: the
    mixed letter it was split from; ``same_as``: the petition it repeats. ``outside``: the row of the system of
    record as it stands now, as JSON by field. ``envelope``: where the sealed envelope of a denunciation lies.
    ``law_kept``: the law its clocks started under (``petitions.lawful``), so that a later file moves nothing by itself.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="petitions", db_index=False)
    owner_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="owned_petitions", db_index=False
    )
    code = models.CharField(max_length=40)
    outside_code = models.CharField(max_length=160, blank=True)
    source = models.CharField(max_length=120, blank=True)
    outside = models.TextField(blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeats"
    )
    text = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    signers = models.PositiveIntegerField(default=1)
    anonymous = models.BooleanField(default=False)
    remote = models.BooleanField(default=False)
    several_places = models.BooleanField(default=False)
    envelope = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=64, blank=True)
    """Keyed digest of the paper code under which answers wait; the code itself is on the paper only."""
    handler = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="petitions", db_index=False
    )
    way = models.TextField(blank=True)
    """The answers that decided whose business it is, as JSON: question → answer, with the articles."""
    law_kept = models.TextField(blank=True)
    states = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    objects = PetitionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="petitions_petition_code"),
            models.UniqueConstraint(
                fields=["unit", "source", "outside_code"],
                name="petitions_petition_outside",
                condition=~Q(outside_code=""),
            ),
            models.CheckConstraint(
                condition=Q(outside_code="") | ~Q(source=""),
                name="petitions_petition_source",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_unit", "-received_on", "id"], name="petitions_petition_received"),
            models.Index(fields=["owner_unit", "next_due_on", "id"], name="petitions_petition_due"),
            models.Index(
                fields=[
                    "owner_unit",
                    "kind",
                    "decided",
                    "repeat",
                    "present",
                    "status",
                    "settled_on",
                    "handler",
                ],
                name="petitions_petition_open",
                condition=Q(settled_on__isnull=True),
            ),
            models.Index(
                fields=["owner_unit", "kind", "next_due_on", "repeat", "present", "settled_on"],
                name="petitions_petition_owing",
                condition=Q(next_due_on__isnull=False),
            ),
            models.Index(fields=["owner_unit", "field"], name="petitions_petition_field"),
            models.Index(fields=["owner_unit", "kind", "-received_on", "id"], name="petitions_petition_kind"),
            models.Index(fields=["owner_unit", "code", "outside_code"], name="petitions_petition_codes"),
            models.Index(fields=["owner_unit", "counted_on"], name="petitions_petition_counted"),
            models.Index(
                fields=["owner_unit", "status", "-received_on", "id"], name="petitions_petition_status"
            ),
            models.Index(
                fields=["owner_unit", "settled_on"],
                name="petitions_petition_settled",
                condition=Q(settled_on__isnull=False),
            ),
            models.Index(
                fields=["handler", "next_due_on"],
                name="petitions_petition_handler",
                condition=Q(handler__isnull=False),
            ),
            models.Index(
                fields=["unit", "receipt"], name="petitions_petition_receipt", condition=~Q(receipt="")
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PetitionState(Standing):
    """How a petition stood from one moment on: what every as-of count reads. Only ``until_at`` is ever set later.

    ``why``: the verb of the act, or import, withdrawal, calendar, law, succession.
    """

    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="history", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=20)
    import_uid = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["petition", "seq"], name="petitions_state_seq")]
        indexes = [
            models.Index(
                fields=["owner_unit", "counted_on", "until_at", "received_on", "recorded_at"],
                name="petitions_state_counted",
            ),
            models.Index(
                fields=["owner_unit", "received_on", "until_at", "left_on"], name="petitions_state_received"
            ),
            models.Index(
                fields=["owner_unit", "left_on", "until_at", "received_on"], name="petitions_state_left"
            ),
            models.Index(
                fields=["owner_unit", "reply_due_on", "until_at"],
                name="petitions_state_reply",
                condition=Q(reply_due_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id}#{self.seq}"
