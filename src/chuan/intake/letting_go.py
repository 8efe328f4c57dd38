"""An original with columns that must not be stored is let go once it has been taken in or discarded.

What a register keeps are the mapped columns; the file itself would keep the others too: names, addresses, numbers
of identity papers (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: no more than the purpose needs). The digest stays, so
that the office's own copy can still be shown to be the one.
"""

from __future__ import annotations

from datetime import datetime

from chuan.exchange.table_copies import copy_of
from chuan.files import actions as files
from chuan.intake.models import Import
from chuan.intake.opening import Opened
from chuan.intake.previews import preview_of
from chuan.intake.reading.skipping import COUNTERS
from chuan.intake.reading.words import key_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NEEDED = (Import.Status.READING, Import.Status.UNMAPPED, Import.Status.PREVIEWED, Import.Status.COMMITTING)


def let_go_of_original(imported: Import, *, at: datetime) -> bool:
    """Throw the file's bytes away where they hold more than was kept; whether they are gone now.

    They stay while another import of the same bytes still waits, and where every column was kept.
    """
    if imported.status != Import.Status.DISCARDED and not _holds_more(imported):
        return False
    waiting = Import.objects.filter(blob=imported.blob_id, status__in=_NEEDED).exclude(pk=imported.pk)
    return not waiting.exists() and files.let_go(imported.blob, at=at, besides=Import)


def let_go_of_withheld(imported: Import, opened: Opened, *, at: datetime) -> None:
    """Keep a file without the rows and cells of which nothing may be stored, in the place of the one that came in.

    Its bytes are gone from the first look on, not only when the import is decided; addresses of other rows hold.
    """
    if not (opened.withheld or opened.emptied):
        return
    original = imported.blob
    imported.blob = files.keep(copy_of(opened.table), media_type=_XLSX)
    imported.save(update_fields=["blob"])
    others = Import.objects.filter(blob=original, status__in=_NEEDED).exclude(pk=imported.pk)
    if not others.exists():
        files.let_go(original, at=at, besides=Import)


def _holds_more(imported: Import) -> bool:
    """Whether the file has rows withheld, or a column that was dropped, other than a running number."""
    seen = preview_of(imported)
    return bool(seen.withheld) or any(key_of(one.text) not in COUNTERS for one in seen.dropped)
