"""How wide words are, so that a line under them can be a third or a half of their length in Word too."""

from __future__ import annotations

import json
from functools import lru_cache

import typst

from chuan.law.paper import Letters
from chuan.paper.fonts import TYPEFACE, typefaces

_MEASURE = b"""
#let data = json(bytes(sys.inputs.words))
#set text(font: data.typeface, fallback: false, lang: "vi")
#context [#metadata(measure(text(size: data.size * 1pt, weight: data.weight, data.text)).width.pt()) <width>]
"""


def width_of(text: str, look: Letters) -> float:
    """The width of one line of printable text, in points."""
    return _width(text, look.size, look.bold)


@lru_cache(maxsize=256)
def _width(text: str, size: float, bold: bool) -> float:
    words = {"text": text, "size": size, "weight": "bold" if bold else "regular", "typeface": TYPEFACE}
    found = typst.query(
        _MEASURE,
        "<width>",
        field="value",
        one=True,
        font_paths=typefaces(),
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(words, ensure_ascii=False)},
    )
    return float(found)
