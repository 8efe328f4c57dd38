"""The one time limit by which a dossier may be judged: confirmed, in force on its day, and without doubt.

One query set for a unit's whole catalogue, then look-ups in memory: an import asks for thousands of dossiers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.dossiers.models import ProcedureVersion, TimeLimit
from chuan.dossiers.procedures.types import national_code
from chuan.people.models import Unit


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a dossier may take: ``total`` of ``unit`` (a ``rules.deadlines.ClockUnit`` value)."""

    limit_id: int
    procedure_id: int
    total: int
    unit: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A limit as it stands, its number or unit perhaps lost."""

    limit_id: int
    channel: str
    total: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class _Life:
    """A confirmed version: in force from a day, and up to the day before ``until``."""

    procedure_id: int
    since: date
    until: date | None
    rows: tuple[_Row, ...]

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


class LimitBook:
    """The confirmed time limits of a unit's procedures, by code."""

    def __init__(self, lives: Mapping[str, Sequence[_Life]], procedures: Mapping[str, int]) -> None:
        self._lives, self._procedures = lives, procedures
        self._known: dict[str, str] = {}

    def find(self, code: str, channel: str, on: date) -> Limit | None:
        """The limit of a dossier of this procedure, handed in through this channel and received on this day.

        None when no confirmed version is in force, when a limit of the channel has lost its number or unit, and
        when several cases take different times: which case a dossier is, its row does not say. ``total`` 0 is
        the same day. A province's tail of the code ("1.001193.000.00.00.H29") is left aside.
        """
        held = [one for one in self._lives.get(self._national(code), ()) if one.holds(on)]
        if not held:
            return None
        life = max(held, key=lambda one: one.since)
        return _only(life.procedure_id, _of_channel(life.rows, channel))

    def procedure_of(self, code: str) -> int | None:
        """The id of the procedure with this code, confirmed or not; None when the catalogue lacks it."""
        return self._procedures.get(self._national(code))

    def _national(self, code: str) -> str:
        """`national_code`, each spelling reckoned once: an import asks for the same few hundred codes."""
        found = self._known.get(code)
        if found is None:
            found = self._known[code] = national_code(code)
        return found


def limits_of(unit: Unit) -> LimitBook:
    """The book of a unit's catalogue, in three queries."""
    versions = list(
        ProcedureVersion.objects.filter(procedure__unit=unit, status=ProcedureVersion.Status.CONFIRMED)
        .order_by("number")
        .values_list("pk", "procedure_id", "procedure__code", "valid_from", "valid_to")
    )
    rows = _rows_of(unit)
    lives: dict[str, list[_Life]] = defaultdict(list)
    for pk, procedure_id, code, since, until in reversed(versions):
        lives[code].append(_Life(procedure_id, since, until, tuple(rows.get(pk, ()))))
    return LimitBook(lives, dict(unit.procedures.values_list("code", "pk")))


def _rows_of(unit: Unit) -> dict[int, list[_Row]]:
    rows: dict[int, list[_Row]] = defaultdict(list)
    standing = TimeLimit.objects.filter(
        version__procedure__unit=unit, version__status=ProcedureVersion.Status.CONFIRMED
    ).order_by("pk")
    for pk, version, channel, total, measured in standing.values_list(
        "pk", "version_id", "channel", "total", "unit"
    ):
        rows[version].append(_Row(pk, channel, total, measured))
    return rows


def _of_channel(rows: Sequence[_Row], channel: str) -> Sequence[_Row]:
    """The limits of a channel: its own, else those of every channel, else (a channel not named) all of them."""
    for wanted in (channel, ""):
        own = [row for row in rows if row.channel == wanted]
        if own:
            return own
    return rows


def _only(procedure_id: int, rows: Sequence[_Row]) -> Limit | None:
    """The one time that all these limits give; None when they differ, are none, or have lost something."""
    times = {(row.total, row.unit) for row in rows}
    if len(times) != 1:
        return None
    total, unit = times.pop()
    return Limit(rows[0].limit_id, procedure_id, total, unit) if total is not None and unit else None
