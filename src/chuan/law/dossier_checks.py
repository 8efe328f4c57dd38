"""The questions of a check of a solved dossier, as they stood on a day."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One question: ``key`` is its name in stored answers, ``group`` the step it belongs to."""

    key: str
    group: str
    question: str
    citation: Citation
    sure: Sure


@cache
def items_on(day: date) -> tuple[CheckItem, ...]:
    """Questions whose source was in force on the day, in the order of the work; those of one step together."""
    standing = [_item(raw, version) for raw in _raw() for version in raw["versions"] if _holds(version, day)]
    groups = list(dict.fromkeys(item.group for item in standing))
    return tuple(sorted(standing, key=lambda item: groups.index(item.group)))


def digest() -> str:
    """SHA-256 of the file, kept with every check that used it."""
    return hashlib.sha256(_text().encode()).hexdigest()


def _item(raw: dict[str, Any], version: dict[str, Any]) -> CheckItem:
    citation = Citation(number=version["act"], article=version.get("article", ""))
    return CheckItem(raw["key"], raw["group"], raw["question"], citation, Sure(version["sure"]))


def _holds(version: dict[str, Any], day: date) -> bool:
    return bool(version["from"] <= day and ("to" not in version or day < version["to"]))


@cache
def _raw() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(_text())["items"])


def _text() -> str:
    return (files("chuan.law") / "dossier_check.toml").read_text(encoding="utf-8")
