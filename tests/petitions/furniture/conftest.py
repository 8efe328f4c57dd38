"""Fixtures of the furniture's tests."""

from __future__ import annotations

import pytest

from chuan.people.models import Official
from tests.people import Ward, make_ward
from tests.petitions.furniture.correcting import correct
from tests.petitions.made import petition_clerk

__all__ = ["correct"]


@pytest.fixture
def ward() -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)
