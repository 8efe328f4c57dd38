"""The inspector's list, point by point: what the unit holds of it in a year, and where the rest of the paper is.

26/2014/TT-BKHCN, Điều 36 (``law.inspection``). What no room holds is "chưa áp dụng trên phần mềm": said, not hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chuan.conformity.coverage import note_of, standing_notes
from chuan.conformity.duties import DutyShown, duties_of
from chuan.conformity.models import ClauseNote
from chuan.conformity.permissions import KEEPERS
from chuan.law.inspection import InspectionPoint, points
from chuan.offers.holdings import Holding, held
from chuan.people.guests import followed
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of thing that is held: how many, called what; ``address``: "" where this viewer is not led."""

    count: int
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class PointShown:
    """One point. ``notes``: what the unit says of its clauses; ``page``: where it is looked at, "" for nowhere."""

    number: int
    point: InspectionPoint
    evidence: tuple[Evidence, ...]
    notes: tuple[ClauseNote, ...]
    page: str
    duties: tuple[DutyShown, ...] = ()

    @property
    def is_applied(self) -> bool:
        """Whether anything of it is kept with this software in the year."""
        return bool(self.evidence or self.duties)

    @property
    def does_not_apply(self) -> bool:
        """Whether nothing is held and the unit says of a clause of it that it does not apply."""
        return not self.is_applied and any(one.kind == ClauseNote.Kind.NOT_APPLIED for one in self.notes)

    @property
    def slug(self) -> str:
        """The clause whose saying answers for it, as an address writes it."""
        return self.point.clauses[0].replace(".", "-")


def points_of(unit: Unit, year: int, viewer: Viewer, *, at: datetime) -> list[PointShown]:
    """Every point of the list for a unit and year; about 75 statements, most of them those of the clauses page."""
    period = Period.year(year)
    rows, notes = [one for one in held(unit, period) if one.count], standing_notes(unit, period)
    pages = {one.page for one in points()}
    duties = {one.duty.key: one for one in duties_of(unit, year, viewer.on, at)}
    known = followed({one.address for one in rows}, viewer)
    if viewer.guest or viewer.has(*KEEPERS):  # others of the unit may not open every page of the list
        known |= followed(pages, viewer)
    return [
        PointShown(
            number, one, () if one.duties else _evidence(one, rows, known), _notes(one, notes),
            one.page if one.page in known else "", tuple(duties[key] for key in one.duties),
        )
        for number, one in enumerate(points(), start=1)
    ]  # fmt: skip


def _evidence(point: InspectionPoint, rows: Sequence[Holding], known: set[str]) -> tuple[Evidence, ...]:
    """What is held of its clauses; what two of them share is told once."""
    found = (
        Evidence(one.count, one.label, one.address if one.address in known else "")
        for one in rows
        if one.clause in point.clauses
    )
    return tuple(dict.fromkeys(found))


def _notes(point: InspectionPoint, notes: dict[str, ClauseNote]) -> tuple[ClauseNote, ...]:
    found = {note.pk: note for number in point.clauses if (note := note_of(number, notes)) is not None}
    return tuple(found.values())
