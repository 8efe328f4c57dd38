"""Fields of work that a petition may be about, from ``lexicons/petition_fields.toml``."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


def petition_fields(on: date) -> tuple[str, ...]:
    """The names offered on a day, in the order of the file."""
    return tuple(one["title"] for one in _raw()["field"] if _holds(one, on))


def _holds(raw: dict[str, Any], on: date) -> bool:
    return bool(raw["from"] <= on and ("to" not in raw or on < raw["to"]))


@cache
def _raw() -> dict[str, Any]:
    text = (files("chuan.law") / "lexicons" / "petition_fields.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
