"""The typeface that papers are printed in (licence: OFL-Tinos.txt, beside this file)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import typst

TYPEFACE = "Tinos"
"""Metrically the same as Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I), and free to ship."""


@cache
def typefaces() -> typst.Fonts:
    """The four styles, and no other typeface of the machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(files("chuan.paper.fonts"))]
    )


@cache
def covered() -> frozenset[int]:
    """Code points that all four styles hold."""
    text = (files("chuan.paper.fonts") / "covered.txt").read_text(encoding="ascii")
    ranges = (line.split("-") for line in text.split())
    return frozenset(point for low, high in ranges for point in range(int(low, 16), int(high, 16) + 1))
