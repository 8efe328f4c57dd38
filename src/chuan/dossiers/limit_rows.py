"""Rows of time limits: as read with their doubts, as a person gives them, as another version had them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chuan.dossiers.models import ProcedureVersion, TimeLimit
from chuan.rules.time_limits import CASE_LETTERS, Proposed

CHANNELS = ("", "counter", "online", "post")
"""Ways of handing in, as the register of dossiers names them; "" is every one."""

WRITTEN_LETTERS = 600


@dataclass(frozen=True, slots=True)
class LimitGiven:
    """A limit as a person gives it: case, channel ("" is every one), number, unit. ``total`` 0 is the same day."""

    case: str
    channel: str
    total: int | None
    unit: str


def clear(limit: TimeLimit) -> bool:
    """Whether a limit says number and unit, and nothing speaks against it."""
    return limit.total is not None and bool(limit.unit) and not limit.doubt


def given_limit(one: LimitGiven, version: ProcedureVersion) -> TimeLimit:
    """A limit that a person has said: without doubt."""
    case = " ".join(one.case.split())[:CASE_LETTERS]
    return TimeLimit(version=version, case=case, channel=one.channel, total=one.total, unit=one.unit)


def proposed_limit(one: Proposed, version: ProcedureVersion) -> TimeLimit:
    """A limit as it was read, its doubt kept."""
    return TimeLimit(
        version=version,
        case=one.case,
        channel=one.channel,
        total=one.total,
        unit=one.unit,
        written=one.written[:WRITTEN_LETTERS],
        doubt=one.doubt or "",
    )


def copied(limits: Iterable[TimeLimit], version: ProcedureVersion) -> Iterator[TimeLimit]:
    """The same limits for another version."""
    for one in limits:
        yield TimeLimit(
            version=version,
            case=one.case,
            channel=one.channel,
            total=one.total,
            unit=one.unit,
            written=one.written,
            doubt=one.doubt,
        )
