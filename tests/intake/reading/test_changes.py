"""A file against what stands: new, changed field by field, same, gone; changes after the due date in front."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from chuan.intake.reading import FieldChange, ReadRow, diff

DUE = ("promised_at", "ready_at")
TODAY = date(2021, 3, 1)


def row(code: str, **values: str) -> ReadRow:
    return ReadRow("dòng 2", code, {"code": code, **values})


STANDING = {
    "H1": {"code": "H1", "promised_at": "2021-02-20T17:00:00", "subject": "Khai sinh"},
    "H2": {"code": "H2", "promised_at": "2021-03-20T17:00:00", "subject": "Kết hôn"},
    "H3": {"code": "H3", "promised_at": "", "subject": "Khai tử"},
}


def test_the_same_file_twice_changes_nothing() -> None:
    rows = [ReadRow("dòng 2", code, values) for code, values in STANDING.items()]
    changes = diff(STANDING, rows, DUE, on=TODAY)
    assert changes.nothing
    assert changes.same == ("H1", "H2", "H3")


def test_new_changed_same_and_gone_are_told_apart() -> None:
    changes = diff(
        STANDING, [row("H1", subject="Khai sinh"), row("H2", subject="Ly hôn"), row("H9")], DUE, on=TODAY
    )
    assert [new.code for new in changes.new] == ["H9"]
    assert changes.same == ("H1",)
    assert changes.gone == ("H3",)
    (changed,) = changes.changed
    assert changed.fields == (FieldChange("subject", "Kết hôn", "Ly hôn", after_due=False),)


def test_a_promise_moved_after_it_was_due_is_marked_and_comes_first() -> None:
    rows = [row("H2", promised_at="2021-03-25T17:00:00"), row("H1", promised_at="2021-03-10T17:00:00")]
    first, second = diff(STANDING, rows, DUE, on=TODAY).changed
    assert (first.code, first.after_due) == ("H1", True)
    assert (first.fields[0].before, first.fields[0].after) == ("2021-02-20T17:00:00", "2021-03-10T17:00:00")
    assert (second.code, second.after_due) == ("H2", False)


def test_a_change_on_the_due_day_itself_is_not_after_it() -> None:
    (changed,) = diff(STANDING, [row("H1", promised_at="2021-03-10")], DUE, on=date(2021, 2, 20)).changed
    assert not changed.after_due


def test_another_field_changed_after_due_is_no_such_mark_and_no_due_date_marks_nothing() -> None:
    rows = [row("H1", subject="Khác"), row("H3", promised_at="2021-02-01")]
    assert not any(changed.after_due for changed in diff(STANDING, rows, DUE, on=TODAY).changed)
    assert not any(
        c.after_due for c in diff(STANDING, [row("H1", promised_at="2021-05-05")], (), on=TODAY).changed
    )


def test_two_exports_complete_each_other_what_a_file_lacks_stays() -> None:
    (changed,) = diff(STANDING, [row("H1", ready_at="2021-02-18")], DUE, on=date(2021, 2, 19)).changed
    assert changed.after == {**STANDING["H1"], "ready_at": "2021-02-18"}
    assert changed.before == STANDING["H1"]


def test_a_mapped_cell_that_became_empty_is_a_change() -> None:
    (changed,) = diff(STANDING, [row("H1", subject="")], DUE, on=TODAY).changed
    assert (changed.fields[0].before, changed.fields[0].after) == ("Khai sinh", "")


def test_two_spellings_of_one_word_are_no_change() -> None:
    standing = {"H1": {"code": "H1", "subject": "Hoà giải"}}
    for spelling in ("Hòa giải", unicodedata.normalize("NFD", "Hoà giải")):
        assert diff(standing, [row("H1", subject=spelling)], DUE, on=TODAY).nothing
    assert not diff(standing, [row("H1", subject="Hoa giai")], DUE, on=TODAY).nothing


def test_a_row_that_could_not_be_read_is_not_gone() -> None:
    changes = diff(STANDING, [row("H1", subject="Khai sinh")], DUE, on=TODAY, still_there={"H2"})
    assert changes.gone == ("H3",)


values = st.dictionaries(st.sampled_from(["a", "b", "promised_at"]), st.sampled_from(["", "x", "2021-02-01"]))
rows = st.dictionaries(st.sampled_from("ABCDEF"), values)


@given(rows, rows)
def test_every_code_is_in_exactly_one_heap_and_applying_the_changes_leaves_none(
    before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]
) -> None:
    read = [ReadRow("", code, found) for code, found in after.items()]
    changes = diff(before, read, DUE, on=TODAY)
    heaps = [
        [new.code for new in changes.new], [c.code for c in changes.changed], list(changes.same), list(changes.gone)
    ]  # fmt: skip
    assert sorted(chain(*heaps)) == sorted({*before, *after})
    standing = {code: found for code, found in before.items() if code not in changes.gone}
    standing |= {new.code: dict(new.values) for new in changes.new}
    standing |= {changed.code: dict(changed.after) for changed in changes.changed}
    assert diff(standing, read, DUE, on=TODAY).nothing


def test_a_late_result_filled_in_for_the_first_time_is_no_change_after_due() -> None:
    standing = {"H1": {"promised_at": "2021-02-05", "ready_at": ""}}
    (changed,) = diff(
        standing, [row("H1", promised_at="2021-02-05", ready_at="2021-02-09")], DUE, on=TODAY
    ).changed
    assert changed.fields
    assert not changed.after_due


def test_an_hour_put_beside_a_day_is_no_change_after_due_but_a_day_taken_away_is_one() -> None:
    standing = {"H1": {"promised_at": "2021-02-05", "ready_at": "2021-02-09"}}
    (timed,) = diff(standing, [row("H1", ready_at="2021-02-09T09:00:00")], DUE, on=TODAY).changed
    (gone,) = diff(standing, [row("H1", ready_at="")], DUE, on=TODAY).changed
    assert (timed.after_due, gone.after_due) == (False, True)
