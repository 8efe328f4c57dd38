"""A ward that keeps its register, and a document that came in, taken as far along its way as a test asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from chuan.documents.actions import incoming
from chuan.documents.actions.incoming import Direction, Share
from chuan.documents.actions.incoming.assigning import COOPERATE, KNOW, LEAD
from chuan.documents.incoming.facts import Arriving
from chuan.documents.models import Document
from chuan.intake.models import RecordSystem
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.people import Ward

PLAN = Arriving(
    number="240",
    symbol="KH-UBND",
    issuer_name="UBND thị xã Hồng Lĩnh",
    subject="Kế hoạch rà soát thủ tục hành chính",
    signer_name="Người Ký Thị Xã",
    electronic=True,
)
View = Callable[[Official], Viewer]


def facts(on: date, **changed: object) -> Arriving:
    """The facts of a plan that came today, dated yesterday."""
    return replace(PLAN, issued_on=on - timedelta(days=1), arrived_on=on, **changed)  # type: ignore[arg-type]


@pytest.fixture
def kept(ward: Ward, now: datetime) -> RecordSystem:
    """Keep mode, by the unit's own document."""
    return RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
        citation="Quyết định số 9/QĐ-UBND", recorded_at=now,
    )  # fmt: skip


@pytest.fixture
def specialist(ward: Ward, view: View) -> Viewer:
    return view(ward.specialist)


@pytest.fixture
def came(kept: RecordSystem, clerk: Viewer, now: datetime) -> Document:
    """A plan of the town that arrived, not registered yet."""
    return incoming.arrive(facts(clerk.on), by=clerk, at=now)


@pytest.fixture
def registered(came: Document, clerk: Viewer, now: datetime) -> Document:
    incoming.register(came, by=clerk, at=now)
    return came


@pytest.fixture
def direct(ward: Ward, clerk: Viewer) -> Callable[..., Direction]:
    """``direct(lead=…, cooperate=[…], know=[…], days=5)``: a leader's direction."""

    def made(
        lead: Official | None = None,
        cooperate: tuple[Official, ...] = (),
        know: tuple[Official, ...] = (),
        days: int = 5,
        **more: object,
    ) -> Direction:
        shares = [Share(LEAD, lead or ward.specialist)]
        shares += [Share(COOPERATE, one) for one in cooperate] + [Share(KNOW, one) for one in know]
        told = {"instruction": "Rà soát, báo cáo", **more}
        return Direction(shares, clerk.on + timedelta(days=days), **told)  # type: ignore[arg-type]

    return made


@pytest.fixture
def assigned(
    registered: Document, direct: Callable[..., Direction], ward: Ward, chairman: Viewer, now: datetime
) -> Document:
    """Led by the specialist, with one who cooperates and one who is to know."""
    direction = direct(cooperate=(ward.one_stop,), know=(ward.secretary,))
    incoming.assign(registered, direction, by=chairman, at=now)
    return registered
