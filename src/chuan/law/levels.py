"""Which levels of local government exist on a day: papers must not go to one that is gone."""

from __future__ import annotations

from datetime import date

from chuan.law.values import parameters
from chuan.rules.law import resolve


def has_districts(on: date) -> bool:
    """Whether there is a district level (quận, huyện, thị xã): not since 01/7/2025, Luật 72/2025/QH15."""
    return resolve(parameters("levels")["levels.district"], on).value == "yes"
