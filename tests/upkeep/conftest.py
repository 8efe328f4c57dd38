"""A house with a ward's data in it, an empty one, and an archive of the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from chuan.upkeep.backing_up import make
from chuan.upkeep.house import House
from tests.people import Ward
from tests.upkeep import houses


@pytest.fixture(scope="session")
def shape(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """What houses on PostgreSQL are copied from; nothing on SQLite."""
    with django_db_blocker.unblock():
        is_server = connection.vendor == "postgresql"
    if not is_server:
        yield ""
        return
    with houses.shape_on_server(tmp_path_factory.mktemp("shape")) as name:
        yield name


@pytest.fixture
def house(ward: Ward, settings, shape: str, tmp_path: Path) -> Iterator[House]:
    """A house in which something happened."""
    houses.live(ward.unit)
    with houses.house_at(tmp_path / "one", of=shape) as made:
        houses.pour(made, Path(settings.FILES_DIR))
        yield made


@pytest.fixture
def empty(db: None, tmp_path: Path) -> Iterator[House]:
    """A house with nothing in it, not even tables."""
    with houses.house_at(tmp_path / "two") as made:
        yield made


@pytest.fixture
def archive(house: House, tmp_path: Path) -> Path:
    """The first house, put away."""
    return make(house, tmp_path / "mot.tar", at=timezone.now()).path
