"""The brief is made at its hour, once a day; a person's line comes a working day after he was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chuan.briefing import actions, handing, harms, kept, refusals, running
from chuan.briefing.actions.answering import Asking
from chuan.briefing.models import Answer, Brief, BriefLine, Foreseen
from chuan.briefing.permissions import may_read
from chuan.clocks.models import Clock
from chuan.clocks.reports import my_work
from chuan.offers import handover, mailing
from chuan.offers.kept_about import Asked
from chuan.offers.succession import Passage, movers
from chuan.rules.briefs import Verb
from chuan.rules.refusals import NotAllowed, NotFound
from tests.briefing import made

pytestmark = pytest.mark.usefixtures("now_is_when_asked")


@pytest.fixture
def now_is_when_asked(monkeypatch) -> None:
    """The age of an act is measured from the moment it is given: these days are past."""
    monkeypatch.setattr("chuan.trail.actions.LONGEST_ACT", timedelta(days=10_000))


MONDAY, TUESDAY, WEDNESDAY, SATURDAY = (date(2021, 10, day) for day in (4, 5, 6, 9))


def test_a_persons_line_comes_a_working_day_after_he_was_told_with_his_explanation_beside_it(ward):
    made.late(ward.unit, ward.one_stop, date(2021, 10, 1))
    made.late(ward.unit, ward.one_stop, date(2021, 9, 29))
    made.switch_on(ward, made.at(MONDAY, 6))
    first = made.brief(ward, made.at(MONDAY))
    assert not [one for one in first.lines.all() if one.official_id]
    assert first.early == 1
    told = Foreseen.objects.get(official=ward.one_stop)
    assert told.on == TUESDAY
    assert told.sentence.startswith("2 hồ sơ quá hạn")
    monday = ward.viewer(ward.one_stop, MONDAY)
    assert any("có việc của anh chị" in one.what for one in my_work(monday, on=MONDAY).soon.tasks)
    actions.explain(told, "Chờ dữ liệu đất đai.", by=monday, at=made.at(MONDAY, 9))
    actions.explain(told, "Chờ dữ liệu đất đai từ chi nhánh.", by=monday, at=made.at(MONDAY, 10))
    with pytest.raises(refusals.ExplainedTwice):
        actions.explain(told, "Thêm nữa.", by=monday, at=made.at(MONDAY, 11))
    line = made.brief(ward, made.at(TUESDAY)).lines.get(official=ward.one_stop)
    assert line.explanation is not None
    assert line.explanation.words == "Chờ dữ liệu đất đai từ chi nhánh."
    assert (line.amount, line.due_on, line.allowed[0]) == (2, date(2021, 9, 29), Verb.ASSIGN)
    with pytest.raises(refusals.BriefMade):
        actions.explain(told, "Muộn.", by=ward.viewer(ward.one_stop, TUESDAY), at=made.at(TUESDAY, 9))


def test_a_missed_hour_is_made_up_the_same_day_never_twice_and_never_on_a_day_off(ward):
    made.switch_on(ward, made.at(MONDAY, 5))
    assert running.make_due(at=made.at(MONDAY, 6, 59)) == 0
    assert running.make_due(at=made.at(MONDAY, 15)) == 1
    assert running.make_due(at=made.at(MONDAY, 16)) == 0
    assert running.make_due(at=made.at(SATURDAY, 8)) == 0
    only = Brief.objects.get()
    assert (only.due_at, only.made_at) == (made.at(MONDAY, 7, 0), made.at(MONDAY, 15))


def test_what_is_due_today_is_told_today_because_it_will_be_late_tomorrow(ward):
    made.switch_on(ward, made.at(MONDAY, 6))
    made.late(ward.unit, ward.one_stop, MONDAY)
    made.brief(ward, made.at(MONDAY))
    kinds = {one.kind for one in Foreseen.objects.filter(on=TUESDAY, official=ward.one_stop)}
    assert "dossiers.late" in kinds


def test_a_task_goes_into_the_work_of_whom_it_was_given_and_comes_back_with_what_he_did(ward):
    line = _line(ward)
    chair = ward.viewer(ward.chairman, TUESDAY)
    asking = Asking(ward.one_stop, date(2021, 10, 7), "Gọi từng người, hẹn lại ngày.")
    given = actions.answer(line, Verb.ASSIGN, asking, by=chair, at=made.at(TUESDAY, 8))
    viewer = ward.viewer(ward.one_stop, TUESDAY)
    assert [one.what for one in my_work(viewer, on=TUESDAY).soon.tasks if "Giao việc" in one.what]
    with pytest.raises(refusals.NoteMissing):
        actions.finish(given, " ", by=viewer, at=made.at(TUESDAY, 9))
    with pytest.raises(NotFound):
        actions.finish(given, "Tôi làm hộ.", by=ward.viewer(ward.clerk, TUESDAY), at=made.at(TUESDAY, 9))
    actions.finish(given, "Đã gọi đủ.", by=viewer, at=made.at(TUESDAY, 10))
    with pytest.raises(refusals.DoneAlready):
        actions.finish(given, "Nữa.", by=viewer, at=made.at(TUESDAY, 11))
    brief = made.brief(ward, made.at(WEDNESDAY))
    told = brief.returned_lines[0]
    assert (told["verb"], told["who"], told["note"]) == ("Giao việc", ward.one_stop.name, "Đã gọi đủ.")
    assert brief.lines.filter(key=line.key).exists()  # done, and still late: it is said again


def test_while_a_task_runs_the_matter_rests_and_a_task_past_its_day_is_a_matter_of_its_own(ward):
    line = _line(ward)
    chair = ward.viewer(ward.chairman, TUESDAY)
    actions.answer(line, Verb.ASSIGN, Asking(ward.one_stop, TUESDAY), by=chair, at=made.at(TUESDAY, 8))
    brief = made.brief(ward, made.at(WEDNESDAY))
    assert brief.returned_lines[0]["state"] == "đang chờ"
    thursday = made.brief(ward, made.at(date(2021, 10, 7)))
    assert {"briefing.task", "dossiers.late"} <= {one.kind for one in thursday.lines.all()}


def test_agreement_keeps_a_matter_away_until_something_in_it_is_new(ward):
    line = _line(ward)
    chair = ward.viewer(ward.chairman, TUESDAY)
    actions.answer(line, Verb.AGREE, Asking(), by=chair, at=made.at(TUESDAY, 8))
    brief = made.brief(ward, made.at(WEDNESDAY))
    assert not brief.lines.filter(key=line.key).exists()
    assert brief.resting >= 1
    made.late(ward.unit, ward.one_stop, WEDNESDAY)
    assert made.brief(ward, made.at(date(2021, 10, 7))).lines.filter(key=line.key).exists()


def test_a_line_is_answered_once_with_a_day_to_come_by_a_head_in_the_newest_brief(ward):
    line = _line(ward)
    chair, when = ward.viewer(ward.chairman, TUESDAY), made.at(TUESDAY, 8)
    with pytest.raises(refusals.DuePast):
        actions.answer(line, Verb.ASSIGN, Asking(ward.one_stop, MONDAY), by=chair, at=when)
    with pytest.raises(NotFound):
        actions.answer(line, Verb.AGREE, Asking(), by=ward.viewer(ward.clerk, TUESDAY), at=when)
    actions.answer(line, Verb.REMIND, Asking(), by=chair, at=when)
    with pytest.raises(refusals.AnsweredAlready) as refused:
        actions.answer(line, Verb.AGREE, Asking(), by=chair, at=when)
    assert "đã trả lời dòng này: nhắc" in refused.value.sentence
    made.brief(ward, made.at(WEDNESDAY))
    with pytest.raises(refusals.BriefOver):
        actions.answer(line, Verb.AGREE, Asking(), by=ward.viewer(ward.chairman, WEDNESDAY), at=when)


def test_an_answer_to_a_matter_that_settled_meanwhile_is_kept_and_asks_nobody(ward):
    line = _line(ward)
    Clock.objects.filter(subject_kind="dossier").update(state="ended", settled_on=TUESDAY)
    chair = ward.viewer(ward.chairman, TUESDAY)
    given = actions.answer(line, Verb.REMIND, Asking(), by=chair, at=made.at(TUESDAY, 8))
    assert given.moot
    assert given.state == Answer.State.DONE
    assert not Clock.objects.running().filter(subject_kind="brief_answer").exists()


def test_only_the_chairman_chooses_and_somebody_has_to_read(ward):
    with pytest.raises(NotAllowed):
        actions.choose_brief(_choice(), by=ward.viewer(ward.clerk, MONDAY), at=made.at(MONDAY))
    with pytest.raises(refusals.NobodyReads):
        actions.choose_brief(_choice(readers=()), by=ward.viewer(ward.chairman, MONDAY), at=made.at(MONDAY))


def test_where_mail_is_sent_each_reader_gets_one_letter_with_the_paper(ward, monkeypatch):
    letters = []
    post = (lambda letter, at: letters.append(letter) or True, lambda: True)
    monkeypatch.setattr(mailing, "_posts", [post])
    made.switch_on(ward, made.at(MONDAY, 6))
    made.brief(ward, made.at(MONDAY))
    (only,) = letters
    assert only.to == ward.chairman.uid
    assert only.files[0].body.startswith(b"%PDF")


def test_a_deputy_reads_where_he_was_chosen_and_a_merged_ward_goes_on_with_what_was_asked(ward, other_ward):
    line = _line(ward)
    deputy = replace(ward.viewer(ward.specialist, TUESDAY), roles=frozenset({"vice_chairman"}))
    assert not may_read(deputy)
    made.switch_on(ward, made.at(TUESDAY, 8), readers=("chairman", "vice_chairman"))
    assert may_read(deputy)
    actions.answer(line, Verb.ASSIGN, Asking(ward.one_stop), by=deputy, at=made.at(TUESDAY, 9))
    going = Passage(ward.unit, other_ward.unit, TUESDAY, made.at(TUESDAY, 10), deputy, "Nghị quyết (thử)")
    mover = next(one for one in movers() if one.key == "briefing")
    assert (mover.matters(ward.unit)[0].moves, mover.move(going)) == (1, {"brief_answers": 1})
    assert not Clock.objects.running().filter(subject_kind__in=("brief", "brief_foreseen")).exists()
    assert Answer.objects.get().unit == other_ward.unit


def test_what_is_kept_about_an_official_is_told_to_him_and_an_open_task_goes_to_who_follows_him(ward):
    line = _line(ward)
    chair = ward.viewer(ward.chairman, TUESDAY)
    given = actions.answer(line, Verb.ASSIGN, Asking(ward.one_stop), by=chair, at=made.at(TUESDAY, 8))
    own, other = ward.viewer(ward.one_stop, TUESDAY), ward.viewer(ward.administrator, TUESDAY)
    (section,) = kept.about(Asked(own, ward.one_stop, TUESDAY, made.at(TUESDAY)))
    assert {str(one.label) for one in section.lines} == {"Dòng của bản tin", "Giao việc", "Dòng báo trước"}
    assert not kept.about(Asked(other, ward.one_stop, TUESDAY, made.at(TUESDAY)))
    holder = handing.Asks()
    (held,) = holder.held(handover.Asked(ward.one_stop, (), frozenset(), TUESDAY))
    passing = handover.Passing(ward.one_stop, ward.clerk, TUESDAY, "x", chair, made.at(TUESDAY))
    holder.pass_on([held.ref], passing)
    assert Answer.objects.get(pk=given.pk).official == ward.clerk
    assert Clock.objects.running().get(subject_kind="brief_answer").owner_official == ward.clerk


def _line(ward) -> BriefLine:
    """A line about an official, on Tuesday."""
    made.late(ward.unit, ward.one_stop, date(2021, 10, 1))
    made.switch_on(ward, made.at(MONDAY, 6))
    made.brief(ward, made.at(MONDAY))
    return made.brief(ward, made.at(TUESDAY)).lines.get(kind="dossiers.late")


def _choice(**changed):
    from chuan.briefing.choices import Choice

    return Choice(True, **changed)


def test_lines_of_another_ward_are_not_told_to_a_head_who_asks_what_is_kept(ward, other_ward):
    line = _line(ward)
    chair = ward.viewer(ward.chairman, TUESDAY)
    actions.answer(line, Verb.ASSIGN, Asking(ward.one_stop), by=chair, at=made.at(TUESDAY, 8))
    there = other_ward.viewer(other_ward.chairman, TUESDAY)
    assert [one.lines for one in kept.about(Asked(there, ward.one_stop, TUESDAY, made.at(TUESDAY)))] == [[]]
    (own,) = kept.about(Asked(chair, ward.one_stop, TUESDAY, made.at(TUESDAY)))
    assert {str(one.label) for one in own.lines} == {"Dòng của bản tin", "Giao việc"}


@pytest.mark.parametrize(("hour", "minute"), [(0, 5), (6, 59), (7, 5), (23, 55)])
def test_a_task_that_waits_is_told_since_the_day_in_viet_nam_it_was_given(ward, hour, minute):
    line = _line(ward)
    when = made.at(TUESDAY, hour, minute)
    chair = ward.viewer(ward.chairman, TUESDAY)
    asking = Asking(ward.one_stop, due_on=TUESDAY)
    actions.answer(line, Verb.ASSIGN, asking, by=chair, at=when)
    (told,) = harms.collect(harms.Asked(ward.unit, WEDNESDAY, made.at(WEDNESDAY)))
    assert told.since == TUESDAY


def test_only_the_latest_lines_are_shown_and_that_there_are_more_is_said(ward, monkeypatch):
    line = _line(ward)
    own = ward.viewer(ward.one_stop, TUESDAY)
    asked = Asked(own, line.official, TUESDAY, made.at(TUESDAY))
    (whole,) = kept.about(asked)
    assert not whole.note
    monkeypatch.setattr(kept, "MOST", 1)
    (cut,) = kept.about(asked)
    assert "dòng cũ hơn vẫn được giữ" in cut.note
