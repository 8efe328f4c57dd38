"""When a ward goes into another: the office's calendar goes on, and running clocks run for whoever answers there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.clocks.models import CalendarDay, CalendarYear, Clock
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.offers.uids import new_uid
from chuan.people.models import Unit


class Clocks:
    """Clocks and calendar."""

    key = "clocks"
    words = "Việc có hạn và lịch làm việc"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Two counts."""
        running = Clock.objects.running().filter(unit=unit).count()
        days = CalendarDay.objects.filter(unit=unit).count()
        return [
            Matter(
                _("hạn đang chạy"), moves=running, note=_("Việc của người không sang chờ Chủ tịch giao lại.")
            ),
            Matter(
                _("ngày riêng của lịch cơ quan"), moves=days, note=_("Chép sang, đơn vị cũ giữ nguyên lịch.")
            ),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Running clocks change unit and owner; no date moves. Calendar rows are copied, for they are kept for ever."""
        return {"clocks": move_clocks(passage), "days": copy_calendar(passage.old, passage.new, passage.at)}


def move_clocks(passage: Passage) -> int:
    """Whoever goes over keeps what is his; posts follow their holders; what is left waits for ``orphans``."""
    running = Clock.objects.running().filter(unit=passage.old)
    for old, new in passage.posts.items():
        running.filter(owner_post_id=old).update(owner_post_id=new)
    gone = Q(owner_official__isnull=False) & ~Q(owner_official__in=passage.officials)
    gone |= Q(owner_official=None, owner_post__unit=passage.old)
    running.filter(gone).update(owner_official=None, owner_post=None, owner_role=passage.orphans)
    running.filter(owner_post__unit=passage.old).update(owner_post=None)
    return running.update(unit=passage.new)


def end(unit: Unit, kinds: Iterable[str], on: date) -> int:
    """End the unit's running clocks of things that stay behind and that nobody has to do any more."""
    running = Clock.objects.running().filter(unit=unit, subject_kind__in=list(kinds))
    return running.update(state=Clock.State.ENDED, settled_on=on)


def copy_calendar(old: Unit, new: Unit, at: datetime) -> int:
    """The old unit's days and confirmed years as the new one's own, where it has none yet."""
    copied = 0
    tables: tuple[Any, ...] = (CalendarYear, CalendarDay)
    for table in tables:
        if table.objects.filter(unit=new).exists():
            continue
        rows = [_copied(row, new, at) for row in table.objects.filter(unit=old).order_by("pk")]
        table.objects.bulk_create(rows, batch_size=200)
        copied += len(rows)
    return copied


def _copied(row: Any, new: Unit, at: datetime) -> Any:
    row.pk, row.uid, row.unit, row.recorded_at = None, new_uid(), new, at
    row._state.adding = True
    return row


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Clocks(), place=90)
