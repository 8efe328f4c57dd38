"""A higher body's list makes rows of what it received; what somebody here found out about a row stays with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from chuan.offers import registers
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit
from chuan.petitions.escalated.versions import first_version, next_version
from chuan.petitions.fields_escalated import REGISTER
from chuan.petitions.models import Escalation

BATCH = 500
Wanted = dict[str, Any]


class EscalationFollower:
    """Makes rows of the register of what higher bodies received."""

    register: Register = REGISTER

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Find the row of each line; reads the database, writes nothing."""
        unit = Unit.objects.get(pk=arrival.unit_id)
        writing = Writing(unit, arrival, at)
        rows = list(arrival.rows)
        for start in range(0, len(rows), BATCH):
            writing.changes += list(_changes(unit, rows[start : start + BATCH]))
        return writing


@dataclass
class Writing:
    """Rows by their codes, as the list tells them; a row is written only where it differs from what stands."""

    unit: Unit
    arrival: Arrival
    at: datetime
    changes: list[tuple[Arrived, Wanted | None]] = field(default_factory=list)

    def __call__(self) -> None:
        """Write them; what stands is read again and locked, because somebody may have worked on it meanwhile."""
        for start in range(0, len(self.changes), BATCH):
            some = self.changes[start : start + BATCH]
            standing = _standing(self.unit, [row for row, _wanted in some], lock=True)
            adopted = _by_hand(self.unit, [wanted for _row, wanted in some if wanted])
            for row, wanted in some:
                held = standing.get((row.source[:120], row.code))
                if held is None and wanted:
                    held = adopted.pop((wanted["received_on"], wanted["paper"]), None)
                self._write(held, wanted)

    def _write(self, held: Escalation | None, wanted: Wanted | None) -> None:
        why = "withdrawal" if self.arrival.withdrawing else "import"
        told: Wanted = {"present": False} if wanted is None else {**wanted, "present": True}
        told |= {"why": why, "import_uid": self.arrival.import_uid, "reason": "", "by": None}
        if held is not None:
            next_version(held, at=self.at, **told)
        elif wanted is not None:
            first_version(self.unit, at=self.at, **told)


def _changes(unit: Unit, rows: Sequence[Arrived]) -> Iterator[tuple[Arrived, Wanted | None]]:
    standing = _standing(unit, rows)
    for row in rows:
        held = standing.get((row.source[:120], row.code))
        if row.values is None:
            if held is not None and held.present:
                yield row, None
            continue
        wanted = _wanted(row, row.values)
        if held is None or not held.present or any(getattr(held, name) != wanted[name] for name in wanted):
            yield row, wanted


def _standing(
    unit: Unit, rows: Iterable[Arrived], *, lock: bool = False
) -> dict[tuple[str, str], Escalation]:
    codes = [row.code for row in rows]
    latest = Escalation.objects.latest_ones().filter(unit=unit, outside_code__in=codes)
    found = latest.select_for_update() if lock else latest
    return {(one.source, one.outside_code): one for one in found}


def _by_hand(unit: Unit, wanted: Sequence[Wanted]) -> dict[tuple[date, str], Escalation]:
    """What was written by hand out of the paper that a line names, on the same day: the line is the same letter."""
    papers = {one["paper"] for one in wanted if one["paper"]}
    rows = Escalation.objects.standing().filter(unit=unit, outside_code="", paper__in=papers)
    return {(one.received_on, one.paper): one for one in rows.select_for_update().order_by("-pk")}


def _wanted(row: Arrived, values: Mapping[str, str]) -> Wanted:
    told = values.get("told_on", "")[:10]
    return {
        "source": row.source[:120], "outside_code": row.code[:160],
        "received_on": date.fromisoformat(values["received_on"][:10]),
        "told_on": date.fromisoformat(told) if told else None,
        "body": (values.get("body") or row.source)[:160], "paper": values.get("paper", "")[:160],
        "kind": values["kind"], "channel": values.get("channel") or Escalation.Channel.LETTER.value,
        "ward_code": values.get("ward_code", "")[:160], **_asked(values),
    }  # fmt: skip


def _asked(values: Mapping[str, str]) -> Wanted:
    """Only where the list says that the ward was not asked; else what was found out here stays."""
    return {"never_asked": True} if values.get("asked") == "no" and not values.get("ward_code") else {}


def offer() -> None:
    """Follow the register; called when the programme starts."""
    registers.follow(EscalationFollower())
