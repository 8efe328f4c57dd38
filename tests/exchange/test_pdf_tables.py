"""Tables of PDFs: rows and cells told by their rules, or by white strips; what is doubtful is no table and is said."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from tests.exchange import making

from chuan.exchange.extracted import Extracted
from chuan.exchange.papers import LOOSE, extract, extract_with_tables

HEADS = ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện tháng 9", "So KH (%)")
ROWS = (
    ("1", "Thu ngân sách nhà nước trên địa bàn phường", "Triệu đồng", "8.550", "972,1", "84"),
    ("2", "Tỷ lệ người dân tham gia bảo hiểm y tế", "%", "95", "", ""),
    ("3", "Tuyến phố văn minh", "Tuyến", "", "2", ""),
)
STREETS = ("2", "Tuyến phố", "Tuyến", "4", "2", "50")
COLUMNS = "columns: (1cm, 5cm, 2cm, 2cm, 2.4cm, 2cm)"


def read(body: str) -> Extracted:
    return extract_with_tables(making.pdf_of(body), name="a.pdf")


def cells(*rows: tuple[str, ...]) -> str:
    return ", ".join(f"[{cell}]" for row in rows for cell in row)


def lines(paper: Extracted) -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in paper.text.split("\n") if "\t" in line]


def test_a_ruled_table_keeps_its_rows_its_wrapped_cells_and_its_empty_cells():
    paper = read(f"Trước bảng\n\n#table({COLUMNS}, {cells(HEADS, *ROWS)})\n\nSau bảng")
    got = lines(paper)
    assert (got[0], [row + ("",) * (6 - len(row)) for row in got[1:]]) == (HEADS, list(ROWS))
    assert (paper.text.split("\n")[0], paper.text.split("\n")[-1], paper.notes) == (
        "Trước bảng",
        "Sau bảng",
        (),
    )


def test_a_head_of_two_rows_keeps_its_merged_cells_as_word_and_excel_do():
    tall, wide = "table.cell(rowspan: 2)", "table.cell(colspan: 2)"
    head = f"{tall}[TT], {tall}[Nội dung], {wide}[Thực hiện], [Tháng 9], [9 tháng]"
    got = lines(
        read(
            f"#table(columns: (1cm, 5cm, 3cm, 3cm), {head}, {cells(('1', 'Thu ngân sách', '972,1', '7.214,6'))})"
        )
    )
    assert got == [
        ("TT", "Nội dung", "Thực hiện", ""), ("", "", "Tháng 9", "9 tháng"), ("1", "Thu ngân sách", "972,1", "7.214,6"),
    ]  # fmt: skip


def test_rules_drawn_as_thin_filled_boxes_are_rules_too():
    """Word and Excel draw them so."""
    boxes = "".join(
        f"#place(top + left, dx: {x}cm, dy: 0cm, rect(width: 0.5pt, height: 3cm, fill: black))"
        for x in (0, 5, 8)
    ) + "".join(
        f"#place(top + left, dx: 0cm, dy: {y}cm, rect(width: 8cm, height: 0.5pt, fill: black))"
        for y in (0, 1, 2, 3)
    )
    words = "".join(
        f"#place(top + left, dx: {x}cm, dy: {y}cm)[{text}]"
        for x, y, text in ((0.2, 0.2, "Chỉ tiêu"), (5.2, 0.2, "Thực hiện"), (0.2, 1.2, "Hộ nghèo"), (5.2, 1.2, "0,94"),
                           (0.2, 2.2, "Hộ cận nghèo"), (5.2, 2.2, "1,5"))
    )  # fmt: skip
    assert lines(read(boxes + words)) == [
        ("Chỉ tiêu", "Thực hiện"),
        ("Hộ nghèo", "0,94"),
        ("Hộ cận nghèo", "1,5"),
    ]


def test_open_sides_are_sides():
    style = "stroke: (x, y) => (left: if x > 0 { 0.5pt }, bottom: 0.5pt, top: 0.5pt)"
    got = lines(read(f"#table({COLUMNS}, {style}, {cells(HEADS, *ROWS)})"))
    assert [len(row) >= 5 for row in got] == [True] * 4


def test_rules_left_out_between_rows_are_seen_by_level_lines_and_nothing_is_told_where_a_label_wraps():
    short = (("1", "Hộ nghèo", "%", "1", "0,9", ""), ("2", "Tuyến phố", "Tuyến", "4", "2", ""))
    style = (
        "stroke: (x, y) => (left: 0.5pt, right: 0.5pt, top: if y < 2 { 0.5pt }, bottom: if y == 2 { 0.5pt })"
    )
    got = lines(read(f"#table({COLUMNS}, {style}, {cells(HEADS, *short)})"))
    assert [row[:5] for row in got[1:]] == [row[:5] for row in short]
    long = read(f"#table({COLUMNS}, {style}, {cells(HEADS, ROWS[0], short[1])})")
    assert (lines(long), long.notes) == ([], (LOOSE,))


def test_a_table_that_goes_on_over_the_page_is_one_and_two_tables_are_two():
    rows = [(str(n), f"Chỉ tiêu số {n}", "%", "1", f"{n},5", "2") for n in range(1, 60)]
    whole = read(f"#table({COLUMNS}, {cells(HEADS, *rows)})")
    assert len(lines(whole)) == 60
    assert "\n\n" not in whole.text
    second = f"#table(columns: (9cm, 3cm), {cells(('Nội dung', 'Số'), ('Trẻ em', '5'))})"
    two = read(f"#table({COLUMNS}, {cells(HEADS, *rows[:2])})\n{second}")
    assert "\n\n" in two.text


def test_an_annex_whose_writing_is_turned_is_read_as_the_eye_holds_it():
    page = f"#set page(width: 29.7cm, height: 21cm)\n#table({COLUMNS}, {cells(HEADS, *ROWS)})"
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(making.pdf_of(page))))
    writer.pages[0].rotate(90)
    out = io.BytesIO()
    writer.write(out)
    assert lines(extract_with_tables(out.getvalue(), name="a.pdf"))[1][:5] == ROWS[0][:5]


def test_columns_without_any_rule_are_told_by_the_white_between_them():
    short = (("1", "Thu ngân sách", "Triệu đồng", "8.550", "972,1", "84"), ("2", "Hộ nghèo", "%", "1", "", "94"),
             ("3", "Tuyến phố văn minh", "Tuyến", "4", "2", "50"))  # fmt: skip
    got = lines(read(f"#table({COLUMNS}, stroke: none, {cells(HEADS, *short)})"))
    assert got == [HEADS, *short]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("1", "Tỷ lệ hộ nghèo\\ DTTS", "%", "1", "0,9", "90"), STREETS), id="nhãn hai dòng"),
        pytest.param((("1", "Hộ nghèo", "%", "1", "0,9#h(6mm)1,2", "90"), STREETS), id="hai số một cột"),
    ],
)  # fmt: skip
def test_without_rules_what_is_doubtful_is_no_table_and_is_said(rows: tuple[tuple[str, ...], ...]):
    paper = read(f"#table({COLUMNS}, stroke: none, {cells(HEADS, *rows)})")
    assert (lines(paper), LOOSE in paper.notes) == ([], True)


def test_a_label_above_and_below_its_values_makes_a_table_without_rules_doubtful():
    rows = (("1", "- Chi từ nguồn\\ thu ngân sách trên địa bàn", "tr.đ", "8", "972,1", "84"), STREETS)
    paper = read(f"#table({COLUMNS}, stroke: none, align: horizon, {cells(HEADS, *rows)})")
    assert (lines(paper), LOOSE in paper.notes) == ([], True)


def test_two_numbers_far_apart_in_one_cell_make_a_ruled_table_doubtful():
    paper = read(f"#table({COLUMNS}, {cells(HEADS, ('1', 'Hộ nghèo', '%', '1', '0,9 #h(1fr) 1,2', '2'))})")
    assert (lines(paper), paper.notes) == ([], (LOOSE,))
    assert "0,9\n1,2" in paper.text


def test_a_word_that_a_wall_cuts_makes_a_ruled_table_doubtful():
    over = "#box(width: 0pt)[#box(width: 4cm)[Hộ nghèo của phường]]"
    body = f"#table(columns: (2cm, 2cm), [Chỉ tiêu], [Số], [{over}], [9])"
    assert lines(read(body)) == []


def test_a_letterhead_and_running_text_are_no_table():
    data = making.reference_pdf()
    paper, plain = extract_with_tables(data, name="a.pdf"), extract(data, name="a.pdf")
    assert (paper.text, paper.notes) == (plain.text, ())


def test_a_page_that_is_a_drawing_has_no_table():
    each = "place(top + left, dy: n * 5pt, line(length: 5cm)); place(top + left, dx: n * 4pt, line(angle: 90deg))"
    paper = read(
        f"#set page(width: 2000pt, height: 2400pt)\n#for n in range(450) {{ {each} }}\nChữ trong bản vẽ"
    )
    assert lines(paper) == []


def test_rules_between_the_rows_alone_tell_the_rows_and_the_white_tells_the_columns():
    style = "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)"
    got = lines(read(f"#set par(justify: false)\n#table({COLUMNS}, {style}, {cells(HEADS, *ROWS)})"))
    assert (got[0], [row[:5] for row in got[1:]]) == (HEADS, [row[:5] for row in ROWS])


def test_a_label_that_goes_on_below_is_told_by_standing_nearer_to_its_own_row():
    rows = (
        ("1", "Dân số từ\\ 15 tuổi trở lên", "%", "1", "0,9", "90"),
        STREETS,
        ("3", "Hộ nghèo\\ DTTS", "%", "1", "2", "3"),
    )
    got = lines(
        read(
            f"#set par(leading: 3pt)\n#table({COLUMNS}, inset: 8pt, stroke: none, {cells(HEADS, *rows)})\n\nHết bảng."
        )
    )
    assert [row[1] for row in got] == ["Chỉ tiêu", "Dân số từ 15 tuổi trở lên", "Tuyến phố", "Hộ nghèo DTTS"]


def test_a_title_above_a_table_without_rules_is_no_part_of_its_head():
    rows = (("1", "Thu ngân sách", "tr.đ", "8", "972,1", "84"), STREETS)
    got = read(
        f"BÁO CÁO\n\nSố liệu tháng 9 năm 2021 (minh họa)\n\n#table({COLUMNS}, stroke: none, {cells(HEADS, *rows)})"
    )
    assert lines(got)[0] == HEADS


def test_a_head_over_several_columns_without_rules_is_doubtful():
    """Left out, the plan below it would be read as what was done."""
    wide = "[TT], [Chỉ tiêu], table.cell(colspan: 2, align: center)[Kế hoạch], [], [], [Tháng 9], [9 tháng]"
    rows = (("1", "Thu ngân sách", "972,1", "7.214,6"), ("2", "Hộ nghèo", "0,9", "0,8"))
    paper = read(f"#table(columns: (1cm, 5cm, 3cm, 3cm), stroke: none, {wide}, {cells(*rows)})")
    assert (lines(paper), paper.notes) == ([], (LOOSE,))
