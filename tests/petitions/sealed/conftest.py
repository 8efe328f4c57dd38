"""A ward that keeps sealed identities, and its clerk of petitions."""

from __future__ import annotations

import pytest

from chuan.people.models import Official
from tests.people import Ward
from tests.petitions.made import petition_clerk
from tests.petitions.sealed.made import switched_on


@pytest.fixture
def clerk(ward: Ward) -> Official:
    official = petition_clerk(ward)
    switched_on(ward)
    return official
