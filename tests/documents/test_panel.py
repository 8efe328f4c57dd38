"""The right pane: rows named by what is counted, marks by number, what a person changed, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from chuan.documents.cells import changed
from chuan.documents.lines import line_of
from chuan.documents.models import Document
from chuan.documents.showing.marks import marks_of
from chuan.documents.showing.page import short_name
from chuan.documents.showing.panel import Builder, LinePart, Panel, Row, Sources, name_of
from chuan.documents.templatetags.review_cells import review_cell
from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, read_decision
from chuan.rules.targets.types import Comparator, Quantity
from tests.documents.papers import REFERENCE

TEXT = REFERENCE.decode()
READ = read_decision(TEXT, lexicon=reader_lexicon())


def panel_of(
    result: DecisionReading = READ, typed: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None,
    theirs: Mapping[str, str] | None = None,
) -> Panel:  # fmt: skip
    sources = Sources(result, READ, TEXT, marks_of(result, []), [], typed or {}, errors or {}, theirs or {})
    return Builder(sources).panel()


def line_part(panel: Panel, ordinal: str) -> LinePart:
    return next(line for part in panel.objectives for line in part.lines if line.ordinal == ordinal)


def row(panel: Panel, key: str) -> Row:
    return next(one for one in panel.rows if one.key == key)


def test_each_objective_has_its_lines_and_counts_its_targets() -> None:
    panel = panel_of()
    assert [part.ordinal for part in panel.objectives] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [part.count for part in panel.objectives] == [23, 1, 2, 2, 2, 2, 1]
    assert (panel.targets, panel.open) == (33, 0)


def test_fields_that_were_not_found_are_not_counted() -> None:
    assert panel_of().found == 12
    assert panel_of(replace(READ, place=None)).found == 11


def test_a_target_is_named_by_what_it_counts() -> None:
    panel = panel_of()
    assert row(panel, "t-1.2-0").label == "Thu nhập bình quân đầu người"
    assert row(panel, "t-1.4-1").label == "Năng suất"


def test_without_a_scope_a_target_is_named_by_its_clause() -> None:
    line = line_of(READ, "1.4")
    assert line is not None
    bare = replace(line, targets=tuple(replace(target, scope="") for target in line.targets))
    assert name_of(bare, 0, TEXT) == "Tổng diện tích gieo trồng lúa cả năm 49 ha"
    assert name_of(bare, 1, TEXT).startswith("năng suất đạt 51 tạ/ha")


def test_the_only_target_of_a_bullet_needs_no_row_for_the_bullet() -> None:
    panel = panel_of()
    assert line_part(panel, "1.2").alone
    assert not line_part(panel, "1.4").alone, "two targets"
    assert not line_part(panel, "2").alone, "an objective's own words are always shown"


def test_the_last_sibling_offers_no_join() -> None:
    panel = panel_of()
    assert line_part(panel, "1.19").joins
    assert not line_part(panel, "1.20").joins
    assert not line_part(panel, "7").joins


def test_what_a_person_changed_is_told_from_what_the_machine_read() -> None:
    now, _errors = changed(READ, {"t-1.3-0-value": "9", "f-place": "x"})
    panel = panel_of(now)
    assert row(panel, "t-1.3-0").cells["value"].by_person
    assert not row(panel, "t-1.2-0").cells["value"].by_person
    assert row(panel, "f-place").cells["text"].by_person
    assert not row(panel, "f-symbol").cells["text"].by_person


def test_what_was_typed_stands_before_what_is_stored() -> None:
    panel = panel_of(typed={"t-1.3-0-value": "tám"}, errors={"t-1.3-0-value": "Sai."})
    cell = row(panel, "t-1.3-0").cells["value"]
    assert (cell.text, cell.error) == ("tám", "Sai.")
    assert row(panel, "t-1.3-0").wrong == [cell]


def test_an_error_behind_the_summary_opens_it_and_one_before_it_does_not() -> None:
    assert row(panel_of(errors={"t-1.1-0-basevalue": "Sai."}), "t-1.1-0").opened
    assert not row(panel_of(errors={"t-1.1-0-value": "Sai."}), "t-1.1-0").opened
    assert row(panel_of(theirs={"t-1.1-0-scope": "khác"}), "t-1.1-0").opened


def test_an_operation_that_the_list_lacks_is_offered_where_it_stands() -> None:
    line = line_of(READ, "1.15")
    assert line is not None
    odd = replace(line.targets[0], comparator=Comparator.MORE_THAN)
    lines = tuple(replace(one, targets=(odd,)) if one is line else one for one in READ.objectives)
    cell = row(panel_of(replace(READ, objectives=lines)), "t-1.15-0").cells["op"]
    assert cell.options[0] == ("k_of_n:more_than", "k trên n: trên")
    assert cell.told == "k trên n: trên"


def test_a_comparison_that_was_not_read_is_shown_as_unknown() -> None:
    line = line_of(READ, "1.2")
    assert line is not None
    unknown = replace(line.targets[0], comparator=None, quantity=Quantity.LEVEL)
    lines = tuple(replace(one, targets=(unknown,)) if one is line else one for one in READ.objectives)
    assert row(panel_of(replace(READ, objectives=lines)), "t-1.2-0").cells["op"].told == "chưa rõ"


def test_a_change_is_told_in_one_line() -> None:
    (change,) = panel_of().changes
    assert change.told == "Thay thế: Quyết định 148/QĐ-UBND ngày 11/08/2020"


def test_remarks_quote_their_place() -> None:
    anchors = [anchor for anchor, _text, _quote in panel_of().remarks]
    assert anchors == [f"n{n}" for n in range(len(READ.remarks))]
    assert any(quote == "Phần đầu" for _anchor, _text, quote in panel_of().remarks)


# Fields as HTML


def test_a_field_escapes_what_was_typed() -> None:
    cell = row(panel_of(typed={"t-1.3-0-unit": '"><script>'}), "t-1.3-0").cells["unit"]
    html = review_cell(cell, True, "w-unit", True)
    assert "<script>" not in html
    assert 'value="&quot;&gt;&lt;script&gt;"' in html
    assert "<script>" not in review_cell(cell, False, "w-unit")


def test_a_choice_marks_the_one_that_stands() -> None:
    html = review_cell(row(panel_of(), "t-1.12-0").cells["op"], True, "w-cmp", True)
    assert '<option value="less_than" selected>dưới</option>' in html
    assert html.count(" selected") == 1
    assert 'aria-label="Phép so, 1.12"' in html


def test_a_wrong_field_says_why_beside_it() -> None:
    cell = row(panel_of(errors={"t-1.3-0-value": "Viết như 8550."}), "t-1.3-0").cells["value"]
    html = review_cell(cell, True, "w-val", True)
    assert 'aria-invalid="true" aria-describedby="t-1.3-0-value-e"' in html
    assert 'id="t-1.3-0-value-e"' in html
    assert "Viết như 8550." in html


def test_a_colleagues_choice_is_told_in_words() -> None:
    cell = row(panel_of(theirs={"t-1.3-0-op": "more_than"}), "t-1.3-0").cells["op"]
    assert "Người khác vừa ghi: “trên”" in review_cell(cell, True, "w-cmp", True)


def test_where_nothing_may_be_typed_only_the_words_stand() -> None:
    cells = row(panel_of(), "t-1.12-0").cells
    assert review_cell(cells["op"], False, "w-cmp") == "dưới"
    assert review_cell(cells["value"], False, "w-val") == "1"
    assert review_cell(row(panel_of(), "f-number").cells["text"], False, "full") == "–"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("V/v ban hành “Mục tiêu chất lượng năm 2021” thuộc Hệ thống", "Mục tiêu chất lượng năm 2021"),
        ('Ban hành "Mục tiêu 2022"', "Mục tiêu 2022"),
        ("Thành lập Ban Chỉ đạo ISO", "Quyết định 7/QĐ-UBND"),
        ("", "Quyết định 7/QĐ-UBND"),
        ("“”", "Quyết định 7/QĐ-UBND"),
    ],
)
def test_the_page_is_named_by_what_the_decision_issues(subject: str, name: str) -> None:
    assert short_name(Document(type="QĐ", number="7", symbol="QĐ-UBND", subject=subject)) == name
