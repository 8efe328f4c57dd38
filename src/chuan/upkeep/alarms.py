"""On the first screen of those who keep the house: something is broken, or backups are not as they should be."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.offers.alarms import Alarm
from chuan.offers.examinations import Grade
from chuan.people.viewer import Viewer
from chuan.upkeep import reports_kept
from chuan.upkeep.permissions import may_see_system

BACKUPS = "backups"


def alarms(viewer: Viewer) -> Iterator[Alarm]:
    """From the last report; nothing is examined while somebody waits for a page."""
    if not may_see_system(viewer):
        return
    report = reports_kept.last()
    if report is None:
        return
    units = {None, viewer.unit.uid}
    broken = [found for _one, found in report.of(Grade.BROKEN) if found.unit_uid in units]
    label = _("Mở trang Hệ thống")
    if broken:
        yield Alarm(_("Hệ thống có %d điều hỏng.") % len(broken), label, "upkeep:system")
    backups = next((one for one in report.examined if one.key == BACKUPS), None)
    if backups is not None and backups.grade is Grade.LOOK:
        yield Alarm(_("Sao lưu: %s") % backups.findings[0].sentence, label, "upkeep:system")
