"""Which codes a file listed unchanged: kept with the import, so that they stay when an earlier one is withdrawn."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterable

from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.intake.models import Import


def keep_listing(codes: Iterable[str]) -> Blob | None:
    """Keep the codes as one small compressed file; None where there are none. Before the transaction."""
    text = "\n".join(sorted(codes))
    if not text:
        return None
    return files.keep(gzip.compress(text.encode(), mtime=0), media_type="application/gzip")


def listed_among(imported: Import, codes: Collection[str]) -> set[str]:
    """Those of the codes that the import's file listed unchanged."""
    if imported.listed is None:
        return set()
    return set(codes).intersection(gzip.decompress(files.read(imported.listed)).decode().split("\n"))
