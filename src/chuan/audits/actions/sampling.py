"""Samples drawn by a seed that is kept; where the paper of each record lies."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import hold, own, subject
from chuan.audits.models import Audit, AuditSample, SampledRecord
from chuan.audits.permissions import may_keep, may_work, require_own
from chuan.offers.auditing import population
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.audits import positions
from chuan.rules.lifecycles import AUDIT
from chuan.rules.types import Period
from chuan.trail.actions import act

OPEN = ("planned", "announced", "under_way")
"""Statuses in which samples are drawn: before the day, so that papers can be pulled, and while at it."""


def draw(
    audit: Audit, register: str, period: Period, size: int, seed: int | None, process: Process | None = None, *,
    by: Viewer, at: datetime,
) -> AuditSample:  # fmt: skip
    """Draw ``size`` records of a register; without a seed one is chosen and kept.

    Raises ``NotFound``, ``NotOfTheTeam``, ``NotAtWork``, ``RegisterUnknown``, ``DrawnAlready``, ``RegisterEmpty``,
    ``SampleEmpty``, ``SampleLargerThanRegister``.
    """
    _require_writer(audit, by)
    if process is not None:
        require_own(process.owner_unit_id, by, _("quá trình này"))
    known = population(register)
    if known is None:
        raise refusals.RegisterUnknown()
    seed = secrets.randbelow(1_000_000) if seed is None else seed
    count = known.count(audit.owner_unit, period)
    taken = positions(count, seed=seed, size=size, register=str(known.title))
    records = known.pick(audit.owner_unit, period, taken)
    row = AuditSample(
        audit=audit, process=process, register=register, title=str(known.title)[:200], period_start=period.start,
        period_end=period.end, seed=seed, counted=count, size=size, drawn_by=by.official, recorded_at=at,
    )  # fmt: skip
    with act("audits.sample", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(audit)
        same = AuditSample.objects.filter(
            audit=audit, register=register, period_start=period.start, period_end=period.end, seed=seed
        )
        if same.exists():
            raise refusals.DrawnAlready(seed=str(seed))
        row.save()
        SampledRecord.objects.bulk_create(
            (
                SampledRecord(
                    sample=row, ordinal=place, position=position, subject_kind=one.kind, subject_uid=one.uid
                )
                for place, (position, one) in enumerate(zip(taken, records, strict=True), 1)
            ),
            batch_size=200,
        )
        doing.detail = {
            "code": held.code,
            "register": register,
            "seed": seed,
            "size": size,
            "drawn_from": count,
        }
    return row


def place(
    sample: AuditSample, told: Mapping[int, tuple[str, str]], *, by: Viewer, at: datetime
) -> AuditSample:
    """Where the paper of each record lies, and a note, by the record's number.

    Raises ``NotFound``, ``NotOfTheTeam``, ``NotAtWork``.
    """
    _require_writer(sample.audit, by)
    with act("audits.place", subject(sample.audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(sample.audit)
        rows = list(SampledRecord.objects.select_for_update().filter(sample=sample, ordinal__in=list(told)))
        for one in rows:
            shelf, note = told[one.ordinal]
            one.shelf, one.note = " ".join(shelf.split())[:200], note.strip()[:500]
        SampledRecord.objects.bulk_update(rows, ["shelf", "note"], batch_size=100)
        doing.detail = {"code": held.code, "count": len(rows)}
    return sample


def _require_writer(audit: Audit, by: Viewer) -> None:
    own(audit, by)
    if not (may_work(audit, by) or may_keep(by)):
        raise refusals.NotOfTheTeam()


def _open(audit: Audit) -> Audit:
    held = hold(audit)
    if held.status not in OPEN:
        raise refusals.NotAtWork(which=held.code, status=AUDIT.statuses[held.status].label)
    return held
