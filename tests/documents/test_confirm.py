"""Confirming a reading, opening it again with a reason, reading it anew."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from chuan.clocks.models import Clock
from chuan.documents import actions
from chuan.documents.actions import receiving
from chuan.documents.cells import cells_of
from chuan.documents.models import Document, Reading
from chuan.documents.standing import mark_of, result_of
from chuan.offers import confirmed
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.trail.models import Detail, Entry
from tests.documents.papers import REFERENCE, decision
from tests.people import Ward


class Watcher:
    """A room above, as this room sees it: told of each confirmed reading inside the act."""

    def __init__(self) -> None:
        self.told: list[tuple[uuid.UUID, str, str]] = []
        self.refuses: refusals.Refused | None = None

    def __call__(self, reading_uid: uuid.UUID, *, by: Any, at: datetime, reason: str) -> str:
        if self.refuses:
            raise self.refuses
        status = Reading.objects.get(uid=reading_uid).status
        self.told.append((reading_uid, status, reason))
        return "/muc-tieu/2021/"


@pytest.fixture
def watcher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """The only room above during the test."""
    watching = Watcher()
    monkeypatch.setattr(confirmed, "_consequences", [watching])
    return watching


def told(verb: str) -> dict:
    return json.loads(Detail.objects.get(entry=Entry.objects.filter(verb=verb).latest("pk")).body)


def test_open_questions_stand_in_the_way(
    reading: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.answer(reading.questions.get(code="number_missing"), "blank", by=clerk, at=now)
    with pytest.raises(refusals.ReadingNotComplete, match="còn 2 câu hỏi"):
        actions.confirm(reading, by=clerk, at=now)
    reading.refresh_from_db()
    assert reading.status == Reading.Status.PROPOSED
    assert not watcher.told


def test_left_for_later_is_an_answer(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    question = answered.questions.get(code="count_mismatch")
    actions.answer(question, "later", by=clerk, at=now)
    actions.confirm(answered, by=clerk, at=now)
    assert answered.status == Reading.Status.CONFIRMED
    assert told("reading.confirm")["answers"][question.key] == "later"


def test_who_and_when_are_kept(answered: Reading, chairman: Viewer, now: datetime, watcher: Watcher) -> None:
    assert actions.confirm(answered, by=chairman, at=now) == "/muc-tieu/2021/"
    assert (answered.confirmed_by, answered.confirmed_at, answered.confirmed_on) == (
        chairman.official,
        now,
        chairman.on,
    )
    answered.document.refresh_from_db()
    assert answered.document.state == Document.State.CONFIRMED


def test_consequences_see_the_confirmed_reading_inside_the_act(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    assert watcher.told == [(answered.uid, "confirmed", "")]


def test_a_consequence_that_refuses_leaves_everything_unconfirmed(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    watcher.refuses = refusals.PlanStanding(year="2021", decision="Quyết định 148/QĐ-UBND")
    with pytest.raises(refusals.PlanStanding):
        actions.confirm(answered, by=clerk, at=now)
    answered.refresh_from_db()
    assert (answered.status, answered.confirmed_at) == (Reading.Status.PROPOSED, None)
    assert answered.document.state == Document.State.READ
    assert Clock.objects.running().filter(subject_uid=answered.uid).exists()
    assert not Entry.objects.filter(verb="reading.confirm").exists()


def test_confirming_settles_the_clock(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    assert Clock.objects.get(subject_kind="reading", subject_uid=answered.uid).settled_on == clerk.on


def test_a_reading_is_confirmed_once(
    answered: Reading, clerk: Viewer, chairman: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    with pytest.raises(refusals.ReadingAlreadyConfirmed):
        actions.confirm(answered, by=chairman, at=now)
    assert len(watcher.told) == 1
    assert Entry.objects.filter(verb="reading.confirm").count() == 1


def test_confirming_what_a_colleague_has_changed_meanwhile_is_refused(
    answered: Reading,
    ward: Ward,
    chairman: Viewer,
    view: Callable[[Official], Viewer],
    now: datetime,
    watcher: Watcher,
) -> None:
    opened = mark_of(answered, answered.questions.all())
    actions.edit_value(answered, "t-7-0-value", "90", by=view(ward.secretary), at=now)
    with pytest.raises(refusals.ReadingChangedMeanwhile):
        actions.confirm(answered, by=chairman, at=now, seen=opened)
    assert not watcher.told


@pytest.mark.parametrize("who", ["one_stop", "auditor", "specialist", "administrator"])
def test_others_may_not_confirm(
    who: str, answered: Reading, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    with pytest.raises(refusals.NotAllowed):
        actions.confirm(answered, by=view(getattr(ward, who)), at=now)


def test_another_wards_chairman_may_not_confirm(
    answered: Reading, other_ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    with pytest.raises(refusals.NotFound):
        actions.confirm(answered, by=view(other_ward.chairman), at=now)


def test_a_confirmed_reading_opens_again_as_a_further_version(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.edit_value(answered, "t-7-0-value", "99", by=clerk, at=now)
    actions.confirm(answered, by=clerk, at=now)
    fresh = actions.reopen(answered, " Kho bạc sửa số ", by=clerk, at=now)
    assert (fresh.version, fresh.status, fresh.reason) == (2, Reading.Status.PROPOSED, "Kho bạc sửa số")
    assert cells_of(result_of(fresh))["t-7-0-value"] == "99"
    assert fresh.proposed == answered.proposed
    assert {(q.key, q.answer) for q in fresh.questions.all()} == {
        (q.key, q.answer) for q in answered.questions.all()
    }
    answered.refresh_from_db()
    assert answered.status == Reading.Status.CONFIRMED, (
        "the confirmed one stands until the new one is confirmed"
    )
    assert Clock.objects.running().filter(subject_uid=fresh.uid).exists()


def test_confirming_the_further_version_replaces_the_first_and_hands_on_the_reason(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    fresh = actions.reopen(answered, "Đọc sai mức 1.3", by=clerk, at=now)
    actions.edit_value(fresh, "t-1.3-0-value", "8.600", by=clerk, at=now)
    actions.confirm(fresh, by=clerk, at=now)
    answered.refresh_from_db()
    assert answered.status == Reading.Status.REPLACED
    assert answered.confirmed_at is not None, "when it was confirmed is not forgotten"
    assert watcher.told[-1] == (fresh.uid, "confirmed", "Đọc sai mức 1.3")
    assert told("reading.confirm")["reason"] == "Đọc sai mức 1.3"


def test_edits_of_a_further_version_do_not_show_on_the_document_before_it_is_confirmed(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    fresh = actions.reopen(answered, "sửa nơi ban hành", by=clerk, at=now)
    actions.edit_value(fresh, "f-place", "Nơi mới", by=clerk, at=now)
    assert Document.objects.get(pk=answered.document_id).place == "Bắc Hồng"
    actions.confirm(fresh, by=clerk, at=now)
    assert Document.objects.get(pk=answered.document_id).place == "Nơi mới"


def test_opening_again_needs_a_reason(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    with pytest.raises(refusals.ReasonMissing, match="sửa bản đọc đã xác nhận"):
        actions.reopen(answered, "   ", by=clerk, at=now)


def test_there_is_never_more_than_one_version_waiting(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    actions.reopen(answered, "một", by=clerk, at=now)
    with pytest.raises(refusals.ReadingWaits):
        actions.reopen(answered, "hai", by=clerk, at=now)
    assert answered.document.readings.count() == 2


def test_a_version_that_waits_or_was_replaced_is_not_opened_again(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher
) -> None:
    with pytest.raises(refusals.WrongMove):
        actions.reopen(answered, "vì", by=clerk, at=now)
    actions.confirm(answered, by=clerk, at=now)
    fresh = actions.reopen(answered, "vì", by=clerk, at=now)
    actions.confirm(fresh, by=clerk, at=now)
    answered.refresh_from_db()
    with pytest.raises(refusals.WrongMove):
        actions.reopen(answered, "vì", by=clerk, at=now)


def test_a_newer_reader_makes_a_further_version_of_a_reading_that_waits(
    reading: Reading, clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.edit_value(reading, "t-7-0-value", "1", by=clerk, at=now)
    monkeypatch.setattr(receiving.decision_text, "READER_VERSION", 99)
    fresh = actions.read_again(reading.document, by=clerk, at=now, reason="Bộ đọc mới")
    reading.refresh_from_db()
    assert (fresh.version, fresh.reader_version, fresh.reason) == (2, "99", "Bộ đọc mới")
    assert reading.status == Reading.Status.REPLACED
    assert cells_of(result_of(fresh))["t-7-0-value"] == "100", (
        "a new reading begins with the machine's values"
    )
    assert not Clock.objects.running().filter(subject_uid=reading.uid).exists()
    assert Clock.objects.running().filter(subject_uid=fresh.uid).exists()
    with pytest.raises(refusals.WrongMove):
        actions.edit_value(reading, "t-7-0-value", "2", by=clerk, at=now)


def test_a_better_file_is_read_as_a_further_version_and_both_files_stay(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    better = REFERENCE.replace("Phần đầu".encode(), "Phấn đấu".encode())
    fresh = actions.read_again(
        reading.document, by=clerk, at=now, reason="Bản sửa lỗi", data=better, name="moi.md"
    )
    assert fresh.blob != reading.blob
    assert "Phấn đấu" in fresh.text
    assert "Phần đầu" in reading.text
    assert fresh.document == reading.document


def test_reading_again_needs_a_reason_and_another_file(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusals.ReasonMissing):
        actions.read_again(reading.document, by=clerk, at=now, reason=" ")
    with pytest.raises(refusals.DuplicateDocument):
        actions.read_again(reading.document, by=clerk, at=now, reason="lại", data=REFERENCE, name="q.md")
    with pytest.raises(refusals.StateSecret):
        actions.read_again(
            reading.document, by=clerk, at=now, reason="lại", data=decision(head="MẬT"), name="q.txt"
        )
    assert reading.document.readings.count() == 1


def test_every_verb_of_a_readings_life_stands_in_the_trail(
    answered: Reading, clerk: Viewer, now: datetime, watcher: Watcher, verbs: Callable[[], list[str]]
) -> None:
    actions.edit_value(answered, "f-place", "x", by=clerk, at=now)
    actions.confirm(answered, by=clerk, at=now)
    fresh = actions.reopen(answered, "vì", by=clerk, at=now)
    actions.read_again(fresh.document, by=clerk, at=now, reason="vì")
    assert verbs() == [
        "document.receive",
        *["reading.answer"] * 3,
        "reading.edit",
        "reading.confirm",
        "reading.reopen",
        "reading.again",
    ]
