"""What is sealed of a denunciation, and every opening of it. Nothing here is in clear; a row tells only that it exists.

Identities are ciphertext under a data key of their own, wrapped by the ring of the house (``files.keyrings``). A thing
destroyed keeps its row without key and bytes, so that it stays known when, and by which paper, it went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import SealedFile
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.petitions.models.cases import Petition

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class What(models.TextChoices):
    """What is opened or destroyed."""

    IDENTITY = "identity", _("danh tính người tố cáo")
    LETTER = "letter", _("bản chụp đơn gốc")


class WhyDestroyed(models.TextChoices):
    """Why something sealed was destroyed: chosen, never typed, so that no word tells of anybody."""

    ENTERED_WRONG = "entered_wrong", _("nhập nhầm, sẽ nhập lại")
    TIME_OVER = "time_over", _("hết thời hạn lưu giữ")
    NO_LONGER = "no_longer", _("người đứng đầu quyết định thôi lưu")


class WhyOpened(models.TextChoices):
    """What an opening is for."""

    VERIFY = "verify", _("xác minh danh tính người tố cáo")
    CONTACT = "contact", _("liên hệ, thông báo cho người tố cáo")
    PROTECT = "protect", _("bảo vệ người tố cáo")
    BODY = "body", _("cơ quan có thẩm quyền yêu cầu bằng văn bản")
    OTHER = "other", _("việc khác, nêu rõ bên dưới")


class Destroyed(models.Model):
    """When and by which paper something sealed was destroyed."""

    destroyed_at = models.DateTimeField(null=True, blank=True)
    destroyed_why = models.CharField(max_length=16, choices=WhyDestroyed.choices, blank=True)
    destroyed_by_paper = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class SealedIdentity(Destroyed):
    """Who denounced, sealed. ``witness``: a keyed digest that recognises the key of comparing (``petitions.keyed``)."""

    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="identities")
    ciphertext = models.BinaryField()
    wrapped_key = models.BinaryField()
    key_id = models.CharField(max_length=40)
    witness = models.CharField(max_length=64)
    sealed_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["petition"], condition=Q(destroyed_at__isnull=True), name="petitions_identity_once"
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True) | Q(key_id=""), name="petitions_identity_shredded"
            ),
        ]

    def __str__(self) -> str:
        return f"identity of {self.petition_id}"


class SealedLetter(Destroyed):
    """A scan of the letter, sealed; its own name stands inside. ``sealed`` is None once it was destroyed."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="letters")
    sealed = models.OneToOneField(
        SealedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    size = models.PositiveBigIntegerField()
    added_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"letter of {self.petition_id}"


class SealedTerm(models.Model):
    """A keyed digest of what must not be typed about this petition: so many ``words`` in a row, or a telephone (0)."""

    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="terms")
    digest = models.CharField(max_length=64)
    words = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "digest"], name="petitions_term_once"),
        ]

    def __str__(self) -> str:
        return f"term of {self.petition_id}"


class OpeningRequestQuerySet(models.QuerySet["OpeningRequest"]):
    """Requests, and who may see them."""

    def seen_by(self, viewer: Viewer) -> OpeningRequestQuerySet:
        """Requests of the viewer's unit about petitions he may open, by whoever asks or leads."""
        from chuan.petitions.permissions_sealed import openings_visible_to

        return self.filter(openings_visible_to(viewer))


class OpeningRequest(models.Model):
    """Somebody asked to open something sealed. ``key_digest``: of the second key, which only the allower was shown."""

    class End(models.TextChoices):
        OPENED = "opened", _("đã mở")
        REFUSED = "refused", _("không cho mở")
        VOID = "void", _("hủy vì sai khóa ba lần")
        NONE = "", _("đang chờ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="opening_requests")
    what = models.CharField(max_length=8, choices=What.choices)
    letter = models.ForeignKey(
        SealedLetter, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    why = models.CharField(max_length=8, choices=WhyOpened.choices)
    words = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    allowed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    allowed_at = models.DateTimeField(null=True, blank=True)
    key_digest = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    end = models.CharField(max_length=8, choices=End.choices, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OpeningRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(allowed_by__isnull=True) | ~Q(allowed_by=F("asked_by")),
                name="petitions_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(what="letter", letter__isnull=False) | Q(what="identity", letter__isnull=True),
                name="petitions_request_letter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} of {self.petition_id}"


class SealOpeningQuerySet(models.QuerySet["SealOpening"]):
    """Openings, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SealOpeningQuerySet:
        """Openings in the viewer's unit, of petitions he may open, by whoever asks or leads."""
        from chuan.petitions.permissions_sealed import openings_visible_to

        return self.filter(openings_visible_to(viewer))


class SealOpening(models.Model):
    """Something sealed was opened, once, by two people. Append-only."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="openings")
    request = models.OneToOneField(OpeningRequest, on_delete=models.PROTECT, related_name="opening")
    what = models.CharField(max_length=8, choices=What.choices)
    why = models.CharField(max_length=8, choices=WhyOpened.choices)
    asked_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    allowed_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    objects = SealOpeningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(asked_by=F("allowed_by")), name="petitions_opening_two"),
        ]

    def __str__(self) -> str:
        return f"{self.what} of {self.petition_id} opened"


class OpeningSeen(models.Model):
    """The head has read of an opening."""

    opening = models.OneToOneField(SealOpening, on_delete=models.PROTECT, related_name="seen")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opening {self.opening_id} seen"


class NameTyped(models.Model):
    """Somebody typed words that told of the denouncer and was refused: how often, never which. Append-only."""

    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="names_typed")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"refused words on {self.petition_id}"
