"""How every benchmark says what it measured: one JSON line."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable


def say(name: str, value: float, unit: str, limit: float | None = None) -> None:
    """Print one figure; ``limit`` is what was promised."""
    print(
        json.dumps({"name": name, "value": round(value, 4), "unit": unit, "limit": limit}, ensure_ascii=False)
    )


def median_ms(work: Callable[[], object], times: int = 15, warm: int = 2) -> float:
    """Median milliseconds of ``times`` runs after ``warm`` unmeasured ones."""
    for _ in range(warm):
        work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)
