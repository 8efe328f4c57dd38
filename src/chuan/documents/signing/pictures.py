"""Pictures of hand signatures and of the seal, as the unit supplied them; none is ever drawn in their place."""

from __future__ import annotations

from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.people.models import Official, Unit

HAND, SEAL = "chu-ky.png", "dau.png"
_KINDS = {HAND: "official", SEAL: "unit"}


def hand_of(official: Official | None) -> bytes | None:
    """The latest picture of the official's signature, or None."""
    return _latest(HAND, official) if official else None


def seal_of(unit: Unit) -> bytes | None:
    """The latest picture of the agency's seal, or None."""
    return _latest(SEAL, unit)


def _latest(name: str, whose: Official | Unit) -> bytes | None:
    held = Attachment.objects.filter(subject_kind=_KINDS[name], subject_uid=whose.uid, name=name)
    found = held.select_related("blob").order_by("-recorded_at", "-pk").first()
    if found is None or found.blob.let_go_at is not None:
        return None
    return files.read(found.blob)
