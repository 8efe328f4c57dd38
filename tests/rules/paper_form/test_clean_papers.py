"""A paper in good form is not disturbed."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.paper_form import form_rules
from chuan.rules.paper_form import Identity, Sheet, identify
from tests.rules.paper_form.samples import DAY, DECISION, LETTER, codes, spoiled


@pytest.mark.parametrize("text", [DECISION, LETTER], ids=["decision", "letter"])
def test_a_clean_paper_has_no_departures(text: str):
    assert codes(text) == []


@pytest.mark.parametrize("text", [DECISION, LETTER], ids=["decision", "letter"])
def test_blank_lines_between_the_lines_change_nothing(text: str):
    assert codes(text.replace("\n", "\n\n")) == []


def test_a_head_in_two_columns_kept_apart_by_cells_is_the_same_head():
    head = (
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHƯỜNG BẮC HỒNG\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 05/QĐ-UBND\tBắc Hồng, ngày 09 tháng 02 năm 2022\n"
    )
    assert codes(head + DECISION.split("\n", 6)[6]) == []


def test_foot_lines_beside_each_other_are_told_apart():
    foot = (
        "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Như Điều 4;\nCHỦ TỊCH\n- Đảng ủy, HĐND phường;\n"
        "- Lưu: VT, VP.\nNguyễn Viết Khanh\n"
    )
    before, _, rest = DECISION.partition("Nơi nhận:")
    assert codes(before + foot + "Phụ lục" + rest.partition("Phụ lục")[2]) == []


def test_a_decision_without_annex_is_clean_too():
    text = DECISION.partition("Phụ lục\n")[0]
    assert codes(text) == []


def test_text_raises_no_departure_of_layout():
    layout = ("page_", "letter_", "paragraph_align", "paragraph_gap", "line_spacing", "first_line")
    shouting = DECISION.upper()
    assert not [code for code in codes(shouting) if code.startswith(layout)]


def test_what_a_paper_is_comes_from_its_head():
    rules = form_rules(DAY)
    assert identify(Sheet.of_text(DECISION), rules) == Identity("Quyết định", DAY, False)
    assert identify(Sheet.of_text(LETTER), rules) == Identity("Công văn", date(2022, 3, 12), False)
    assert identify(Sheet.of_text("Kính thưa các đồng chí"), rules) == Identity("", None, False)


def test_a_day_that_does_not_exist_is_no_day():
    text = spoiled(DECISION, "Bắc Hồng, ngày 09 tháng 02", "Bắc Hồng, ngày 30 tháng 02")
    assert identify(Sheet.of_text(text), form_rules(DAY)).on is None


def test_a_legal_normative_document_is_not_governed_by_the_decree():
    text = spoiled(DECISION, "Số: 05/QĐ-UBND", "Số: 5/2022/QĐ-UBND")
    assert "number_year" in codes(text)
    law = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;\nTheo đề nghị"
    normative = spoiled(text, "Theo đề nghị", law)
    assert identify(Sheet.of_text(normative), form_rules(DAY)).normative
    assert codes(normative) == []


def test_nothing_is_said_of_nothing():
    assert codes("") == []
    assert codes(" \n\t\n") == []


def test_a_text_that_is_no_paper_is_told_what_it_lacks():
    assert {"nation_missing", "number_missing", "date_missing", "signature_missing"} <= set(
        codes("Xin chào.")
    )
