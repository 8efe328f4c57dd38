"""A ward that follows petitions by file."""

from __future__ import annotations

import pytest

from tests.people import Ward, make_ward


@pytest.fixture
def ward() -> Ward:
    return make_ward()
