"""On the first screen of the secretary of ISO: the nightly self-check found a rule broken that nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.conformity.nights import new_breaches
from chuan.offers import alarms
from chuan.offers.alarms import Alarm
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.wording import said


def offer() -> None:
    """Register; called when the programme starts."""
    alarms.offer(rings)


def rings(viewer: Viewer) -> Iterator[Alarm]:
    """Until the rule is kept again, or a person keeps a self-check with it."""
    if not viewer.has(Role.ISO_SECRETARY):
        return
    found = new_breaches(viewer.unit)
    if found is not None:
        words = _("Tự kiểm tra đêm %(day)s thấy %(n)s điều trái quy định mới.")
        yield Alarm(
            words % {"day": said(found[0]), "n": found[1]}, _("Mở trang Tự kiểm tra"), "conformity:checks"
        )
