"""Who was at the meeting, as it is recorded: no law sets a quorum, so none is invented."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.reviews import (
    AbsenceUnexplained,
    ChairAway,
    ChairIsSecretary,
    HeldLater,
    NobodyElse,
    SecretaryAway,
    ThereAndAway,
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One person who was called: who, by name; whether he came; why not."""

    who: Hashable
    name: str
    came: bool
    why: str = ""


def check_meeting(
    seats: Sequence[Seat], *, chair: Hashable, secretary: Hashable, held_on: date, today: date
) -> None:
    """Chair and secretary are two people and both there, somebody else came, who stayed away has a reason.

    Raises ``HeldLater``, ``ChairIsSecretary``, ``ChairAway``, ``SecretaryAway``, ``NobodyElse``,
    ``AbsenceUnexplained``, ``ThereAndAway``.
    """
    if held_on > today:
        raise HeldLater(held=held_on)
    if chair == secretary:
        raise ChairIsSecretary()
    there = {one.who for one in seats if one.came}
    if chair not in there:
        raise ChairAway()
    if secretary not in there:
        raise SecretaryAway()
    if not there - {chair, secretary}:
        raise NobodyElse()
    if silent := [one.name for one in seats if not one.came and not one.why.strip()]:
        raise AbsenceUnexplained(names=", ".join(silent))
    if both := [one.name for one in seats if one.came and one.why.strip()]:
        raise ThereAndAway(names=", ".join(both))
