"""Rows put in at once are written as their columns would write them one by one."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import connection

from chuan.dossiers.models import Dossier
from chuan.dossiers.putting import _adapted, _adapter, _field

HANOI = timezone(timedelta(hours=7))
VALUES = {
    "uid": uuid.UUID(int=7),
    "received_on": date(2021, 4, 28),
    "received_at": datetime(2021, 4, 28, 17, 0, tzinfo=HANOI),
    "settled_at": datetime(2021, 4, 28, 10, 0, 0, 5, tzinfo=UTC),
    "code": "A-1",
    "present": True,
    "late_days": 3,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_adapted_as_its_column_does(name: str) -> None:
    field, value = _field(Dossier, name), VALUES[name]
    adapt = _adapter(field)
    adapted = adapt(value) if adapt else value
    assert adapted == field.get_db_prep_save(value, connection)


def test_what_is_empty_stays_empty() -> None:
    assert _adapted([None, "A-1"], [(0, str)]) == [None, "A-1"]
