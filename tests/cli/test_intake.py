"""``chuan intake FILE``: a look into a register's file; nothing is stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chuan.cli import main
from chuan.demo_exports import write


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    write(folder, rows=60)
    return folder


def test_the_preview_names_the_register_the_layout_the_period_and_the_rows(exports: Path, capsys):
    assert main(["intake", str(exports / "danh-sach-ho-so-2021.xls")]) == 0
    printed = capsys.readouterr().out
    assert "Sổ: Hồ sơ thủ tục hành chính" in printed
    assert "khuôn đã biết: Danh sách hồ sơ có trạng thái" in printed
    assert "01/01/2021 – 31/12/2021" in printed
    assert "Đọc được 60 dòng" in printed
    assert "chưa ghi gì vào Chuẩn" in printed


def test_names_and_telephones_are_never_kept(exports: Path, capsys):
    assert main(["intake", str(exports / "so-theo-doi-ho-so-2021.xlsx"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"Chủ hồ sơ", "Địa chỉ", "SĐT"} <= set(found["dropped"])
    assert found["rows"]
    assert not {"applicant", "address", "phone"} & {name for row in found["rows"] for name in row}


def test_a_cell_that_cannot_be_read_is_named_by_its_address(exports: Path, capsys):
    assert main(["intake", str(exports / "loi" / "ngay-khong-co.xlsx"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["place"], one["typed"]) for one in found["unreadable"]] == [("G12", "31/02/2021")]


def test_a_finish_before_the_receipt_keeps_the_row_out(exports: Path, capsys):
    assert main(["intake", str(exports / "loi" / "ket-thuc-truoc-tiep-nhan.xlsx"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert any("trước ngày tiếp nhận" in one["sentence"] for one in found["unreadable"])


def test_totals_are_told_from_rows(exports: Path, capsys):
    assert main(["intake", str(exports / "bieu-II.06a-2021.xlsx"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["register"] == "dossier_totals"
    assert any("Tổng cộng" in one["text"] for one in found["skipped"])


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("cot-bi-dao.xlsx", "bị đảo"),
        ("co-macro.xlsm", "macro"),
        ("rong.csv", "không có nội dung"),
        ("hong.xlsx", "hong.xlsx"),
        ("khong-phai-so-ho-so.csv", "tiêu đề cột"),
    ],
)
def test_a_file_that_cannot_come_in_gets_one_sentence(exports: Path, capsys, name: str, says: str):
    assert main(["intake", str(exports / "loi" / name)]) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert "Traceback" not in printed.err
