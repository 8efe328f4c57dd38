"""A report that was edited, held against its set; no database."""

from __future__ import annotations

import pytest

from chuan.rules.figure_sets.edited import Expected, Found, Part, Row, added, check, codes_of
from chuan.rules.figure_sets.numbers_said import numbers_of

ROWS = (
    Row(Part.TARGET, ("1.1", "Hồ sơ đúng hạn", "trên 95 %", "96,57 % (1.240/1.284)", "Đạt", "B"), 2, 3, 4),
    Row(Part.TARGET, (
        "1.2", "Tổng thu ngân sách", "ít nhất 8.550 triệu đồng", "8.325,2 triệu đồng, ước", "Có nguy cơ", "D",
    ), 2, 3, 4),
    Row(Part.TARGET, ("1.3", "Đô thị văn minh", "được công nhận", "–", "Chưa đo được", "–"), 2, 3, 4),
    Row(Part.PERIOD, (
        "1.1", "Hồ sơ đúng hạn", "quý I năm 2021", "96,57 % (1.240/1.284)", "chính thức", "B", "1",
    ), 3, 3, 4),
)  # fmt: skip
EXPECTED = Expected(ROWS, ("Theo số đo: 1 đạt, 1 có nguy cơ.",), beside=("2. Đơn thư",))
WORD = "Theo số đo: 1 đạt, 1 có nguy cơ.\n" + "\n".join("\t".join(row.cells) for row in ROWS)
RUN_ON = "\n".join(" ".join(row.cells) for row in ROWS) + "\nTheo số đo: 1 đạt,\n1 có nguy cơ."


def found(text: str, *, by_cells: bool) -> list[tuple[str, str, str]]:
    """What is not the same: part and name, what became of it, what stands there."""
    told = check(text, EXPECTED, by_cells=by_cells)
    return [
        (f"{one.part} {one.name}".strip(), str(one.found), one.written)
        for one in told
        if one.found is not Found.SAME
    ]


@pytest.mark.parametrize(("text", "by_cells"), [(WORD, True), (RUN_ON, False)], ids=["word", "pdf"])
def test_an_untouched_report_agrees_wherever_its_lines_break(text: str, by_cells: bool) -> None:
    assert found(text, by_cells=by_cells) == []
    assert found(text.replace("triệu đồng", "triệu\u00a0đồng"), by_cells=by_cells) == []


@pytest.mark.parametrize(("text", "by_cells"), [(WORD, True), (RUN_ON, False)], ids=["word", "pdf"])
def test_a_changed_figure_is_named_with_both_values(text: str, by_cells: bool) -> None:
    changed = text.replace("8.325,2", "8.552,3")
    (one,) = found(changed, by_cells=by_cells)
    assert one[:2] == ("target 1.2 Tổng thu ngân sách", "changed")
    assert numbers_of(one[2]) == numbers_of("8.552,3")


@pytest.mark.parametrize(("text", "by_cells"), [(WORD, True), (RUN_ON, False)], ids=["word", "pdf"])
def test_a_row_that_was_taken_out_is_missing_though_the_annex_names_it(text: str, by_cells: bool) -> None:
    lines = [
        line
        for line in text.split("\n")
        if not line.startswith(("1.1\tHồ sơ đúng hạn\ttrên", "1.1 Hồ sơ đúng hạn trên"))
    ]
    assert [one[:2] for one in found("\n".join(lines), by_cells=by_cells)] == [
        ("target 1.1 Hồ sơ đúng hạn", "missing")
    ]


def test_an_estimate_that_lost_its_word_and_a_blank_that_got_a_figure_are_told() -> None:
    text = WORD.replace(", ước", "").replace("được công nhận\t–", "được công nhận\tđạt 100 %")
    assert [one[0] for one in found(text, by_cells=True)] == [
        "target 1.2 Tổng thu ngân sách",
        "target 1.3 Đô thị văn minh",
    ]


def test_a_changed_verdict_is_told_with_the_figure() -> None:
    (one,) = found(WORD.replace("\tCó nguy cơ\t", "\tĐạt\t"), by_cells=True)
    assert one == ("target 1.2 Tổng thu ngân sách", "changed", "8.325,2 triệu đồng, ước: Đạt")


def test_another_level_in_the_place_of_the_promised_one_is_told() -> None:
    (one,) = found(WORD.replace("ít nhất 8.550", "ít nhất 8.250"), by_cells=True)
    assert one == ("target 1.2 Tổng thu ngân sách", "changed", "ít nhất 8.250 triệu đồng")


def test_a_sentence_that_the_set_says_twice_must_stand_there_twice() -> None:
    twice = Expected((), ("Đúng tiến độ: cần 2.", "Đúng tiến độ: cần 2."))
    told = check("Đúng tiến độ: cần 2.\nĐúng tiến độ: cần 3.", twice, by_cells=True)
    assert [one.found for one in told] == [Found.SAME, Found.CHANGED]


def test_the_same_number_written_otherwise_is_no_change() -> None:
    text = WORD.replace("8.325,2 triệu đồng, ước", "8325,2 tr.đ (ước)")
    assert found(text, by_cells=True) == []


def test_sentences_with_figures_are_compared_too() -> None:
    (one,) = found(WORD.replace("1 đạt, 1 có", "2 đạt, 0 có"), by_cells=True)
    assert one == ("sentence", "changed", "Theo số đo: 2 đạt, 0 có nguy cơ.")


def test_lines_with_figures_of_nobody_are_listed() -> None:
    text = f"{WORD}\n- 2. Đơn thư\nThu ngân sách cả năm ước đạt 9.100 triệu đồng.\nCảm ơn."
    assert added(text, EXPECTED) == ("Thu ngân sách cả năm ước đạt 9.100 triệu đồng",)


def test_the_code_is_found_over_line_ends_and_other_hyphens() -> None:
    mark = "Mã bộ số liệu"
    assert codes_of("Mã bộ số liệu: 3708-f031-faac-8f1e.", mark) == ("3708f031faac8f1e",)
    assert codes_of("… Mã bộ số\nliệu: 3708-f031-\nfaac\u20118F1E. Hết", mark) == ("3708f031faac8f1e",)
    assert codes_of("Mã bộ số liệu: 3708-f031 rồi thôi", mark) == ()
    assert len(codes_of("Mã bộ số liệu: 3708-f031-faac-8f1e. Mã bộ số liệu: 0000-f031-faac-8f1e.", mark)) == 2
