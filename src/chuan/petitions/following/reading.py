"""Which petition each arrived row is about, and how it stands then. Reads the database, writes nothing."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from chuan.intake.keys import unpacked
from chuan.intake.versions import counted
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit, family_ids
from chuan.petitions.following.columns import lacking_by_code
from chuan.petitions.following.rows import DUE, Values, cleaned, due_as_seen, packed, with_due
from chuan.petitions.judging import COLUMNS
from chuan.petitions.lawful import Bench
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.projecting import Stands, judged
from chuan.petitions.stories import NOT_HELD

LONGEST = 40
"""Letters of a petition's own code (``Petition.code``)."""


@dataclass
class Desk:
    """What is needed to follow rows of one unit: its law and calendar, and which codes are given away."""

    unit: Unit
    bench: Bench
    arrival: Arrival
    at: datetime
    given: set[str] = field(default_factory=set)


@dataclass
class Change:
    """A petition that a row changes: as it is kept (``stands.petition``), how it stands now, and its new row."""

    stands: Stands
    outside: str
    outside_code: str
    source: str
    signers: int
    fresh: bool = False
    parted: bool = False
    """No source lists it any more, and it was never written here."""


def worked_out(desk: Desk, rows: Sequence[Arrived]) -> Iterator[Change]:
    """What the rows change, in their order; a row of which nothing was ever known changes nothing."""
    codes = [row.code for row in rows]
    known = _known(desk, rows[0].source if rows else "", codes)
    written = _written_here([one.pk for one in known.values()])
    seen, lacking = _dues(desk, rows), lacking_by_code(desk.unit, desk.arrival, codes)
    pictures: list[tuple[Arrived, Petition | None, Petition, str]] = []
    for row in rows:
        held = known.get(row.code)
        if row.values is None and held is None:
            continue
        values = cleaned(desk.arrival.register, row.values) if row.values else None
        if values and lacking.get(row.code):
            values[NOT_HELD] = lacking[row.code]
        if values and row.code in seen:
            values = with_due(values, seen[row.code])
        outside = packed(values) if values else ""
        here = held is not None and held.pk in written
        pictures.append((row, held, _pictured(desk, row, held, values, outside, here=here), outside))
    _name(desk, [picture for _row, held, picture, _outside in pictures if held is None])
    told = judged([picture for _row, _held, picture, _outside in pictures], desk.bench, at=desk.at)
    for (row, held, picture, outside), now in zip(pictures, told, strict=True):
        yield _change(row, held, picture, outside, now)


def _change(row: Arrived, held: Petition | None, picture: Petition, outside: str, now: Stands) -> Change:
    gone = not outside and not picture.present
    return Change(
        stands=Stands(held or picture, now.now),
        outside=picture.outside if gone else outside,
        outside_code=picture.outside_code,
        source=picture.source,
        signers=picture.signers,
        fresh=held is None,
        parted=gone,
    )


def _pictured(
    desk: Desk, row: Arrived, held: Petition | None, values: Values | None, outside: str, *, here: bool
) -> Petition:
    """The petition as the row makes it; the one that is kept stays untouched, so that a change can be seen."""
    picture = copy.copy(held) if held else _new(desk, row.code)
    if values is None:  # its source lists it no more
        picture.present = here
        picture.outside = "" if here else picture.outside
        return picture
    picture.present, picture.outside, picture.outside_code, picture.source = (
        True,
        outside,
        row.code,
        row.source[:120],
    )
    if not here:
        picture.kind, picture.channel = values["kind"], values["channel"]
        picture.field = values.get("field", "")[:100]
        picture.signers = int(values.get("signers") or 1)
        if not picture.way:
            picture.competent = None  # nobody decided here: the row says
    return picture


def _new(desk: Desk, code: str) -> Petition:
    return Petition(unit=desk.unit, owner_unit=desk.unit, code=code, created_at=desk.at)


def _known(desk: Desk, source: str, codes: Sequence[str]) -> dict[str, Petition]:
    """Petitions of these outside codes: by source, else one written here on which somebody typed the code."""
    found: dict[str, Petition] = {}
    typed: dict[str, list[Petition]] = defaultdict(list)
    for start in range(0, len(codes), 500):
        some = Petition.objects.filter(owner_unit=desk.unit, outside_code__in=codes[start : start + 500])
        for one in some.select_related("owner_unit", "handler").order_by("pk"):
            if one.source == source[:120]:
                found[one.outside_code] = one
            elif not one.outside and one.present:
                typed[one.outside_code].append(one)
    for code, ones in typed.items():
        if code not in found and len(ones) == 1:
            found[code] = ones[0]
    return found


def _written_here(keys: Sequence[int]) -> set[int]:
    """Of these petitions those that somebody here took in: their kind, channel and place are ours to say."""
    found: set[int] = set()
    for start in range(0, len(keys), 500):
        received = PetitionEvent.objects.filter(petition_id__in=keys[start : start + 500], verb="receive")
        found.update(received.values_list("petition_id", flat=True))
    return found


def _dues(desk: Desk, rows: Sequence[Arrived]) -> dict[str, str]:
    """By code the due day that was seen in time, where files said more than one.

    After a withdrawal the versions that are left tell it; the arrived row counts last.
    """
    without = desk.arrival.import_uid if desk.arrival.withdrawing else None
    codes = [row.code for row in rows if row.values and row.values.get(DUE)]
    told = counted(family_ids(desk.unit), desk.arrival.register, codes, without=without)
    found = {}
    for row in rows:
        earlier = [one for one in told.get(row.code, ()) if one.source == row.source and one.text]
        if not earlier or row.values is None:
            continue
        versions: list[tuple[date, Mapping[str, str]]] = [
            (timezone.localtime(one.recorded_at).date(), unpacked(one.text) or {})
            for one in sorted(earlier, key=lambda one: (one.recorded_at, one.version))
        ]
        if not desk.arrival.withdrawing:
            versions.append((timezone.localtime(desk.at).date(), row.values))
        found[row.code] = due_as_seen(versions)
    return found


def _name(desk: Desk, fresh: Collection[Petition]) -> None:
    """Give each new petition its code: the outside one, or that with a number where the ward has it already."""
    wanted = [one.code[:LONGEST] for one in fresh]
    for start in range(0, len(wanted), 500):
        some = Petition.objects.filter(unit=desk.unit, code__in=wanted[start : start + 500])
        desk.given.update(some.values_list("code", flat=True))
    for one in fresh:
        one.code = _free(one.code, desk)
        desk.given.add(one.code)


def _free(code: str, desk: Desk) -> str:
    if len(code) <= LONGEST and code not in desk.given:
        return code
    stem = code[: LONGEST - 6]
    for number in range(2, 100_000):
        tried = f"{stem}~{number}"
        if tried not in desk.given and not Petition.objects.filter(unit=desk.unit, code=tried).exists():
            return tried
    raise AssertionError(code)


def differs(change: Change) -> bool:
    """Whether anything of the petition has to be written: its row, its code, or how it stands."""
    held = change.stands.petition
    return change.fresh or change.stands.changed or (
        held.outside, held.outside_code, held.source, held.signers,
    ) != (change.outside, change.outside_code, change.source, change.signers)  # fmt: skip


__all__ = ["COLUMNS", "Change", "Desk", "differs", "worked_out"]
