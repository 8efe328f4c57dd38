"""A day on which an act comes into force that also governs running cases: they are judged again by it.

Such acts are values "….running" of the law (155/2026/NĐ-CP, Điều 22; 156/2026/NĐ-CP, Điều 10). A petition that took an
act with it names it in ``law_kept``; one that does not is looked for here. So the work is done once, on whatever day
the programme next runs, and nothing is remembered of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from chuan.law.petitions import running_acts
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition
from chuan.petitions.projecting import judged, write
from chuan.trail.actions import SYSTEM, act

MOST = 500
"""So many petitions are judged in one act: some seconds of it."""


def judge_anew(*, at: datetime) -> int:
    """Judge again what an act of today or before governs and does not name yet; how many deadlines moved."""
    moved = 0
    for name in running_acts(timezone.localtime(at).date()):
        for unit in Unit.objects.filter(pk__in=_without(name).values("owner_unit")):
            moved += sum(_judge(unit, keys, at=at) for keys in _in_parts(name, unit))
    return moved


def _without(name: str) -> QuerySet[Petition]:
    """Running petitions of the act's kind that took some law with them, but not this one."""
    kind = name.partition(".")[0]
    return (
        Petition.objects.running()
        .filter(kind=kind)
        .exclude(law_kept="")
        .exclude(law_kept__contains=f'"{name}"')
    )


def _in_parts(name: str, unit: Unit) -> Iterator[list[int]]:
    keys = list(_without(name).filter(owner_unit=unit).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), MOST):
        yield keys[start : start + MOST]


def _judge(unit: Unit, keys: list[int], *, at: datetime) -> int:
    """One act; lines of petitions are not written, their states say "law"."""
    with act("petition_law.came_in", Subject("unit", unit.uid), by=SYSTEM, unit_uid=unit.uid, at=at) as doing:
        locked = Petition.objects.select_for_update(of=("self",)).select_related("handler", "owner_unit")
        found = judged(list(locked.filter(pk__in=keys).order_by("pk")), bench_of(unit), at=at)
        moved = sum(one.due_moved for one in found)
        write(found, unit, at=at, why="law")
        doing.detail = {"count": len(found), "moved": moved}
    return moved
