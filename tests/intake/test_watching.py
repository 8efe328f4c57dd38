"""The watched folder: a file that lies still is received; a known layout waits for one click; links are left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.utils import timezone

from chuan.intake import watching
from chuan.intake.models import Import, OutsideRow
from chuan.intake.watching import REFUSED, TAKEN, Watch
from chuan.trail.models import Entry
from tests.intake.engine import LATER, LIST, Desk, demo
from tests.people import Ward


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    folder = tmp_path / "tha-vao-day"
    folder.mkdir()
    return Watch(folder)


def sweep(watch: Watch, times: int = 2) -> list[Import]:
    return [found for _ in range(times) for found in watch.sweep(at=timezone.now())]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_is_received_when_it_did_not_change_between_two_looks(desk: Desk, watch: Watch) -> None:
    path = watch.folder / LIST
    path.write_bytes(demo()[LIST][:1000])
    assert sweep(watch, 1) == []
    path.write_bytes(demo()[LIST])
    os.utime(path, (1, 1))
    assert sweep(watch, 1) == []
    (held,) = sweep(watch, 1)
    assert (held.file_name, held.by, held.unit) == (LIST, None, desk.ward.unit)
    assert names(watch.folder / TAKEN) == [f"{LIST}.txt"]
    assert not path.exists()


def test_a_received_file_is_nowhere_in_the_folder_any_more(desk: Desk, watch: Watch) -> None:
    """What the house lets go of, names among it, must not go on lying beside it."""
    (watch.folder / LIST).write_bytes(demo()[LIST])
    (held,) = sweep(watch)
    left = [one.read_bytes() for one in watch.folder.rglob("*") if one.is_file()]
    assert [one.decode().partition(" lúc ")[0] for one in left] == ["Đã nhận"]
    assert demo()[LIST] not in left
    assert held.blob is not None


def test_a_known_layout_is_previewed_and_nothing_is_taken_in_by_itself(desk: Desk, watch: Watch) -> None:
    desk.committed(LIST)
    before = OutsideRow.objects.count()
    (watch.folder / LATER).write_bytes(demo()[LATER])
    (held,) = sweep(watch)
    assert (held.status, held.rows_new) == (Import.Status.PREVIEWED, 12)
    assert OutsideRow.objects.count() == before
    assert desk.commit(held).committed_by == desk.ward.one_stop


def test_the_trail_says_that_nobodys_hand_brought_it(desk: Desk, watch: Watch) -> None:
    (watch.folder / LIST).write_bytes(demo()[LIST])
    sweep(watch)
    assert Entry.objects.get(verb="import.receive").actor == "system/watched-folder"


def test_a_refused_file_goes_aside_with_the_sentence_beside_it_and_in_the_list(
    desk: Desk, watch: Watch
) -> None:
    (watch.folder / "co-macro.xlsm").write_bytes(demo()["loi/co-macro.xlsm"])
    sweep(watch)
    held = Import.objects.get()
    assert held.status == Import.Status.REFUSED
    assert names(watch.folder / REFUSED) == ["co-macro.xlsm", "co-macro.xlsm.ly-do.txt"]
    said = (watch.folder / REFUSED / "co-macro.xlsm.ly-do.txt").read_text(encoding="utf-8")
    assert said.strip() == held.refusal


def test_two_gigabytes_are_refused_by_their_size_without_being_read(desk: Desk, watch: Watch) -> None:
    with (watch.folder / "to.csv").open("wb") as file:
        file.truncate(2 << 30)
    sweep(watch)
    assert names(watch.folder / REFUSED) == ["to.csv", "to.csv.ly-do.txt"]
    assert not Import.objects.exists()


def test_the_same_name_again_does_not_cover_the_first(desk: Desk, watch: Watch) -> None:
    for extra in (b"", b" "):
        (watch.folder / LIST).write_bytes(demo()[LIST] + extra)
        sweep(watch)
    assert names(watch.folder / TAKEN) == [f"{LIST} (2).txt", f"{LIST}.txt"]


@pytest.mark.parametrize("name", [".an.csv", "~$so.xlsx", "so.csv.part", "so.tmp", "so.csv.crdownload"])
def test_hidden_and_half_written_files_are_left_alone(desk: Desk, watch: Watch, name: str) -> None:
    (watch.folder / name).write_bytes(b"a;b\n1;2\n")
    sweep(watch)
    assert name in names(watch.folder)
    assert not Import.objects.exists()


def test_links_and_folders_are_never_followed(desk: Desk, watch: Watch, tmp_path: Path) -> None:
    secret = tmp_path / "mat.csv"
    secret.write_bytes(b"a;b\n1;2\n")
    (watch.folder / "lien-ket.csv").symlink_to(secret)
    (watch.folder / "thu-muc.csv").mkdir()
    sweep(watch, 3)
    assert not Import.objects.exists()
    assert (watch.folder / "lien-ket.csv").is_symlink()
    assert secret.exists()


def test_a_link_in_place_of_a_sub_folder_stops_it_before_anything_is_received(
    desk: Desk, watch: Watch, tmp_path: Path
) -> None:
    (tmp_path / "noi-khac").mkdir()
    (watch.folder / TAKEN).symlink_to(tmp_path / "noi-khac")
    (watch.folder / LIST).write_bytes(demo()[LIST])
    with pytest.raises(OSError, match="link"):
        sweep(watch)
    assert not Import.objects.exists()
    assert names(tmp_path / "noi-khac") == []


def test_a_link_that_takes_a_files_place_meanwhile_is_not_read(
    desk: Desk, watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "mat.csv"
    secret.write_bytes(b"a;b\n1;2\n")
    path = watch.folder / "so.csv"
    path.write_bytes(b"a;b\n1;2\n")
    sweep(watch, 1)
    only = watching.only_unit

    def swapped(on: object) -> object:
        path.unlink()
        path.symlink_to(secret)
        return only(on)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "only_unit", swapped)
    assert sweep(watch, 1) == []
    assert not Import.objects.exists()


def test_with_two_units_a_file_belongs_to_nobody(desk: Desk, other_ward: Ward, watch: Watch) -> None:
    (watch.folder / LIST).write_bytes(demo()[LIST])
    sweep(watch)
    said = (watch.folder / REFUSED / f"{LIST}.ly-do.txt").read_text(encoding="utf-8")
    assert "2 đơn vị" in said


def test_a_folder_that_is_away_is_told_and_not_made(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Watch(tmp_path / "khong-co").sweep(at=timezone.now())
    assert not (tmp_path / "khong-co").exists()
