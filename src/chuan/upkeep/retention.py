"""Which archives are kept: the last of each day, week and month, so many of each; all of the newest's last 24 hours."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from chuan.files.flushing import flush_folder
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.places import Rule, archives

AHEAD, DAY = timedelta(minutes=5), timedelta(days=1)


def kept_by(moments: Collection[datetime], rule: Rule) -> set[datetime]:
    """The moments that the rule keeps."""
    newest_first = sorted(moments, reverse=True)
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (rule.daily, lambda local: local.date()),
        (rule.weekly, lambda local: tuple(local.isocalendar())[:2]),
        (rule.monthly, lambda local: (local.year, local.month)),
    )
    kept = {moment for moment in newest_first if newest_first[0] - moment < DAY}
    for how_many, span_of in spans:
        last: dict[object, datetime] = {}
        for moment in newest_first:
            last.setdefault(span_of(timezone.localtime(moment)), moment)
        kept |= set(list(last.values())[:how_many])
    return kept


def let_go(place: Path, rule: Rule, *, ours: Manifest) -> list[Path]:
    """Delete the archives of this house that the rule no longer keeps; what was deleted.

    Only after a new one (``ours``) was made and read back; never that one, nor one that says it is younger (a clock
    that went wrong), nor a file of another house, of another name, or that cannot be read.
    """
    units = {uid for uid, _ in ours.units}
    found = {
        path: manifest.moment
        for path, manifest in archives(place)
        if units & {uid for uid, _ in manifest.units} and manifest.moment <= ours.moment + AHEAD
    }
    kept = kept_by(set(found.values()) | {ours.moment}, rule)
    gone = [path for path, moment in found.items() if moment not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    if gone:
        flush_folder(place)
    return gone
