"""Messages: the fact in bold, then what to do."""

from __future__ import annotations

import re
from typing import NamedTuple

# A sentence ends after a small letter, a digit or a closing mark; "TP. Hồ" and "TM. ỦY" go on.
_END_OF_FACT = re.compile(r"(?<=[\da-zà-ỹđ%”\")])[.?!]\s+(?=[A-ZÀ-ỸĐ“\d])")


class Kind(NamedTuple):
    """How a message is spoken: its shape and its role for a screen reader."""

    shape: str
    role: str


KINDS: dict[str, Kind] = {
    "refused": Kind("not-met", "alert"),
    "done": Kind("met", "status"),
    "careful": Kind("at-risk", "status"),
    "plain": Kind("chat-left-text", "status"),
}
_OF_LEVEL = {"error": "refused", "success": "done", "warning": "careful"}


def kind_of_level(tag: str) -> str:
    """The kind of a message of Django's message framework; debug and info are plain."""
    return _OF_LEVEL.get(tag, "plain")


def fact_and_way(text: str) -> tuple[str, str]:
    """The first sentence (or line) and the rest, which says the way out."""
    first, _newline, rest = text.strip().partition("\n")
    if rest:
        return first.strip(), rest.strip()
    end = _END_OF_FACT.search(first)
    return (first[: end.start() + 1], first[end.end() :]) if end else (first, "")
