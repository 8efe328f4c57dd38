"""Small files at once, large ones in the background; what a dead process left is taken up again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from chuan.intake import actions, running
from chuan.intake.models import Import, OutsideRow
from chuan.intake.previews import preview_of
from chuan.intake.refusals import GoneUnanswered, ReadingStopped, StoppedHalfWay, TakenMeanwhile
from chuan.people.models import Account
from chuan.rules.refusals import NotAllowed, ReasonMissing, WrongMove
from tests.intake.engine import LATER, LIST, Desk, demo

NOW_AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
NEVER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as a large one."""
    monkeypatch.setattr(running, "SMALL", 0)


def received(desk: Desk, name: str = LIST, data: bytes | None = None) -> Import:
    return actions.receive_file(data or demo()[name], name, by=desk.viewer(), at=timezone.now())


def start(desk: Desk, held: Import, **given: object) -> Import:
    return running.start_commit(
        held,
        by=desk.viewer(),
        at=timezone.now(),
        keep_gone=None,
        despite=preview_of(held).must_confirm,
        **given,
    )


def test_a_small_file_is_looked_at_while_the_person_waits(desk: Desk) -> None:
    held = running.start_look(received(desk), at=timezone.now())
    assert held.status == Import.Status.UNMAPPED
    held = desk.mapped("lai.xls", demo()[LIST] + b" ")
    assert start(desk, held).status == Import.Status.COMMITTED


@override_settings(TASKS=NEVER)
def test_a_large_file_waits_for_its_turn_and_says_so(desk: Desk, large: None) -> None:
    held = running.start_look(received(desk), at=timezone.now())
    assert (held.status, held.stage) == (Import.Status.READING, "chờ đến lượt")
    held = desk.mapped("lai.xls", demo()[LIST] + b" ")
    start(desk, held)
    assert (held.status, held.stage) == (Import.Status.COMMITTING, "chờ đến lượt")
    assert not OutsideRow.objects.exists()


@override_settings(TASKS=NOW_AT_ONCE)
def test_in_the_background_it_comes_to_the_same_end(desk: Desk, large: None) -> None:
    held = received(desk)
    running.start_look(held, at=timezone.now())
    held.refresh_from_db()
    assert held.status == Import.Status.UNMAPPED
    held = desk.mapped("lai.xls", demo()[LIST] + b" ")
    start(desk, held)
    held.refresh_from_db()
    assert (held.status, held.stage, held.done, held.total) == (Import.Status.COMMITTED, "", 60, 60)
    assert held.committed_by == desk.ward.one_stop


@override_settings(TASKS=NOW_AT_ONCE)
def test_a_refusal_in_the_background_stays_on_the_import(desk: Desk, large: None) -> None:
    held = desk.mapped(LIST)

    Account.objects.filter(pk=desk.viewer().account.pk).update(is_active=False)
    start(desk, held)
    held.refresh_from_db()
    assert held.status == Import.Status.PREVIEWED
    assert "tài khoản" in held.refusal


@override_settings(TASKS=NEVER)
def test_what_can_be_refused_at_once_is_refused_before_the_work_is_put_off(desk: Desk, large: None) -> None:
    desk.committed("danh-sach-thang-3-utf8.csv")
    fewer = "".join(demo()["danh-sach-thang-3-utf8.csv"].decode().splitlines(keepends=True)[:-1])
    held = desk.mapped("thieu.csv", fewer.encode())
    with pytest.raises(GoneUnanswered):
        start(desk, held)
    with pytest.raises(NotAllowed):
        running.start_commit(
            held, by=desk.viewer(desk.ward.auditor), at=timezone.now(), keep_gone=True, despite=()
        )
    assert held.status == Import.Status.PREVIEWED


@override_settings(TASKS=NEVER)
def test_a_second_click_is_told_that_the_first_is_at_work(desk: Desk, large: None) -> None:
    held = desk.mapped(LIST)
    start(desk, held)
    with pytest.raises(WrongMove):
        start(desk, Import.objects.get())


@override_settings(TASKS=NEVER)
def test_an_import_whose_process_died_waits_for_a_person_again(desk: Desk, large: None) -> None:
    held = desk.mapped(LIST)
    start(desk, held)
    Import.objects.filter(pk=held.pk).update(stage="đang tính")
    assert running.pick_up_stale(timezone.now()) == 0
    assert running.pick_up_stale(timezone.now() + timedelta(minutes=5)) == 1
    held.refresh_from_db()
    assert (held.status, held.refusal) == (Import.Status.PREVIEWED, StoppedHalfWay().sentence)
    assert running.pick_up_stale(timezone.now() + timedelta(minutes=9)) == 0


@override_settings(TASKS=NEVER)
def test_a_process_that_was_only_slow_finds_its_claim_gone_and_writes_nothing(
    desk: Desk, large: None
) -> None:
    held = desk.mapped(LIST)
    start(desk, held)
    desk.dossiers.while_preparing = lambda: _died(5)
    running.commit_later.func(str(held.uid), str(desk.viewer().account.uid), None, [])
    held.refresh_from_db()
    assert held.status == Import.Status.PREVIEWED
    assert not OutsideRow.objects.exists()


@override_settings(TASKS=NEVER)
def test_what_waits_for_its_turn_is_not_taken_for_dead_before_an_hour(desk: Desk, large: None) -> None:
    held = running.start_look(received(desk), at=timezone.now())
    assert running.pick_up_stale(timezone.now() + timedelta(minutes=30)) == 0
    assert running.pick_up_stale(timezone.now() + timedelta(minutes=70)) == 1
    held.refresh_from_db()
    assert held.status == Import.Status.READING


def _died(minutes: int) -> None:
    running.pick_up_stale(timezone.now() + timedelta(minutes=minutes))


@override_settings(TASKS=NEVER)
def test_a_reading_that_died_is_begun_once_more_and_then_refused(desk: Desk, large: None) -> None:
    held = running.start_look(received(desk), at=timezone.now())
    Import.objects.filter(pk=held.pk).update(stage="đang đọc")
    later = timezone.now() + timedelta(minutes=5)
    assert running.pick_up_stale(later) == 1
    held.refresh_from_db()
    assert (held.status, held.stage) == (Import.Status.READING, "chờ đọc lại")
    Import.objects.filter(pk=held.pk).update(stage="đang đọc lại")
    assert running.pick_up_stale(later + timedelta(minutes=5)) == 1
    held.refresh_from_db()
    assert (held.status, held.refusal) == (Import.Status.REFUSED, ReadingStopped(name=LIST).sentence)


def test_an_import_in_the_background_that_another_overtook_is_looked_at_again(desk: Desk) -> None:
    first, second = desk.mapped(LIST), desk.mapped(LATER)
    start(desk, first)
    held = Import.objects.get(pk=second.pk)
    Import.objects.filter(pk=held.pk).update(status=Import.Status.COMMITTING)
    running.commit_later.func(str(held.uid), str(desk.viewer().account.uid), None, [])
    held.refresh_from_db()
    assert (held.status, held.rows_new, held.rows_changed) == (Import.Status.PREVIEWED, 12, 1)
    assert "tệp khác" in held.refusal


def test_a_preview_that_another_import_overtook_is_looked_at_again_before_it_is_shown(desk: Desk) -> None:
    first, second = desk.mapped(LIST), desk.mapped(LATER)
    desk.commit(first)
    assert running.freshen(second, at=timezone.now()).rows_changed == 1
    assert running.freshen(second, at=timezone.now()).basis == second.basis
    assert desk.commit(second).status == Import.Status.COMMITTED


def test_one_confirmed_layout_brings_every_waiting_file_of_its_header_to_a_preview(desk: Desk) -> None:
    waiting = [
        desk.receive(name) for name in (LIST, "danh-sach-thang-3-utf8.csv", "so-theo-doi-ho-so-2021.xlsx")
    ]
    desk.mapped("lai.xls", demo()[LIST] + b" ")
    assert running.freshen_waiting(desk.ward.unit, at=timezone.now()) == 2
    assert [Import.objects.get(pk=one.pk).status for one in waiting] == ["previewed", "previewed", "unmapped"]


@override_settings(TASKS=NEVER)
def test_a_large_one_is_looked_at_in_the_background_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = desk.mapped(LIST), desk.mapped(LATER)
    desk.commit(first)
    monkeypatch.setattr(running, "SMALL", 0)
    asked: list[str] = []
    monkeypatch.setattr(running, "look_later", _Asked(asked))
    for _ in range(2):
        held = running.freshen(Import.objects.get(pk=second.pk), at=timezone.now())
        assert (held.status, held.stage) == (Import.Status.PREVIEWED, "chờ đến lượt")
    assert asked == [str(second.uid)]


class _Asked:
    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def enqueue(self, uid: str) -> None:
        self._asked.append(uid)


@override_settings(TASKS=NOW_AT_ONCE)
def test_an_import_of_many_rows_is_taken_back_in_the_background(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = desk.committed(LIST)
    monkeypatch.setattr(running, "FEW", 10)
    running.start_withdraw(held, reason="Nhầm tệp", by=desk.viewer(), at=timezone.now())
    held.refresh_from_db()
    assert (held.status, held.stage, held.reason) == (Import.Status.WITHDRAWN, "", "Nhầm tệp")


@override_settings(TASKS=NEVER)
def test_while_it_is_being_taken_back_a_second_click_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = desk.committed(LIST)
    monkeypatch.setattr(running, "FEW", 10)
    with pytest.raises(ReasonMissing):
        running.start_withdraw(held, reason=" ", by=desk.viewer(), at=timezone.now())
    running.start_withdraw(held, reason="Nhầm tệp", by=desk.viewer(), at=timezone.now())
    assert (held.status, held.stage) == (Import.Status.COMMITTED, "đang rút")
    with pytest.raises(TakenMeanwhile, match="đang rút"):
        running.start_withdraw(Import.objects.get(), reason="Nhầm", by=desk.viewer(), at=timezone.now())
