"""From what a person writes to the paper that is typeset, and to the text that is checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chuan.paper.contents import Content, body_from_text, paper_of, plain_text, problems
from chuan.paper.papers import Annex, Paragraph, Signer
from tests.paper.contents_samples import AGENCY, DECISION, EVERY, LETTER, MINUTES, SUBMISSION, a_paper


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_missing_from_the_samples(name: str) -> None:
    assert problems(EVERY[name]) == ()


def test_an_empty_content_says_what_it_lacks_in_the_order_of_the_page() -> None:
    fields = [one.field for one in problems(Content(kind="QĐ"))]
    assert fields == ["subject", "body", "bases", "signer", "signer", "recipients"]


@pytest.mark.parametrize(
    ("content", "field", "word"),
    [
        (replace(DECISION, kind="CV-"), "kind", "29 loại"),
        (replace(LETTER, to=(" ",)), "to", "kính gửi"),
        (replace(SUBMISSION, to=()), "to", "kính gửi"),
        (replace(MINUTES, second_signer=None), "second_signer", "thư ký"),
        (replace(MINUTES, second_signer=Signer((), "Thư ký")), "second_signer", "thư ký"),
        (replace(DECISION, bases=()), "bases", "căn cứ"),
        (replace(DECISION, body=(Paragraph("Ban hành."),)), "body", "Điều 1"),
        (replace(DECISION, annexes=(Annex("", (Paragraph("a"),)),)), "annexes", "chưa có tên"),
        (replace(DECISION, annexes=(Annex("Bảng", ()),)), "annexes", "chưa có nội dung"),
    ],
)
def test_each_lack_names_its_field_and_the_mend(content: Content, field: str, word: str) -> None:
    (one,) = problems(content)
    assert one.field == field
    assert word in one.sentence


def test_a_letter_needs_no_bases_and_a_decision_no_addressee() -> None:
    assert problems(replace(LETTER, bases=())) == ()
    assert problems(replace(DECISION, to=())) == ()


def test_the_kind_decides_the_layout_and_what_stands_under_the_bases() -> None:
    decision, letter, minutes = a_paper(DECISION), a_paper(LETTER), a_paper(MINUTES)
    assert (decision.layout, decision.type_name, decision.resolves) == ("named", "Quyết định", "Quyết định:")
    assert decision.authority == "Ủy ban nhân dân phường Bắc Hồng"
    assert (letter.layout, letter.resolves, letter.authority) == ("letter", "", "")
    assert minutes.layout == "minutes"
    resolution = a_paper(replace(DECISION, kind="NQ", authority="Hội đồng nhân dân phường"))
    assert (resolution.resolves, resolution.authority) == ("Quyết nghị:", "Hội đồng nhân dân phường")


def test_a_letters_symbol_has_no_abbreviation_of_its_type() -> None:
    assert a_paper(LETTER).symbol == "UBND-VP"
    assert a_paper(DECISION).symbol == "QĐ-UBND"


def test_number_and_date_are_given_apart_from_the_content() -> None:
    draft = paper_of(DECISION, agency=AGENCY, place="Bắc Hồng")
    assert (draft.number, draft.date, draft.electronic) == ("", None, True)
    issued = paper_of(
        DECISION, agency=AGENCY, place="Bắc Hồng", number="7", symbol="QĐ-UBND", date=date(2021, 3, 5)
    )
    assert (issued.number, issued.symbol, issued.date) == ("7", "QĐ-UBND", date(2021, 3, 5))


def text_of(name: str) -> list[str]:
    content = EVERY[name]
    given = {"number": "5", "symbol": a_paper(content).symbol, "date": date(2021, 3, 9)}
    return plain_text(content, agency=AGENCY, place="Bắc Hồng", **given).splitlines()


def test_the_text_of_a_decision_reads_as_the_page_does() -> None:
    lines = text_of("decision")
    assert lines[:9] == [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG BẮC HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/QĐ-UBND",
        "Bắc Hồng, ngày 09 tháng 3 năm 2021",
        "QUYẾT ĐỊNH",
        DECISION.subject,
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG",
    ]
    assert lines.index("QUYẾT ĐỊNH:") == 14
    assert lines[13] == "Theo đề nghị của công chức Văn phòng - Thống kê phường."
    assert lines[18].endswith("thi hành Quyết định này./.")
    assert "- Lưu: VT, VP." in lines
    assert lines[lines.index("CHỦ TỊCH") + 1] == "Nguyễn Viết Khanh"
    assert "MỤC TIÊU CHẤT LƯỢNG NĂM 2021" in lines


def test_the_text_of_a_letter_has_no_type_name() -> None:
    lines = text_of("letter")
    assert "CÔNG VĂN" not in lines
    assert lines[4:6] == ["Số: 05/UBND-VP", "V/v cung cấp số liệu thực hiện mục tiêu chất lượng năm 2021"]
    assert lines[lines.index("Kính gửi:") + 1] == "- Văn phòng Ủy ban nhân dân phường;"
    assert {"KHẨN", "VP.(15)", "KT. CHỦ TỊCH"} <= set(lines)


def test_the_text_of_minutes_has_no_place_and_date_and_two_signers() -> None:
    lines = text_of("minutes")
    assert not any("Bắc Hồng, ngày" in line for line in lines)
    assert lines.index("THƯ KÝ") < lines.index("CHỦ TỌA")


def test_one_addressee_stands_beside_the_words() -> None:
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân phường Bắc Hồng" in text_of("submission")


def test_tables_lists_and_parts_are_lines_of_the_text() -> None:
    body = body_from_text("Chương I. Chung\n- a;\n+ b;\n| x | y |\n| 1 | 2 |\n> ghi chú")
    lines = plain_text(Content(kind="TB", body=body)).splitlines()
    start = lines.index("Chương I")
    assert lines[start : start + 7] == ["Chương I", "CHUNG", "- a;", "+ b;", "x | y", "1 | 2", "ghi chú"]


def test_an_empty_content_is_still_a_text() -> None:
    assert plain_text(Content(kind="TB")).startswith("CỘNG HÒA")
