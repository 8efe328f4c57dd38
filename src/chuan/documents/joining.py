"""Which document a row of a register, or a signed file, is: known by its code, or met by number and date."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chuan.documents.merging import COLUMNS, Facts
from chuan.documents.models import Delivery, Document
from chuan.documents.numbers import number_key
from chuan.rules.vietnamese import fold

CHUNK = 500
_BY_SOURCE = (Delivery.Way.SOURCE, Delivery.Way.PAPER)


@dataclass(frozen=True, slots=True)
class Sent:
    """The one sending that a register told of."""

    pk: int
    way: str
    status: str
    to: str
    steps: int


@dataclass(frozen=True, slots=True)
class Known:
    """A document as it stands, as far as registers fill it; ``basis`` says whether only they know it."""

    pk: int
    uid: uuid.UUID
    outside_code: str
    basis: str
    direction: str
    blob_id: int | None
    columns: dict[str, Any]


_NAMES = ("pk", "uid", "outside_code", "basis", "direction", "blob_id", *COLUMNS)


@dataclass
class Unfollowed:
    """Documents of a unit that no register's row names yet, by number and by day.

    They are few: what was uploaded, drafted or typed here.
    """

    by_number: dict[tuple[str, date | None], list[int]] = field(default_factory=lambda: defaultdict(list))
    taken: set[int] = field(default_factory=set)

    def take(self, facts: Facts) -> int | None:
        """The document of this number and day, for one row only; None where there is none or more than one."""
        key = number_key(facts.number, facts.symbol)
        if not key or facts.issued_on is None:
            return None
        found = [
            pk
            for pk in self.by_number.get((key + _issuer(facts), facts.issued_on), ())
            if pk not in self.taken
        ]
        if len(found) != 1:
            return None
        self.taken.add(found[0])
        return found[0]


def unfollowed(unit_ids: Collection[int], direction: str) -> Unfollowed:
    """Every document of the units (one, and those it came from) and direction that has a number and no row yet."""
    found = Unfollowed()
    rows = Document.objects.filter(unit_id__in=unit_ids, direction=direction, outside_code="").exclude(
        number=""
    )
    told = rows.values_list("pk", "number", "symbol", "issued_on", "issuer_name", "direction")
    for pk, number, symbol, on, issuer, way in told:
        mark = _of(issuer) if way == Document.Direction.IN else ""
        found.by_number[number_key(number, symbol) + mark, on].append(pk)
    return found


def by_code(unit_ids: Collection[int], direction: str, codes: Sequence[str]) -> dict[str, Known]:
    """Documents that follow these rows, by code; those of a ward that merged too, whose rows go on."""
    found: dict[str, Known] = {}
    for start in range(0, len(codes), CHUNK):
        rows = Document.objects.filter(
            unit_id__in=unit_ids, direction=direction, outside_code__in=codes[start : start + CHUNK]
        )
        found |= {one.outside_code: one for one in known_of(rows.values_list(*_NAMES))}
    return found


def by_key(keys: Collection[int]) -> dict[int, Known]:
    """Documents by their keys."""
    found: dict[int, Known] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), CHUNK):
        rows = Document.objects.filter(pk__in=wanted[start : start + CHUNK])
        found |= {one.pk: one for one in known_of(rows.values_list(*_NAMES))}
    return found


def known_of(rows: Any) -> Iterator[Known]:
    """Rows of ``values_list`` as they stand."""
    for pk, uid, code, basis, direction, blob_id, *columns in rows:
        yield Known(pk, uid, code, basis, direction, blob_id, dict(zip(COLUMNS, columns, strict=True)))


def sent_by_source(keys: Sequence[int]) -> dict[int, Sent]:
    """What registers told of sendings, by document; a sending to a known receiver is not theirs."""
    found: dict[int, Sent] = {}
    for start in range(0, len(keys), CHUNK):
        rows = Delivery.objects.filter(
            document_id__in=keys[start : start + CHUNK], way__in=_BY_SOURCE, recipient__isnull=True,
            official__isnull=True, correspondent__isnull=True,
        )  # fmt: skip
        for pk, document, way, status, to in rows.values_list("pk", "document_id", "way", "status", "to"):
            found[document] = Sent(pk, way, status, to, 0)
    return found


def _issuer(facts: Facts) -> str:
    return _of(facts.issuer_name) if facts.arrival_number else ""


def _of(issuer: str) -> str:
    """Two agencies may send the same number on one day: an incoming document is known by its author too."""
    return f" {fold(issuer)}"
