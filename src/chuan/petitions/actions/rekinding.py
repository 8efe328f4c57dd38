"""A kind chosen wrong, put right before anything was done by its law; what may not be kept goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from chuan.files.models import Blob
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.receiving import require_not_about
from chuan.petitions.actions.recording import step
from chuan.petitions.actions.scans import destroy, forget_senders
from chuan.petitions.actions.sealing.identities import sealed_things
from chuan.petitions.events import add_event, standing_events
from chuan.petitions.models import BlindKey, Concerned, Petition
from chuan.petitions.permissions import SECRET_KINDS, require_keep, require_seen
from chuan.petitions.receiving.against import leaders_answer, require_against, require_not_leaders
from chuan.petitions.receiving.blind import rewrite_keys
from chuan.petitions.receiving.whole_letters import of_sealed_letter, whole_letter
from chuan.petitions.refusals_sealed import SealedHoldsKind
from chuan.petitions.steps import NOTES
from chuan.rules.petitions import Kind

NOT_TAKEN = "not_taken"
"""In the line "rekind": it turned out to be against the leaders, so everything it said was taken out."""


@dataclass(frozen=True, slots=True)
class Rekinded:
    """What came of it. ``emptied``: against the leaders. ``bytes_gone`` False: a scan hangs on something else too."""

    emptied: bool
    bytes_gone: bool


def rekind(petition: Petition, kind: str, *, by: Viewer, at: datetime, against: str = "") -> Rekinded:
    """Change the kind. To a denunciation or a mixed letter: senders, scans and keys go for good.

    A denunciation against the leaders (``against``) is emptied and leaves every list: only its code and day stay.
    Raises ``NotAllowed``, ``NotFound``, ``RekindSame``, ``RekindTooLate``, ``RekindListed``, ``RekindDivided``,
    ``SealedHoldsKind``, ``LinkedHasRepeats``, ``AgainstUnanswered``, ``AgainstLeaders``.
    """
    require_keep(by)
    require_seen(by, petition)
    on = timezone.localtime(at).date()
    concerned = tuple(one.official for one in petition.concerned.select_related("official"))
    empties = kind == Kind.DENUNCIATION and against == leaders_answer(on).key
    if kind == Kind.DENUNCIATION and not empties:
        require_against(against, on)
        require_not_leaders(concerned, on)
    require_not_about(concerned, by, on)
    with step(petition, "rekind", by=by, at=at) as doing:
        found, blobs = doing.petition, list[Blob]()
        _require_open(found, kind, empties)
        if kind in SECRET_KINDS or of_sealed_letter(found):
            blobs = forget_senders(found)
        told = {"from": found.kind, "to": NOT_TAKEN if empties else kind}
        _empty(found) if empties else _change(found, kind)
        for part in whole_letter(found) if found.parent_id and kind in SECRET_KINDS else ():
            rewrite_keys(part)  # their words must not be comparable with a letter that bears a name
        event = add_event(found, "rekind", on=on, by=by, at=at, data=told)
        doing.detail = {"number": event.seq, "on": on.isoformat()}
    return Rekinded(empties, destroy(blobs, at=at))


def _require_open(petition: Petition, kind: str, empties: bool) -> None:
    if petition.kind == kind and not empties:
        raise refusals.RekindSame()
    if petition.outside and not empties:
        raise refusals.RekindListed()
    if kind == Kind.MIXED and petition.parent_id:
        raise refusals.RekindDivided()
    if any(sealed_things(petition)):
        raise SealedHoldsKind()
    if Petition.objects.filter(same_as=petition).exists():
        raise refusals.LinkedHasRepeats()
    if standing_events(petition).exclude(verb__in=NOTES).exists() and not empties:
        raise refusals.RekindTooLate()


def _change(petition: Petition, kind: str) -> None:
    petition.kind = kind
    petition.same_as = None
    petition.save(update_fields=["kind", "same_as"])
    rewrite_keys(petition)


def _empty(petition: Petition) -> None:
    """Nothing of what the letter said, how it came or where it lies stays."""
    for name in ("text", "place", "field", "envelope", "receipt"):
        setattr(petition, name, "")
    petition.present, petition.same_as, petition.handler = False, None, None
    petition.save(
        update_fields=["text", "place", "field", "envelope", "receipt", "present", "same_as", "handler"]
    )
    Concerned.objects.filter(petition=petition).delete()
    BlindKey.objects.filter(petition=petition).delete()
