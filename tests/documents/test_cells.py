"""A reading as cells of text and back: what a person types is read as papers write it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.documents import target_cells
from chuan.documents.cells import FIELDS, cells_of, changed, field_of, with_field
from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, read_decision
from chuan.rules.refusals import DateImpossible, TextTooLongForField
from chuan.rules.targets.types import Baseline, Comparator, Direction, Horizon, Quantity, Target
from chuan.rules.types import Span
from tests.documents.papers import REFERENCE


@pytest.fixture(scope="module")
def read() -> DecisionReading:
    return read_decision(REFERENCE.decode(), lexicon=reader_lexicon())


def target_of(reading: DecisionReading, ordinal: str, index: int = 0) -> Target:
    return next(line for line in reading.objectives if line.ordinal == ordinal).targets[index]


def test_every_value_has_a_cell_with_the_text_a_person_would_type(read: DecisionReading) -> None:
    cells = cells_of(read)
    assert cells["f-date"] == "19/02/2021"
    assert cells["f-number"] == ""
    assert cells["f-signer.name"] == "Nguyễn Viết Khanh"
    assert cells["b-1-number"] == "19/2014/QĐ-TTg"
    assert cells["b-1-on"] == "05/03/2014"
    assert cells["c-0-does"] == "supersedes"
    assert cells["r-0"].startswith("UBND thị xã")
    assert cells["t-1.3-0-value"] == "8.550"
    assert cells["t-1.9-0-value"] == "0,9"
    assert (cells["t-1.9-0-op"], cells["t-1.12-0-op"]) == ("at_most", "less_than")
    assert cells["t-1.15-0-value"] == "9/10"
    assert cells["t-1.1-0-op"] == "growth"
    assert cells["t-1.17-0-op"] == "yes_no"
    assert cells["t-2-0-op"] == "none"
    assert "văn bản mật" in cells["t-6-0-excludes"]


def test_what_is_typed_unchanged_changes_nothing(read: DecisionReading) -> None:
    """Each cell put back as it is shown leaves the promise as the machine read it."""
    for line in read.objectives:
        for target in line.targets:
            made, errors = target_cells.with_texts(target, target_cells.texts_of(target))
            assert not errors
            assert made == target, line.ordinal


def test_a_number_is_typed_as_papers_write_it(read: DecisionReading) -> None:
    for typed in ("8550,5", "8.550,5"):
        now, errors = changed(read, {"t-1.3-0-value": typed})
        assert not errors
        assert target_of(now, "1.3").value == Fraction(17101, 2)


def test_a_bad_number_is_named_and_nothing_is_changed(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.3-0-value": "tám nghìn", "t-1.3-0-unit": "tỷ đồng"})
    assert list(errors) == ["t-1.3-0-value"]
    assert "“tám nghìn” chưa đọc được thành số" in errors["t-1.3-0-value"]
    assert target_of(now, "1.3") == target_of(read, "1.3")


def test_every_bad_cell_is_named_at_once(read: DecisionReading) -> None:
    _now, errors = changed(
        read, {"t-1.3-0-value": "x", "t-1.15-0-value": "9", "f-date": "31/02/2021", "f-number": "7"}
    )
    assert set(errors) == {"t-1.3-0-value", "t-1.15-0-value", "f-date"}
    assert "Tháng 2 năm 2021 không có ngày 31" in errors["f-date"]


def test_k_of_n_is_typed_with_a_stroke(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.15-0-value": "8/10"})
    assert not errors
    assert (target_of(now, "1.15").k, target_of(now, "1.15").n) == (8, 10)


@pytest.mark.parametrize("typed", ["11/10", "9", "9/", "chín/mười", "9,5/10"])
def test_k_of_n_that_cannot_be_is_refused(read: DecisionReading, typed: str) -> None:
    _now, errors = changed(read, {"t-1.15-0-value": typed})
    assert list(errors) == ["t-1.15-0-value"]


def test_a_range_takes_two_numbers(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.9-0-op": "between", "t-1.9-0-value": "0,5 - 0,9"})
    assert not errors
    target = target_of(now, "1.9")
    assert (target.comparator, target.low, target.high) == (
        Comparator.BETWEEN,
        Fraction(1, 2),
        Fraction(9, 10),
    )
    assert target.value is None
    assert target_cells.level_of(target) == "0,5 - 0,9"


@pytest.mark.parametrize("typed", ["0,9 - 0,5", "0,9", "từ đâu đến đâu"])
def test_a_range_that_is_none_is_refused(read: DecisionReading, typed: str) -> None:
    _now, errors = changed(read, {"t-1.9-0-op": "between", "t-1.9-0-value": typed})
    assert errors == {"t-1.9-0-value": errors["t-1.9-0-value"]}
    assert "Viết như 14 - 15" in errors["t-1.9-0-value"]


def test_a_comparison_is_changed_without_touching_the_figure(read: DecisionReading) -> None:
    now, _errors = changed(read, {"t-1.10-0-op": "more_than"})
    target = target_of(now, "1.10")
    assert (target.comparator, target.value, target.quantity) == (
        Comparator.MORE_THAN,
        Fraction(95),
        Quantity.SHARE,
    )


def test_a_recognition_may_be_read_as_a_figure_instead(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.18-0-op": "at_least", "t-1.18-0-value": "12", "t-1.18-0-unit": "điểm"})
    assert not errors
    target = target_of(now, "1.18")
    assert (target.quantity, target.value, target.unit) == (Quantity.LEVEL, Fraction(12), "điểm")


def test_per_cent_makes_a_share(read: DecisionReading) -> None:
    now, _errors = changed(read, {"t-1.18-0-op": "at_least", "t-1.18-0-value": "12", "t-1.18-0-unit": "%"})
    assert target_of(now, "1.18").quantity is Quantity.SHARE
    back, _errors = changed(now, {"t-1.18-0-unit": "điểm"})
    assert target_of(back, "1.18").quantity is Quantity.LEVEL


def test_words_kept_as_words_lose_their_figure(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.10-0-op": "none"})
    assert not errors
    target = target_of(now, "1.10")
    assert (target.quantity, target.value, target.comparator) == (Quantity.NONE, None, None)


def test_a_growth_keeps_what_it_is_counted_from(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.1-0-basevalue": "1.250,5"})
    assert not errors
    baseline = target_of(now, "1.1").baseline
    before = target_of(read, "1.1").baseline
    assert baseline is not None
    assert before is not None
    assert baseline.value == Fraction(2501, 2)
    assert baseline.label == before.label


def test_growth_may_be_strict(read: DecisionReading) -> None:
    now, _errors = changed(read, {"t-1.1-0-op": "growth:more_than"})
    target = target_of(now, "1.1")
    assert (target.quantity, target.comparator, target.value) == (Quantity.GROWTH, Comparator.MORE_THAN, 15)
    assert target_cells.operation_of(target) == "growth:more_than"


def test_when_and_which_way_are_choices_and_others_are_left_aside(read: DecisionReading) -> None:
    now, errors = changed(read, {"t-1.10-0-horizon": "every_period", "t-1.10-0-direction": "lower"})
    assert not errors
    assert (target_of(now, "1.10").horizon, target_of(now, "1.10").direction) == (
        Horizon.EVERY_PERIOD,
        Direction.LOWER,
    )
    same, errors = changed(read, {"t-1.10-0-horizon": "sometimes", "t-1.10-0-op": "<script>"})
    assert not errors
    assert target_of(same, "1.10") == target_of(read, "1.10")


def test_exclusions_are_a_list_parted_by_semicolons(read: DecisionReading) -> None:
    now, _errors = changed(read, {"t-6-0-excludes": "văn bản mật; văn bản lưu hành nội bộ;"})
    assert target_of(now, "6").excludes == ("văn bản mật", "văn bản lưu hành nội bộ")


def test_a_field_set_by_a_person_says_so_and_keeps_its_place(read: DecisionReading) -> None:
    now = with_field(read, "place", "phường Bắc Hồng")
    assert now.place is not None
    assert read.place is not None
    assert (now.place.how, now.place.value, now.place.span) == ("person", "phường Bắc Hồng", read.place.span)


def test_a_field_the_machine_did_not_find_takes_the_place_of_the_question(read: DecisionReading) -> None:
    now = with_field(read, "number", "36", span=Span(2, 6))
    assert now.number is not None
    assert (now.number.value, now.number.span, now.number.how) == ("36", Span(2, 6), "person")


def test_a_field_may_be_emptied(read: DecisionReading) -> None:
    assert with_field(read, "place", "").place is None


def test_the_date_is_typed_day_first(read: DecisionReading) -> None:
    now = with_field(read, "date", "5/3/2021")
    assert now.date is not None
    assert now.date.value == date(2021, 3, 5)
    with pytest.raises(DateImpossible):
        with_field(read, "date", "30/2/2021")


def test_a_field_longer_than_its_column_is_refused_here_and_not_by_the_database(
    read: DecisionReading,
) -> None:
    with pytest.raises(TextTooLongForField, match="tối đa 30"):
        with_field(read, "number", "9" * 31)


def test_bases_changes_and_recipients_are_edited_part_by_part(read: DecisionReading) -> None:
    typed = {
        "b-0-number": "77/2015/QH13",
        "c-0-does": "repeals",
        "c-0-part": "Điều 2",
        "c-0-on": "12/8/2020",
        "r-4": "Lưu: VT",
    }
    now, errors = changed(read, typed)
    assert not errors
    assert now.bases[0].number == "77/2015/QH13"
    assert (now.changes[0].kind, now.changes[0].part, now.changes[0].act.on) == (
        "repeals",
        "Điều 2",
        date(2020, 8, 12),
    )
    assert now.recipients[4].value == "Lưu: VT"
    assert now.recipients[:4] == read.recipients[:4]


def test_a_change_to_an_unknown_deed_is_left_aside(read: DecisionReading) -> None:
    now, _errors = changed(read, {"c-0-does": "explodes"})
    assert now.changes == read.changes


def test_names_that_the_reading_does_not_have_are_left_aside(read: DecisionReading) -> None:
    now, errors = changed(
        read, {"t-9.9-0-value": "1", "f-nothing": "x", "b-99-number": "x", "t-1.1-7-value": "2"}
    )
    assert (now, errors) == (read, {})


def test_every_field_has_a_label_and_a_place_in_the_reading(read: DecisionReading) -> None:
    for name, label in FIELDS.items():
        assert str(label)
        field_of(read, name)


figures = st.fractions(min_value=0, max_value=10**9, max_denominator=1000).filter(
    lambda value: value.denominator in (1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 125, 200, 250, 500, 1000)
)
plain_targets = st.builds(
    Target,
    quantity=st.sampled_from([Quantity.LEVEL, Quantity.COUNT]),
    comparator=st.sampled_from([c for c in Comparator if c is not Comparator.BETWEEN]),
    horizon=st.sampled_from(list(Horizon)),
    value=st.none() | figures,
    unit=st.sampled_from(["", "ha", "triệu đồng/người/năm"]),
    direction=st.sampled_from(list(Direction)),
    excludes=st.lists(st.sampled_from(["văn bản mật", "hồ sơ rút"]), unique=True).map(tuple),
)
changing_targets = st.builds(
    Target,
    quantity=st.sampled_from([Quantity.GROWTH, Quantity.DECREASE]),
    comparator=st.sampled_from([c for c in Comparator if c is not Comparator.BETWEEN]),
    horizon=st.sampled_from(list(Horizon)),
    value=st.none() | figures,
    unit=st.just("%"),
    baseline=st.none()
    | st.builds(Baseline, label=st.sampled_from(["năm 2020", "ước năm trước"]), value=st.none() | figures),
)


@settings(max_examples=60, deadline=None)
@given(plain_targets | changing_targets)
def test_any_target_survives_the_way_through_text(target: Target) -> None:
    made, errors = target_cells.with_texts(target, target_cells.texts_of(target))
    assert not errors
    assert made == target


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.sampled_from(list(target_cells.PARTS)))
def test_whatever_is_typed_gives_a_target_or_a_sentence(text: str, part: str) -> None:
    target = Target(Quantity.SHARE, Comparator.AT_LEAST, Horizon.AT_END, value=Fraction(95), unit="%")
    made, errors = target_cells.with_texts(target, {part: text})
    assert errors or isinstance(made, Target)
    assert all(sentence.endswith(".") for sentence in errors.values())
