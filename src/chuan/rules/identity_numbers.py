"""Identity numbers inside running text, covered in whatever leaves the house unless they were asked for. Pure.

Số định danh cá nhân has twelve digits (Luật Căn cước 26/2023/QH15, reported); older cards have nine, told from other
numbers only by the word before them.
"""

from __future__ import annotations

import re

_GAP = r"[ .\N{NO-BREAK SPACE}]?"
_TWELVE = rf"(?<!\d)\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"
_NAMED = re.compile(
    r"((?:CMND|CMTND|CMT|CCCD|chứng minh|căn cước|định danh)\D{1,30})(\d{9})(?!\d)", re.IGNORECASE
)
_NUMBER = re.compile(_TWELVE)
SHOWN = 3
"""How many digits at the end stay, so that somebody knows which number it is."""


def covered(text: str) -> str:
    """The text with every identity number in it covered but for its last digits: "•••678"."""
    text = _NUMBER.sub(lambda found: _cover(found.group()), text)
    return _NAMED.sub(lambda found: found.group(1) + _cover(found.group(2)), text)


def holds(text: str) -> bool:
    """Whether there is an identity number in the text."""
    return covered(text) != text


def _cover(number: str) -> str:
    return "•••" + number[-SHOWN:]
