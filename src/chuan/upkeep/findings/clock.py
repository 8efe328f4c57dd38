"""The machine's clock against what the house has written, and its knowledge of time zones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine
from chuan.trail.actions import CLOCK_TOLERANCE, last_written

HANOI = timedelta(hours=7)


def examine(looking: Looking) -> Iterator[Finding]:
    """Later than the last line of the trail, and seven hours before Greenwich (QĐ 134/2002/QĐ-TTg; unverified)."""
    newest = last_written()
    if newest is not None and looking.at < newest - CLOCK_TOLERANCE:
        yield broken(
            _("Đồng hồ máy (%(now)s) sớm hơn lần ghi gần nhất (%(last)s).")
            % {
                "now": _said(looking.at),
                "last": _said(newest),
            },
            _(
                "Chỉnh lại ngày giờ của máy, bật tự lấy giờ qua mạng. Nếu giờ hiện tại đúng và máy từng chạy trước, "
                "chạy “chuan trail accept-clock --reason LÝ-DO”."
            ),
        )
    else:
        yield fine(_("Đồng hồ máy: %s.") % _said(looking.at))
    try:
        offset = looking.at.astimezone(ZoneInfo(settings.TIME_ZONE)).utcoffset()
    except ZoneInfoNotFoundError:
        offset = None
    if offset != HANOI:
        yield broken(
            _("Múi giờ Việt Nam không đọc được đúng trên máy này."), _("Cài lại gói tzdata của Python.")
        )


def _said(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"
