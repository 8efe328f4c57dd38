"""Registers of documents brought in as an import brings them, straight into the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime

from chuan.documents.fields import REGISTERS
from chuan.documents.following import DocumentFollower
from chuan.documents.models import Document
from chuan.files.models import Blob
from chuan.intake.keys import packed
from chuan.intake.models import Import, OutsideRow, StandingRow
from chuan.offers.registers import Arrival, Arrived
from chuan.people.models import Unit
from chuan.rules.types import Period

Rows = Mapping[str, Mapping[str, str] | None]
BY_KEY = {one.key: one for one in REGISTERS}
SOURCE = "Hệ thống quản lý văn bản"
YEAR = (date(2021, 1, 1), date(2022, 1, 1))

OUT = {
    "full_number": "12/BC-UBND",
    "issued_on": "2021-03-05",
    "subject": "Báo cáo kết quả tháng 3",
    "signer": "Người Ký",
    "recipients": "UBND thị xã",
    "sent_on": "2021-03-05",
    "way": "Trục liên thông",
    "sent_state": "Đã nhận",
    "form": "Văn bản điện tử",
}
IN = {
    "arrival_number": "31",
    "arrived_on": "2021-04-06",
    "issuer": "UBND thị xã Hồng Lĩnh",
    "full_number": "240/KH-UBND",
    "issued_on": "2021-04-05",
    "subject": "Kế hoạch rà soát",
    "lead": "Tư pháp – Hộ tịch",
}
HANDLED = {
    "arrival_number": "31",
    "arrived_on": "2021-04-06",
    "due_on": "2021-04-20",
    "progress": "Đã hoàn thành",
    "done_on": "2021-04-19",
    "reply_number": "58/UBND-VP",
}


def out(**changed: str) -> dict[str, str]:
    """A row of Sổ văn bản đi; "" takes a field out."""
    return {name: value for name, value in {**OUT, **changed}.items() if value}


def came(**changed: str) -> dict[str, str]:
    """A row of Sổ văn bản đến."""
    return {name: value for name, value in {**IN, **changed}.items() if value}


def handled(**changed: str) -> dict[str, str]:
    """A row of Tình hình xử lý."""
    return {name: value for name, value in {**HANDLED, **changed}.items() if value}


def bring(
    unit: Unit, register: str, rows: list[Mapping[str, str] | str], *, at: datetime, source: str = SOURCE,
    covers: tuple[date, date] = YEAR,
) -> Import:  # fmt: skip
    """One committed import: rows by the register's own code; a bare text is a code that is gone."""
    brought = new_import(unit, register, at=at, source=source, covers=covers)
    told: dict[str, Mapping[str, str] | None] = {}
    for row in rows:
        code = row if isinstance(row, str) else BY_KEY[register].code_of(row)  # type: ignore[attr-defined]
        while code in told:
            bare, _, nth = code.partition(" #")
            code = f"{bare} #{int(nth or 1) + 1}"
        told[code] = None if isinstance(row, str) else row
    writing = DocumentFollower(BY_KEY[register]).prepare(arrival(brought, told), at=at)
    write_rows(brought, told)
    writing()
    return brought


def withdraw(brought: Import, *, at: datetime) -> None:
    """Take an import back, and with it what it made of documents."""
    codes = list(brought.rows.values_list("outside_code", flat=True))
    held = OutsideRow.objects.filter(
        unit=brought.unit, register=brought.register, source=brought.source, outside_code__in=codes,
        brought_by__status="committed",
    ).exclude(brought_by=brought)  # fmt: skip
    standing: dict[str, Mapping[str, str] | None] = dict.fromkeys(codes)
    for code, text in held.order_by("version").values_list("outside_code", "fields"):
        standing[code] = json.loads(text) if text else None
    told = arrival(brought, standing, withdrawing=True)
    writing = DocumentFollower(BY_KEY[brought.register]).prepare(told, at=at)
    Import.objects.filter(pk=brought.pk).update(
        status=Import.Status.WITHDRAWN, withdrawn_at=at, reason="Chọn nhầm tệp"
    )
    for code in codes:
        if standing[code] is None:
            StandingRow.objects.filter(
                unit=brought.unit, register=brought.register, source=brought.source, outside_code=code
            ).delete()
    writing()


def arrival(brought: Import, rows: Rows, *, withdrawing: bool = False) -> Arrival:
    """What the follower is given."""
    told = [Arrived(brought.source, code, values) for code, values in rows.items()]
    covers = Period(*YEAR)
    return Arrival(
        brought.unit_id, brought.unit.uid, brought.register, brought.uid, covers, told, withdrawing
    )


def new_import(
    unit: Unit, register: str, *, at: datetime, source: str = SOURCE, covers: tuple[date, date] = YEAR
) -> Import:
    """A committed import without rows."""
    digest = hashlib.sha256(f"{register}{source}{at}".encode()).hexdigest()
    blob, _ = Blob.objects.get_or_create(digest=digest, defaults={"size": 1, "recorded_at": at})
    return Import.objects.create(
        unit=unit, register=register, source=source, blob=blob, file_name=f"{register}.xlsx",
        status=Import.Status.COMMITTED, arrived_at=at, committed_at=at, covers_start=covers[0], covers_end=covers[1],
    )  # fmt: skip


def write_rows(brought: Import, rows: Rows) -> None:
    """The versions as ``intake`` writes them, standing or fallen."""
    for code, values in rows.items():
        text = packed(values) if values is not None else ""
        version = OutsideRow.objects.filter(
            unit=brought.unit, register=brought.register, source=brought.source, outside_code=code
        ).count()
        row = OutsideRow.objects.create(
            brought_by=brought, unit=brought.unit, register=brought.register, source=brought.source,
            outside_code=code, version=version + 1, digest=hashlib.sha256(text.encode()).hexdigest(), fields=text,
            place="dòng 2",
        )  # fmt: skip
        key = {
            "unit": brought.unit,
            "register": brought.register,
            "source": brought.source,
            "outside_code": code,
        }
        if values is None:
            StandingRow.objects.filter(**key).delete()
        else:
            StandingRow.objects.update_or_create(**key, defaults={"row": row})


def only(**wanted: object) -> Document:
    """The one document of these fields."""
    return Document.objects.get(**wanted)
