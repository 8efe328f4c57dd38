"""Names of handlers as the files write them: whom each means, how many dossiers bear it, whom it may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from chuan.dossiers.models import Dossier, HandlerName
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name, and how many dossiers bear it. ``own``: it may be confirmed by the viewer's unit."""

    name: HandlerName
    dossiers: int
    own: bool


def names_of(viewer: Viewer) -> Sequence[ShownName]:
    """Names the viewer may see: those nobody has confirmed first, then by name."""
    seen = HandlerName.objects.seen_by(viewer).select_related("official", "confirmed_by")
    counts = _counts(viewer)
    rows = sorted(seen, key=lambda one: (one.confirmed_at is not None, one.folded))
    return [ShownName(one, counts[one.unit_id, one.folded], one.unit_id == viewer.unit.pk) for one in rows]


def likely_official(name: HandlerName, viewer: Viewer) -> str:
    """The official confirmed, else the only one of the unit called so; an uid, "" when nobody or several."""
    if name.official is not None:
        return str(name.official.uid)
    called = Official.objects.seen_by(viewer).filter(unit=name.unit).values_list("uid", "name")
    found = [uid for uid, said in called if fold(said) == name.folded]
    return str(found[0]) if len(found) == 1 else ""


def _counts(viewer: Viewer) -> Counter[tuple[int, str]]:
    dossiers = Dossier.objects.seen_by(viewer).exclude(handler_name="").order_by()
    told: Counter[tuple[int, str]] = Counter()
    for unit, written, n in dossiers.values_list("unit_id", "handler_name").annotate(n=Count("pk")):
        told[unit, fold(written)[:160]] += n
    return told
