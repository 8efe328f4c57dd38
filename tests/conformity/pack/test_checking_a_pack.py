"""A pack is checked without a database: a byte changed, a file more or less, a broken chain, each has its sentence."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from chuan import evidence_cli
from chuan.conformity.pack.archive import check, zipped
from chuan.conformity.pack.refusals import PackUnsafe
from chuan.law import inspection, iso9001
from chuan.rules.evidence import MANIFEST, ChainHead, Listed, Manifest, file_digest
from chuan.rules.refusals import FileBomb, Refused
from chuan.rules.types import Period

CHAIN = "0198-unit/2021"


def lines(count: int) -> str:
    prev, told = "0" * 64, []
    for seq in range(1, count + 1):
        line = "\t".join(
            [CHAIN, str(seq), "2021-09-01T00:00:00.000000Z", "system", "verb", "kind", "uid", "-", prev]
        )
        prev = hashlib.sha256(line.encode()).hexdigest()
        told.append(f"{line}\n")
    return "".join(told)


def head(text: str) -> str:
    return hashlib.sha256(text.split("\n")[-2].encode()).hexdigest()


def pack(files: dict[str, bytes], chains: tuple[ChainHead, ...]) -> dict[str, bytes]:
    listed = tuple(Listed(path, file_digest(data), len(data), path) for path, data in files.items())
    made = Manifest("uid", "phường minh họa", Period.year(2021), "2022-01-05T08:00:00+07:00", listed, chains)
    return files | {MANIFEST: made.text.encode()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    text = lines(5)
    told = {
        "index.html": b"<html>",
        "so-do/so-do.xlsx": b"xlsx" * 20,
        "nhat-ky/chuoi-2021.txt": text.encode(),
    }
    return pack(told, (ChainHead(CHAIN, "nhat-ky/chuoi-2021.txt", 5, head(text)),))


def found(data: bytes, printed: str = "") -> str:
    return " ".join(check(data, name="goi.zip", printed=printed).sentences)


def test_a_whole_pack_says_so_with_its_digest(files: dict[str, bytes]):
    verdict = check(zipped(files), name="goi.zip")
    assert verdict.ok
    assert verdict.digest == file_digest(files[MANIFEST])
    assert "3 tệp khớp mục lục, 5 dòng nhật ký" in verdict.sentences[0]


def test_the_same_files_are_the_same_pack(files: dict[str, bytes]):
    assert zipped(files) == zipped(dict(reversed(list(files.items()))))


def test_any_byte_changed_anywhere_is_told(files: dict[str, bytes]):
    data = bytearray(zipped(files))
    for place in range(0, len(data), 7):
        data[place] ^= 0x01
        with contextlib.suppress(Refused):
            assert not check(bytes(data), name="goi.zip").ok, place
        data[place] ^= 0x01


@pytest.mark.parametrize("path", ["index.html", "so-do/so-do.xlsx"])
def test_a_changed_file_is_named(files: dict[str, bytes], path: str):
    data = zipped(files)
    assert f"Tệp {path} đã bị sửa" in found(data.replace(files[path], files[path][:-1] + b"!"))


def test_the_manifest_itself_cannot_be_changed_unseen(files: dict[str, bytes]):
    changed = files | {MANIFEST: files[MANIFEST].replace("minh họa".encode(), "thật thà".encode())}
    assert "khác mã đã in" in found(zipped(changed), printed=file_digest(files[MANIFEST])[:20])
    assert f"Tệp {MANIFEST} đã bị sửa" in found(zipped(files | {MANIFEST: files[MANIFEST] + b" "}))
    assert "không phải gói" in found(zipped({"a.txt": b""}))


def test_a_file_more_or_less_is_named(files: dict[str, bytes]):
    assert "Tệp them.txt không có trong mục lục" in found(zipped(files | {"them.txt": b""}))
    assert "Thiếu tệp index.html" in found(
        zipped({path: data for path, data in files.items() if path != "index.html"})
    )


def test_a_line_of_the_trail_left_out_breaks_the_chain(files: dict[str, bytes]):
    path, text = "nhat-ky/chuoi-2021.txt", lines(5)
    kept = text.split("\n")
    broken = "\n".join(kept[:2] + kept[3:])
    told = pack({path: broken.encode()}, (ChainHead(CHAIN, path, 4, head(text)),))
    assert f"Nhật ký {path}, dòng 3: không nối" in found(zipped(told))
    short = pack({path: lines(4).encode()}, (ChainHead(CHAIN, path, 5, head(text)),))
    assert "đầu chuỗi không khớp" in found(zipped(short))


def test_packed_anew_is_told_though_the_files_are_whole(files: dict[str, bytes]):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    assert "đóng gói lại" in found(out.getvalue())


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", "C:/a", "a\\b", "a//b", "a/"])
def test_paths_that_leave_the_pack_are_refused(files: dict[str, bytes], path: str):
    with pytest.raises(PackUnsafe):
        check(zipped(files | {path: b""}), name="goi.zip")


def test_a_bomb_is_refused_before_it_is_read():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, b"0" * 25_000_000)
    with pytest.raises(FileBomb):
        check(out.getvalue(), name="goi.zip")


def test_the_command_names_the_file_and_ends_with_two(files: dict[str, bytes], tmp_path: Path, capsys):
    whole, changed = tmp_path / "goi.zip", tmp_path / "sua.zip"
    whole.write_bytes(zipped(files))
    changed.write_bytes(zipped(files).replace(b"<html>", b"<HTML>"))
    told = [
        evidence_cli.verify_pack(argparse.Namespace(file=str(one), digest="")) for one in (whole, changed)
    ]
    assert told == [0, 2]
    assert "Tệp index.html đã bị sửa" in capsys.readouterr().err


def test_checking_needs_no_django():
    code = "import sys, chuan.evidence_cli; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_point_of_the_inspectors_list_names_clauses_that_are_there():
    assert len(inspection.points()) == 12
    assert {one for point in inspection.points() for one in point.clauses} <= set(iso9001.clauses())
