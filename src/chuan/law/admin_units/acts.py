"""By which act communes were rearranged, and which acts carry their duties over: only what is known, and how surely."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class Resolution:
    """The act that rearranged the communes of a province, in force from ``since``."""

    number: str
    issuer: str
    on: date
    since: date
    sure: Sure

    @property
    def words(self) -> str:
        """As a paper cites it: "Nghị quyết 1665/NQ-UBTVQH15 ngày 16/06/2025 của Ủy ban Thường vụ Quốc hội"."""
        return f"Nghị quyết {self.number} ngày {self.on:%d/%m/%Y} của {self.issuer}"


@dataclass(frozen=True, slots=True)
class CarryOver:
    """An act by which the successor answers for what the old unit had open."""

    number: str
    words: str
    sure: Sure


def resolution_of(province: str) -> Resolution | None:
    """The resolution known for the province of this code, from 1 July 2025; None when none is known."""
    for raw in _told()["resolution"]:
        if raw["province"] == province:
            return Resolution(raw["number"], raw["issuer"], raw["on"], raw["from"], Sure(raw["sure"]))
    return None


def carry_over() -> tuple[CarryOver, ...]:
    """Acts that carry duties over to the successor, each with how surely it is known."""
    return tuple(CarryOver(raw["number"], raw["words"], Sure(raw["sure"])) for raw in _told()["carry_over"])


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((files("chuan.law.admin_units") / "resolutions.toml").read_text(encoding="utf-8"))
