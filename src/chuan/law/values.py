"""The one loader of dated values (TOML files beside this module)."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from chuan.rules.law import Parameter, Value
from chuan.rules.types import Citation, Sure


@cache
def parameters(name: str) -> Mapping[str, Parameter]:
    """All parameters of the file ``<name>.toml``, by key.

    Raises ValueError when versions overlap or a field is missing: a broken law file must not start.
    """
    return {key: _parameter(key, raw) for key, raw in tomllib.loads(_text(name)).items()}


@cache
def digest(name: str) -> str:
    """SHA-256 of the law file, kept with every figure that used it."""
    return hashlib.sha256(_text(name).encode()).hexdigest()


def digest_with(plain: str, own: Mapping[str, Iterable[Value]], on: date) -> str:
    """The digest of law files together with a unit's own values: what a figure was counted by, for one unit.

    ``plain`` itself while none of its own began by the day. A value counts with its first day and its document.
    """
    begun = sorted(
        (key, one.valid_from.isoformat(), one.value, one.citation.number)
        for key, values in own.items()
        for one in values
        if one.valid_from <= on
    )
    told = json.dumps(begun, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{plain}\n{told}".encode()).hexdigest() if begun else plain


def _text(name: str) -> str:
    return (files("chuan.law") / f"{name}.toml").read_text(encoding="utf-8")


def _parameter(key: str, raw: Mapping[str, Any]) -> Parameter:
    versions = tuple(sorted((_value(one) for one in raw["versions"]), key=lambda value: value.valid_from))
    for earlier, later in pairwise(versions):
        if earlier.valid_to is None or earlier.valid_to > later.valid_from:
            raise ValueError(f"{key}: versions overlap on {later.valid_from}")
    return Parameter(key=key, title=raw["title"], versions=versions)


def _value(raw: Mapping[str, Any]) -> Value:
    return Value(
        value=str(raw["value"]),
        unit=raw["unit"],
        valid_from=_day(raw["from"]),
        valid_to=_day(raw["to"]) if "to" in raw else None,
        citation=Citation(number=raw["act"], article=raw.get("article", "")),
        sure=Sure(raw["sure"]),
    )


def _day(raw: date | str) -> date:
    return raw if isinstance(raw, date) else date.fromisoformat(raw)
