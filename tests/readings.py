"""The same bytes are read in a process of their own once in a run, not once in every test.

Starting that process is most of what a small file costs, and many tests take in the same example. What reads
files, and what must see a process die, is tried without this memory.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from typing import Any

from chuan.exchange import apart, paper_sheet, papers, sheets, stamping, tables
from chuan.exchange.edxml import reading as packets
from chuan.exchange.limits import Limits

READERS = (papers, tables, sheets, stamping, paper_sheet, packets)
"""Modules that ask ``apart.run_apart`` by that name."""

_remembered: dict[tuple[str, str, Limits], dict[str, Any]] = {}


def once(task: str, data: bytes, *, name: str, limits: Limits) -> dict[str, Any]:
    """``apart.run_apart``, remembered by content; a refusal is never remembered, as it speaks of a name."""
    key = (task, hashlib.sha256(data).hexdigest(), limits)
    if key not in _remembered:
        _remembered[key] = apart.run_apart(task, data, name=name, limits=limits)
    return copy.deepcopy(_remembered[key])


def remember(replace: Callable[[object, str, object], None]) -> None:
    """Let every reader ask here; ``replace`` is ``monkeypatch.setattr``."""
    for module in READERS:
        replace(module, "run_apart", once)
