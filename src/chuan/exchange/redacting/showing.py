"""The pages as they will be covered, to mark areas on; and what tesseract reads on them."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chuan.exchange.apart import Kept
from chuan.exchange.limits import Limits
from chuan.exchange.redacting.copying import LIMITS, in_steps, weighed
from chuan.exchange.redacting.drawing import DOTS, opened
from chuan.exchange.scans import programme
from chuan.exchange.scans.rendering import grey_png
from chuan.exchange.scans.words import Seen, pages_seen
from chuan.rules.refusals import FileTooSlow
from chuan.rules.refusals.redacting import AreaPageMissing, TooSlowToCover
from chuan.rules.refusals.scans import ScanReaderMissing

SECONDS = 60
"""For tesseract, on one page."""
_NUMBER = 4

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ToMark:
    """A page as a grey PNG, and how many pages the file has."""

    png: bytes
    pages: int

    def packed(self) -> dict[str, Any]:
        """As text, for the way out of the process."""
        return {"png": base64.b64encode(self.png).decode(), "pages": self.pages}


def page_to_mark(data: bytes, *, name: str, page: int, limits: Limits = LIMITS) -> ToMark:
    """The page (from 1) as the copy would show it with nothing covered: areas are fractions of this picture.

    Raises what ``redact`` raises about files; AreaPageMissing.
    """
    weighed(data, name, limits)
    with Kept("redact_pages", {}, limits=limits) as drawer:
        return _asked(drawer, data, name, page)


def read_words(data: bytes, *, name: str, limits: Limits = LIMITS, told: Told | None = None) -> list[Seen]:
    """What tesseract reads on every page, by pipes only; boxes in dots of the page as it is drawn.

    ``told(done, all)`` is called after each page. Raises ScanReaderMissing and what ``page_to_mark`` raises.
    """
    weighed(data, name, limits)
    _require_reader(name)
    seen: list[Seen] = []
    with Kept("redact_pages", {}, limits=limits) as drawer:
        number = pages = 1
        while number <= pages:
            shown = _asked(drawer, data, name, number)
            seen += _words_of(shown, name, number, limits)
            number, pages = number + 1, shown.pages
            if told:
                told(number - 1, pages)
    return seen


def read_words_of(data: bytes, *, name: str, page: int, limits: Limits = LIMITS) -> list[Seen]:
    """The same of one page (from 1), so that whoever waits can be told page by page."""
    _require_reader(name)
    return _words_of(page_to_mark(data, name=name, page=page, limits=limits), name, page, limits)


def _require_reader(name: str) -> None:
    if programme.missing():
        raise ScanReaderMissing(name=name)


def _words_of(shown: ToMark, name: str, number: int, limits: Limits) -> list[Seen]:
    table = programme.run(shown.png, "--psm", "1", "tsv", name=name, seconds=SECONDS)
    return pages_seen(table, first=number, characters=limits.characters)


def _asked(drawer: Kept, data: bytes, name: str, page: int) -> ToMark:
    try:
        said = drawer.ask(page.to_bytes(_NUMBER, "big") + data, name=name)
    except FileTooSlow as slow:
        raise TooSlowToCover(name=name, seconds=slow.seconds) from None
    return ToMark(base64.b64decode(said["png"]), said["pages"])


def prepare() -> None:
    """Nothing is left to load once the module is here (exchange/worker.py ``serve``)."""


def read(data: bytes, opening: dict[str, Any], *, name: str, limits: Limits) -> ToMark:
    """The page whose number stands in four bytes before the file: what the drawing process runs."""
    number = int.from_bytes(data[:_NUMBER], "big")
    with opened(data[_NUMBER:], name=name, limits=limits) as paper:
        if not 1 <= number <= paper.pages:
            raise AreaPageMissing(page=number, pages=paper.pages)
        drawn = paper.draw(number)
    dots = in_steps(drawn.dots)
    rows = b"".join(b"\x00" + dots[at : at + drawn.across] for at in range(0, len(dots), drawn.across))
    return ToMark(grey_png(rows, drawn.across, drawn.down, DOTS), paper.pages)
