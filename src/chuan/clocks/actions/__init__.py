"""Everything that changes clocks, the office's calendar and its own law values."""

from chuan.clocks.actions.calendars import confirm_year, set_day, set_days, set_hours, swap_days
from chuan.clocks.actions.feeds import end_key, fetched, make_key
from chuan.clocks.actions.running import (
    Reckoned,
    Wanted,
    hand_over_all,
    keep_all,
    reappoint,
    settle,
    settle_all,
    start,
    start_all,
)
from chuan.clocks.actions.settings import set_law_value

__all__ = [
    "Reckoned",
    "Wanted",
    "confirm_year",
    "end_key",
    "fetched",
    "hand_over_all",
    "keep_all",
    "make_key",
    "reappoint",
    "set_day",
    "set_days",
    "set_hours",
    "set_law_value",
    "settle",
    "settle_all",
    "start",
    "start_all",
    "swap_days",
]
