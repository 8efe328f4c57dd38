"""What the kind of a document decides of its layout (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

from __future__ import annotations

from types import MappingProxyType

from chuan.paper.papers import Layout

LETTER = "CV"
MINUTES = "BB"
ADDRESSED = frozenset({"CV", "TTr", "CĐ"})
"""Kinds that name whom they are sent to on a line of their own: Kính gửi."""

RESOLVES = MappingProxyType({"QĐ": "Quyết định:", "NQ": "Quyết nghị:"})


def layout_of(kind: str) -> Layout:
    """Công văn have no type name, biên bản no place and date; every other kind is a named paper."""
    if kind == LETTER:
        return "letter"
    return "minutes" if kind == MINUTES else "named"


def resolves_of(kind: str) -> str:
    """The words between bases and text: "Quyết định:", or nothing."""
    return RESOLVES.get(kind, "")
