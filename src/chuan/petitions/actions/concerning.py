"""Whom a petition is about, said later: from that line on he neither sees nor handles it.

Trail lines name nobody: who may read the trail need not know whom a petition is about.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_facts as refusals
from chuan.petitions.actions.recording import step
from chuan.petitions.actions.redacting import let_go
from chuan.petitions.events import add_event
from chuan.petitions.models import Concerned, OpeningRequest, Petition, PetitionEvent, WorkingCopy
from chuan.petitions.permissions import KEEPERS, LEADERS, require_lead, require_seen
from chuan.petitions.receiving.against import leaders_answer, where_words
from chuan.petitions.receiving.readers import leaders_among
from chuan.petitions.refusals import WordsMissing
from chuan.petitions.solving import tasks
from chuan.rules.petitions import Kind
from chuan.rules.refusals import NotFound


def concern(petition: Petition, official: Official, *, by: Viewer, at: datetime) -> PetitionEvent:
    """Say that a petition is about an official, also oneself (Luật Tố cáo 2018, Điều 56).

    His case waits for whoever keeps the register; a scan he is covering is destroyed; a seal he asked to open stays
    shut, a second key he gave is worth nothing; of a denunciation his tasks go back too.

    Raises ``NotFound``, ``NotAllowed``, ``ConcernedAlready``, ``TurnsAgainstLeaders``.
    """
    require_seen(by, petition)
    require_role(by, *KEEPERS, *LEADERS)
    if official.unit_id != petition.owner_unit_id or petition.owner_unit_id != by.unit.pk:
        raise NotFound(thing="cán bộ này")
    on = timezone.localtime(at).date()
    if petition.kind == Kind.DENUNCIATION and leaders_among([official], on):
        raise refusals.TurnsAgainstLeaders(where=where_words(leaders_answer(on).where))
    with step(petition, "concern", by=by, at=at) as doing:
        held = doing.petition
        _row, new = Concerned.objects.get_or_create(
            petition=held, official=official, defaults={"recorded_at": at}
        )
        if not new:
            raise refusals.ConcernedAlready(name=official.name)
        event = add_event(held, "concern", on=on, by=by, at=at, official=official)
        _take_away(held, official, at)
        doing.detail = {"number": event.seq, "on": on.isoformat()}
    return event


def unconcern(petition: Petition, official: Official, why: str, *, by: Viewer, at: datetime) -> PetitionEvent:
    """A leader takes off an official named by mistake, with the reason; nobody himself.

    Raises ``NotFound``, ``NotAllowed``, ``TakesHimselfOff``, ``WordsMissing``, ``NotConcerned``.
    """
    require_seen(by, petition)
    require_lead(by)
    said = " ".join(why.split())
    if by.official is not None and by.official.pk == official.pk:
        raise refusals.TakesHimselfOff()
    if not said:
        raise WordsMissing(thing="vì sao đơn không nói tới người này")
    on = timezone.localtime(at).date()
    with step(petition, "unconcern", by=by, at=at) as doing:
        gone, _each = Concerned.objects.filter(petition=doing.petition, official=official).delete()
        if not gone:
            raise refusals.NotConcerned()
        event = add_event(
            doing.petition, "unconcern", on=on, by=by, at=at, official=official, text=said[:300]
        )
        doing.detail = {"number": event.seq, "on": on.isoformat()}
    return event


def _take_away(petition: Petition, official: Official, at: datetime) -> None:
    """What he has of the petition in his hands."""
    if petition.handler_id == official.pk:
        petition.handler = None
        petition.save(update_fields=["handler"])
    scan = WorkingCopy.objects.select_related("sealed__blob").filter(petition=petition, by=official).first()
    if scan is not None:
        let_go(scan, at=at)
    waiting = OpeningRequest.objects.filter(petition=petition, end="")
    waiting.filter(asked_by=official).update(end=OpeningRequest.End.REFUSED, ended_at=at, key_digest="")
    waiting.filter(allowed_by=official).update(allowed_by=None, allowed_at=None, key_digest="")
    if petition.kind == Kind.DENUNCIATION:
        tasks.take_from(petition, official)
