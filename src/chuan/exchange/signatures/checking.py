"""From here: one file, or many, checked in a bounded process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from chuan.exchange.apart import Kept
from chuan.exchange.limits import Limits
from chuan.exchange.signatures.report import SignatureReport
from chuan.exchange.signatures.trust import Trust
from chuan.rules.refusals import FileTooBig, FileUnreadable, Refused

LIMITS = Limits(file_bytes=60_000_000, seconds=20, memory_bytes=2 << 30)
"""Scanned and signed papers are larger than those that are read."""


def check(data: bytes, *, name: str, trust: Trust, at: datetime, limits: Limits = LIMITS) -> SignatureReport:
    """The report about one PDF as of ``at`` (aware).

    Raises FileTooBig, FileEmpty, FileKindUnknown (no PDF), FileEncrypted, FileUnreadable (broken and
    without any signature), FileTooSlow, AnchorUnreadable (what ``trust`` holds).
    """
    for _name, found in check_many([(name, data)], trust=trust, at=at, limits=limits):
        if isinstance(found, Refused):
            raise found
        return found
    raise FileUnreadable(name=name)


def check_many(
    items: Iterable[tuple[str, bytes]], *, trust: Trust, at: datetime, limits: Limits = LIMITS
) -> Iterator[tuple[str, SignatureReport | Refused]]:
    """(name, report or refusal) for each file in turn, from one process that is replaced when it dies."""
    opening = {"trust": trust.to_json(), "at": at.isoformat()}
    with Kept("signatures", opening, limits=limits) as kept:
        for name, data in items:
            try:
                yield name, _one(kept, data, name, limits)
            except Refused as refused:
                yield name, refused


def _one(kept: Kept, data: bytes, name: str, limits: Limits) -> SignatureReport:
    if len(data) > limits.file_bytes:
        megabytes = -(-len(data) // 1_000_000)
        raise FileTooBig(megabytes=megabytes, limit=limits.file_bytes // 1_000_000)
    said = kept.ask(data, name=name)
    try:
        return SignatureReport.from_json(said["report"])
    except (KeyError, ValueError, TypeError):
        raise FileUnreadable(name=name) from None
