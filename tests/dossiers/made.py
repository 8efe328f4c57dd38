"""Dossiers made straight into the tables, as following a file would leave them: the rows pages are tested on."""

from __future__ import annotations

import hashlib
import json
import uuid
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from chuan.dossiers.models import (
    Dossier,
    DossierState,
    HandlerName,
    Procedure,
    ProcedureVersion,
    Standing,
    TimeLimit,
)
from chuan.files.models import Blob
from chuan.intake.keys import packed
from chuan.intake.models import Import, OutsideRow
from chuan.people.models import Official, Unit
from chuan.rules.vietnamese import fold
from tests.people import VN

BIRTH = ("1.004884", "Đăng ký lại khai sinh", "Hộ tịch")
COPY = ("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực")

SOURCE = "Hệ thống một cửa tỉnh"

STATE_FIELDS = [field.name for field in Standing._meta.fields]


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of a day on the office's clock."""
    return datetime.combine(day, time(hour, minute), VN)


def make_procedure(
    unit: Unit, code: str = BIRTH[0], name: str = BIRTH[1], field: str = BIRTH[2], *, days: int | None = 5,
) -> Procedure:  # fmt: skip
    """A procedure with one confirmed version, in force since 2018; ``days`` working days, None for no limit."""
    found = Procedure.objects.create(
        unit=unit, code=code, name=name, field=field, folded=fold(f"{code} {name}")
    )
    version = ProcedureVersion.objects.create(
        procedure=found, number=1, status="confirmed", valid_from=date(2018, 7, 1), citation="QĐ 1/QĐ-UBND",
        confirmed_at=moment(date(2021, 1, 4)), recorded_at=moment(date(2021, 1, 4)),
    )  # fmt: skip
    if days is not None:
        TimeLimit.objects.create(
            version=version, total=days, unit="working_day", written=f"{days} ngày làm việc"
        )
    return found


def make_dossier(
    unit: Unit,
    code: str = "000.24.31.H27-210428-0007",
    *,
    procedure: Procedure | None = None,
    **standing: Any,
) -> Dossier:
    """A dossier with one state. Days are given as dates; what is not given is told from what is.

    ``received_on`` begins it; ``settled_on`` ends it (status "ready"); ``judged_due_on`` is the promise too.
    """
    code_, name, field = (procedure.code, procedure.name, procedure.field) if procedure is not None else BIRTH
    given = {"procedure_code": code_, "procedure_name": name, "field": field, "channel": "counter"} | standing
    given = _told(given)
    own = {key: given.pop(key) for key in ("handler", "explained", "cause") if key in given}
    dossier = Dossier.objects.create(
        unit=unit, owner_unit=unit, code=code, procedure=procedure, states=1, **own, **given,
        limit=_limit(procedure),
        folded=fold(f"{code} {given['procedure_code']} {given['procedure_name']}"),
    )  # fmt: skip
    add_state(dossier, recorded_at=given.get("settled_at") or given["received_at"])
    return dossier


def _told(given: dict[str, Any]) -> dict[str, Any]:
    """What follows from the days that are given."""
    received = given.setdefault("received_on", date(2021, 4, 28))
    given.setdefault("received_at", moment(received, 15, 20))
    due = given.setdefault("judged_due_on", None)
    if due is not None:
        given.setdefault("due_basis", "promise")
        given.setdefault("promised_on", due)
        given.setdefault("promised_first_on", due)
    settled = given.setdefault("settled_on", None)
    if settled is not None:
        given.setdefault("settled_at", moment(settled, 10))
        given.setdefault("ready_on", settled)
    given.setdefault("status", "ready" if settled else "running")
    if settled and due:
        outcome = "late" if settled > due else "on_time" if settled == due else "early"
        given.setdefault("outcome", outcome)
        given.setdefault("outcome_now", given["outcome"])
        given.setdefault("late_days", (settled - due).days)
    return given


def _limit(procedure: Procedure | None) -> TimeLimit | None:
    return TimeLimit.objects.filter(version__procedure=procedure).first() if procedure is not None else None


def add_state(
    dossier: Dossier, *, recorded_at: datetime | None = None, why: str = "import", **changed: Any
) -> None:
    """A further state of the dossier, copied from how it stands now with ``changed`` put in."""
    at = recorded_at or timezone.now()
    now = {name: getattr(dossier, name) for name in STATE_FIELDS} | changed
    last = DossierState.objects.filter(dossier=dossier).order_by("-seq").first()
    DossierState.objects.filter(dossier=dossier, until_at__isnull=True).update(until_at=at)
    seq = last.seq + 1 if last else 1
    DossierState.objects.create(
        dossier=dossier, owner_unit=dossier.owner_unit, seq=seq, recorded_at=at, why=why, **now
    )
    Dossier.objects.filter(pk=dossier.pk).update(states=seq, **changed)
    dossier.refresh_from_db()


def make_import(
    unit: Unit, name: str = "so-theo-doi.xlsx", *, on: date = date(2021, 5, 10), withdrawn: bool = False
) -> Import:
    """A file of the source that was committed on a day (and withdrawn since)."""
    blob = Blob.objects.create(digest=uuid.uuid4().hex * 2, size=1, media_type="application/x-test")
    at = moment(on)
    ended = (
        {"status": "withdrawn", "withdrawn_at": at, "reason": "nhầm tệp"}
        if withdrawn
        else {"status": "committed"}
    )
    return Import.objects.create(
        unit=unit, register="dossiers", source=SOURCE, blob=blob, file_name=name, arrived_at=at,
        committed_at=at, **ended,
    )  # fmt: skip


def add_version(
    dossier: Dossier, brought_by: Import, *, after_due: bool = False, gone: bool = False, source: str = SOURCE,
    **fields: str,
) -> OutsideRow:  # fmt: skip
    """A version of the dossier's row in the source: ``fields`` over what the version before said."""
    before = (
        OutsideRow.objects.filter(unit=dossier.unit, outside_code=dossier.code, source=source)
        .order_by("-version")
        .first()
    )
    held = json.loads(before.fields) if before and before.fields else told_fields(dossier)
    text = "" if gone else packed(held | fields)
    return OutsideRow.objects.create(
        brought_by=brought_by, unit=dossier.unit, register="dossiers", source=source,
        outside_code=dossier.code, version=before.version + 1 if before else 1,
        digest=hashlib.sha256(text.encode()).hexdigest(), fields=text, place="Sheet1!A2", after_due=after_due,
    )  # fmt: skip


def told_fields(dossier: Dossier) -> dict[str, str]:
    """What a file would say of the dossier as it stands."""
    told = {
        "code": dossier.code,
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "field": dossier.field,
        "channel": dossier.channel,
        "handler": dossier.handler_name,
        "status": "running" if dossier.status == "unknown" else dossier.status,
        "received_at": timezone.localtime(dossier.received_at).strftime("%Y-%m-%dT%H:%M:%S"),
        "promised_at": dossier.promised_on.isoformat() if dossier.promised_on else "",
        "ready_at": dossier.ready_on.isoformat() if dossier.ready_on else "",
        "asked_at": dossier.asked_on.isoformat() if dossier.asked_on else "",
        "supplied_at": dossier.supplied_on.isoformat() if dossier.supplied_on else "",
    }
    return {name: value for name, value in told.items() if value}


def make_handler(unit: Unit, name: str, official: Official | None = None) -> HandlerName:
    """A name in the files; confirmed when an official is given."""
    return HandlerName.objects.create(
        unit=unit, name=name, folded=fold(name), official=official,
        confirmed_at=moment(date(2021, 1, 5)) if official else None,
    )  # fmt: skip
