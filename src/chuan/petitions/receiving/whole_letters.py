"""Letters and their parts: where a sender may be kept, and where he would tell of a denouncer."""

from __future__ import annotations

from chuan.petitions.events import data_of, standing_events
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS

SEALED = "sealed"
"""In the line "divide": one of the parts denounces somebody, so the sender of all is in the envelope."""


def whole_letter(petition: Petition) -> list[Petition]:
    """The letter a petition is, or is a part of: the letter itself first, then its parts."""
    root = petition.parent if petition.parent_id and petition.parent else petition
    return [root, *Petition.objects.filter(parent=root).order_by("pk")]


def may_hold_sender(petition: Petition) -> bool:
    """Whether a sender, and a scan that shows one, may be kept: no denunciation, and none in the same letter.

    Luật Tố cáo 2018, Điều 56: nothing that tells who denounced.
    """
    return petition.kind not in SECRET_KINDS and not of_sealed_letter(petition)


def of_sealed_letter(petition: Petition) -> bool:
    """Whether it is a part of a letter that denounces somebody; one statement, none for a letter by itself."""
    if petition.parent_id is None or petition.parent is None:
        return False
    divided = standing_events(petition.parent).filter(verb="divide").last()
    return bool(divided and data_of(divided).get(SEALED)) or _has_denunciation(petition)


def _has_denunciation(petition: Petition) -> bool:
    """A part made a denunciation afterwards tells of the others' sender as well."""
    return Petition.objects.filter(parent_id=petition.parent_id, kind__in=SECRET_KINDS).exists()
