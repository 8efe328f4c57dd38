"""Petitions written here and rows of the system of record: which may be one, which still wait for each other.

A person joins them; Chuẩn only proposes: the same kind, received on the same day, of the same field of work where
both say one. Never by a name: none is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from chuan.intake.record_systems import system_on
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.petitions.fields import FEEDBACK, PETITIONS
from chuan.petitions.models import Petition, PetitionEvent, PetitionQuerySet
from chuan.rules.petitions import Channel, Kind

SHOWN = 50
_OF_PORTALS = (Kind.FEEDBACK, Kind.SUGGESTION)


@dataclass(frozen=True)
class Waiting:
    """A petition written here that its source does not list yet, and the rows that may be it."""

    petition: Petition
    system: str
    proposals: Sequence[Petition]


def waiting_here(viewer: Viewer, on: date) -> list[Waiting]:
    """Petitions that wait for their row, the earliest received first; none where Chuẩn keeps the register."""
    ours = list(unlisted(viewer, on).order_by("received_on", "pk")[:SHOWN])
    rows = _candidates(viewer, ours)
    names = _systems(viewer.unit, on)
    return [
        Waiting(
            one, names[register_of(one)], [row for row in rows[one.kind, one.received_on] if _alike(one, row)]
        )
        for one in ours
    ]


def unlisted(viewer: Viewer, on: date) -> PetitionQuerySet:
    """What the viewer sees of petitions that stand here, and of which the source that keeps them knows nothing yet."""
    rows = Petition.objects.seen_by(viewer).present_ones()
    rows = rows.filter(owner_unit=viewer.unit, listed=False, repeat=False).exclude(status="divided")
    portals = Q(kind__in=_OF_PORTALS, channel=Channel.PORTAL)
    followed = Q(pk__in=())
    if not system_on(viewer.unit, PETITIONS, on).keeps:
        followed |= ~portals
    if not system_on(viewer.unit, FEEDBACK, on).keeps:
        followed |= portals
    return rows.filter(followed)


def only_listed(viewer: Viewer) -> PetitionQuerySet:
    """Rows of the source, still in work, on which nobody has written a line here: nothing here belongs to them yet."""
    return _bare(Petition.objects.seen_by(viewer).in_work().filter(owner_unit=viewer.unit, listed=True))


def register_of(petition: Petition) -> str:
    """Which register lists it: the portals' their posts, the national database everything else."""
    portal = petition.kind in _OF_PORTALS and petition.channel == Channel.PORTAL
    return FEEDBACK if portal else PETITIONS


def has_lines(petition: Petition) -> bool:
    """Whether anything was written here on it."""
    return PetitionEvent.objects.filter(petition=petition).exists()


def _bare(rows: PetitionQuerySet) -> PetitionQuerySet:
    return rows.filter(~Exists(PetitionEvent.objects.filter(petition=OuterRef("pk"))))


def _candidates(viewer: Viewer, ours: Iterable[Petition]) -> dict[tuple[str, date | None], list[Petition]]:
    """Rows without a line of ours, by kind and day of receipt; one statement."""
    wanted = list(ours)
    rows = Petition.objects.seen_by(viewer).present_ones().filter(owner_unit=viewer.unit, listed=True)
    rows = rows.filter(
        kind__in={one.kind for one in wanted}, received_on__in={one.received_on for one in wanted}
    )
    found: dict[tuple[str, date | None], list[Petition]] = defaultdict(list)
    for row in _bare(rows).order_by("code") if wanted else ():
        found[row.kind, row.received_on].append(row)
    return found


def _alike(one: Petition, row: Petition) -> bool:
    return register_of(one) == register_of(row) and (not one.field or not row.field or one.field == row.field)


def _systems(unit: Unit, on: date) -> dict[str, str]:
    return {key: system_on(unit, key, on).name for key in (PETITIONS, FEEDBACK)}
