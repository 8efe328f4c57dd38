"""Levels as other people's tables write them: results that were ranked elsewhere come in by file."""

from __future__ import annotations

import re

from chuan.rules.ranking.levels import LEVEL_NAMES, Level
from chuan.rules.vietnamese.letters import fold

_SHORT = {
    "htxsnv": Level.EXCELLENT, "htxs": Level.EXCELLENT, "xuat sac": Level.EXCELLENT,
    "httnv": Level.GOOD, "htt": Level.GOOD, "tot": Level.GOOD,
    "htnv": Level.COMPLETED, "ht": Level.COMPLETED,
    "khtnv": Level.FAILED, "kht": Level.FAILED,
}  # fmt: skip


def level_named(text: str) -> Level | None:
    """The level a cell names: in full, with or without "nhiệm vụ", or short; None for anything else.

    Points, letters and numbers are not read: what they stand for differs from place to place.
    """
    words = fold(re.sub(r"[“”\"'.]", "", text)).strip()
    known = {fold(name).removesuffix(" nhiem vu"): level for level, name in LEVEL_NAMES.items()}
    return (_SHORT | known).get(words.removesuffix(" nhiem vu"))
