"""A ward goes into another: days of reception that its Chairman would have held are called off, each with the paper.

From that day on another Chairman receives in person (Luật Tiếp công dân, Điều 15), so days do not move: the new ward
plans its own, and is told when too few are planned. Days before it, and the register, stay where they were held.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.offers.subjects import Subject
from chuan.offers.succession import Matter, Passage
from chuan.people.models import Unit
from chuan.petitions.models import ReceptionChange, ReceptionDay
from chuan.petitions.reception.days import DAY, LINE, words_of

PLANNED = ReceptionDay.State.PLANNED


def matters(unit: Unit) -> Iterator[Matter]:
    """Days planned and not held yet. One statement."""
    planned = ReceptionDay.objects.filter(unit=unit, state=PLANNED).count()
    if planned:
        note = _(
            "Từ ngày sáp nhập, buổi đã xếp được hoãn kèm văn bản; đơn vị mới xếp lịch của Chủ tịch mình."
        )
        yield Matter(_("buổi tiếp công dân đã xếp"), moves=0, stays=planned, note=note)


def call_off(passage: Passage) -> int:
    """Call off the days from the merger on; how many. Inside the act of merging."""
    rows = ReceptionDay.objects.select_for_update(of=("self",)).filter(
        unit=passage.old, state=PLANNED, day__gte=passage.on
    )
    why = _("sáp nhập vào %(ward)s: %(paper)s") % {"ward": passage.new.name, "paper": passage.citation}
    found = list(rows.select_related("receiver", "unit").order_by("day", "starts"))
    for row in found:
        _call_off(row, why[:500], passage)
    return len(found)


def _call_off(row: ReceptionDay, why: str, passage: Passage) -> None:
    before, last = words_of(row), row.changes.order_by("-seq").values_list("seq", flat=True).first() or 0
    row.state = ReceptionDay.State.CANCELLED
    row.save(update_fields=["state"])
    ReceptionChange.objects.create(
        reception_day=row, seq=last + 1, verb="call_off", before=before, after=words_of(row), reason=why,
        by=passage.by.official, recorded_at=passage.at,
    )  # fmt: skip
    for kind in ("due", LINE):
        clocks.settle(Subject(DAY, row.uid), on=passage.on, kind=kind)
