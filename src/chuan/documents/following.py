"""Following the registers of documents: what an import or its withdrawal makes of them (``offers.registers``).

A row becomes a document that only the register knows, or joins one that is here already under the same number and
day: the decision that was uploaded, the draft whose signed file came back. Nothing of a document that people
worked on is overwritten but what the register of record alone can say (docs/decisions/followed-documents.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from chuan.documents import merging
from chuan.documents.fields import HANDLING, IN, OUT
from chuan.documents.following_writes import Change, Writing
from chuan.documents.joining import Known, by_code, by_key, sent_by_source, unfollowed
from chuan.documents.merging import COLUMNS, Facts
from chuan.documents.models import Document
from chuan.intake.models import StandingRow
from chuan.intake.versions import Seen, standing_values
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit, family_ids

CHUNK = 2000
"""How many rows are worked on together."""
_ALWAYS = (
    "listed", "sent_on", "arrival_number", "arrived_on", "acknowledged_on", "lead_name", "due_on", "done_on",
    "progress", "reply_number",
)  # fmt: skip
"""What the register of record alone can say, so that it is taken over also where people worked on the document."""


class DocumentFollower:
    """Makes documents of the rows of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Merge the arrived rows with what other files say, find the documents, and hold what has to be written.

        Reads the database, writes nothing.
        """
        direction = Document.Direction.OUT if arrival.register == OUT.key else Document.Direction.IN
        family = family_ids(Unit(pk=arrival.unit_id))
        free = unfollowed(family, direction)
        others = _Others(arrival, self.register)
        changes: list[Change] = []
        rows = iter(arrival.rows)
        while some := list(islice(rows, CHUNK)):
            facts = others.merged(some)
            known = by_code(family, direction, list(facts))
            joined = {code: pk for code, one in facts.items() if code not in known and (pk := free.take(one))}
            met = by_key(joined.values())
            known |= {code: met[pk] for code, pk in joined.items()}
            sent = (
                sent_by_source([one.pk for one in known.values()])
                if direction == Document.Direction.OUT
                else {}
            )
            changes += [
                change
                for code, one in facts.items()
                if (change := change_of(code, one, known.get(code), sent)) is not None
            ]
        return Writing(arrival.unit_id, direction, at, changes)


def change_of(code: str, facts: Facts, known: Known | None, sent: Mapping[int, Any]) -> Change | None:
    """What has to be written for one row; None where nothing differs, or where nothing is known of it at all."""
    if known is None:
        return (
            Change(code, None, {name: getattr(facts, name) for name in COLUMNS}, facts, None)
            if facts.listed
            else None
        )
    held = sent.get(known.pk)
    columns = {name: value for name, value in _wanted(facts, known).items() if known.columns[name] != value}
    if known.outside_code != code:
        columns["outside_code"] = code
    moved = bool(facts.way) and (held is None or (held.way, held.status) != (facts.way, facts.status))
    if not columns and not moved:
        return None
    return Change(code, known, columns, facts, held)


def _wanted(facts: Facts, known: Known) -> dict[str, Any]:
    """The columns as the rows want them; of a document that people worked on only what is theirs, or still empty."""
    if not facts.listed:
        return {"listed": known.basis != Document.Basis.REGISTER}
    every = {name: getattr(facts, name) for name in COLUMNS}
    if known.basis == Document.Basis.REGISTER:
        if known.blob_id is not None:  # a checked file says more of the paper than the register does
            every["electronic"] = known.columns["electronic"]
        return every
    own = known.columns
    return {
        name: value
        for name, value in every.items()
        if (name in _ALWAYS and value not in ("", None))
        or (name not in ("stage", "type") and own[name] in ("", None))
    }


@dataclass
class _Others:
    """What other sources, and for incoming documents the other register, say of the same codes."""

    arrival: Arrival
    register: Register
    _alone: dict[str, bool] = field(default_factory=dict)

    def merged(self, rows: Sequence[Arrived]) -> dict[str, Facts]:
        """The facts of each code, the arrived rows counting last."""
        codes = [row.code for row in rows]
        told: dict[str, dict[str, list[Mapping[str, str]]]] = defaultdict(lambda: defaultdict(list))
        arrived = {(row.source, row.code) for row in rows}
        for key in self._registers():
            for code, seen in self._standing(key, codes).items():
                told[code][key] += _earlier(seen, arrived if key == self.register.key else set())
        for row in rows:
            if row.values is not None:
                told[row.code][self.register.key].append(row.values)
        return {code: _facts(self.register.key, told[code]) for code in codes}

    def _registers(self) -> tuple[str, ...]:
        return (OUT.key,) if self.register.key == OUT.key else (IN.key, HANDLING.key)

    def _standing(self, key: str, codes: Sequence[str]) -> Mapping[str, list[Seen]]:
        if self._is_alone(key):
            return {}
        return standing_values(self.arrival.unit_id, key, codes)

    def _is_alone(self, key: str) -> bool:
        """Whether nobody but the arriving source has rows of this register: nothing needs to be read then."""
        if key not in self._alone:
            rows = StandingRow.objects.filter(unit_id=self.arrival.unit_id, register=key)
            if key == self.register.key and self.arrival.rows:
                rows = rows.exclude(source=self.arrival.rows[0].source)
            self._alone[key] = not rows.exists()
        return self._alone[key]


def _earlier(seen: Iterable[Seen], arrived: set[tuple[str, str]]) -> Iterator[Mapping[str, str]]:
    """Values of sources other than the arrived ones, the earliest first."""
    for one in sorted(seen, key=lambda one: one.recorded_at):
        if one.values is not None and not any(source == one.source for source, _code in arrived):
            yield one.values


def _facts(register: str, told: Mapping[str, list[Mapping[str, str]]]) -> Facts:
    if register == OUT.key:
        return merging.outgoing(told.get(OUT.key, ()))
    return merging.incoming(told.get(IN.key, ()), told.get(HANDLING.key, ()))
