"""A file between its preview and its act: the bytes in the store, what was seen in a signed line of the form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from django.core import signing

from chuan.dossiers.refusals_procedures import PreviewStale
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.people.models import Unit

_SALT = "chuan.dossiers.kept_previews"
_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class KeptPreview:
    """Which file was looked at, from which day on it is to hold, and the mark of what it would write."""

    name: str
    valid_from: date
    mark: str
    digest: str = ""

    def data(self) -> bytes:
        """The bytes that were looked at. Raises ``PreviewStale`` when they are gone."""
        blob = Blob.objects.filter(digest=self.digest).first()
        if blob is None:
            raise PreviewStale()
        try:
            return files.read(blob)
        except OSError:
            raise PreviewStale() from None


def keep(preview: KeptPreview, data: bytes, *, unit: Unit) -> str:
    """Keep the bytes; returns a line that only this installation can have signed, good for an hour."""
    files.keep(data, media_type="application/octet-stream")
    digest = hashlib.sha256(data).hexdigest()
    told = [str(unit.uid), preview.name, preview.valid_from.isoformat(), preview.mark, digest]
    return signing.dumps(told, salt=_SALT)


def kept(line: str, *, unit: Unit) -> KeptPreview:
    """What a form sends back.

    Raises ``BadSignature`` for a line that is old or not ours, ``PreviewStale`` for another ward's.
    """
    uid, name, day, mark, digest = signing.loads(line, salt=_SALT, max_age=_SECONDS)
    if uid != str(unit.uid):
        raise PreviewStale()
    return KeptPreview(name, date.fromisoformat(day), mark, digest)
