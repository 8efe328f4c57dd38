"""Small one-page PDFs with nothing behind them: what a signature or a stamp shows on a page.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7d, II.8, III.1d and Phần II: an image keeps its own
colours; a stamp in letters is Times New Roman, upright, size 10, black, at the top right of page 1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import typst

from chuan.law.paper import paper_rules
from chuan.paper.fonts import TYPEFACE, typefaces
from chuan.paper.letters import printable

VIETNAM = timezone(timedelta(hours=7))


def text(
    words: str,
    width: float,
    height: float,
    size: float,
    bold: bool = False,
    *,
    italic: bool = False,
    align: Literal["left", "center", "right"] = "center",
) -> bytes:
    """One line of words in a box of ``width`` by ``height`` points; words too long are made narrower to fit.

    The line of writing is where the typesetter's own would be in a box of the blank's height.
    """
    look = {"size": size, "bold": bold, "italic": italic, "align": align}
    return _compiled({"words": [printable(words)], "width": width, "height": height, **look})


def image(png: bytes, width: float, height: float) -> bytes:
    """A picture as large as fits into ``width`` by ``height`` points, in the middle; see-through stays so.

    Raises ValueError when the bytes are no picture that can be read.
    """
    try:
        return _compiled({"picture": list(png), "width": width, "height": height})
    except typst.TypstError as error:
        raise ValueError("the bytes are no picture in PNG") from error


def copy_stamp(*lines: str) -> bytes:
    """Lines of a stamp in letters, as small as they stand: for electronic copies and separate annexes."""
    size = paper_rules().letters["stamp"].size
    words = [printable(line) for line in lines if line.strip()]
    look = {"size": size, "bold": False, "italic": False, "align": "left"}
    return _compiled({"words": words, "width": None, "height": None, **look})


def signing_time(at: datetime) -> str:
    """ "19-02-2021; 14:05:09; +07:00": the time of signing on a stamp (III.1d). Raises ValueError without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time of signing needs its zone")
    return at.astimezone(VIETNAM).strftime("%d-%m-%Y; %H:%M:%S; +07:00")


def _compiled(told: Mapping[str, Any]) -> bytes:
    return typst.compile(
        _template(),
        font_paths=typefaces(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["1.7"],
        pdf_tags=False,
        timestamp=datetime(1970, 1, 1, tzinfo=UTC),
        sys_inputs={"told": json.dumps({**told, "typeface": TYPEFACE}, ensure_ascii=False)},
    )


@cache
def _template() -> bytes:
    return (files("chuan.paper") / "appearance.typ").read_bytes()
