"""The bytes of a scan or of a copy, in memory only, for as long as a page of it is drawn."""

from __future__ import annotations

from chuan.exchange.redacting import LIMITS, ToMark, page_to_mark
from chuan.files import actions as files
from chuan.files import sealing
from chuan.files.keyrings import house_ring
from chuan.files.models import SealedFile
from chuan.files.sealing import Sealed, Sealer
from chuan.petitions.models import Petition, Redaction, WorkingCopy
from chuan.petitions.refusals_redacting import ScanTooBig
from chuan.rules.refusals import NotFound

MEGABYTE = 1_000_000
MOST_BYTES = LIMITS.file_bytes


def scan_bytes(copy: WorkingCopy) -> bytes:
    """The scan that is being marked. Raises ``SealKeyMissing``, ``SealBroken``."""
    return unsealed(copy.sealed)


def copy_bytes(copy: Redaction) -> bytes:
    """The covered copy, from under its seal before it is confirmed. Raises ``NotFound`` for a withdrawn one."""
    if copy.sealed is not None:
        return unsealed(copy.sealed)
    if copy.blob is None or copy.withdrawn_at is not None:
        raise NotFound(thing="bản đã che này")
    return files.read(copy.blob)


def unsealed(kept: SealedFile) -> bytes:
    """All of it, only once the last piece has opened."""
    _, pieces = sealing.opened(kept, house_ring())
    return b"".join(pieces)


def sealed_anew(data: bytes) -> Sealed:
    """Bytes of our own put under a seal; no name inside. Drop it unless it is kept."""
    with Sealer(house_ring(), name="") as sealer:
        sealer.feed(data)
        return sealer.finish()


def pages_of(sealed: Sealed, petition: Petition) -> int:
    """How many pages a scan has that has just come in: its first page is drawn.

    Raises what ``page_to_mark`` raises; the scan is the caller's to drop then.
    """
    return page_to_mark(_coming_in(sealed), name=petition.code, page=1).pages


def _coming_in(sealed: Sealed) -> bytes:
    data = b"".join(sealing.not_yet_kept(sealed, house_ring()))
    if len(data) > MOST_BYTES:
        raise ScanTooBig(limit=MOST_BYTES // MEGABYTE)
    return data


def picture_of(data: bytes, petition: Petition, page: int) -> ToMark:
    """One page as it is marked and covered."""
    return page_to_mark(data, name=petition.code, page=page)
