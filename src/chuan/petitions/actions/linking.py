"""Joining a petition written here with its row of the system of record, and taking that back. Lines of ours stay."""

from __future__ import annotations

import copy
from datetime import datetime

from django.utils import timezone

from chuan.intake.record_systems import system_on
from chuan.people.viewer import Viewer
from chuan.petitions import linking, searching
from chuan.petitions import refusals_following as refusals
from chuan.petitions.actions.recording import step
from chuan.petitions.events import add_event, data_of, lock, standing_events
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.projecting import Stands, judged, write
from chuan.petitions.stories import outside_values
from chuan.rules.petitions import KIND_NAMES, Kind

_LONGEST = 120


def join(ours: Petition, row: Petition, *, by: Viewer, at: datetime) -> None:
    """Make one of a petition written here and of one that only the source lists: the first stays, with both.

    Days of the source go before the same steps written here (``stories.told_of``). Raises ``NotFound``,
    ``NotAllowed``, ``AlreadyListed``, ``WorkedOnBoth``, ``KindsDiffer``.
    """
    _require(by, ours, row)
    with step(ours, "join", by=by, at=at) as doing:
        kept, gone = doing.petition, lock(row)
        _require_joinable(kept, gone)
        told = {"code": gone.outside_code, "source": gone.source, "of": str(gone.uid)}
        outside, code, source = gone.outside, gone.outside_code, gone.source
        _stand(gone, "", "", present=False, same_as=kept, at=at, why="join")
        _keep(kept, outside, code, source)
        add_event(kept, "join", on=timezone.localtime(at).date(), by=by, at=at, data=told)
        doing.detail = {"row": gone.code, "source": source}
    ours.refresh_from_db()


def part(ours: Petition, *, by: Viewer, at: datetime) -> None:
    """Take a join back: the row stands by itself again. Raises ``NotFound``, ``NotAllowed``, ``NotJoined``."""
    _require(by, ours)
    with step(ours, "unjoin", by=by, at=at) as doing:
        kept = doing.petition
        row = _joined(kept)
        outside, code, source = kept.outside, kept.outside_code, kept.source
        _keep(kept, "", "", "")
        row.outside = outside
        _stand(row, code, source, present=True, same_as=None, at=at, why="unjoin")
        add_event(kept, "unjoin", on=timezone.localtime(at).date(), by=by, at=at, data={"of": str(row.uid)})
        doing.detail = {"row": row.code, "source": source}
    ours.refresh_from_db()


def say_code(ours: Petition, code: str, *, by: Viewer, at: datetime) -> None:
    """Write down the code that the system of record gave; its row is joined when it comes in, or at once.

    Raises ``CodeMissing``, ``CodeTaken``, ``AlreadyListed``, and what ``join`` raises.
    """
    _require(by, ours)
    said = "".join(code.split())[:_LONGEST]
    if not any(letter.isdigit() for letter in said):
        raise refusals.CodeMissing()
    row = _bearing(ours, said)
    if row is not None and row.outside:
        join(ours, row, by=by, at=at)
        return
    if row is not None:
        raise refusals.CodeTaken(number=said, other=row.code)
    with step(ours, "outside_code", by=by, at=at) as doing:
        kept = doing.petition
        if kept.outside:
            raise refusals.AlreadyListed(number=kept.code)
        on = timezone.localtime(at).date()
        system = system_on(kept.owner_unit, linking.register_of(kept), on).name
        _keep(kept, "", said, system[:120])
        doing.detail = {"code": said, "source": system}
    ours.refresh_from_db()


def _require(by: Viewer, *petitions: Petition) -> None:
    for one in petitions:
        require_seen(by, one)
    require_keep(by)


def _require_joinable(ours: Petition, row: Petition) -> None:
    if ours.outside or not ours.present:
        raise refusals.AlreadyListed(number=ours.code)
    if not row.outside or not row.present or row.owner_unit_id != ours.owner_unit_id or row.pk == ours.pk:
        raise refusals.AlreadyListed(number=row.code)
    if linking.has_lines(row):
        raise refusals.WorkedOnBoth()
    if ours.kind != row.kind:
        raise refusals.KindsDiffer(ours=KIND_NAMES[Kind(ours.kind)], theirs=KIND_NAMES[Kind(row.kind)])


def _joined(kept: Petition) -> Petition:
    """The petition that a join took the row from. Raises ``NotJoined``."""
    joins = [one for one in standing_events(kept) if one.verb in ("join", "unjoin")]
    uid = data_of(joins[-1]).get("of", "") if joins and joins[-1].verb == "join" else ""
    row = Petition.objects.filter(uid=uid, same_as=kept, outside_code="").first() if uid else None
    if row is None or not outside_values(kept):
        raise refusals.NotJoined(number=kept.code)
    return lock(row)


def _bearing(ours: Petition, code: str) -> Petition | None:
    """Another petition of the unit that bears the code, one that the source lists first."""
    others = Petition.objects.filter(owner_unit=ours.owner_unit, outside_code=code).exclude(pk=ours.pk)
    return others.select_related("owner_unit").order_by("-listed", "pk").first()


def _keep(petition: Petition, outside: str, code: str, source: str) -> None:
    """Write the row and its code on the petition that goes on; whoever gave them away is written first."""
    petition.outside, petition.outside_code, petition.source = outside, code, source
    petition.save(update_fields=["outside", "outside_code", "source"])


def _stand(
    row: Petition, code: str, source: str, *, present: bool, same_as: Petition | None, at: datetime, why: str
) -> None:
    """Let the source's own petition stand by itself, or no more; a new state begins. Its row stays readable."""
    picture = copy.copy(row)
    picture.present, picture.same_as = present, same_as
    (now,) = judged([picture], bench_of(row.owner_unit), at=at)
    row.outside_code, row.source, row.same_as = code, source, same_as
    row.save(update_fields=["outside", "outside_code", "source", "same_as"])
    write([Stands(row, now.now)], row.owner_unit, at=at, why=why)
    searching.put([row])
