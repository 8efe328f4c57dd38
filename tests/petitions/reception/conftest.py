"""A ward with a petition clerk, and rows of its reception; everybody in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions.reception import Coming, Written, receive
from chuan.petitions.actions.reception_days import Sitting, plan
from chuan.petitions.actions.senders import From
from chuan.petitions.models import ReceptionDay
from tests.examine import sign_in
from tests.people import Ward, make_ward
from tests.petitions.made import now, petition_clerk

DAY = date(2021, 9, 7)
WOMAN = From("Nguyễn Thị Tiếp Dân", "Tổ 4", "0900000000")


@pytest.fixture
def ward(db) -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def by(ward, clerk) -> Viewer:
    return ward.viewer(clerk)


@pytest.fixture
def signed_in(clerk) -> Client:
    return sign_in(Client(), clerk)


@pytest.fixture
def came(ward, by) -> Callable[..., Written]:
    """A coming written down: a complaint by a woman, taken, unless told otherwise."""

    def written(**more) -> Written:
        kind, writes = more.get("kind", "complaint"), more.pop("viewer", by)
        told = {
            "kind": kind, "day": DAY, "receiver": by.official, "outcome": "taken",
            "content": "Hố ga trước số 12 ngõ 5 sụt, nước tràn vào nhà mỗi khi mưa.",
            "persons": () if kind in ("denunciation", "mixed") else (WOMAN,), "against": "official",
        }  # fmt: skip
        return receive(Coming(**{**told, **more}), by=writes, at=now())

    return written


@pytest.fixture
def planned(ward, by) -> Callable[..., ReceptionDay]:
    """One sitting of the Chairman in the schedule."""

    def made(day: date, receiver: Official | None = None, online: bool = False) -> ReceptionDay:
        sitting = Sitting(
            day, time(7, 30), time(11, 30), "Phòng tiếp công dân", online, receiver or ward.chairman
        )
        return plan([sitting], by=by, at=now())[0]

    return made
