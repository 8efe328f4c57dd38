"""Scans made for the tests: our own typeset pages drawn as pictures, straight, upside down, dirty."""

from __future__ import annotations

import base64
import os
import random
import struct
import zlib
from pathlib import Path

import pytest
import typst

from chuan.exchange import scans
from chuan.exchange.apart import Kept
from chuan.exchange.limits import DEFAULT
from chuan.exchange.scans.rendering import grey_png

HEAD = """#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm))
#set text(font: ("Tinos", "Liberation Serif", "Libertinus Serif"), size: 13pt, lang: "vi", hyphenate: false)
#grid(columns: (2fr, 3fr), align: center, row-gutter: 8pt,
[*ỦY BAN NHÂN DÂN\\ PHƯỜNG BẮC HỒNG*], [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\ Độc lập - Tự do - Hạnh phúc*],
[Số: 148/QĐ-UBND], [_Bắc Hồng, ngày 19 tháng 02 năm 2021_])
"""
DECISION = (
    HEAD
    + """
#align(center)[*QUYẾT ĐỊNH* \\ *Về việc ban hành Mục tiêu chất lượng năm 2021*]

*Điều 1.* Ban hành mục tiêu chất lượng năm 2021 của Ủy ban nhân dân phường.
"""
)


def need_tesseract() -> None:
    """Skips loudly without tesseract and its Vietnamese letters; in CI that is a failure."""
    lacking = scans.missing()
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(f"tesseract: {lacking} is missing")
    if lacking:
        pytest.skip(f"không có tesseract ({lacking}): đọc chữ trong ảnh KHÔNG được kiểm")


def drawn(source: str, *, dots: int = 200, page: int = 1) -> bytes:
    """A page typeset from Typst markup, as a grey PNG."""
    data = typst.compile(source.encode(), format="pdf")
    with Kept("scan_pages", {"dots": dots}, limits=DEFAULT) as drawer:
        return base64.b64decode(drawer.ask(page.to_bytes(4, "big") + data, name="")["png"])


def dots_of(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of one of our own PNGs (one IDAT, no filter)."""
    width, height = struct.unpack_from(">II", png, 16)
    start = png.index(b"IDAT")
    (length,) = struct.unpack_from(">I", png, start - 4)
    rows = zlib.decompress(png[start + 4 : start + 4 + length])
    return width, height, [rows[at + 1 : at + 1 + width] for at in range(0, len(rows), width + 1)]


def dirty(png: bytes, *, lean: int = 0, seed: int = 7) -> bytes:
    """The page grey, speckled, and leaning by ``lean`` dots from top to bottom, as a bad scanner draws it."""
    width, height, rows = dots_of(png)
    chance = random.Random(seed)
    worn = bytes(200 + value // 8 if value > 128 else 30 + value // 4 for value in range(256))
    made = []
    for at, row in enumerate(rows):
        shift = lean * at // height
        line = bytearray((b"\xff" * shift + row)[:width].translate(worn))
        for _ in range(4):
            line[chance.randrange(width)] = 90
        made.append(b"\x00" + bytes(line))
    return grey_png(b"".join(made), width, height, 200)


def pdf_of_pictures(folder: Path, *pages: bytes | str, turn: int = 0) -> bytes:
    """A PDF of pages, each a picture that fills it (turned by ``turn`` degrees) or Typst markup of its own."""
    parts = ['#set page(paper: "a4", margin: 0pt)']
    for number, page in enumerate(pages):
        if isinstance(page, str):
            parts.append(f"#page(margin: 2cm)[{page}]")
        else:
            (folder / f"{number}.png").write_bytes(page)
            parts.append(f'#page[#rotate({turn}deg, image("{number}.png", width: 100%))]')
    (folder / "scan.typ").write_text("\n".join(parts), "utf-8")
    return typst.compile(str(folder / "scan.typ"), format="pdf")


def tiff(*pages: bytes) -> bytes:
    """An uncompressed grey TIFF of our own PNGs, one page each."""
    body, places = b"", []
    for png in pages:
        width, height, rows = dots_of(png)
        places.append((8 + len(body), width, height))
        body += b"".join(rows)
        body += b"\x00" * (len(body) % 2)
    out, at = b"", 8 + len(body)
    for number, (place, width, height) in enumerate(places):
        tags = {
            256: width,
            257: height,
            258: 8,
            259: 1,
            262: 1,
            273: place,
            277: 1,
            278: height,
            279: width * height,
        }
        following = at + 6 + 12 * len(tags) if number + 1 < len(places) else 0
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
        out += struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)
        at = following
    return b"II*\x00" + struct.pack("<I", 8 + len(body)) + body + out
