"""Procedures made by hand for tests, without the road that people take."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit
from chuan.people.models import Unit
from chuan.rules.vietnamese import fold
from tests.people import at

BIRTH = ("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch")
Time = tuple[str, str, int | None, str]
"""Case, channel, number, unit."""


def procedure(unit: Unit, code: str = BIRTH[0], name: str = BIRTH[1], field: str = BIRTH[2]) -> Procedure:
    """A procedure without any version."""
    return Procedure.objects.create(
        unit=unit, code=code, name=name, field=field, folded=fold(f"{code} {name} {field}")
    )


def version(
    of: Procedure,
    *times: Time,
    since: date = date(2021, 1, 1),
    until: date | None = None,
    status: str = "confirmed",
    papers: Sequence[str] = (),
) -> ProcedureVersion:
    """A version with these limits, confirmed by an invented act unless said otherwise."""
    made = ProcedureVersion.objects.create(
        procedure=of,
        name=of.name,
        field=of.field,
        number=of.versions.count() + 1,
        status=status,
        valid_from=since,
        valid_to=until,
        citation="Quyết định thử nghiệm 01/QĐ-UBND",
        components=json.dumps(list(papers), ensure_ascii=False),
        confirmed_at=at(2021, 1, 2) if status == "confirmed" else None,
        recorded_at=at(2021, 1, 1),
    )
    TimeLimit.objects.bulk_create(
        TimeLimit(version=made, case=case, channel=channel, total=total, unit=measured)
        for case, channel, total, measured in times
    )
    return made


def confirmed(unit: Unit, total: int = 3, measured: str = "working_day") -> ProcedureVersion:
    """A birth registration with one time for every channel."""
    return version(procedure(unit), ("", "", total, measured))
