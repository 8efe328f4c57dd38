"""The drill: a house is put away, comes back in another place, and is the same to the last row and byte."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from django.utils import timezone

from chuan.trail.guarding import APPEND_ONLY
from chuan.upkeep import restored
from chuan.upkeep.backing_up import make
from chuan.upkeep.house import House
from chuan.upkeep.refusals import FileStands, FolderMissing, HouseNotEmpty, HouseRunning, RoomMissing
from chuan.upkeep.restoring import restore
from tests.upkeep import houses

pytestmark = pytest.mark.django_db


def left_in(folder: Path) -> list[str]:
    """What lies there beside finished things."""
    return [one.name for one in folder.iterdir() if one.name.startswith(".chuan")]


def test_what_comes_back_is_what_was_put_away(house: House, empty: House, tmp_path: Path):
    before = houses.rows_of(house), houses.files_of(house)
    made = make(house, tmp_path / "mot.tar", at=timezone.now())
    done = restore(made.path, empty, at=timezone.now())
    assert (houses.rows_of(empty), houses.files_of(empty)) == before
    assert before[0]["trail_entry"]
    assert len(before[1]) == 2
    wanted = {f"{table}_no_{verb}" for table in APPEND_ONLY for verb in ("update", "delete")}
    assert wanted <= houses.triggers_of(empty)
    assert (done.chains, done.aside, done.keys_differ) == (1, "", False)
    assert (houses.rows_of(house), houses.files_of(house)) == before, "the first house was only read"
    assert left_in(tmp_path) + left_in(empty.data) == []
    if os.name == "posix":
        assert stat.S_IMODE((empty.data / "files").stat().st_mode) & stat.S_IRUSR


def test_a_house_with_data_is_not_replaced_unless_asked_and_then_set_aside(house: House, archive: Path):
    houses.change(house, "UPDATE people_unit SET name = 'Sau này'")
    with pytest.raises(HouseNotEmpty) as refused:
        restore(archive, house, at=timezone.now())
    assert "Sau này" in refused.value.sentence
    done = restore(archive, house, at=timezone.now(), replace=True)
    assert "Sau này" not in str(houses.rows_of(house)["people_unit"])
    assert len(houses.files_of(house)) == 2
    assert "phuc" in done.aside
    kept = next(house.data.glob("truoc-khi-phuc-hoi-*"))
    assert len([one for one in (kept / "files").rglob("*") if one.is_file()]) == 2
    assert "Sau này" in str(set_aside(house, kept))


def set_aside(house: House, kept: Path) -> object:
    """The units of the house that was replaced."""
    if house.kind == "sqlite3":
        there = House(kept, kept / "files", {**house.database, "NAME": kept / "chuan.sqlite3"})
        return houses.rows_of(there)["people_unit"]
    from chuan.upkeep.programmes import connect

    with connect(house.database) as server:
        return server.execute(f"SELECT name FROM {kept.name.replace('-', '_')}.people_unit").fetchall()


def test_nothing_is_restored_under_a_running_server(house: House, archive: Path):
    from chuan.upkeep import locks

    held = locks.share(house.lock)
    with pytest.raises(HouseRunning):
        restore(archive, house, at=timezone.now(), replace=True)
    assert held is not None
    held.close()


def test_a_backup_never_writes_over_a_file(house: House, archive: Path):
    before = archive.read_bytes()
    with pytest.raises(FileStands):
        make(house, archive, at=timezone.now())
    with pytest.raises(FolderMissing):
        make(house, archive.parent / "khong-co" / "a.tar", at=timezone.now())
    assert archive.read_bytes() == before


def test_a_disk_without_room_is_told_before_anything_is_written(
    house: House, empty: House, archive: Path, monkeypatch
):
    usage = type("Usage", (), {"free": 1_000_000})
    monkeypatch.setattr("chuan.upkeep.backing_up.shutil.disk_usage", lambda path: usage)
    with pytest.raises(RoomMissing):
        make(house, archive.with_name("hai.tar"), at=timezone.now())
    with pytest.raises(RoomMissing):
        restore(archive, empty, at=timezone.now())
    assert left_in(archive.parent) + left_in(empty.data) == []


def test_a_file_that_was_gone_or_damaged_before_stops_no_backup_and_is_told(
    house: House, empty: House, tmp_path: Path
):
    lost, hurt = sorted(one for one in house.files.rglob("*") if one.is_file())
    lost.unlink()
    hurt.write_bytes(b"khac")
    made = make(house, tmp_path / "mot.tar", at=timezone.now())
    assert (made.seal.missing, list(made.seal.damaged), made.unwell) == ((lost.name,), [hurt.name], 2)
    restore(made.path, empty, at=timezone.now())
    assert houses.files_of(empty) == houses.files_of(house)


def test_an_archive_of_an_older_version_is_brought_up_to_date(
    house: House, empty: House, archive: Path, monkeypatch
):
    called: list[str] = []
    monkeypatch.setattr(restored.MigrationExecutor, "migration_plan", lambda self, targets: [object()])
    monkeypatch.setattr(restored, "call_command", lambda name, **_: called.append(name))
    restore(archive, empty, at=timezone.now())
    assert called == ["migrate"]
