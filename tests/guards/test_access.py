"""Every address, every role: what each may open is the table in docs/access.md, and nothing of another ward."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings

from tests.guards.rights import table, walking
from tests.guards.rights.kinds import KINDS
from tests.guards.rights.walking import NOTHING, Walked, kind_of, routes

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def walked(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Iterator[Walked]:
    """The whole walk, once."""
    kept = tmp_path_factory.mktemp("access")
    with django_db_blocker.unblock(), override_settings(FILES_DIR=kept), transaction.atomic():
        yield walking.walk()
        transaction.set_rollback(True)


def test_every_address_with_a_uid_says_what_fills_it():
    unknown = [one.name for one in routes() if "uid" in one.parts and not kind_of(one.name)]
    assert not unknown, "enter these in tests/guards/rights/kinds.py"


def test_nothing_is_listed_that_is_no_address():
    names = {one.name for one in routes()}
    assert {name for listed in KINDS.values() for name in listed.split()} <= names


def test_nothing_breaks_on_the_walk(walked: Walked):
    assert walked.broken == []


def test_whoever_belongs_to_another_ward_finds_nothing_of_ours(walked: Walked):
    found = {route.name: said for route, said in walked.stranger.items() if said != NOTHING}
    assert found == {}
    assert len(walked.stranger) > 150


def test_the_table_is_what_the_walk_finds(walked: Walked):
    there = table.PAGE.read_text(encoding="utf-8").splitlines() if table.PAGE.is_file() else []
    wanted = table.page(walked).splitlines()
    differing = [f"{a!r} is now {b!r}" for a, b in zip(there, wanted, strict=False) if a != b]
    assert there == wanted, f"run `python scripts/draw_access.py` and read what changed: {differing[:5]}"
