"""Following the registers of dossiers: what an import or its withdrawal makes of them (``offers.registers``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from chuan.dossiers.fields import DossierRegister
from chuan.dossiers.merging import Version
from chuan.dossiers.working import CHUNK, Change, desk_of, work
from chuan.dossiers.writing import Writing
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit

_LAST = 2**31
"""An arrived version comes after all that its source said before."""


class DossierFollower:
    """Makes dossiers, their states and clocks of the rows that came in."""

    register: Register = DossierRegister()

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Merge the arrived rows with what stands, judge the dossiers, and hold what has to be written.

        Reads the database, writes nothing. A row whose values are None is no longer listed by its source; a
        dossier that no source lists any more stays, marked as such.
        """
        desk = desk_of(Unit.objects.get(pk=arrival.unit_id))
        changes: list[Change] = []
        rows = iter(arrival.rows)
        while some := list(islice(rows, CHUNK)):  # never all rows' values at once
            arrived = _versions(some, at)
            without = arrival.import_uid if arrival.withdrawing else None
            changes += work(desk, list(arrived), arrived, without=without)
        why = "withdrawal" if arrival.withdrawing else "import"
        return Writing(desk.unit, why, at, arrival.import_uid, changes, desk.new_names)


def _versions(rows: Iterable[Arrived], at: datetime) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    for row in rows:
        found[row.code].append(Version(row.source, _LAST, row.values, at))
    return found


class TotalsFollower:
    """Rows of official totals stay where they came in: a reconciliation and a page of figures read them there."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def prepare(self, arrival: Arrival, *, at: datetime) -> Nothing:
        """There is nothing to make of them."""
        return Nothing()


class Nothing:
    """Writes nothing."""

    def __call__(self) -> None:
        """Nothing to do."""
