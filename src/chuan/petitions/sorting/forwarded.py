"""A denunciation of the same content is forwarded once only (05/2021/TT-TTCP, Điều 14)."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from chuan.petitions.events import standing
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals_sorting import ForwardedAlready
from chuan.rules.petitions import Kind

_TIMES = "denunciation.forward.times"


def forwards_of(petition: Petition) -> list[date]:
    """Days on which it, or a petition it is linked with as a repeat, was forwarded; the earliest first."""
    root = petition.same_as_id or petition.pk
    family = Q(petition_id=root) | Q(petition__same_as_id=root)
    lines = standing(PetitionEvent.objects.filter(family, verb="forward"))
    return sorted(lines.values_list("occurred_on", flat=True))


def require_forwardable(petition: Petition, on: date) -> None:
    """Raises ``ForwardedAlready`` when the law of the day allows no further forwarding of this content."""
    value = bench_of(petition.owner_unit).values(on).get(_TIMES)
    if petition.kind != Kind.DENUNCIATION or value is None:
        return
    before = forwards_of(petition)
    if len(before) >= value.whole:
        source = f"{value.citation.number}, {value.citation.article}"
        raise ForwardedAlready(on=before[0], most=value.whole, source=source)
