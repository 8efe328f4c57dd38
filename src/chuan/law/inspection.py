"""What an inspector of the management system looks at (26/2014/TT-BKHCN, Điều 36), and the form of his minutes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class InspectionPoint:
    """One thing looked at: our own short words, the clauses of TCVN ISO 9001:2015 it meets, the page that shows it.

    ``duties``: keys of the duties of the year that answer it (``law.duties``); none where what is held does.
    """

    key: str
    title: str
    clauses: tuple[str, ...]
    page: str
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesForm:
    """The form of the minutes: its name, where it is set, how surely its layout is known, what is said of it."""

    form: str
    source: str
    sure: Sure
    note: str


@cache
def points() -> tuple[InspectionPoint, ...]:
    """All of them in the order they are shown."""
    return tuple(
        InspectionPoint(
            one["key"], one["title"], tuple(one["clauses"]), one["page"], tuple(one.get("duties", ()))
        )
        for one in _told()["point"]
    )


@cache
def source() -> tuple[str, Sure]:
    """The act and article of the list, and how surely it is known."""
    told = _told()
    return f"{told['act']}, {told['article']}", Sure(told["sure"])


@cache
def minutes_form() -> MinutesForm:
    """The form of the minutes."""
    told = _told()["minutes"]
    return MinutesForm(told["form"], f"{told['act']}, {told['article']}", Sure(told["sure"]), told["note"])


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((files("chuan.law") / "inspection.toml").read_text(encoding="utf-8"))
