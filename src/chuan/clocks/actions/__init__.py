"""Everything that changes clocks, the office's calendar and its own law values."""

from chuan.clocks.actions.running import (
    Reckoned,
    Wanted,
    hand_over_all,
    keep_all,
    settle,
    settle_all,
    start,
    start_all,
)

__all__ = [
    "Reckoned",
    "Wanted",
    "hand_over_all",
    "keep_all",
    "settle",
    "settle_all",
    "start",
    "start_all",
]
