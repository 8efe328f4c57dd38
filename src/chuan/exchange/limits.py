"""How much a file may ask of the machine: data, so that an office may widen it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of reading one file. Sizes in bytes, time in seconds.

    ``seconds`` and ``memory_bytes`` bound the separate process that parses. The memory bound
    needs setrlimit (Linux, macOS); on Windows only the time bound holds.
    """

    file_bytes: int = 20_000_000
    characters: int = 400_000
    cells: int = 1_000_000
    seconds: int = 20
    memory_bytes: int = 1 << 30
    # Office files are zip archives: these are compared with what the archive declares, before inflating.
    entries: int = 5_000
    unpacked_bytes: int = 300_000_000
    part_bytes: int = 60_000_000
    ratio: int = 150
    # A short file may compress very well and harms nobody.
    ratio_from_bytes: int = 20_000_000


DEFAULT = Limits()
