"""What an auditor asks at each clause, and of each process (``audit_questions.toml``): our own short words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class OfProcess:
    """A question asked of each process; ``needs``: the part of a process without which it is not asked, or ""."""

    clause: str
    text: str
    needs: str = ""


@cache
def questions() -> dict[str, tuple[str, ...]]:
    """By the number of the clause."""
    return {number: tuple(texts) for number, texts in _told()["clause"].items()}


@cache
def of_process() -> tuple[OfProcess, ...]:
    """Those that every process is asked; words of the process stand in {braces}."""
    return tuple(OfProcess(**raw) for raw in _told()["procedure"])


def sure() -> Sure:
    """How surely these are the right questions: nobody has published a list for a ward."""
    return Sure(_told()["sure"])


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((files("chuan.law") / "audit_questions.toml").read_text(encoding="utf-8"))
