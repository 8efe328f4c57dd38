"""A page's picture to show beside its text: always drawn anew by us, the bytes that came in are never shown."""

from __future__ import annotations

import base64
import tempfile

from chuan.exchange.apart import Kept
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.scans import programme
from chuan.exchange.scans.heads import picture_of
from chuan.exchange.scans.reading import MOST_PAGES, SECONDS

WIDTH = 1400
"""Dots across: enough to read small print on a screen."""


def page_picture(
    data: bytes, *, name: str, page: int, turns: int = 0, width: int = WIDTH, limits: Limits = DEFAULT
) -> bytes:
    """The page (from 1) as a grey PNG, turned upright by quarter turns with the clock.

    Raises the file refusals, for a page that is not there too.
    """
    if picture_of(data, name=name, most_pages=MOST_PAGES):
        data = _wrapped(data, name)
    with Kept("scan_pages", {"width": width, "turns": turns}, limits=limits) as drawer:
        drawn = drawer.ask(page.to_bytes(4, "big") + data, name=name)
    return base64.b64decode(drawn["png"])


def _wrapped(data: bytes, name: str) -> bytes:
    """The picture as a PDF. Taken for one line of letters, so that little time goes into reading it."""
    with tempfile.TemporaryDirectory(prefix="chuan-") as folder:
        return programme.run(data, "--psm", "13", "pdf", name=name, seconds=SECONDS, writes=folder)
