"""Changing what was read: one act tells every change, two people never overwrite one another."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from chuan.documents import actions
from chuan.documents.actions.editing import Answer, differences
from chuan.documents.cells import cells_of
from chuan.documents.lines import line_of, places
from chuan.documents.models import Link, Reading
from chuan.documents.standing import mark_of, proposed_of, result_of
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.targets.types import Comparator
from chuan.trail.models import Detail, Entry
from tests.documents.papers import decision
from tests.people import Ward


def told(verb: str) -> dict:
    return json.loads(Detail.objects.get(entry=Entry.objects.filter(verb=verb).latest("pk")).body)


def seen(reading: Reading) -> str:
    reading.refresh_from_db()
    return mark_of(reading, reading.questions.all())


def test_many_changes_are_one_act_with_before_and_after(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    typed = {"t-1.3-0-value": "8.600", "t-1.10-0-op": "more_than", "f-place": "phường Bắc Hồng"}
    assert actions.save_draft(reading, typed, by=clerk, at=now, seen=seen(reading)) == 3
    entry = Entry.objects.get(verb="reading.edit")
    assert (entry.subject_kind, entry.subject_uid) == ("reading", reading.uid)
    assert told("reading.edit")["changes"] == [
        {"cell": "f-place", "before": "Bắc Hồng", "after": "phường Bắc Hồng"},
        {"cell": "t-1.3-0-value", "before": "8.550", "after": "8.600"},
        {"cell": "t-1.10-0-op", "before": "at_least", "after": "more_than"},
    ]


def test_the_result_changes_and_the_machines_reading_does_not(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.edit_value(reading, "t-1.3-0-value", "8.600", by=clerk, at=now)
    assert cells_of(result_of(reading))["t-1.3-0-value"] == "8.600"
    assert cells_of(proposed_of(reading))["t-1.3-0-value"] == "8.550"
    line = line_of(result_of(reading), "1.3")
    assert line is not None
    assert line.targets[0].value == Fraction(8600)


def test_saving_what_is_already_so_changes_nothing(reading: Reading, clerk: Viewer, now: datetime) -> None:
    assert actions.save_draft(reading, {}, by=clerk, at=now) == 0
    assert not Entry.objects.filter(verb="reading.edit").exists()


def test_cells_and_answers_are_saved_together(reading: Reading, clerk: Viewer, now: datetime) -> None:
    answers = {"number_missing:document": Answer("given", {"number": "36"})}
    saved = actions.save_draft(reading, {"f-place": "Bắc Hồng, Hồng Lĩnh"}, answers, by=clerk, at=now)
    assert saved == 3, "the place, the number that the answer sets, and the answer"
    detail = told("reading.edit")
    assert {one["cell"] for one in detail["changes"]} == {"f-place", "f-number"}
    assert detail["answers"][0]["after"] == {"answer": "given", "data": {"number": "36"}}


def test_one_bad_cell_saves_nothing_at_all(reading: Reading, clerk: Viewer, now: datetime) -> None:
    typed = {"f-place": "Nơi khác", "t-1.3-0-value": "rất nhiều", "f-date": "hôm qua"}
    with pytest.raises(refusals.FieldsWrong) as refused:
        actions.save_draft(reading, typed, {"number_missing:document": Answer("blank")}, by=clerk, at=now)
    assert refused.value.count == 2
    reading.refresh_from_db()
    assert reading.result == reading.proposed
    assert not reading.questions.exclude(answer="").exists()
    assert not Entry.objects.filter(verb="reading.edit").exists()


def test_a_change_on_top_of_another_persons_is_refused(
    reading: Reading, ward: Ward, clerk: Viewer, view: Callable[[Official], Viewer], now: datetime
) -> None:
    opened = seen(reading)
    actions.save_draft(reading, {"t-1.3-0-value": "8.600"}, by=view(ward.secretary), at=now, seen=opened)
    with pytest.raises(refusals.ReadingChangedMeanwhile):
        actions.save_draft(reading, {"t-1.3-0-value": "9.000"}, by=clerk, at=now, seen=opened)
    reading.refresh_from_db()
    assert cells_of(result_of(reading))["t-1.3-0-value"] == "8.600"


def test_an_answer_given_meanwhile_counts_as_a_change(reading: Reading, clerk: Viewer, now: datetime) -> None:
    opened = seen(reading)
    actions.answer(reading.questions.get(code="number_missing"), "blank", by=clerk, at=now)
    with pytest.raises(refusals.ReadingChangedMeanwhile):
        actions.save_draft(reading, {"f-place": "x"}, by=clerk, at=now, seen=opened)


def test_the_document_follows_the_person_until_it_is_confirmed(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    typed = {"f-date": "20/02/2021", "f-signer.name": "Nguyễn Viết Khánh", "r-0": "UBND thị xã Hồng Lĩnh"}
    actions.save_draft(reading, typed, by=clerk, at=now)
    reading.document.refresh_from_db()
    assert reading.document.issued_on == date(2021, 2, 20)
    assert reading.document.effective_from == date(2021, 2, 20)
    assert reading.document.signer_name == "Nguyễn Viết Khánh"
    assert reading.document.recipients.get(position=1).line == "UBND thị xã Hồng Lĩnh"


def test_a_corrected_citation_finds_the_document_held_here(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    earlier = actions.receive(decision(number="15"), "cu.txt", by=clerk, at=now).document
    typed = {"c-0-number": "15/QĐ-UBND", "c-0-on": "10/02/2022"}
    actions.save_draft(reading, typed, by=clerk, at=now)
    assert Link.objects.get(document=reading.document, kind="supersedes").target == earlier


def test_a_value_longer_than_its_column_never_reaches_the_database(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusals.FieldsWrong):
        actions.edit_value(reading, "f-number", "9" * 200, by=clerk, at=now)
    actions.edit_value(reading, "r-0", "n" * 1000, by=clerk, at=now)
    assert len(reading.document.recipients.get(position=1).line) == 300
    assert len(result_of(reading).recipients[0].value) == 1000, "the whole line stays in the reading"


def test_a_line_is_split_and_its_question_follows(reading: Reading, clerk: Viewer, now: datetime) -> None:
    line = line_of(result_of(reading), "1.4")
    assert line is not None
    actions.split_line(reading, "1.4", places(line, reading.text)[-1].at, by=clerk, at=now)
    assert line_of(result_of(reading), "1.21") is not None
    assert reading.questions.get(code="decrease_without_figure").about == "1.14"
    assert reading.questions.get(code="count_mismatch").about == "1"
    detail = told("reading.split_line")
    assert detail["line"] == "1.4"
    assert len(detail["after"]) == len(detail["before"]) + 1


def test_lines_are_joined_and_the_question_follows(reading: Reading, clerk: Viewer, now: datetime) -> None:
    actions.join_lines(reading, "1.7", by=clerk, at=now)
    assert line_of(result_of(reading), "1.20") is None
    assert reading.questions.get(code="decrease_without_figure").about == "1.12"
    assert told("reading.join_lines")["line"] == "1.7"


def test_an_answer_still_reaches_its_line_after_the_lines_moved(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.join_lines(reading, "1.7", by=clerk, at=now)
    question = reading.questions.get(code="decrease_without_figure")
    actions.answer(question, "given", {"base": "năm 2020", "basevalue": "3"}, by=clerk, at=now)
    reading.refresh_from_db()
    line = line_of(result_of(reading), "1.12")
    assert line is not None
    baseline = line.targets[0].baseline
    assert baseline is not None
    assert baseline.value == 3


def test_a_target_that_the_machine_missed_is_added_and_typed(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.add_target(reading, "1.20", by=clerk, at=now)
    actions.save_draft(
        reading, {"t-1.20-1-op": "at_most", "t-1.20-1-value": "3", "t-1.20-1-unit": "vụ"}, by=clerk, at=now
    )
    line = line_of(result_of(reading), "1.20")
    assert line is not None
    assert (line.targets[1].comparator, line.targets[1].value, line.targets[1].unit) == (
        Comparator.AT_MOST,
        3,
        "vụ",
    )
    actions.drop_target(reading, "1.20", 1, by=clerk, at=now)
    assert result_of(reading) == proposed_of(reading)
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True))[1:] == [
        "reading.add_target",
        "reading.edit",
        "reading.drop_target",
    ]


@pytest.mark.parametrize("who", ["auditor", "one_stop", "specialist"])
def test_others_may_not_edit(
    who: str, reading: Reading, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    viewer = view(getattr(ward, who))
    with pytest.raises(refusals.NotAllowed):
        actions.edit_value(reading, "f-number", "9", by=viewer, at=now)
    with pytest.raises(refusals.NotAllowed):
        actions.join_lines(reading, "1.7", by=viewer, at=now)


def test_another_ward_may_not_edit(
    reading: Reading, other_ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    viewer = view(other_ward.clerk)
    for attempt in (
        lambda: actions.edit_value(reading, "f-number", "9", by=viewer, at=now),
        lambda: actions.split_line(reading, "1.4", 1, by=viewer, at=now),
        lambda: actions.drop_target(reading, "1.4", 0, by=viewer, at=now),
        lambda: actions.read_again(reading.document, by=viewer, at=now, reason="thử"),
    ):
        with pytest.raises(refusals.NotFound):
            attempt()


def test_nothing_is_edited_after_it_is_confirmed(answered: Reading, clerk: Viewer, now: datetime) -> None:
    actions.confirm(answered, by=clerk, at=now)
    for attempt in (
        lambda: actions.edit_value(answered, "f-number", "9", by=clerk, at=now),
        lambda: actions.join_lines(answered, "1.7", by=clerk, at=now),
        lambda: actions.add_target(answered, "1.7", by=clerk, at=now),
    ):
        with pytest.raises(refusals.ReadingAlreadyConfirmed, match="Đọc lại"):
            attempt()


def test_an_edit_that_began_too_long_ago_is_not_written(reading: Reading, clerk: Viewer) -> None:
    with pytest.raises(refusals.ActionTooOld):
        actions.edit_value(reading, "f-place", "x", by=clerk, at=timezone.now() - timedelta(seconds=40))
    reading.refresh_from_db()
    assert reading.result == reading.proposed


def test_differences_name_only_what_differs(reading: Reading, clerk: Viewer, now: datetime) -> None:
    before = result_of(reading)
    actions.edit_value(reading, "t-7-0-value", "99", by=clerk, at=now)
    assert differences(before, result_of(reading)) == [
        {"cell": "t-7-0-value", "before": "100", "after": "99"}
    ]
    assert differences(before, before) == []
