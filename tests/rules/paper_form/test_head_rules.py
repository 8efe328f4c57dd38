"""National name, agency, number, place and date, type and subject: one thing wrong at a time."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.paper_form.samples import DECISION, LETTER, codes, only, spoiled


@pytest.mark.parametrize(
    ("was", "now", "code", "instead"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam", "nation_case",
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lập - Tự do", "Độc lập – Tự do", "motto_form", "Độc lập - Tự do - Hạnh phúc"),
        ("Tự do - Hạnh phúc", "Tự do-Hạnh phúc", "motto_form", "Độc lập - Tự do - Hạnh phúc"),
        ("Độc lập - Tự do - Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "motto_form",
         "Độc lập - Tự do - Hạnh phúc"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG", "ỦY BAN NHÂN DÂN\nPhường Bắc Hồng\nCỘNG", "agency_case",
         "PHƯỜNG BẮC HỒNG"),
        ("Số: 05/QĐ-UBND\n", "Số: 5/QĐ-UBND\n", "number_zero", "05"),
        ("Số: 05/QĐ-UBND\n", "Số 05/QĐ-UBND\n", "number_label", "Số:"),
        ("Số: 05/QĐ-UBND\n", "05/QĐ-UBND\n", "number_label", "Số: 05/QĐ-UBND"),
        ("Số: 05/QĐ-UBND\n", "Số: 05/2022/QĐ-UBND\n", "number_year", ""),
        ("Số: 05/QĐ-UBND\n", "Số: 05/QĐ - UBND\n", "number_spaces", "05/QĐ-UBND"),
        ("Số: 05/QĐ-UBND\n", "Số: 05 / QĐ-UBND\n", "number_spaces", "05/QĐ-UBND"),
        ("Số: 05/QĐ-UBND\n", "Số: 05-QĐ/UBND\n", "number_slash", "05/QĐ-UBND"),
        ("Số: 05/QĐ-UBND\n", "Số: 05/qđ-ubnd\n", "number_case", "QĐ-UBND"),
        ("Số: 05/QĐ-UBND\n", "Số: 05/QDD-UBND\n", "symbol_wrong", "QĐ"),
        ("Số: 05/QĐ-UBND\n", "Số: 05/KH-UBND\n", "symbol_type", None),
        ("Số: 05/QĐ-UBND\n", "Số:      /QĐ-UBND\n", "number_blank", None),
        ("ngày 09 tháng 02 năm 2022\nQ", "ngày 9 tháng 02 năm 2022\nQ", "date_day", "09"),
        ("ngày 09 tháng 02 năm 2022\nQ", "ngày 09 tháng 2 năm 2022\nQ", "date_month", "02"),
        ("ngày 09 tháng 02 năm 2022\nQ", "ngày 09 tháng 03 năm 2022\nQ", "date_month", "3"),
        ("ngày 09 tháng 02 năm 2022\nQ", "ngày 31 tháng 02 năm 2022\nQ", "date_impossible", None),
        ("Bắc Hồng, ngày 09 tháng 02 năm 2022\nQ", "Bắc Hồng, 09/02/2022\nQ", "date_slashed",
         "ngày 09 tháng 02 năm 2022"),
        ("Bắc Hồng, ngày 09 tháng 02 năm 2022\nQ", "Bắc Hồng ngày 09 tháng 02 năm 2022\nQ", "date_comma",
         "Hồng, ngày"),
        ("Bắc Hồng, ngày 09 tháng 02 năm 2022\nQ", "Bắc Hồng, Ngày 09 tháng 02 năm 2022\nQ", "date_word",
         "ngày"),
        ("Bắc Hồng, ngày 09 tháng 02 năm 2022\nQ", "Ngày 09 tháng 02 năm 2022\nQ", "date_place", None),
        ("QUYẾT ĐỊNH\nVề việc", "Quyết định\nVề việc", "type_case", "QUYẾT ĐỊNH"),
        ("Về việc ban hành Mục tiêu chất lượng năm 2022\n", "V/v ban hành Mục tiêu chất lượng năm 2022\n",
         "subject_vv", "Về việc"),
        ("chất lượng năm 2022\nỦY BAN NHÂN DÂN PHƯỜNG", "chất lượng năm 2022.\nỦY BAN NHÂN DÂN PHƯỜNG",
         "subject_end", "2022"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG\nCăn cứ", "ỦY BAN NHÂN DÂN PHƯỜNG\nCăn cứ", "authority_unnamed",
         None),
    ],
)  # fmt: skip
def test_one_thing_wrong_in_the_head_is_told_alone(was: str, now: str, code: str, instead: str | None):
    if code == "date_word" or now.startswith("Ngày"):
        found = codes(spoiled(DECISION, was, now))
        assert code in found
        return
    one = only(DECISION, was, now)
    assert (one.code, one.replacement) == (code, instead)


@pytest.mark.parametrize(
    ("was", "code"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "nation_missing"),
        ("Độc lập - Tự do - Hạnh phúc\n", "motto_missing"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG", "agency_missing"),
        ("Số: 05/QĐ-UBND\n", "number_missing"),
        ("Bắc Hồng, ngày 09 tháng 02 năm 2022\nQ", "date_missing"),
    ],
)
def test_what_is_not_there_is_missed(was: str, code: str):
    kept = {"agency_missing": "CỘNG", "date_missing": "Q"}
    assert codes(spoiled(DECISION, was, kept.get(code, ""))) == [code]


def test_a_paper_without_a_type_is_told():
    text = DECISION.replace("QUYẾT ĐỊNH\n", "", 1)
    assert "type_missing" in codes(text)


def test_the_kind_may_be_named_from_outside():
    assert "symbol_type" in codes(DECISION, kind="Kế hoạch")


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("Số: 12/UBND-VP", "Số: 12/CV-UBND", "symbol_letter"),
        ("Số: 12/UBND-VP", "Số: 12/QĐ-UBND", "symbol_letter"),
        ("Số: 12/UBND-VP", "Số: 12/UBND", "symbol_unit"),
        ("V/v báo cáo", "Về việc báo cáo", "subject_letter"),
        ("V/v báo cáo kết quả thực hiện mục tiêu chất lượng\n", "", "subject_missing"),
    ],
)
def test_a_letter_has_no_type_in_its_symbol_and_its_subject_opens_with_v_v(was: str, now: str, code: str):
    assert only(LETTER, was, now).code == code


@pytest.mark.parametrize(("typed", "right"), [("QCh", "QC"), ("DAn", "DA")])
def test_abbreviations_of_before_2020_are_told(typed: str, right: str):
    kind = {"QC": "QUY CHẾ", "DA": "DỰ ÁN"}[right]
    text = DECISION.replace("QUYẾT ĐỊNH\n", f"{kind}\n", 1).replace("05/QĐ-UBND\n", f"05/{typed}-UBND\n", 1)
    assert "symbol_wrong" in codes(text)


def test_the_month_rule_is_the_decrees_own_for_each_month():
    for month in range(1, 13):
        right = f"{month:02d}" if month < 3 else str(month)
        wrong = str(month) if month < 3 else f"{month:02d}"
        base = "ngày 09 tháng 02 năm 2022\nQ"
        assert codes(spoiled(DECISION, base, f"ngày 09 tháng {right} năm 2022\nQ")) == []
        if wrong != right:
            assert codes(spoiled(DECISION, base, f"ngày 09 tháng {wrong} năm 2022\nQ")) == ["date_month"]


def test_a_parent_of_an_ended_level_is_told_after_its_end():
    text = spoiled(
        DECISION,
        "ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG",
        "UBND THỊ XÃ HỒNG LĨNH\nỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG",
    )
    assert codes(text) == []
    assert codes(text, on=date(2026, 1, 5))[0] == "agency_level_ended"


def test_the_issuing_agency_is_named_in_full_its_superior_may_be_short():
    named = "ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG"
    one = only(DECISION, named, "UBND PHƯỜNG BẮC HỒNG\nCỘNG")
    assert (one.code, one.replacement) == ("agency_short", "ỦY BAN NHÂN DÂN")
    assert codes(spoiled(DECISION, named, f"UBND THỊ XÃ HỒNG LĨNH\n{named}")) == []


def test_minutes_need_no_place_and_date_and_no_recipients():
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 07/BB-UBND\nBIÊN BẢN\nHọp xem xét của lãnh đạo\nThời gian bắt đầu: 8 giờ 00.\n"
    )
    assert codes(text) == []
