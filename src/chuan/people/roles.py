"""The roles that may be granted, with the field's words for them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody may do, granted for a period by a document; apart from post and appointment."""

    CHAIRMAN = "chairman", _("Chủ tịch")
    VICE_CHAIRMAN = "vice_chairman", _("Phó Chủ tịch")
    OFFICE_CLERK = "office_clerk", _("Công chức văn phòng")
    REGISTRY_CLERK = "registry_clerk", _("Văn thư")
    ONE_STOP_CLERK = "one_stop_clerk", _("Công chức một cửa")
    PETITION_CLERK = "petition_clerk", _("Công chức tiếp dân, xử lý đơn")
    PERSONNEL_CLERK = "personnel_clerk", _("Công chức nội vụ")
    SPECIALIST = "specialist", _("Công chức chuyên môn")
    ISO_SECRETARY = "iso_secretary", _("Thư ký ISO")
    ISO_BOARD = "iso_board", _("Ban Chỉ đạo ISO")
    AUDITOR = "auditor", _("Đánh giá viên")
    ADMINISTRATOR = "administrator", _("Quản trị")
    OVERSEER = "overseer", _("Cấp trên theo dõi")
    INSPECTOR = "inspector", _("Kiểm tra viên (khách)")


OUTSIDE = (Role.OVERSEER, Role.INSPECTOR)
"""Held by accounts that belong to no official of the unit; never given to an official."""
