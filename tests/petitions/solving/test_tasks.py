"""What a result asks to be done is followed until it is."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject, describe
from chuan.petitions.actions import solving
from chuan.petitions.actions.recording import void
from chuan.petitions.refusals import AboutHimself
from chuan.petitions.refusals_solving import TaskDueEarly, TaskEnded, TasksOpen
from chuan.petitions.solving import tasks
from chuan.petitions.solving.checks import tasks_agree
from chuan.rules.refusals import NotAllowed, NotFound
from tests.petitions.made import now

pytestmark = pytest.mark.django_db
DUE = date(2021, 11, 15)


@pytest.fixture
def published(ward, case):
    """A denunciation about the office's clerk, concluded and published."""
    act = case("denunciation", date(2021, 9, 6), date(2021, 9, 10), concerned=(ward.clerk,))
    act("assign", ward.specialist, "Xác minh", on=date(2021, 9, 13))
    act("conclude", "right", "Có việc thu sai", on=date(2021, 10, 1))
    act("publish", "Niêm yết", on=date(2021, 10, 4), checked=True)
    return act


def given(act, official, text="Trả lại tiền đã thu"):
    act("execute", text, official, DUE, on=date(2021, 10, 5))
    return act.petition.events.filter(verb="execute").last()


def clock_of(line):
    return Clock.objects.get(subject_kind="petition_task", subject_uid=line.uid)


def finished(line, by, text="Đã trả đủ", on=date(2021, 11, 10)):
    return solving.complete(line, text, on=on, paper=None, by=by, at=now())


def test_a_task_waits_in_the_work_of_whoever_is_to_do_it(ward, published):
    line, viewer = given(published, ward.one_stop), ward.viewer(ward.one_stop)
    clock = clock_of(line)
    assert (clock.owner_official, clock.lawful_due_on, clock.state) == (ward.one_stop, DUE, "running")
    told = describe([Subject("petition_task", line.uid)], viewer)[Subject("petition_task", line.uid)]
    assert published.petition.code in told.label
    assert "tiền" not in told.label + told.note
    finished(line, viewer)
    clock.refresh_from_db()
    assert (clock.state, clock.settled_on) == ("ended", date(2021, 11, 10))


def test_a_case_is_finished_once_every_task_is_done(ward, published):
    line = given(published, ward.one_stop)
    with pytest.raises(TasksOpen, match="Còn 1 việc"):
        published("finish", "Tủ 3", on=date(2021, 11, 20))
    finished(line, published.by)
    assert published("finish", "Tủ 3", on=date(2021, 11, 20)).status == "closed"


def test_a_task_is_done_once_and_by_who_may(ward, published):
    line = given(published, ward.one_stop)
    for stranger in (ward.secretary, ward.clerk):
        with pytest.raises(NotFound):
            finished(line, ward.viewer(stranger))
    finished(line, ward.viewer(ward.one_stop))
    with pytest.raises((TaskEnded, NotAllowed)):
        finished(line, ward.viewer(ward.one_stop))


def test_nobody_is_given_a_task_of_a_denunciation_about_himself(ward, published):
    with pytest.raises(AboutHimself):
        given(published, ward.clerk)
    with pytest.raises(TaskDueEarly):
        published("execute", "Trả tiền", ward.one_stop, date(2021, 10, 1), on=date(2021, 10, 5))


def test_open_tasks_and_their_clocks_are_held_against_each_other(ward, published):
    line = given(published, ward.one_stop)
    assert not list(tasks_agree())
    Clock.objects.filter(subject_uid=line.uid).update(state="ended", settled_on=DUE)
    assert published.petition.code in " ".join(tasks_agree())
    finished(line, published.by)
    Clock.objects.filter(subject_uid=line.uid).update(state="running", settled_on=None)
    assert len(list(tasks_agree())) == 1


def test_a_task_taken_back_and_one_that_was_not_done_after_all(ward, published):
    line = given(published, ward.one_stop)
    done = finished(line, published.by)
    void(done, "chưa trả", by=published.by, at=now())
    assert clock_of(line).state == "running"
    void(line, "ghi nhầm", by=published.by, at=now())
    assert clock_of(line).state == "ended"
    assert not tasks.seen_by(published.by).exists()
