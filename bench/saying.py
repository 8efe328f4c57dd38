"""How every benchmark says what it measured: one JSON line."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


def say(name: str, value: float, unit: str, limit: float | None = None, *, cpu: float | None = None) -> None:
    """Print one figure; ``limit`` is what was promised, ``cpu`` how much of it this process itself worked."""
    figure = {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "limit": limit,
        "cpu": cpu and round(cpu, 4),
    }
    print(json.dumps(figure, ensure_ascii=False))


@dataclass(frozen=True)
class Taken:
    """Medians in milliseconds: by the clock on the wall, and of this process's own work.

    On a machine that does other things besides, the second is the nearer to what a quiet one would need.
    """

    wall: float
    cpu: float


def medians(work: Callable[[], object], times: int = 15, warm: int = 2) -> Taken:
    """Of ``times`` runs after ``warm`` unmeasured ones."""
    for _ in range(warm):
        work()
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return Taken(statistics.median(walls), statistics.median(cpus))
