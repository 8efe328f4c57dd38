"""`chuan edxml`: look into a packet, write one, answer one; one Vietnamese sentence for everything that is wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from chuan.cli import main
from chuan.exchange.edxml import Kind, read, to_json, write
from tests.edxml.making import carried, document, text


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    path = tmp_path / "12.edxml"
    path.write_bytes(write(document()))
    return path


def description() -> dict[str, Any]:
    said = to_json(document())
    return {"document": {key: value for key, value in said["document"].items() if key != "document_id"}}


def test_a_packet_is_told_in_vietnamese(packet: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["edxml", "read", str(packet)]) == 0
    said = capsys.readouterr().out
    assert "Gói tin: văn bản mới" in said
    assert "Nơi gửi: UBND phường Bắc Hồng (H27.31.5)" in said
    assert "Văn bản: Báo cáo số 12/BC-UBND" in said
    assert "Ngày ban hành: 04/10/2021" in said
    assert "Tệp đính kèm: 12.BC-UBND.pdf" in said


def test_json_holds_everything(packet: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["edxml", "read", str(packet), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == to_json(read(packet.read_bytes(), name=packet.name))


def test_attachments_are_saved_inside_the_folder_and_overwrite_nothing(tmp_path: Path):
    path, folder = tmp_path / "a.edxml", tmp_path / "tep"
    path.write_text(text(attachments=carried(b"1", name="../../x.txt") + carried(b"2", name="x.txt")))
    assert main(["edxml", "read", str(path), "--attachments", str(folder)]) == 0
    assert main(["edxml", "read", str(path), "--attachments", str(folder)]) == 0
    saved = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert saved == {"x.txt": b"1", "x (2).txt": b"2", "x (3).txt": b"1", "x (4).txt": b"2"}
    assert not (tmp_path / "x.txt").exists()
    assert not (tmp_path.parent / "x.txt").exists()


def test_a_packet_is_written_from_a_description_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "mo-ta.json").write_text(json.dumps(description()))
    for name in ("12.pdf", "phu-luc.xlsx"):
        (tmp_path / name).write_bytes(name.encode())
    files = [str(tmp_path / name) for name in ("12.pdf", "phu-luc.xlsx")]
    out = tmp_path / "12.edxml"
    assert main(["edxml", "write", str(tmp_path / "mo-ta.json"), "--attach", *files, "-o", str(out)]) == 0
    back = read(out.read_bytes(), name=out.name)
    assert back.remarks == ()
    assert back.document is not None
    assert back.document.document_id == "H27.31.5,2021/10/04,12/BC-UBND"
    assert [one.content for one in back.attachments] == [b"12.pdf", b"phu-luc.xlsx"]
    assert "SHA-256" in capsys.readouterr().out


def test_the_sums_beside_the_packet_are_those_of_its_bytes(tmp_path: Path):
    (tmp_path / "mo-ta.json").write_text(json.dumps(description()))
    (tmp_path / "12.pdf").write_bytes(b"x")
    assert main(["edxml", "write", str(tmp_path / "mo-ta.json"), "--attach", str(tmp_path / "12.pdf"),
                 "-o", str(tmp_path / "a.edxml")]) == 0  # fmt: skip
    checked = subprocess.run(
        ["sha256sum", "-c", "a.edxml.sha256"], cwd=tmp_path, capture_output=True, check=False
    )
    assert checked.returncode == 0


def test_a_status_answers_a_packet(packet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "status.edxml"
    own = [
        "--organ-id",
        "000.00.31.H27",
        "--organ-name",
        "UBND thị xã Hồng Lĩnh",
        "--in-charge",
        "UBND tỉnh Hà Tĩnh",
    ]
    assert main(["edxml", "status", str(packet), "--code", "03", *own, "-o", str(out)]) == 0
    assert read(out.read_bytes(), name=out.name).kind is Kind.STATUS
    capsys.readouterr()
    assert main(["edxml", "read", str(out)]) == 0
    assert "Trạng thái: 03 đã tiếp nhận" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "không đúng cú pháp JSON"),
        ("[" * 100_000, "không đúng cú pháp JSON"),
        ('{"document": {"tieu_de": ""}}', "tieu_de"),
        ("{}", "Chưa lập được gói tin"),
    ],
)
def test_a_wrong_description_is_one_sentence(
    written: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "mo-ta.json").write_text(written)
    assert main(["edxml", "write", str(tmp_path / "mo-ta.json"), "-o", str(tmp_path / "a.edxml")]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert not (tmp_path / "a.edxml").exists()


def test_what_is_no_packet_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.edxml").write_bytes(b"%PDF-1.7")
    assert main(["edxml", "read", str(tmp_path / "a.edxml")]) == 2
    assert "không phải gói tin" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_one_sentence(capsys: pytest.CaptureFixture[str]):
    assert main(["edxml", "read", "khong-co.edxml"]) == 2
    assert "Không thấy tệp" in capsys.readouterr().err
