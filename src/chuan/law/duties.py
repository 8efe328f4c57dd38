"""Duties of the year of a unit that keeps a quality management system (``duties.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from chuan.law.qms import qms_value
from chuan.rules.law import NotInForce, Value
from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class Duty:
    """``value``: the key of ``qms.toml`` that asks for it. ``by_records``: whether the records answer by themselves.

    ``lasting``: once done it stays done until the scope changes (19/2014/QĐ-TTg, Điều 4 khoản 4 điểm c).
    """

    key: str
    title: str
    value: str
    month: int
    day: int
    day_sure: Sure
    by_records: bool
    lasting: bool

    def due_on(self, year: int) -> date:
        """The last day of the year for it."""
        return date(year, self.month, self.day)

    def asked_by(self, year: int) -> Value | None:
        """The act and article that ask for it on that day, with how sure they are; None when none was in force."""
        try:
            return qms_value(self.value, self.due_on(year))
        except NotInForce:
            return None


@cache
def duties() -> dict[str, Duty]:
    """All of them by key, in the order of a year. Raises KeyError and ValueError for a broken file."""
    told = tomllib.loads((files("chuan.law") / "duties.toml").read_text(encoding="utf-8"))["duty"]
    found: dict[str, Duty] = {}
    for raw in told:
        month, _dash, day = raw["due"].partition("-")
        found[raw["key"]] = Duty(
            raw["key"], raw["title"], raw["value"], int(month), int(day), Sure(raw["day_sure"]),
            raw["answered"] == "records", raw.get("lasting", False),
        )  # fmt: skip
    return found
