"""The scan of a letter while it is marked: taken in under seal, marked page by page, destroyed.

The trail says how many pages and how many areas: never a file's name, never a word of the letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from chuan.exchange.redacting import Area
from chuan.files import sealing
from chuan.files.sealing import Sealed
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_redacting as refusals
from chuan.petitions.events import lock
from chuan.petitions.models import Petition, WorkingCopy
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.projecting import KIND
from chuan.petitions.redacting.hours import kept_for
from chuan.petitions.redacting.marks import Marks, as_text, from_text
from chuan.trail.actions import SYSTEM, Act, act


@contextmanager
def doing(verb: str, petition: Petition, *, by: Viewer, at: datetime, **detail: Any) -> Iterator[Act]:
    """One act about a petition's scan or copy, of a keeper who may see the petition. Raises ``NotAllowed``,
    ``NotFound``."""
    require_keep(by)
    require_seen(by, petition)
    with act(verb, Subject(KIND, petition.uid), by=by, unit_uid=by.unit_uid, at=at, **detail) as line:
        yield line


def receive_scan(petition: Petition, sealed: Sealed, pages: int, *, by: Viewer, at: datetime) -> WorkingCopy:
    """Keep a scan under its seal for as long as it is marked; one's own earlier one is destroyed.

    Raises ``ScanOfAnother``.
    """
    with doing("petition.scan_receive", petition, by=by, at=at, count=pages):
        locked = lock(petition)
        standing = WorkingCopy.objects.select_related("by", "sealed__blob").filter(petition=locked).first()
        if standing is not None:
            _require_replaceable(standing, by, at)
            _destroy(standing, at=at)
        return begin_marking(locked, sealed, pages, by=by, at=at)


def begin_marking(petition: Petition, sealed: Sealed, pages: int, *, by: Viewer, at: datetime) -> WorkingCopy:
    """The row of a scan that is marked from now on. Inside an act, on a locked petition without one."""
    return WorkingCopy.objects.create(
        petition=petition, sealed=sealing.keep(sealed), pages=pages, by=official_of(by), made_at=at,
        expires_at=at + kept_for(petition, at),
    )  # fmt: skip


def mark_page(
    copy: WorkingCopy, page: int, areas: Iterable[Area], *, looked: bool, was: str, by: Viewer, at: datetime
) -> Marks:
    """Write one page's areas and whether it was looked at. ``was``: what ``Marks.seal_of`` said when it was opened.

    Raises ``ScanGone``, ``PageMarkedElsewhere``, the refusals of ``exchange.redacting.areas.checked``.
    """
    with doing("petition.scan_mark", copy.petition, by=by, at=at) as line:
        held = held_by(copy, by, at)
        marks = from_text(held.marks)
        if was != marks.seal_of(page):
            raise refusals.PageMarkedElsewhere(page=page)
        fresh = _written(held, marks.with_page(page, areas, looked=looked))
        line.detail = {"number": page, "count": len(fresh.on(page))}
    return fresh


def propose_areas(copy: WorkingCopy, areas: Iterable[Area], *, by: Viewer, at: datetime) -> Marks:
    """Add areas that were found; whoever marks looks at each of their pages again. Raises ``ScanGone``."""
    found = list(areas)
    with doing("petition.scan_propose", copy.petition, by=by, at=at, count=len(found)):
        held = held_by(copy, by, at)
        return _written(held, from_text(held.marks).with_more(found))


def drop_scan(copy: WorkingCopy, *, by: Viewer, at: datetime) -> None:
    """Destroy a scan before a copy was made of it: one's own, or that of somebody who is away."""
    with doing("petition.scan_drop", copy.petition, by=by, at=at):
        held = _locked(copy)
        if held is None:
            raise refusals.ScanGone()
        _destroy(held, at=at)


def expire(copy: WorkingCopy, *, at: datetime) -> bool:
    """Destroy a scan whose hours are over; False when it is gone already or its hours are not over."""
    unit_uid = copy.petition.owner_unit.uid
    subject = Subject(KIND, copy.petition.uid)
    if not WorkingCopy.objects.filter(pk=copy.pk, expires_at__lte=at).exists():
        return False
    with act("petition.scan_expire", subject, by=SYSTEM, unit_uid=unit_uid, at=at):
        held = _locked(copy)
        if held is not None:
            _destroy(held, at=at)
    return held is not None


def held_by(copy: WorkingCopy, by: Viewer, at: datetime) -> WorkingCopy:
    """The scan's row, held until the act ends, of whoever marks it. Raises ``ScanGone``."""
    held = _locked(copy)
    if held is None or held.expires_at <= at or by.official is None or held.by_id != by.official.pk:
        raise refusals.ScanGone()
    return held


def official_of(by: Viewer) -> Official:
    """The official who acts: keepers of the register are officials."""
    assert by.official is not None
    return by.official


def let_go(copy: WorkingCopy, *, at: datetime) -> None:
    """Destroy the scan: its row, its key, its bytes. Inside an act."""
    _destroy(copy, at=at)


def _locked(copy: WorkingCopy) -> WorkingCopy | None:
    rows = WorkingCopy.objects.select_for_update(of=("self",)).select_related("sealed__blob", "petition")
    return rows.filter(pk=copy.pk).first()


def _written(copy: WorkingCopy, marks: Marks) -> Marks:
    copy.marks = as_text(marks)
    copy.save(update_fields=["marks"])
    return marks


def _destroy(copy: WorkingCopy, *, at: datetime) -> None:
    sealed = copy.sealed
    copy.delete()
    sealing.destroy(sealed, at=at)


def _require_replaceable(standing: WorkingCopy, by: Viewer, at: datetime) -> None:
    own = by.official is not None and standing.by_id == by.official.pk
    if not own and standing.expires_at > at:
        raise refusals.ScanOfAnother(name=standing.by.name, until=standing.expires_at)
