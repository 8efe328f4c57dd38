"""The whole clock of one dossier, with its ledger, for its page: the same steps that its row was judged by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chuan.clocks.offices import Office, office_of
from chuan.dossiers.merging import Version, merge
from chuan.dossiers.models import Dossier
from chuan.dossiers.snapshots import law_as_kept
from chuan.dossiers.sources import versions_of
from chuan.dossiers.stories import happenings, read_steps
from chuan.dossiers.working import taken_elsewhere, typed_of_many
from chuan.law.dossier_clock import DossierDates, dossier_dates
from chuan.people.models import family_ids
from chuan.rules.deadlines import ClockUnit, Happening
from chuan.rules.refusals import Refused


def dates_of(dossier: Dossier, *, at: datetime) -> DossierDates | None:
    """Dates, ledger and remarks as of ``at``, by the values kept at acceptance and the office's calendar of today.

    None without a confirmed time limit, without a row that stands, and where the dates contradict each other.
    The lawful day of a settled dossier that was judged before a later notice may differ from the one kept: the
    row keeps what was known when it was settled.
    """
    return dates_of_many([dossier], at=at)[dossier.pk]


def dates_of_many(dossiers: Sequence[Dossier], *, at: datetime) -> dict[int, DossierDates | None]:
    """The same for the rows of a page, by key: a few statements for each unit, however many rows."""
    typed = typed_of_many(one.pk for one in dossiers)
    found: dict[int, DossierDates | None] = {}
    for owner_id in {one.owner_unit_id for one in dossiers}:
        own = [one for one in dossiers if one.owner_unit_id == owner_id]
        owner = own[0].owner_unit
        office = office_of(owner)
        merged = any(one.unit_id != owner_id for one in own)
        versions = versions_of(family_ids(owner) if merged else [owner_id], [one.code for one in own])
        for one in own:
            found[one.pk] = _dates(one, versions.get(one.code, ()), typed.get(one.pk, ()), office, at)
    return found


def _dates(
    dossier: Dossier, versions: Sequence[Version], typed: Sequence[Happening], office: Office, at: datetime
) -> DossierDates | None:
    limit, picture = dossier.limit, merge(versions)
    if limit is None or not limit.total or not limit.unit or picture is None or dossier.received_on is None:
        return None
    steps = read_steps(picture.values, taken_elsewhere=taken_elsewhere(dossier.owner_unit, picture.values))
    if limit.unit == ClockUnit.WORKING_HOUR and steps.received is not None and not steps.received.exact:
        return None
    told = (*happenings(steps, office.calendar), *typed)
    try:
        law = law_as_kept(dossier.law_snapshot, office.law(dossier.received_on))
        return dossier_dates(law, office.calendar, ClockUnit(limit.unit), limit.total, told, at=at)
    except Refused:
        return None
