"""Who works on nonconformities in these tests."""

from __future__ import annotations

import pytest

from chuan.people.viewer import Viewer
from tests.people import Ward


@pytest.fixture
def keeper(ward: Ward) -> Viewer:
    """The ISO secretary."""
    return ward.viewer(ward.secretary)
