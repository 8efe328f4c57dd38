"""The clock of every office: times are written with +07:00, days are days in Việt Nam."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def day_of(moment: datetime) -> date:
    """The day of a moment on the office's clock."""
    return moment.astimezone(VIETNAM).date()
