"""What the house examines about its machine; rooms offer what they know about themselves."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers.examinations import Examination, offer
from chuan.upkeep.findings import (
    backed_up,
    clock,
    database,
    disk,
    integrity,
    law_data,
    outward,
    projected,
    rights,
    safety,
    trailed,
    versions,
    working,
)  # fmt: skip


def offer_all() -> None:
    """Offer the examinations of this room; called once when the programme starts."""
    offer(
        Examination("disk", _("Đĩa"), 10, disk.examine, needs_data=False),
        Examination("backups", _("Sao lưu"), 15, backed_up.examine),
        Examination("second_place", _("Nơi giữ bản thứ hai"), 16, backed_up.elsewhere),
        Examination("database", _("Cơ sở dữ liệu"), 20, database.examine),
        Examination("integrity", _("Dữ liệu nguyên vẹn"), 30, integrity.examine),
        Examination("triggers", _("Bộ chặn sửa"), 40, trailed.triggers, trailed.put_back),
        Examination("trail", _("Nhật ký"), 50, trailed.chains),
        Examination("projections", _("Phép chiếu"), 70, projected.examine),
        Examination("worker", _("Việc nền"), 80, working.examine),
        Examination("clock", _("Đồng hồ máy"), 90, clock.examine),
        Examination("rights", _("Quyền trên tệp"), 100, rights.examine, rights.tighten, needs_data=False),
        Examination("settings", _("Cài đặt"), 110, safety.examine, needs_data=False),
        Examination("versions", _("Phiên bản"), 120, versions.examine, needs_data=False),
        Examination("outward", _("Chương trình ngoài, thư"), 130, outward.examine, needs_data=False),
        Examination("law", _("Dữ liệu pháp luật"), 190, law_data.examine, needs_data=False),
    )
