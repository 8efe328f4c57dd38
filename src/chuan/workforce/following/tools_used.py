"""The follower of both registers of tools used: states of counts that begin and end with the files that bring them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from chuan.offers import registers
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.workforce.fields import COUNTED, REGISTERS
from chuan.workforce.models import ToolUse

CHUNK = 500
State = tuple[int, str]
"""Count and the name that the system shows."""


class ToolFollower:
    """Keeps the count of each account and month as the standing file says it."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Find what stands of the arrived rows, and what changes; writes nothing."""
        writing = Writing(at)
        rows = iter(arrival.rows)
        while some := list(islice(rows, CHUNK)):
            _work(some, arrival, writing)
        return writing


@dataclass
class Writing:
    """States to close and to begin, ready to be written once. ``at``: the moment they are recorded at."""

    at: datetime
    ends: list[int] = field(default_factory=list)
    begins: list[ToolUse] = field(default_factory=list)

    def __call__(self) -> None:
        """Close, then begin: of each account and month one state stands."""
        for start in range(0, len(self.ends), CHUNK):
            ToolUse.objects.filter(pk__in=self.ends[start : start + CHUNK]).update(until_at=self.at)
        for row in self.begins:
            row.recorded_at = self.at
        ToolUse.objects.bulk_create(self.begins, batch_size=CHUNK)


def _work(rows: Sequence[Arrived], arrival: Arrival, writing: Writing) -> None:
    wanted = {(row.source, *_named(row.code)): _state(row, arrival.register) for row in rows}
    standing = ToolUse.objects.filter(
        unit_id=arrival.unit_id, register=arrival.register, until_at__isnull=True,
        account__in={account for _source, account, _month in wanted},
    )  # fmt: skip
    known = {(one.source, one.account, one.month): one for one in standing}
    for key, state in wanted.items():
        held = known.get(key)
        if held is not None and (held.count, held.holder) == state:
            continue
        if held is not None:
            writing.ends.append(held.pk)
        if state is not None:
            writing.begins.append(_begun(key, state, arrival, writing.at))


def _begun(key: tuple[str, str, date], state: State, arrival: Arrival, at: datetime) -> ToolUse:
    source, account, month = key
    return ToolUse(
        unit_id=arrival.unit_id, register=arrival.register, source=source, account=account, month=month,
        count=state[0], holder=state[1], recorded_at=at, import_uid=arrival.import_uid,
    )  # fmt: skip


def _state(row: Arrived, register: str) -> State | None:
    if row.values is None:
        return None
    return int(row.values.get(COUNTED[register]) or 0), row.values.get("holder", "")[:160]


def _named(code: str) -> tuple[str, date]:
    """Account and month of a row's code: "hoaitt@bachong.example 2021-03-01"."""
    account, _space, month = code.rpartition(" ")
    return account, date.fromisoformat(month)


def offer() -> None:
    """Follow both registers; called when the programme starts."""
    for register in REGISTERS:
        registers.follow(ToolFollower(register))
