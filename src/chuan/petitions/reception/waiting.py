"""Petitions from a reception whose reply is owed: the working days left, and by which article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as later

from chuan.people.viewer import Viewer
from chuan.petitions.lawful import Bench
from chuan.petitions.models import Petition, PetitionQuerySet
from chuan.rules.law import Value
from chuan.rules.petitions import Channel

TOLD = {
    "accepted": later("đã thụ lý, đang giải quyết"),
    "prolonged": later("kéo dài thời gian giải quyết"),
    "refused": later("không thụ lý, nêu lý do"),
    "forwarded": later("đã chuyển nơi có thẩm quyền"),
    "answered": later("đã trả lời nội dung"),
}
"""What a citizen is told after the reception (Luật Tiếp công dân, Điều 28 khoản 1)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A petition that waits for its reply. ``left``: working days to the due day, below 0 when it is past."""

    petition: Petition
    due: date
    left: int
    value: Value | None

    @property
    def state(self) -> str:
        """How urgent: overdue, due_soon, running."""
        if self.left < 0:
            return "overdue"
        return "due_soon" if self.left <= 1 else "running"


def owed(viewer: Viewer) -> PetitionQuerySet:
    """Petitions of the viewer's that came at a reception and were not replied to, the most urgent first."""
    rows = Petition.objects.seen_by(viewer).present_ones().filter(channel=Channel.RECEPTION, repeat=False)
    return rows.filter(reply_due_on__isnull=False, reply_outcome="").order_by("reply_due_on", "pk")


def waiting(rows: Iterable[Petition], bench: Bench, on: date) -> list[Waiting]:
    """The same with their days left."""
    return [one for row in rows if (one := waits(row, bench, on)) is not None]


def waits(row: Petition, bench: Bench, on: date) -> Waiting | None:
    """How one waits; None when it does not."""
    due = row.reply_due_on
    if due is None or row.reply_outcome or row.received_on is None:
        return None
    value = bench.values(row.received_on).get("reception.reply")
    return Waiting(row, due, days_left(bench, due, on), value)


def days_left(bench: Bench, due: date, on: date) -> int:
    """Working days to a day, below 0 after it; calendar days where the calendar is not held so far."""
    if due == on:
        return 0
    days = bench.calendar.working_days(min(on, due), max(on, due))
    if days is None:
        return (due - on).days
    return days if due > on else -max(days, 1)
