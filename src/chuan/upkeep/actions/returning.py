"""What is written down when a house came back from an archive."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.actions import sessions
from chuan.trail.actions import act
from chuan.upkeep.actions.backups import BACKUPS, house_unit
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.models import Backup


def note_restored(manifest: Manifest, sha256: str, *, at: datetime) -> None:
    """End every session of then, and say in the trail from which archive the house came back."""
    unit = house_unit()
    if unit is None:
        sessions.end_everything(at=at)
        return
    detail = {"since": manifest.made_at, "sha256": sha256}
    with act("backup.restore", Subject("backup", new_uid()), by=BACKUPS, unit_uid=unit.uid, at=at, **detail):
        sessions.end_everything(at=at)
        Backup.objects.filter(state=Backup.State.RUNNING).update(
            state=Backup.State.FAILED,
            refusal=_("Lượt sao lưu này có trong bản đã phục hồi, chưa xong lúc đó."),
        )
