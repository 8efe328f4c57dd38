"""What is known of acts that papers cite: until when they stand and what replaced them. Proposals for the office."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.types import Sure
from chuan.rules.vietnamese import fold


@dataclass(frozen=True, slots=True)
class ActKnown:
    """``to`` is the first day it no longer stands; ``by`` the number of the act that ended it; ``article`` there."""

    number: str
    kind: str
    title: str
    to: date
    by: str
    sure: Sure
    on: date | None = None
    article: str = ""


@cache
def acts_known() -> tuple[ActKnown, ...]:
    """All of them."""
    told = tomllib.loads((files("chuan.law") / "outside_acts.toml").read_text(encoding="utf-8"))
    return tuple(_act(raw) for raw in told["act"])


def known_act(*, number: str, title: str = "", on: date | None = None) -> ActKnown | None:
    """The act of this number; for laws cited without one, of this title and day of passing. None when unknown."""
    for one in acts_known():
        if number and fold(one.number) == fold(number):
            return one
        if not number and one.on is not None and one.on == on and fold(one.title) in fold(title):
            return one
    return None


def _act(raw: dict[str, Any]) -> ActKnown:
    return ActKnown(
        number=raw["number"],
        kind=raw["kind"],
        title=raw["title"],
        to=raw["to"],
        by=raw["by"],
        sure=Sure(raw["sure"]),
        on=raw.get("on"),
        article=raw.get("article", ""),
    )
