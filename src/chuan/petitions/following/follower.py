"""The follower of both registers, and the writing of what it worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.offers import registers
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit
from chuan.petitions import searching
from chuan.petitions.fields import REGISTERS
from chuan.petitions.following import parts
from chuan.petitions.following.reading import COLUMNS, Change, Desk, differs, worked_out
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition, PetitionState, Sender
from chuan.petitions.permissions import SECRET_KINDS
from chuan.petitions.projecting import clock_of, keep_law, put, waits_for_us, write

CHUNK = 2000
"""How many rows are worked on together."""
BATCH = 500


class PetitionFollower:
    """Makes petitions, their states and clocks of the rows of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Find the petition of each row, judge it, and hold what has to be written.

        Reads the database, writes nothing. A petition that its source lists no more stays as it stood, marked as
        such; one written here first goes back to what was written here.
        """
        unit = Unit.objects.get(pk=arrival.unit_id)
        desk = Desk(unit, bench_of(unit), arrival, at)
        writing = Writing(desk, at)
        rows = iter(arrival.rows)
        while some := list(islice(rows, CHUNK)):
            writing.add(some)
        return writing


@dataclass
class Writing:
    """What an import or a withdrawal changes, ready to be written once. ``at``: the moment it is recorded at."""

    desk: Desk
    at: datetime

    def __post_init__(self) -> None:
        self.changes: list[Change] = []
        self._states: dict[int, int] = {}
        self._rows: dict[int, Arrived] = {}

    def add(self, rows: Sequence[Arrived]) -> None:
        """Work these rows out."""
        by_code = {row.code: row for row in rows}
        for change in worked_out(self.desk, rows):
            if not differs(change):
                continue
            held = change.stands.petition
            if held.pk:
                self._states[held.pk] = held.states
                self._rows[held.pk] = by_code[change.outside_code or held.outside_code]
            self.changes.append(change)

    def __call__(self) -> None:
        """Write it, some hundreds of rows a statement. What was worked on meanwhile is judged again first."""
        self._work_again()
        for start in range(0, len(self.changes), BATCH):
            some = self.changes[start : start + BATCH]
            self._create([one for one in some if one.fresh])
            self._keep([one for one in some if not one.fresh])

    @property
    def why(self) -> str:
        """What the states that begin say of their cause."""
        return "withdrawal" if self.desk.arrival.withdrawing else "import"

    def _work_again(self) -> None:
        """Petitions on which somebody wrote a line while the rows were being worked out."""
        keys = list(self._states)
        moved = set()
        for start in range(0, len(keys), BATCH):
            now = Petition.objects.filter(pk__in=keys[start : start + BATCH]).values_list("pk", "states")
            moved |= {pk for pk, states in now if states != self._states[pk]}
        if not moved:
            return
        self.changes = [one for one in self.changes if one.stands.petition.pk not in moved]
        again = [self._rows[pk] for pk in moved]
        self.changes += [one for one in worked_out(self.desk, again) if differs(one)]

    def _create(self, fresh: Sequence[Change]) -> None:
        """New petitions with their first state; a clock only where something is still to be done."""
        keep_law([one.stands for one in fresh], self.at)
        for one in fresh:
            _put(one, {name: getattr(one.stands.now, name) for name in COLUMNS} | {"states": 1})
        rows = [one.stands.petition for one in fresh]
        Petition.objects.bulk_create(rows, batch_size=BATCH)
        states = (
            PetitionState(
                petition=one, owner_unit_id=one.owner_unit_id, seq=1, recorded_at=self.at, why=self.why,
                import_uid=self.desk.arrival.import_uid, **{name: getattr(one, name) for name in COLUMNS},
            )
            for one in rows
        )  # fmt: skip
        PetitionState.objects.bulk_create(states, batch_size=BATCH)
        searching.put(rows)
        on = timezone.localtime(self.at).date()
        live = (clock_of(one, on) for one in rows if waits_for_us(one))
        clocks.keep_all(live, unit=self.desk.unit)

    def _keep(self, known: Sequence[Change]) -> None:
        """Petitions that are here already: their row, then the state that begins where they stand differently."""
        for one in known:
            _put(one, {})
        rows = [one.stands.petition for one in known]
        put(rows, ["outside", "outside_code", "source", "signers"])
        secret = [one.stands.petition.pk for one in known if one.stands.now.kind in SECRET_KINDS]
        Sender.objects.filter(petition_id__in=secret).delete()
        write(
            [one.stands for one in known], self.desk.unit, at=self.at, why=self.why,
            import_uid=self.desk.arrival.import_uid,
        )  # fmt: skip
        searching.put(rows)


def _put(change: Change, columns: dict[str, Any]) -> None:
    held = change.stands.petition
    held.outside, held.outside_code = change.outside, change.outside_code
    held.source, held.signers = change.source, change.signers
    for name, value in columns.items():
        setattr(held, name, value)


def offer() -> None:
    """Follow both registers, and stand on a petition's page; called when the programme starts."""
    for register in REGISTERS:
        registers.follow(PetitionFollower(register))
    parts.offer()
