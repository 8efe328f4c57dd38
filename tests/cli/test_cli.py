"""The command line: what it prints, and how it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chuan.cli import main, parser
from chuan.rules.legacy_letters import Code, encode
from chuan.trail.models import Entry
from tests.trail.test_act import do
from tests.trail.test_verify import tamper

REFERENCE = Path(__file__).resolve().parents[2] / "examples" / "bac-hong-2021" / "quyet-dinh.md"
KEYS = {
    "number", "symbol", "type", "issuer", "place", "date", "subject", "bases", "proposer", "articles", "supersedes",
    "recipients", "signer", "objectives", "questions", "remarks",
}  # fmt: skip


def test_read_prints_a_summary_a_person_can_read(capsys: pytest.CaptureFixture[str]):
    assert main(["read", str(REFERENCE)]) == 0
    printed = capsys.readouterr().out
    assert "19/02/2021" in printed
    assert "Nguyễn Viết Khanh" in printed
    assert "trên 95 %" in printed


def test_read_json_holds_every_promised_key(capsys: pytest.CaptureFixture[str]):
    assert main(["read", str(REFERENCE), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) >= KEYS
    assert found["number"] is None
    assert (found["symbol"], found["date"]) == ("QĐ-UBND", "2021-02-19")
    assert len(found["objectives"]) == 7


def test_read_json_spans_point_into_the_stored_text(capsys: pytest.CaptureFixture[str]):
    text = REFERENCE.read_text(encoding="utf-8")
    main(["read", str(REFERENCE), "--json"])
    found = json.loads(capsys.readouterr().out)
    late = found["objectives"][2]["targets"][1]
    start, end = late["span"]
    assert "95" in text[start:end]
    assert (late["comparator"], late["value"], late["unit"]) == ("more_than", "95", "%")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("trong.md", b"", "không có nội dung"),
        ("truyen.txt", "Ngày xửa ngày xưa ở một làng nọ. ".encode() * 500, "quyết định"),
        ("tieu-thuyet.txt", "Ngày xửa ngày xưa ở một làng nọ. ".encode() * 20_000, "400.000"),
        ("anh.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 200, "docx"),
    ],
)
def test_read_refuses_a_bad_file_with_one_sentence(tmp_path: Path, capsys, name: str, data: bytes, says: str):
    path = tmp_path / name
    path.write_bytes(data)
    assert main(["read", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err.lower()
    assert len(printed.err.strip().splitlines()) == 1


def test_read_names_a_missing_file(capsys: pytest.CaptureFixture[str]):
    assert main(["read", "/khong/co.md"]) == 2
    assert "Không thấy tệp /khong/co.md" in capsys.readouterr().err


def test_read_says_when_given_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["read", str(tmp_path)]) == 2
    assert "là thư mục" in capsys.readouterr().err


def test_every_command_has_words_of_help(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    printed = capsys.readouterr().out
    assert all(verb in printed for verb in ("serve", "init", "read", "measure", "trail", "check"))


@pytest.mark.django_db
def test_trail_verify_says_that_a_whole_chain_is_whole(capsys: pytest.CaptureFixture[str]):
    do()
    assert main(["trail", "verify"]) == 0
    assert "nguyên vẹn: 1 dòng" in capsys.readouterr().out


@pytest.mark.django_db
def test_trail_verify_names_the_first_broken_line_and_fails(capsys: pytest.CaptureFixture[str]):
    for _ in range(3):
        do()
    tamper(2, verb="khac")
    assert main(["trail", "verify"]) == 1
    assert "hỏng từ dòng 2" in capsys.readouterr().out
    assert Entry.objects.count() == 3


@pytest.mark.django_db
def test_check_projections_says_how_many_were_compared(capsys: pytest.CaptureFixture[str]):
    assert main(["check", "projections"]) == 0
    assert "phép chiếu: khớp" in capsys.readouterr().out


@pytest.mark.parametrize("month", ["2021", "2021-13", "hom-qua", "21-9"])
def test_measure_says_how_to_write_a_month(month: str, capsys: pytest.CaptureFixture[str]):
    assert main(["measure", month]) == 2
    assert "2021-09" in capsys.readouterr().err


@pytest.mark.django_db
def test_measure_without_a_register_says_that_figures_are_put_in_by_hand(capsys: pytest.CaptureFixture[str]):
    assert main(["measure", "2021-09"]) == 0
    assert "số liệu nhập tay" in capsys.readouterr().out


def test_without_data_a_command_says_where_it_looked_and_what_to_do(tmp_path: Path):
    import os
    import subprocess
    import sys

    env = {**os.environ, "CHUAN_DATA": str(tmp_path), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "chuan.cli", "trail", "verify"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "chuan init" in done.stderr
    assert "Traceback" not in done.stderr


def test_read_json_says_on_which_page_and_where_a_number_stood_that_lives_in_a_signature_box(
    shared: Path, capsys: pytest.CaptureFixture[str]
):
    signed = shared / "data" / "signed-pdf" / "government" / "hanoi_qd_2280_water.pdf"
    assert main(["read", str(signed), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["number"], found["symbol"]) == ("2280", "QĐ-UBND")
    assert found["boxes"]["number"]["page"] == 1
    assert len(found["boxes"]["number"]["rect"]) == 4


def test_reading_old_letters_tells_their_code_beside_the_reading(tmp_path: Path, capsys) -> None:
    paper = tmp_path / "cu.txt"
    paper.write_bytes(encode(REFERENCE.read_text("utf-8"), Code.TCVN3).encode("cp1252"))
    assert main(["read", str(paper)]) == 0
    said = capsys.readouterr()
    assert "TCVN3, đã chuyển sang Unicode" in said.err
    assert "Loại: Quyết định" in said.out
