"""Letters against the Chairman or a deputy: only that an unopened envelope went on, nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Unit
from chuan.people.roles import Role

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ForwardRecordQuerySet(models.QuerySet["ForwardRecord"]):
    """Records, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ForwardRecordQuerySet:
        """Those of the viewer's units, for who keeps the register and for the leaders; nothing for others."""
        if not viewer.has(Role.PETITION_CLERK, Role.CHAIRMAN, Role.VICE_CHAIRMAN):
            return self.none()
        return self.filter(unit_id__in=viewer.unit_ids)


class ForwardRecord(models.Model):
    """That an envelope was forwarded unopened: a code, a day, where to. No date of receipt, channel or word."""

    class To(models.TextChoices):
        PROVINCE = "province", _("Chủ tịch Ủy ban nhân dân cấp tỉnh")
        DISTRICT = "district", _("Chủ tịch Ủy ban nhân dân cấp huyện")
        PARTY = "party_body", _("tổ chức đảng có thẩm quyền")
        OTHER = "competent_body", _("cơ quan khác có thẩm quyền")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    on = models.DateField()
    to = models.CharField(max_length=16, choices=To.choices)

    objects = ForwardRecordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="petitions_forwardrecord_code")]

    def __str__(self) -> str:
        return self.code
