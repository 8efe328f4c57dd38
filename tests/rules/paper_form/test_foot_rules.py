"""Recipients, signature and annexes: one thing wrong at a time."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.paper_form.samples import DECISION, LETTER, codes, departures, only, spoiled


@pytest.mark.parametrize(
    ("was", "now", "code", "instead"),
    [
        ("Nơi nhận:\n", "Nơi nhận\n", "recipients_label", "Nơi nhận:"),
        ("- Như Điều 4;\n", "", "recipients_first", None),
        ("- Như Điều 4;", "- Như trên;", "recipients_first", None),
        ("- Như Điều 4;", "- Như Điều 4.", "recipients_end", ";"),
        ("- Đảng ủy, HĐND phường;", "- Đảng ủy, HĐND phường", "recipients_end", "phường;"),
        ("- Lưu: VT, VP.", "- Lưu: VT, VP;", "recipients_end", "."),
        ("- Lưu: VT, VP.", "- Lưu: VP.", "kept_by", "Lưu: VT"),
        ("- Lưu: VT, VP.", "- Lưu VT, VP.", "kept_by", "Lưu: VT"),
        ("- Lưu: VT, VP.", "- Lưu: TP, VP.", "kept_by", "Lưu: VT, TP"),
        ("- Chủ tịch, các PCT UBND phường;\n- Lưu: VT, VP.", "- Chủ tịch, các PCT UBND phường.", "recipients_kept",
         None),
        ("TM. ỦY BAN", "TM ỦY BAN", "signature_authority", "TM. "),
        ("TM. ỦY BAN", "TM.ỦY BAN", "signature_authority", "TM. "),
        ("TM. ỦY BAN", "T/M ỦY BAN", "signature_authority", "TM. "),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "CHỦ TỊCH", "signature_collective", None),
        ("Nguyễn Viết Khanh", "ThS. Nguyễn Viết Khanh", "signer_title", "Nguyễn Viết Khanh"),
        ("Nguyễn Viết Khanh", "NGUYỄN VIẾT KHANH", "signer_case", "Nguyễn Viết Khanh"),
        ("(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 02 năm 2022 của Ủy ban nhân dân phường Bắc Hồng)\n", "",
         "annex_reference", None),
    ],
)  # fmt: skip
def test_one_thing_wrong_in_the_foot_is_told_alone(was: str, now: str, code: str, instead: str | None):
    one = only(DECISION, was, now)
    assert (one.code, one.replacement) == (code, instead)


def test_a_paper_without_recipients_is_told():
    start, end = DECISION.index("Nơi nhận"), DECISION.index("TM. ỦY")
    found = departures(DECISION[:start] + DECISION[end:])
    assert [one.code for one in found] == ["recipients_missing"]


def test_a_paper_nobody_signs_is_told():
    start, end = DECISION.index("TM. ỦY"), DECISION.index("Phụ lục\n")
    assert codes(DECISION[:start] + DECISION[end:]) == ["signature_missing"]


def test_a_post_without_a_name_is_told():
    assert only(DECISION, "Nguyễn Viết Khanh\n", "").code == "signer_missing"


def test_who_signs_for_another_is_a_deputy():
    assert only(LETTER, "PHÓ CHỦ TỊCH\n", "").code == "signature_deputy"


def test_the_chairmans_own_decision_is_not_signed_on_behalf_of_the_committee():
    text = spoiled(
        DECISION,
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG\nCăn cứ",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG\nCăn cứ",
    )
    assert codes(text) == ["signature_own"]
    assert codes(text.replace("TM. ỦY BAN NHÂN DÂN\n", "")) == []


def test_a_signature_in_small_letters_is_still_a_signature():
    text = spoiled(DECISION, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM. Ủy ban nhân dân\nChủ tịch")
    assert [(one.code, one.replacement) for one in departures(text)] == [
        ("signature_case", "TM. ỦY BAN NHÂN DÂN"),
        ("signature_case", "CHỦ TỊCH"),
    ]


def test_the_line_that_keeps_a_copy_is_the_last():
    text = spoiled(DECISION, "- Đảng ủy, HĐND phường;\n", "")
    text = spoiled(text, "- Như Điều 4;", "- Như Điều 4;\n- Lưu: VT, VP;\n- Đảng ủy, HĐND phường;")
    text = spoiled(text, "phường;\n- Lưu: VT, VP.", "phường.")
    assert codes(text) == ["recipients_kept"]


def test_a_letter_starts_its_recipients_with_as_above():
    one = only(LETTER, "- Như trên;", "- Như Điều 1;")
    assert (one.code, "Như trên" in one.mend) == ("recipients_first", True)


def test_recipients_of_ended_levels_are_told_after_their_end():
    text = spoiled(DECISION, "- Đảng ủy, HĐND phường;", "- UBND huyện Can Lộc;")
    assert codes(text) == []
    assert "recipient_level_ended" in codes(text, on=date(2025, 8, 1))


def test_several_annexes_are_numbered_in_roman():
    reference = "(Kèm theo Quyết định số 05/QĐ-UBND)\n1. Nội dung.\n"
    two = DECISION.partition("Phụ lục\n")[0]
    right = f"{two}Phụ lục I\nDANH SÁCH\n{reference}Phụ lục II\nBIỂU MẪU\n{reference}"
    assert codes(right) == []
    wrong = right.replace("Phụ lục II\n", "Phụ lục 2\n").replace("Phụ lục I\n", "Phụ lục 1\n")
    assert [(one.code, one.replacement) for one in departures(wrong)] == [
        ("annex_number", "Phụ lục I"),
        ("annex_number", "Phụ lục II"),
    ]


def test_recipients_that_run_over_two_lines_are_one():
    text = spoiled(DECISION, "- Chủ tịch, các PCT UBND phường;", "- Chủ tịch, các PCT\nUBND phường Bắc Hồng;")
    assert codes(text) == []


def test_a_hyphen_alone_on_its_line_belongs_to_the_next():
    assert codes(spoiled(DECISION, "- Như Điều 4;", "-\nNhư Điều 4;")) == []
