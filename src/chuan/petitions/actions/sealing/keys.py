"""Keys of the ring turned over: a new one, what is sealed put under it, an old one thrown away. From the machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from chuan.files import sealing as files
from chuan.files.keyrings import FileKeyRing, Wrapped
from chuan.files.models import SealedFile
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.petitions.models import SealedIdentity
from chuan.petitions.refusals_sealed import KeyInUse
from chuan.petitions.sealed.envelope import rewrapped
from chuan.petitions.sealed.keys import in_use
from chuan.trail.actions import SYSTEM, act


def rotate(ring: FileKeyRing, *, at: datetime) -> str:
    """Add a key that locks from now on; its name. Older ones still open."""
    name = ring.rotate()
    _tell("seal_keys.rotate", {"key": name}, at)
    return name


def rewrap(ring: FileKeyRing, *, at: datetime) -> int:
    """Put every data key under the ring's current key; how many. Nothing is opened: only locks change.

    Each in a transaction of its own, so that a broken one stops none before it. Raises ``SealKeyMissing``,
    ``SealBroken``.
    """
    current = ring.names()[-1:]
    done = sum(1 for _one in _all_rewrapped(ring, current[0])) if current else 0
    _tell("seal_keys.rewrap", {"n": done}, at)
    return done


def retire(ring: FileKeyRing, name: str, *, at: datetime) -> None:
    """Throw an old key away: what older backups hold under it can then never be opened again.

    Raises ``KeyInUse`` for the current key, an unknown one, one that still locks something.
    """
    n = in_use()[name]
    if n or name not in ring.names()[:-1]:
        raise KeyInUse(key=name[:40], n=n)
    ring.remove(name)
    _tell("seal_keys.retire", {"key": name}, at)


def _all_rewrapped(ring: FileKeyRing, current: str) -> Iterator[int]:
    for kept in SealedFile.objects.exclude(key_id=current).select_related("blob").order_by("pk"):
        with transaction.atomic():
            files.rewrap(SealedFile.objects.select_for_update().get(pk=kept.pk), ring)
        yield kept.pk
    rows = SealedIdentity.objects.filter(destroyed_at__isnull=True).exclude(key_id=current)
    for one in rows.select_related("petition").order_by("pk"):
        with transaction.atomic():
            locked = SealedIdentity.objects.select_for_update().get(pk=one.pk)
            if locked.destroyed_at is None:
                _rewrap_one(locked, one, ring)
        yield one.pk


def _rewrap_one(locked: SealedIdentity, one: SealedIdentity, ring: FileKeyRing) -> None:
    fresh = rewrapped(Wrapped(locked.key_id, bytes(locked.wrapped_key)), one.petition.uid, ring)
    locked.key_id, locked.wrapped_key = fresh.key_id, fresh.locked
    locked.save(update_fields=["key_id", "wrapped_key"])


def _tell(verb: str, detail: dict[str, object], at: datetime) -> None:
    """A line in the chain of every unit that works here: the ring is the house's."""
    for unit in Unit.objects.filter(valid_to__isnull=True).order_by("pk"):
        with act(verb, Subject("unit", unit.uid), by=SYSTEM, unit_uid=unit.uid, at=at, **detail):
            pass
