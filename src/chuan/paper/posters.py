"""A poster on A5 with a picture that a telephone reads (QR, ISO/IEC 18004), as PDF/A."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files

import qrcode
import typst
from qrcode.constants import ERROR_CORRECT_M

from chuan.paper.fonts import TYPEFACE, typefaces
from chuan.paper.letters import printable


@dataclass(frozen=True, slots=True)
class Poster:
    """What hangs on the wall: who asks, what, where it leads; ``lines`` beneath the picture, ``mark`` at the foot."""

    agency: Sequence[str]
    title: str
    call: str
    address: str
    lines: Sequence[str]
    made_on: date
    mark: str = ""


def to_poster(poster: Poster) -> bytes:
    """The poster, the same bytes for the same poster. Call it outside any transaction."""
    made = poster.made_on
    told = {
        "agency": [printable(one) for one in poster.agency], "title": printable(poster.title),
        "call": printable(poster.call), "address": printable(poster.address),
        "lines": [printable(one) for one in poster.lines], "mark": printable(poster.mark),
        "picture": picture(poster.address) if poster.address else "", "typeface": TYPEFACE,
        "alt": f"Mã QR dẫn tới {poster.address}", "date": [made.year, made.month, made.day],
    }  # fmt: skip
    done = _ours.compiler.compile(
        format="pdf", pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
        sys_inputs={"paper": json.dumps(told, ensure_ascii=False)},
    )  # fmt: skip
    if not isinstance(done, bytes):
        raise TypeError("a PDF is one file")
    return done


def squares(text: str) -> list[list[bool]]:
    """The dark squares of the picture of a text, row by row, without the quiet border (level M)."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(one) for one in row] for row in code.get_matrix()]


def picture(text: str) -> str:
    """The picture as SVG with its quiet border of four squares."""
    rows = squares(text)
    size = len(rows) + 8
    path = "".join(
        f"M{x + 4} {y + 4}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


class _Ours(threading.local):
    """The compiler of this thread, for this template."""

    def __init__(self) -> None:
        self.compiler = typst.Compiler(
            str(files("chuan.paper") / "poster.typ"), font_paths=typefaces(), ignore_system_fonts=True
        )


_ours = _Ours()
