"""Lists of petitions brought in as an import brings them: straight into the tables, or by the way in of a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone

from chuan.files.models import Blob
from chuan.intake import actions
from chuan.intake.keys import packed
from chuan.intake.models import Import, Layout, OutsideRow
from chuan.intake.previews import preview_of
from chuan.offers.registers import Arrival, Arrived, follower_of
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition

Rows = Mapping[str, Mapping[str, str] | None]
SOURCE = "Cơ sở dữ liệu quốc gia về khiếu nại, tố cáo"
YEAR = (date(2021, 1, 1), date(2022, 1, 1))
FEEDBACK = {
    "kind": "feedback",
    "channel": "post",
    "field": "Môi trường",
    "received_on": "2021-04-05",
    "due_on": "2021-04-20",
    "competent": "yes",
}
COMPLAINT = {
    "kind": "complaint",
    "channel": "reception",
    "received_on": "2021-04-05",
    "accepted_on": "2021-04-09",
    "due_on": "2021-05-09",
}


def row(base: Mapping[str, str] = FEEDBACK, **changed: str) -> dict[str, str]:
    """A row of the list, some fields changed; "" takes a field out."""
    return {name: value for name, value in {**base, **changed}.items() if value}


def bring(
    unit: Unit, rows: Rows, *, at: datetime, register: str = "petitions", source: str = SOURCE,
    covers: tuple[date, date] = YEAR,
) -> Import:  # fmt: skip
    """One committed import of these rows by code (None: gone), and what follows from it."""
    brought = _import(unit, register, source, at, covers)
    _follow(brought, rows, at=at)
    return brought


def cover(unit: Unit, *, at: datetime, registers: tuple[str, ...] = ("petitions", "feedback")) -> None:
    """Imports without rows: the year's days are covered, and a result has its column."""
    for register in registers:
        layout, _ = Layout.objects.get_or_create(
            unit=unit, register=register, fingerprint=register,
            defaults={
                "name": register, "source": SOURCE, "version": 1, "confirmed_at": at,
                "body": (
                    f'name = "a"\nregister = "{register}"\nsource = "b"\n'
                    '[[columns]]\nheader = "Mã"\nfield = "code"\n'
                    '[[columns]]\nheader = "Xong"\nfield = "settled_on"\n'
                    '[[columns]]\nheader = "Nguồn đơn"\nfield = "channel"\n'
                ),
            },
        )  # fmt: skip
        brought = _import(unit, register, f"{SOURCE} {register}", at, YEAR)
        Import.objects.filter(pk=brought.pk).update(layout=layout)


def withdraw(brought: Import, *, at: datetime) -> None:
    """Take an import back, and with it what it made of the petitions."""
    codes = list(brought.rows.values_list("outside_code", flat=True))
    held = OutsideRow.objects.filter(
        unit=brought.unit, source=brought.source, outside_code__in=codes, brought_by__status="committed"
    ).exclude(brought_by=brought)
    standing: dict[str, dict[str, str] | None] = dict.fromkeys(codes)
    for code, text in held.order_by("version").values_list("outside_code", "fields"):
        standing[code] = json.loads(text) if text else None
    writing = _prepared(brought, standing, at=at, withdrawing=True)
    Import.objects.filter(pk=brought.pk).update(
        status=Import.Status.WITHDRAWN, withdrawn_at=at, reason="Chọn nhầm tệp"
    )
    writing()


def the(code: str) -> Petition:
    """The petition of an outside code."""
    return Petition.objects.get(outside_code=code)


def dropped(data: bytes, name: str, *, by: Viewer) -> Import:
    """A file received and looked at."""
    held = actions.receive_file(data, name, by=by, at=timezone.now())
    return actions.look(held, at=timezone.now())


def taken_in(data: bytes, name: str, *, by: Viewer, keep_gone: bool | None = None) -> Import:
    """The same, its layout confirmed where it is asked for, and its rows taken in whatever is in doubt."""
    held = dropped(data, name, by=by)
    if held.status == Import.Status.UNMAPPED:
        seen = preview_of(held)
        actions.confirm_layout(
            held, seen.mapping, name=seen.layout or "Khuôn thử", source=seen.source or SOURCE, by=by,
            at=timezone.now(),
        )  # fmt: skip
    held.refresh_from_db()
    despite = preview_of(held).must_confirm
    return actions.commit(held, by=by, at=timezone.now(), keep_gone=keep_gone, despite=despite)


def _import(unit: Unit, register: str, source: str, at: datetime, covers: tuple[date, date]) -> Import:
    digest = hashlib.sha256(f"{register}{source}{at}".encode()).hexdigest()
    blob, _ = Blob.objects.get_or_create(digest=digest, defaults={"size": 1, "recorded_at": at})
    return Import.objects.create(
        unit=unit, register=register, source=source, blob=blob, file_name=f"{register}.xlsx",
        status=Import.Status.COMMITTED, arrived_at=at, committed_at=at, covers_start=covers[0], covers_end=covers[1],
    )  # fmt: skip


def _follow(brought: Import, rows: Rows, *, at: datetime) -> None:
    writing = _prepared(brought, rows, at=at)
    held = OutsideRow.objects.filter(
        unit=brought.unit, source=brought.source, outside_code__in=list(rows)
    ).values_list("outside_code", "version")
    last: dict[str, int] = {}
    for code, version in held:
        last[code] = max(last.get(code, 0), version)
    OutsideRow.objects.bulk_create(
        OutsideRow(
            brought_by=brought, unit=brought.unit, register=brought.register, source=brought.source,
            outside_code=code, version=last.get(code, 0) + 1, digest="0" * 64, place="",
            fields="" if values is None else packed(values),
        )
        for code, values in rows.items()
    )  # fmt: skip
    writing()


def _prepared(brought: Import, rows: Rows, *, at: datetime, withdrawing: bool = False):  # type: ignore[no-untyped-def]
    follower = follower_of(brought.register)
    assert follower is not None
    arrival = Arrival(
        unit_id=brought.unit_id, unit_uid=brought.unit.uid, register=brought.register, import_uid=brought.uid,
        covers=brought.covers, withdrawing=withdrawing,
        rows=[Arrived(brought.source, code, values) for code, values in rows.items()],
    )  # fmt: skip
    return follower.prepare(arrival, at=at)
