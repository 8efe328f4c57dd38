"""Lines of a paper. Source of every rule: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.paper import paper_rules
from chuan.paper import lines
from chuan.paper.laying import Title, laid
from chuan.paper.lines import BLANK
from chuan.paper.papers import Annex, Bullets, Heading, Note, Paragraph, TableBlock
from tests.paper.samples import a_report, a_table

RULES = paper_rules()


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("5", "Số: 05/BC-UBND"),
        ("09", "Số: 09/BC-UBND"),
        ("10", "Số: 10/BC-UBND"),
        ("148", "Số: 148/BC-UBND"),
        ("12a", "Số: 12a/BC-UBND"),
        ("", f"Số: {BLANK}/BC-UBND"),
        ("  ", f"Số: {BLANK}/BC-UBND"),
    ],
)
def test_a_number_below_ten_takes_a_zero_and_an_absent_one_leaves_room(number: str, written: str) -> None:
    assert lines.number_line(a_report(number=number), RULES) == written


@pytest.mark.parametrize(
    ("on", "written"),
    [
        (date(2021, 1, 1), "ngày 01 tháng 01 năm 2021"),
        (date(2021, 2, 9), "ngày 09 tháng 02 năm 2021"),
        (date(2021, 3, 10), "ngày 10 tháng 3 năm 2021"),
        (date(2021, 9, 30), "ngày 30 tháng 9 năm 2021"),
        (date(2021, 12, 31), "ngày 31 tháng 12 năm 2021"),
        (None, f"ngày {BLANK} tháng {BLANK} năm {BLANK}"),
    ],
)
def test_days_below_ten_and_only_january_and_february_take_a_zero(on: date | None, written: str) -> None:
    assert lines.date_words(on, RULES) == written


def test_place_and_date_are_parted_by_a_comma() -> None:
    assert lines.place_line(a_report(), RULES) == "Bắc Hồng, ngày 09 tháng 02 năm 2021"


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert lines.ended(("Căn cứ A,", " Căn cứ B ", "", "Căn cứ C;")) == (
        "Căn cứ A;",
        "Căn cứ B;",
        "Căn cứ C.",
    )


def test_no_bases_are_no_lines() -> None:
    assert lines.ended(()) == ()


@pytest.mark.parametrize(
    ("last", "ending"),
    [
        (Paragraph("Hết."), Paragraph("Hết./.")),
        (Paragraph("Hết./."), Paragraph("Hết./.")),
        (Note("Ghi chú;"), Note("Ghi chú./.")),
        (Bullets(("một;", "hai.")), Bullets(("một;", "hai./."))),
    ],
)
def test_the_text_ends_with_its_mark_once(last: object, ending: object) -> None:
    body = (Paragraph("Đầu."), last)
    assert lines.closed(body, RULES) == (Paragraph("Đầu."), ending)  # type: ignore[arg-type]


def test_after_a_table_the_mark_stands_on_a_line_of_its_own() -> None:
    table = a_table(1)
    assert lines.closed((table,), RULES) == (table, Paragraph("./."))


def test_an_empty_text_gets_no_mark() -> None:
    assert lines.closed((), RULES) == ()


def test_no_level_of_title_is_skipped() -> None:
    body = (
        Heading(3, "a"),
        Paragraph("x"),
        Heading(2, "b"),
        Heading(9, "c"),
        Heading(1, "d"),
        Heading(0, "e"),
    )
    levels = [block.level for block in laid(body) if isinstance(block, Title)]
    assert levels == [1, 2, 3, 1, 1]


def test_one_annex_has_no_numeral_and_several_have_roman_ones() -> None:
    one, several = Annex("A", ()), tuple(Annex(str(n), ()) for n in range(12))
    assert lines.annex_label(a_report(annexes=(one,)), 0) == "Phụ lục"
    many = a_report(annexes=several)
    assert [lines.annex_label(many, place) for place in (0, 3, 8, 11)] == [
        "Phụ lục I",
        "Phụ lục IV",
        "Phụ lục IX",
        "Phụ lục 12",
    ]


def test_an_annex_names_the_paper_it_goes_with() -> None:
    assert lines.annex_reference(a_report(), RULES) == (
        "(Kèm theo Báo cáo số 05/BC-UBND ngày 09 tháng 02 năm\N{NO-BREAK SPACE}2021 "
        "của Ủy ban nhân dân phường Bắc Hồng)"
    )


def test_an_annex_of_a_paper_without_number_leaves_room_for_it() -> None:
    reference = lines.annex_reference(a_report(number="", date=None), RULES)
    assert f"số {BLANK[:5]}/BC-UBND ngày {BLANK[:5]}" in reference


def test_an_annex_of_an_electronic_paper_is_not_filled_in_even_when_the_number_is_known() -> None:
    """III.1c: the line stays blank; the year, known from the beginning, is printed."""
    reference = lines.annex_reference(a_report(electronic=True), RULES)
    assert "05/" not in reference
    assert "tháng 02" not in reference
    assert "2021" in reference


def test_a_paper_put_in_force_by_another_is_named_by_its_own_type_and_counts_as_no_annex() -> None:
    paper = a_report(annexes=(Annex("A", (), type_name="Quy chế"), Annex("B", ()), Annex("C", ())))
    assert [lines.annex_label(paper, n) for n in range(3)] == ["Quy chế", "Phụ lục I", "Phụ lục II"]
    assert lines.annex_reference(paper, RULES, paper.annexes[0]).startswith("(Ban hành kèm theo Báo cáo số")


@pytest.mark.parametrize(
    ("layout", "subject", "line"),
    [
        ("letter", "mời họp", "V/v mời họp"),
        ("letter", "V/v mời họp", "V/v mời họp"),
        ("letter", "v/v mời họp", "v/v mời họp"),
        ("letter", "", ""),
        ("named", "Mời họp", "Mời họp"),
    ],
)
def test_a_letter_says_v_v_once_and_no_other_paper_does(layout: str, subject: str, line: str) -> None:
    assert lines.subject_line(a_report(layout=layout, subject=subject)) == line


def test_one_addressee_has_no_end_mark_and_several_have() -> None:
    """II.9a."""
    assert lines.addressed(("Sở Nội vụ.",)) == ("Sở Nội vụ",)
    assert lines.addressed(("Sở A", " ", "Sở B.")) == ("Sở A;", "Sở B.")
    assert lines.addressed(()) == ()


def test_blanks_are_named_and_a_known_year_is_no_blank() -> None:
    paper = a_report(number="", date=None, year=2026)
    assert [one.name for one in lines.number_parts(paper, RULES) if isinstance(one, lines.Blank)] == [
        "number"
    ]
    blanks = [one.name for one in lines.place_parts(paper, RULES) if isinstance(one, lines.Blank)]
    assert blanks == ["day", "month"]
    assert lines.place_line(paper, RULES).endswith("năm 2026")
    unknown = lines.place_parts(a_report(date=None), RULES)
    assert lines.Blank("year") in unknown


def test_a_wide_table_lays_its_annex_on_its_side_unless_told_otherwise() -> None:
    assert Annex("Rộng", (a_table(1, 8),)).on_its_side
    assert not Annex("Hẹp", (a_table(1, 7),)).on_its_side
    assert not Annex("Rộng", (a_table(1, 8),), landscape=False).on_its_side
    assert Annex("Hẹp", (), landscape=True).on_its_side


def test_a_table_whose_rows_do_not_fit_its_head_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        TableBlock(("a", "b"), (("một", "hai", "ba"),), (1, 1), ("left", "left"))
    with pytest.raises(ValueError, match="0 columns"):
        TableBlock((), (), (), ())
    with pytest.raises(ValueError, match="2 columns"):
        TableBlock(("a", "b"), (("một", "hai"),), (1,))
    assert TableBlock(("a", "b"), (("một", "hai"),)).widths == ()
