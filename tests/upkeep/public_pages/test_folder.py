"""Public pages onto a disk: only into what is new, empty or ours; the old ones stand until the new ones are there."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from chuan.people.models import Unit
from chuan.upkeep.publishing.refusals import FolderForeign, FolderIsFile, FolderOfAnother, FolderUnwritable
from chuan.upkeep.publishing.site import FORMAT, LIST, Site
from chuan.upkeep.publishing.writing import beside, put_in_place, zipped
from chuan.upkeep.refusals import FolderMissing

UNIT = Unit(name="Bắc Hồng", kind="ward")


def site(*names: str, unit: Unit = UNIT) -> Site:
    found = {name: name.encode() for name in names}
    told = {
        "format": FORMAT,
        "unit": str(unit.uid),
        "unit_name": unit.committee,
        "files": dict.fromkeys(names, ""),
    }
    return Site(unit, date(2021, 10, 5), {**found, LIST: json.dumps(told).encode()}, ())


def write(made: Site, folder: Path) -> None:
    with beside(made, folder) as staged:
        put_in_place(staged, folder)


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_new_pages_take_the_place_of_older_ones_whole(tmp_path: Path):
    write(site("index.html", "cu.html"), tmp_path / "trang")
    write(site("index.html", "moi.html"), tmp_path / "trang")
    assert names(tmp_path / "trang") == {"index.html", "moi.html", LIST}
    assert not [name for name in names(tmp_path) if name.startswith(".")], "nothing is left beside"


def test_an_empty_folder_is_taken(tmp_path: Path):
    (tmp_path / "trang").mkdir()
    write(site("index.html"), tmp_path / "trang")
    assert "index.html" in names(tmp_path / "trang")


def test_a_file_of_this_name_is_left_alone(tmp_path: Path):
    (tmp_path / "trang").write_text("của tôi")
    with pytest.raises(FolderIsFile):
        write(site("index.html"), tmp_path / "trang")
    assert (tmp_path / "trang").read_text() == "của tôi"


@pytest.mark.parametrize("list_", [None, "", "[]", '{"format": "khác"}', json.dumps({"format": FORMAT})])
def test_a_folder_with_somebody_elses_files_is_left_alone(tmp_path: Path, list_: str | None):
    (tmp_path / "bao-cao.docx").write_text("x")
    if list_ is not None:
        (tmp_path / LIST).write_text(list_)
    with pytest.raises(FolderForeign) as refused:
        write(site("index.html"), tmp_path)
    assert "bao-cao.docx" in refused.value.sentence or LIST in refused.value.sentence
    assert "index.html" not in names(tmp_path)


def test_a_file_laid_among_ours_is_not_lost(tmp_path: Path):
    write(site("index.html"), tmp_path / "trang")
    (tmp_path / "trang" / "anh.png").write_text("x")
    with pytest.raises(FolderForeign) as refused:
        write(site("index.html"), tmp_path / "trang")
    assert "“anh.png”" in refused.value.sentence


def test_pages_of_another_unit_are_left_alone(tmp_path: Path):
    write(site("index.html", unit=Unit(name="Nam Hồng", kind="ward")), tmp_path / "trang")
    with pytest.raises(FolderOfAnother) as refused:
        write(site("index.html"), tmp_path / "trang")
    assert "Nam Hồng" in refused.value.sentence


def test_a_folder_in_a_place_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(FolderMissing):
        write(site("index.html"), tmp_path / "khong-co" / "trang")


def test_a_place_that_takes_no_file_is_a_sentence_and_the_old_pages_stand(tmp_path: Path, monkeypatch):
    write(site("index.html"), tmp_path / "trang")
    real = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if ".moi-" in self.name:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(FolderUnwritable):
        write(site("moi.html"), tmp_path / "trang")
    assert names(tmp_path / "trang") == {"index.html", LIST}
    assert not [name for name in names(tmp_path) if name.startswith(".")]


def test_an_archive_of_the_same_pages_is_the_same_file():
    data = zipped(site("index.html"))
    assert data == zipped(site("index.html"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["index.html", LIST]
