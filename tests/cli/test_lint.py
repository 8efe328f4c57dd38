"""``chuan lint FILE``: exit codes, sentences, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chuan.cli import main
from chuan.paper.word import to_docx
from tests.paper.contents_samples import a_paper
from tests.rules.paper_form.samples import DECISION, LETTER, spoiled

REFERENCE = Path(__file__).resolve().parents[2] / "examples" / "bac-hong-2021" / "quyet-dinh.md"


def saved(tmp_path: Path, text: str, name: str = "van-ban.txt") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_clean_paper_ends_with_zero(tmp_path: Path, capsys):
    assert main(["lint", saved(tmp_path, DECISION)]) == 0
    printed = capsys.readouterr().out
    assert "Quyết định, xét theo quy định ngày 09/02/2022" in printed
    assert "Không thấy chỗ nào sai thể thức." in printed


def test_a_clean_word_file_ends_with_zero(tmp_path: Path, capsys):
    path = tmp_path / "van-ban.docx"
    path.write_bytes(to_docx(a_paper()))
    assert main(["lint", str(path)]) == 0


def test_departures_end_with_one_and_say_place_act_and_mend(capsys):
    assert main(["lint", str(REFERENCE)]) == 1
    printed = capsys.readouterr().out
    assert "29 chỗ: 10 phải sửa, 19 nên xem lại" in printed
    assert "dòng 9 [phải sửa] Trích yếu của quyết định mở đầu bằng “V/v”" in printed
    assert "căn cứ: 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5a" in printed
    assert "chưa tìm thấy câu quy định, theo thông lệ" in printed


def test_json_tells_exact_places(capsys):
    assert main(["lint", str(REFERENCE), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["on"], told["normative"]) == ("Quyết định", "2021-02-19", False)
    text = REFERENCE.read_text(encoding="utf-8")
    vv = next(one for one in told["departures"] if one["code"] == "subject_vv")
    assert text[vv["start"] : vv["end"]] == "V/v"
    assert (vv["replacement"], vv["weight"], vv["sure"], vv["line"]) == ("Về việc", "must", "read", 9)


@pytest.mark.parametrize("typed", ["QĐ", "quyết định", "quyet dinh", "qd"])
def test_the_kind_may_be_named_in_many_ways(tmp_path: Path, capsys, typed: str):
    assert main(["lint", saved(tmp_path, DECISION), "--kind", typed, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "Quyết định"


def test_a_letter_may_be_named_by_the_letters_people_use(tmp_path: Path):
    assert main(["lint", saved(tmp_path, LETTER), "--kind", "CV"]) == 0


def test_an_unknown_kind_is_refused(tmp_path: Path, capsys):
    assert main(["lint", saved(tmp_path, DECISION), "--kind", "XYZ"]) == 2
    assert "Không có loại văn bản “XYZ”" in capsys.readouterr().err


def test_the_day_decides_which_rules_hold(tmp_path: Path, capsys):
    text = spoiled(DECISION, "- Đảng ủy, HĐND phường;", "- UBND huyện Can Lộc;")
    path = saved(tmp_path, text)
    assert main(["lint", path]) == 0
    assert main(["lint", path, "--on", "01/08/2025"]) == 1
    assert "không còn từ ngày 01/7/2025" in capsys.readouterr().out


def test_a_paper_older_than_the_decree_is_refused_with_a_way_out(tmp_path: Path, capsys):
    text = spoiled(DECISION, "ngày 09 tháng 02 năm 2022\nQ", "ngày 09 tháng 02 năm 2019\nQ")
    assert main(["lint", saved(tmp_path, text)]) == 2
    assert "05/3/2020" in capsys.readouterr().err
    assert main(["lint", saved(tmp_path, text), "--on", "05/03/2020"]) == 0


def test_a_day_that_cannot_be_read_is_refused(tmp_path: Path):
    assert main(["lint", saved(tmp_path, DECISION), "--on", "hôm qua"]) == 2


def test_a_file_that_cannot_be_read_ends_with_two(tmp_path: Path, capsys):
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    assert main(["lint", str(path)]) == 2
    assert main(["lint", str(tmp_path / "khong-co.docx")]) == 2


def test_a_legal_normative_document_is_left_alone(tmp_path: Path, capsys):
    text = spoiled(DECISION, "Số: 05/QĐ-UBND", "Số: 05/2022/QĐ-UBND")
    law = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;\nTheo đề nghị"
    assert main(["lint", saved(tmp_path, spoiled(text, "Theo đề nghị", law))]) == 0
    assert "quy phạm pháp luật" in capsys.readouterr().out
