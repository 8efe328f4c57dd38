"""What other systems say of a row: as it stands, source by source, and every version with the file that brought it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from chuan.intake.comparing import CHUNK
from chuan.intake.keys import unpacked
from chuan.intake.models import Import, OutsideRow, StandingRow


@dataclass(frozen=True, slots=True)
class Seen:
    """One version of one row. ``values`` hold filled fields only; None says that the source no longer listed it.

    ``recorded_at`` is the moment its import was taken in; ``withdrawn``: that import no longer counts.
    """

    source: str
    version: int
    values: Mapping[str, str] | None
    recorded_at: datetime
    import_uid: uuid.UUID
    file_name: str
    after_due: bool
    withdrawn: bool


class Told(NamedTuple):
    """One version whose import counts, as it is stored: ``text`` is "" when the source no longer listed the row."""

    source: str
    version: int
    text: str
    recorded_at: datetime


def standing_values(unit_id: int, register: str, codes: Collection[str]) -> dict[str, list[Seen]]:
    """How each code stands now, one entry a source that lists it; codes of which nothing stands are absent."""
    found: dict[str, list[Seen]] = {}
    for chunk in _chunks(codes):
        rows = StandingRow.objects.filter(unit_id=unit_id, register=register, outside_code__in=chunk)
        found |= _by_code(rows.values_list("outside_code", *(f"row__{name}" for name in _COLUMNS)))
    return found


def history(unit_ids: Collection[int], register: str, code: str) -> list[Seen]:
    """Every version of one code, the earliest first, withdrawn ones too."""
    return histories(unit_ids, register, [code]).get(code, [])


def histories(unit_ids: Collection[int], register: str, codes: Collection[str]) -> dict[str, list[Seen]]:
    """Every version of many codes, each list the earliest first."""
    found: dict[str, list[Seen]] = {}
    for chunk in _chunks(codes):
        rows = OutsideRow.objects.filter(unit_id__in=unit_ids, register=register, outside_code__in=chunk)
        found |= _by_code(rows.order_by("pk").values_list("outside_code", *_COLUMNS))
    return found


def counted(
    unit_ids: Collection[int], register: str, codes: Collection[str], *, without: uuid.UUID | None = None
) -> dict[str, list[Told]]:
    """Every version that counts, in no order, for very many codes: nothing is unpacked that nobody reads.

    ``unit_ids``: the unit and those it came from: what came in for a ward that merged goes on being told.

    ``without``: an import that is about to be withdrawn.
    """
    imports = Import.objects.filter(unit_id__in=unit_ids, register=register).standing()
    standing = imports if without is None else imports.exclude(uid=without)
    moments: dict[int, Any] = dict(standing.values_list("pk", "committed_at"))
    found: dict[str, list[Told]] = defaultdict(list)
    for chunk in _chunks(codes):
        rows = OutsideRow.objects.filter(unit_id__in=unit_ids, register=register, outside_code__in=chunk)
        told = rows.values_list("outside_code", "brought_by_id", "source", "version", "fields")
        for code, by, source, version, text in told:
            if by in moments:
                found[code].append(Told(source, version, text, moments[by]))
    return found


_COLUMNS = (
    "source", "version", "fields", "brought_by__committed_at", "brought_by__uid", "brought_by__file_name",
    "after_due", "brought_by__status",
)  # fmt: skip


def _by_code(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for code, source, version, text, recorded_at, uid, name, after_due, status in rows:
        withdrawn = status == Import.Status.WITHDRAWN
        found[code].append(
            Seen(source, version, unpacked(text), recorded_at, uid, name, after_due, withdrawn)
        )
    return found


def _chunks(codes: Collection[str]) -> Iterator[list[str]]:
    left = list(codes)
    return (left[at : at + CHUNK] for at in range(0, len(left), CHUNK))
