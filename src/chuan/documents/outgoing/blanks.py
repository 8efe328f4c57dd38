"""Places that a beginning left open as "…": somebody has to write them before the paper is signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from chuan.paper.contents import Content

OPEN = "…"


def open_places(content: Content) -> int:
    """How many pieces of the draft's text still hold "…"."""
    return sum(OPEN in text for text in texts_of(content))


def texts_of(value: Any) -> Iterator[str]:
    """Every piece of text of a content, in the order of its tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
