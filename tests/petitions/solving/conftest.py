"""A ward whose letters are received by somebody, and cases to solve."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions import solving
from chuan.petitions.actions.recording import Paper
from chuan.petitions.models import Petition
from tests.people import Ward
from tests.petitions.made import done, now, petition_clerk, received

PAPER = Paper("15/QĐ-UBND")


class Solving:
    """Acts on one petition, each by the chairman unless another is named; told is the petition as it stands then."""

    def __init__(self, petition: Petition, by: Viewer) -> None:
        self.petition, self.by = petition, by

    def __call__(self, name: str, *given: Any, on: date, by: Viewer | None = None, **more: Any) -> Petition:
        if name in ("talk", "determine", "prolong", "suspend", "resume", "stop", "conclude", "talk_notice"):
            more.setdefault("paper", PAPER)
        if name in ("assign", "plan", "minutes", "evidence", "answer", "execute", "withdraw_part"):
            more.setdefault("paper", None)
        getattr(solving, name)(self.petition, *given, on=on, by=by or self.by, at=now(), **more)
        self.petition.refresh_from_db()
        return self.petition


@pytest.fixture
def keeper(ward: Ward) -> Official:
    """Receives letters and keeps the register."""
    return petition_clerk(ward)


@pytest.fixture
def case(ward: Ward, keeper: Official):
    """``case("complaint", date(2021, 9, 6), date(2021, 9, 10))``: received, accepted, and what to act on it with."""

    def made(kind: str, received_on: date, accepted_on: date | None = None, **given: Any) -> Solving:
        by = ward.viewer(keeper)
        one = received(by, kind, received_on, **given)
        if kind == "denunciation":
            one = done(one, "classify", accepted_on or received_on, by=by)
        if accepted_on:
            one = done(one, "accept", accepted_on, by=by, paper=PAPER)
        return Solving(one, ward.viewer(ward.chairman))

    return made
