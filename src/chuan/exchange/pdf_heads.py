"""The text of many PDFs from one process, one after the other: see ``chuan.exchange.worker.serve``."""

from __future__ import annotations

from typing import Any

from chuan.exchange import pdf_text
from chuan.exchange.extracted import Extracted
from chuan.exchange.limits import Limits


def prepare() -> None:
    """Nothing is left to load once the module is here."""


def read(data: bytes, opening: dict[str, Any], *, name: str, limits: Limits) -> Extracted:
    """The text of one file; ``opening`` says nothing."""
    return pdf_text.read_pdf(data, name=name, limits=limits)
