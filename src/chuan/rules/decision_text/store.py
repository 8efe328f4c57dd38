"""A reading as text and back, exactly."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from chuan.rules.decision_text import types
from chuan.rules.targets import types as targets
from chuan.rules.types import Span

_CLASSES: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        Span, types.Box, types.Found, types.CitedAct, types.Change, types.Article, types.Clause, types.Point,
        types.Signer, types.Line, types.Question, types.Remark, types.DecisionReading, targets.Target,
        targets.Baseline, targets.Quantity, targets.Comparator, targets.Horizon, targets.Direction,
    )
}  # fmt: skip


def dump(reading: types.DecisionReading) -> str:
    """The reading as one line of JSON that `load` restores."""
    return json.dumps(_plain(reading), ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> types.DecisionReading:
    """Restore what `dump` wrote; ValueError when it is something else."""
    restored = _restored(json.loads(text))
    if not isinstance(restored, types.DecisionReading):
        raise ValueError("not a stored reading")
    return restored


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return {"_": type(value).__name__, "v": value.value}
    if is_dataclass(value) and not isinstance(value, type):
        return {"_": type(value).__name__} | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Fraction):
        return {"_": "Fraction", "v": str(value)}
    if isinstance(value, date):
        return {"_": "date", "v": value.isoformat()}
    return value


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restored(item) for item in value)
    if not isinstance(value, dict):
        return value
    name = value.get("_")
    if name == "Fraction":
        return Fraction(value["v"])
    if name == "date":
        return date.fromisoformat(value["v"])
    if name not in _CLASSES:
        raise ValueError(f"unknown kind in a stored reading: {name!r}")
    if "v" in value:
        return _CLASSES[name](value["v"])
    return _CLASSES[name](**{key: _restored(item) for key, item in value.items() if key != "_"})
