"""A ward with a petition clerk, and what higher bodies received about it; everybody is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions import escalating as actions
from chuan.petitions.models import Escalation, EscalationCover
from tests.examine import sign_in
from tests.people import Ward, make_ward
from tests.petitions.made import now, petition_clerk

BODY = "Ban Tiếp công dân tỉnh (minh họa)"


@pytest.fixture
def ward(db: None) -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def by(ward: Ward, clerk: Official) -> Viewer:
    return ward.viewer(clerk)


@pytest.fixture
def signed_in(clerk: Official) -> Client:
    return sign_in(Client(), clerk)


@pytest.fixture
def above(by: Viewer) -> Callable[..., Escalation]:
    """Something that a higher body received: a complaint of May 2021, unless told otherwise."""

    def entered(**more: Any) -> Escalation:
        told = {"received_on": date(2021, 5, 20), "body": BODY, "kind": "complaint", **more}
        return actions.enter(actions.Told(**told), by=by, at=now())

    return entered


@pytest.fixture
def stated(by: Viewer) -> Callable[..., EscalationCover]:
    """A statement of a higher body about 2021: none, unless told otherwise."""

    def entered(count: int = 0, **more: Any) -> EscalationCover:
        told = {
            "body": BODY, "paper": "12/BC-BTCD", "paper_on": date(2022, 1, 10), "first": date(2021, 1, 1),
            "last": date(2021, 12, 31), **more,
        }  # fmt: skip
        return actions.state(actions.Statement(count=count, **told), by=by, at=now())

    return entered
