"""``chuan intake FILE --as NAME``: received, looked at and, where nothing is left to ask, taken in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chuan.cli import main
from chuan.intake.models import Import, OutsideRow
from tests.intake.engine import LATER, LIST, Desk, demo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (LIST, LATER, "danh-sach-thang-3-utf8.csv"):
        (tmp_path / name).write_bytes(demo()[name])
    return tmp_path


def test_without_a_name_or_dry_nothing_is_written(desk: Desk, folder: Path, capsys) -> None:
    assert main(["intake", str(folder / LIST)]) == 0
    assert main(["intake", str(folder / LIST), "--dry-run", "--as", "one_stop", "--yes"]) == 0
    assert "chưa ghi gì vào Chuẩn" in capsys.readouterr().out
    assert not Import.objects.exists()


def test_a_new_layout_waits_for_a_person_and_says_where(desk: Desk, folder: Path, capsys) -> None:
    assert main(["intake", str(folder / LIST), "--as", "one_stop", "--yes"]) == 0
    assert "ghép cột" in capsys.readouterr().out
    assert Import.objects.get().status == Import.Status.UNMAPPED


def test_a_known_layout_is_previewed_and_with_yes_taken_in(desk: Desk, folder: Path, capsys) -> None:
    desk.committed(LIST)
    assert main(["intake", str(folder / LATER), "--as", "one_stop"]) == 0
    said = capsys.readouterr().out
    assert "12 dòng mới, 1 dòng đổi, 59 dòng như cũ; 1 dòng đổi sau hạn." in said
    assert "Chưa dòng nào được ghi" in said
    held = Import.objects.get(file_name=LATER)
    held.status = Import.Status.DISCARDED
    held.save()
    assert main(["intake", str(folder / LATER), "--as", "one_stop", "--yes"]) == 0
    assert "đã nhập" in capsys.readouterr().out
    assert OutsideRow.objects.filter(after_due=True).count() == 1


def test_rows_gone_are_answered_on_the_line(desk: Desk, folder: Path, capsys) -> None:
    desk.committed("danh-sach-thang-3-utf8.csv")
    path = folder / "thieu.csv"
    path.write_text(
        "".join(demo()["danh-sach-thang-3-utf8.csv"].decode().splitlines(keepends=True)[:-1]), "utf-8"
    )
    assert main(["intake", str(path), "--as", "one_stop", "--yes"]) == 2
    assert "không còn trong tệp" in capsys.readouterr().out
    Import.objects.filter(status=Import.Status.PREVIEWED).update(status=Import.Status.DISCARDED)
    assert main(["intake", str(path), "--as", "one_stop", "--yes", "--drop-gone"]) == 0
    assert OutsideRow.objects.filter(fields="").count() == 1


def test_json_says_the_same_as_plain_values(desk: Desk, folder: Path, capsys) -> None:
    desk.committed(LIST)
    capsys.readouterr()
    assert main(["intake", str(folder / LATER), "--as", "one_stop", "--json", "--yes"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["rows_new"], found["rows_after_due"]) == ("committed", 12, 1)
    assert found["covers"] == ["2021-01-01", "2022-01-08"]


@pytest.mark.parametrize(("name", "says"), [("no_such", "Không có ai"), ("auditor", "Công chức một cửa")])
def test_who_acts_must_be_known_and_allowed(desk: Desk, folder: Path, capsys, name: str, says: str) -> None:
    assert main(["intake", str(folder / LIST), "--as", name]) == 2
    assert says in capsys.readouterr().err
    assert not Import.objects.exists()


def test_two_gigabytes_are_refused_by_their_size_before_reading(desk: Desk, folder: Path, capsys) -> None:
    with (folder / "to.csv").open("wb") as file:
        file.truncate(2 << 30)
    for words in ([], ["--as", "one_stop"]):
        assert main(["intake", str(folder / "to.csv"), *words]) == 2
        assert "Xuất lại từng quý" in capsys.readouterr().err


def test_a_file_that_cannot_come_in_says_why_and_ends_with_two(desk: Desk, folder: Path, capsys) -> None:
    (folder / "hong.xlsx").write_bytes(demo()["loi/hong.xlsx"])
    assert main(["intake", str(folder / "hong.xlsx"), "--as", "one_stop", "--yes"]) == 2
    assert "hong.xlsx" in capsys.readouterr().out
    assert Import.objects.get().status == Import.Status.REFUSED
