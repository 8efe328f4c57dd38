"""What comes back from a stick is not believed: cut, changed, foreign, too new, too large, leading elsewhere."""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone

from chuan.rules.refusals import Refused
from chuan.upkeep import archives
from chuan.upkeep.checking import check, look
from chuan.upkeep.house import House
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.refusals import (
    ArchiveDamaged,
    ArchiveNewer,
    NoArchive,
    OtherDatabase,
)
from chuan.upkeep.restoring import restore
from chuan.upkeep.unpacking import unpack

pytestmark = pytest.mark.django_db

Members = list[tuple[str, bytes]]


def taken_apart(path: Path) -> Members:
    with path.open("rb") as source:
        return [(one.name, b"".join(one.pieces)) for one in archives.members(source)]


def put_together(path: Path, members: Members) -> Path:
    with path.open("wb") as out:
        for name, data in members:
            archives.put(out, name, len(data), io.BytesIO(data), moment=0)
        archives.close(out)
    return path


def untouched(house: House) -> bool:
    """Whether nothing half-done lies about in an empty house."""
    return {one.name for one in house.data.iterdir()} <= {"serving.lock"}


def refused(archive: Path, house: House) -> Refused:
    with pytest.raises(Refused) as said:
        restore(archive, house, at=timezone.now())
    assert untouched(house)
    return said.value


def test_every_cut_is_found(archive: Path, empty: House):
    whole = archive.read_bytes()
    for end in (0, 1, 511, 512, 700, len(whole) // 3, len(whole) // 2, len(whole) - 1024, len(whole) - 1):
        archive.write_bytes(whole[:end])
        with pytest.raises((ArchiveDamaged, NoArchive)):
            check(archive)
    assert isinstance(refused(archive, empty), ArchiveDamaged)


def test_every_flipped_byte_is_found(archive: Path, empty: House):
    whole, chance = archive.read_bytes(), random.Random(5)
    for place in [*chance.sample(range(len(whole)), 40), len(whole) - 1, 0, 156, 512, 1100]:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        archive.write_bytes(changed)
        with pytest.raises((ArchiveDamaged, NoArchive, ArchiveNewer)):
            check(archive)
    assert "dữ liệu đang dùng không đổi" in refused(archive, empty).sentence


def test_bytes_after_the_end_are_found(archive: Path):
    archive.write_bytes(archive.read_bytes() + b"x")
    with pytest.raises(ArchiveDamaged):
        check(archive)


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 4096, b"PK\3\4" + b"x" * 4000, "Quyết định".encode() * 500, b"SQLite format 3\0" * 40],
)
def test_a_file_that_is_no_archive_is_called_so(tmp_path: Path, empty: House, data: bytes):
    path = tmp_path / "anh.jpg"
    path.write_bytes(data)
    assert isinstance(refused(path, empty), NoArchive)


def test_another_tar_is_no_archive(tmp_path: Path, empty: House):
    with tarfile.open(tmp_path / "a.tar", "w") as out:
        out.add(__file__, "tai-lieu.txt")
    assert isinstance(refused(tmp_path / "a.tar", empty), NoArchive)


def test_a_name_that_leads_elsewhere_is_refused(archive: Path, empty: House):
    members = taken_apart(archive)
    elsewhere = (
        "../../etc/cron",
        "/etc/passwd",
        "files/../../x",
        "files/aa/bb/../../../../x",
        "files/aa/bb/short",
    )
    for name in elsewhere:
        wrong = [*members[:2], (name, members[2][1]), *members[3:]]
        assert isinstance(refused(put_together(archive, wrong), empty), ArchiveDamaged)


def test_links_folders_and_extended_headers_are_refused(archive: Path, empty: House):
    whole = archive.read_bytes()
    first = 512 + 512 * -(-tarfile.TarInfo.frombuf(whole[:512], "ascii", "strict").size // 512)
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, b"x", b"L"):
        told = tarfile.TarInfo("files/aa/bb/" + "c" * 64)
        told.type, told.linkname = kind, "/etc/passwd"
        archive.write_bytes(whole[:first] + told.tobuf(tarfile.GNU_FORMAT) + whole[first:])
        assert isinstance(refused(archive, empty), ArchiveDamaged)


def test_members_left_out_doubled_or_in_another_order_are_found(archive: Path, empty: House):
    members = taken_apart(archive)
    assert len(members) == 5
    for wrong in (
        [*members[:2], *members[3:]],
        [*members[:3], members[2], *members[3:]],
        [*members[:2], members[3], members[2], members[4]],
        [members[0], *members[2:]],
        members[:4],
        [*members, members[4]],
        [*members[:4], ("la", b"x"), members[4]],
    ):
        assert isinstance(refused(put_together(archive, wrong), empty), ArchiveDamaged)


def told_otherwise(archive: Path, change: Callable[[Manifest], Manifest]) -> Path:
    """The archive with another manifest; enough for what is refused before the rest is read."""
    members = taken_apart(archive)
    manifest = change(Manifest.read(members[0][1]))
    return put_together(archive, [(members[0][0], manifest.as_bytes()), *members[1:]])


def test_what_is_newer_than_this_version_is_refused_before_it_is_unpacked(archive: Path, empty: House):
    newer = told_otherwise(archive, lambda one: replace(one, format=2, version="9.0"))
    assert "Cài Chuẩn 9.0" in refused(newer, empty).sentence


def test_changes_of_the_database_that_this_version_does_not_know_are_refused(archive: Path, empty: House):
    ahead = {"people": ("0001_initial", "0999_later")}
    newer = told_otherwise(archive, lambda one: replace(one, migrations=ahead, version="9.0"))
    assert isinstance(refused(newer, empty), ArchiveNewer)


def test_the_other_kind_of_database_is_named(archive: Path, empty: House):
    kind = "sqlite3" if empty.kind == "postgresql" else "postgresql"
    said = refused(told_otherwise(archive, lambda one: replace(one, kind=kind)), empty)
    assert isinstance(said, OtherDatabase)
    assert "DATABASE_URL" in said.sentence


def test_a_manifest_full_of_nonsense_is_a_sentence(archive: Path, empty: House):
    members = taken_apart(archive)
    for data in (
        b"{}",
        b"[]",
        b"null",
        b"{",
        b'{"format": "x"}',
        b"[" * 100_000,
        json.dumps({"format": 1}).encode(),
    ):
        assert isinstance(
            refused(put_together(archive, [(members[0][0], data), *members[1:]]), empty), ArchiveDamaged
        )


def test_a_database_that_grows_beyond_what_was_told_is_not_unpacked_further(tmp_path: Path):
    bomb = tmp_path / "packed"
    bomb.write_bytes(gzip.compress(bytes(50_000_000)))
    with pytest.raises(ArchiveDamaged):
        unpack(bomb, tmp_path / "out", most=1000)
    assert (tmp_path / "out").stat().st_size <= 1 << 20
    bomb.write_bytes(b"khong phai gzip")
    with pytest.raises(ArchiveDamaged):
        unpack(bomb, tmp_path / "out2", most=1000)


def test_the_head_of_an_archive_is_read_without_the_rest(archive: Path):
    archive.write_bytes(archive.read_bytes()[:20_000])
    assert look(archive).unit_names == "Bắc Hồng"
