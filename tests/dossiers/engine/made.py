"""Rows brought in as an import brings them, straight into the tables, and what following makes of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime

from chuan.dossiers.following import DossierFollower
from chuan.dossiers.models import Dossier
from chuan.dossiers.writing import Writing
from chuan.files.models import Blob
from chuan.intake.keys import packed
from chuan.intake.models import Import, OutsideRow
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit

Rows = Mapping[str, Mapping[str, str] | None]

ONE = {
    "received_at": "2021-04-28T15:20:00",
    "promised_at": "2021-05-10T17:00:00",
    "procedure_code": "1.000894",
    "procedure_name": "Thủ tục đăng ký kết hôn",
    "field": "Hộ tịch",
    "handler": "Lê Minh Tâm",
    "channel": "online",
    "status": "running",
}
"""A running dossier of marriage, received in the afternoon before two holidays."""


def row(**changed: str) -> dict[str, str]:
    """A dossier's fields, some of them changed; "" takes a field out."""
    return {name: value for name, value in {**ONE, **changed}.items() if value}


def bring(
    unit: Unit, rows: Rows, *, at: datetime, source: str = "Hệ thống một cửa",
    covers: tuple[date, date] = (date(2021, 1, 1), date(2022, 1, 1)),
) -> Import:  # fmt: skip
    """One committed import of these rows by code (None: gone), and what follows from it."""
    brought = new_import(unit, at=at, source=source, covers=covers)
    arrival = _arrival(brought, rows)
    writing = DossierFollower().prepare(arrival, at=at)
    write_rows(brought, rows)
    writing()
    return brought


def withdraw(brought: Import, *, at: datetime) -> Writing:
    """Take an import back, and with it what it made of the dossiers."""
    codes = list(brought.rows.values_list("outside_code", flat=True))
    held = OutsideRow.objects.filter(
        unit=brought.unit, source=brought.source, outside_code__in=codes, brought_by__status="committed"
    ).exclude(brought_by=brought)
    standing: dict[str, dict[str, str] | None] = dict.fromkeys(codes)
    for code, text in held.order_by("version").values_list("outside_code", "fields"):
        standing[code] = json.loads(text) if text else None
    arrival = _arrival(brought, standing, withdrawing=True)
    writing = DossierFollower().prepare(arrival, at=at)
    Import.objects.filter(pk=brought.pk).update(
        status=Import.Status.WITHDRAWN, withdrawn_at=at, reason="Chọn nhầm tệp"
    )
    writing()
    return writing


def new_import(unit: Unit, *, at: datetime, source: str, covers: tuple[date, date]) -> Import:
    """A committed import without rows."""
    digest = hashlib.sha256(f"{source}{at}".encode()).hexdigest()
    blob, _ = Blob.objects.get_or_create(digest=digest, defaults={"size": 1, "recorded_at": at})
    return Import.objects.create(
        unit=unit, register="dossiers", source=source, blob=blob, file_name=f"{source}.xlsx",
        status=Import.Status.COMMITTED, arrived_at=at, committed_at=at, covers_start=covers[0], covers_end=covers[1],
    )  # fmt: skip


def write_rows(brought: Import, rows: Rows) -> None:
    """The versions that the import brings."""
    held = OutsideRow.objects.filter(
        unit=brought.unit, source=brought.source, outside_code__in=list(rows)
    ).values_list("outside_code", "version")
    last: dict[str, int] = {}
    for code, version in held:
        last[code] = max(last.get(code, 0), version)
    OutsideRow.objects.bulk_create(
        OutsideRow(
            brought_by=brought, unit=brought.unit, register="dossiers", source=brought.source, outside_code=code,
            version=last.get(code, 0) + 1, digest="0" * 64, place="",
            fields="" if values is None else packed(values),
        )
        for code, values in rows.items()
    )  # fmt: skip


def the(code: str) -> Dossier:
    """The dossier of a code."""
    return Dossier.objects.get(code=code)


def _arrival(brought: Import, rows: Rows, *, withdrawing: bool = False) -> Arrival:
    return Arrival(
        unit_id=brought.unit_id, unit_uid=brought.unit.uid, register="dossiers", import_uid=brought.uid,
        covers=brought.covers, withdrawing=withdrawing,
        rows=[Arrived(brought.source, code, values) for code, values in rows.items()],
    )  # fmt: skip
