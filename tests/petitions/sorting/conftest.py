"""Petitions taken in, ready to be sorted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from tests.people import Ward
from tests.petitions.made import petition_clerk, received


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def by(ward: Ward, clerk: Official) -> Viewer:
    return ward.viewer(clerk)


@pytest.fixture
def taken(by: Viewer) -> Callable[..., Petition]:
    """``taken("complaint", date(2021, 9, 6))``: a petition received on a day."""

    def take(kind: str = "complaint", on: date = date(2021, 9, 6), **more: Any) -> Petition:
        return received(by, kind, on, **more)

    return take
