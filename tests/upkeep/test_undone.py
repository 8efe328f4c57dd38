"""What gives up in the middle leaves everything as it was."""

from __future__ import annotations

import hashlib
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone

from chuan.upkeep.backing_up import make
from chuan.upkeep.house import House
from chuan.upkeep.manifest import Manifest, Seal
from chuan.upkeep.refusals import BackupBroken, RestoreBroken, RestoredDiffers
from chuan.upkeep.restoring import restore
from tests.upkeep import houses
from tests.upkeep.test_bad_archives import (
    Members,
    put_together,
    refused,
    taken_apart,
    told_otherwise,
    untouched,
)

pytestmark = pytest.mark.django_db


def test_rows_or_lines_of_the_trail_that_differ_from_the_list_undo_the_restore(archive: Path, house: House):
    before = houses.rows_of(house)

    def miscounted(one: Manifest) -> Manifest:
        return replace(one, counts={**one.counts, "people_unit": 7})

    members = taken_apart(told_otherwise(archive, miscounted))
    resealed(archive, members)
    with pytest.raises(RestoredDiffers) as said:
        restore(archive, house, at=timezone.now(), replace=True)
    assert "people_unit" in said.value.sentence
    assert houses.rows_of(house) == before
    assert len(houses.files_of(house)) == 2
    assert not list(house.data.glob("truoc-*"))


def resealed(path: Path, members: Members) -> None:
    """Put together with a seal that fits: whoever does this on purpose is caught by the counts and the trail."""
    seal = replace(Seal.read(members[-1][1]), manifest_sha256=hashlib.sha256(members[0][1]).hexdigest())
    put_together(path, [*members[:-1], (members[-1][0], seal.as_bytes())])


def test_a_changed_past_is_found_by_the_trail(house: House, empty: House, tmp_path: Path):
    if house.kind == "sqlite3":
        houses.change(house, "DROP TRIGGER trail_entry_no_update")
    houses.change(house, "UPDATE trail_entry SET actor = 'khac' WHERE seq = 3")
    made = make(house, tmp_path / "hai.tar", at=timezone.now())
    said = refused(made.path, empty)
    assert "hỏng từ dòng 3" in said.sentence


@contextmanager
def a_disk_that_takes(size: int) -> Iterator[None]:
    """No file may grow beyond that many bytes: a real refusal of the system in the middle of writing."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_in_the_middle_of_a_backup_leaves_nothing(house: House, tmp_path: Path):
    with a_disk_that_takes(100_000), pytest.raises(BackupBroken) as said:
        make(house, tmp_path / "mot.tar", at=timezone.now())
    assert "dữ liệu đang dùng không đổi" in said.value.sentence
    assert [one.name for one in tmp_path.iterdir() if "tar" in one.name or one.name.startswith(".")] == []


def test_a_disk_that_is_full_in_the_middle_of_a_restore_leaves_nothing(
    archive: Path, empty: House, house: House
):
    before = houses.rows_of(house)
    with a_disk_that_takes(50_000), pytest.raises(RestoreBroken):
        restore(archive, house, at=timezone.now(), replace=True)
    assert houses.rows_of(house) == before
    with a_disk_that_takes(50_000), pytest.raises(RestoreBroken):
        restore(archive, empty, at=timezone.now())
    assert untouched(empty)


def test_names_that_cannot_be_changed_at_the_end_bring_the_old_house_back(
    archive: Path, house: House, monkeypatch
):
    before, real, calls = (houses.rows_of(house), houses.files_of(house)), os.rename, []

    def rename(one: Path, to: Path) -> None:
        calls.append(to)
        if len(calls) == (4 if house.kind == "sqlite3" else 2):
            raise OSError(28, "No space left on device")
        real(one, to)

    monkeypatch.setattr("chuan.upkeep.targets.os.rename", rename)
    with pytest.raises(RestoreBroken):
        restore(archive, house, at=timezone.now(), replace=True)
    assert (houses.rows_of(house), houses.files_of(house)) == before
