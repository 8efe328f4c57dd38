"""What is refused from assignment to the end, each with its sentence, and nothing is written."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.petitions.actions import solving
from chuan.petitions.actions.recording import Paper
from chuan.petitions.models import Concerned
from chuan.petitions.refusals import AboutHimself, NamesNoDocument, StepToCome, WordsMissing
from chuan.petitions.refusals_solving import (
    CopiesTooFew,
    CriteriaNone,
    DeterminedAlready,
    HandlerAlready,
    HandlerNotHere,
    ProlongedFirst,
    PublishUnchecked,
    StepBeforeLast,
    WithdrawnAfterStop,
)
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from chuan.rules.refusals.petitions import (
    CriteriaTooMany,
    NoticeTooShort,
    PetitionStepTooEarly,
    ProlongedPlain,
    ProlongedTooLate,
    ProlongedTooOften,
    ProlongedUnsigned,
)
from tests.petitions.made import now

pytestmark = pytest.mark.django_db
SEPT = date(2021, 9, 13)


@pytest.fixture
def running(ward, case):
    """A complaint accepted on 10/09/2021 (due 11/10/2021) that is being verified."""
    act = case("complaint", date(2021, 9, 6), date(2021, 9, 10))
    act("assign", ward.specialist, "Xem lại hồ sơ", on=SEPT)
    return act


def test_whoever_a_petition_is_about_never_gets_it(ward, case):
    act = case("denunciation", date(2021, 9, 6), date(2021, 9, 10), concerned=(ward.clerk,))
    with pytest.raises(AboutHimself, match="Văn Phòng"):
        act("assign", ward.clerk, "Xác minh", on=SEPT)
    assert act.petition.handler is None


def test_a_case_is_given_to_somebody_of_the_ward_who_has_not_got_it(ward, other_ward, running):
    with pytest.raises(HandlerNotHere):
        running("assign", other_ward.specialist, "Xác minh", on=SEPT)
    with pytest.raises(HandlerAlready):
        running("assign", ward.specialist, "Xác minh", on=SEPT)


def test_who_keeps_the_register_assigns_only_by_a_signed_paper(ward, keeper, case):
    act, by = case("complaint", date(2021, 9, 6), date(2021, 9, 10)), ward.viewer(keeper)
    with pytest.raises(NamesNoDocument):
        act("assign", ward.specialist, "Xem lại", on=SEPT, by=by)
    one = act("assign", ward.specialist, "Xem lại", on=SEPT, by=by, paper=Paper("18/QĐ-UBND", SEPT))
    assert one.handler == ward.specialist


def test_whoever_verifies_does_not_decide(ward, running):
    with pytest.raises(NotAllowed):
        running("conclude", "right", "Đúng", on=date(2021, 9, 30), by=ward.viewer(ward.specialist))
    with pytest.raises(NotFound):
        running("minutes", "Làm việc", on=SEPT, by=ward.viewer(ward.one_stop))


def test_days_that_cannot_be(running):
    with pytest.raises(StepBeforeLast, match="13/09/2021"):
        running("conclude", "right", "Đúng", on=date(2021, 9, 12))
    with pytest.raises(PetitionStepTooEarly):
        running("minutes", "Làm việc", on=date(2021, 9, 1))
    with pytest.raises(StepToCome):
        running("conclude", "right", "Đúng", on=date(2999, 1, 1))
    with pytest.raises(WordsMissing):
        running("minutes", "  \n ", on=SEPT)


def test_a_prolongation_needs_its_paper_its_determination_and_its_day(running):
    signed = date(2021, 10, 8)
    with pytest.raises(ProlongedUnsigned):
        running("prolong", 15, "", on=signed, paper=Paper("  "))
    with pytest.raises(ProlongedPlain):
        running("prolong", 15, "", on=signed)
    running("determine", 1, "Nhiều thửa đất", on=date(2021, 10, 4))
    with pytest.raises(ProlongedFirst):
        running("prolong", 15, "", on=date(2021, 10, 1))
    with pytest.raises(ProlongedTooLate, match="11/10/2021"):
        running("prolong", 15, "", on=date(2021, 10, 12))
    running("prolong", 15, "", on=signed)
    with pytest.raises(ProlongedTooOften):
        running("prolong", 15, "", on=signed)


def test_one_signed_in_time_and_entered_after_expiry_is_taken_and_remarked(running):
    running("determine", 1, "Nhiều thửa đất", on=date(2021, 10, 4))
    one = running("prolong", 15, "", on=date(2021, 10, 11))
    assert one.due_on == date(2021, 10, 25)
    assert one.events.get(verb="prolong").data == '{"late":"yes"}'


def test_a_case_is_determined_once_by_criteria_that_the_law_has(running, ward, case):
    with pytest.raises(NamesNoDocument):
        running("determine", 1, "Nhiều thửa", on=SEPT, paper=None)
    with pytest.raises(CriteriaNone):
        running("determine", 0, "Không", on=SEPT)
    running("determine", 1, "Nhiều thửa đất", on=SEPT)
    with pytest.raises(DeterminedAlready, match="15/QĐ-UBND"):
        running("determine", 3, "Nhiều thửa đất", on=date(2021, 9, 20))
    new = case("complaint", date(2026, 7, 6), date(2026, 7, 13))
    with pytest.raises(CriteriaTooMany):
        new("determine", 8, "Quá nhiều", on=date(2026, 7, 14))


def test_a_dialogue_is_announced_five_days_before_since_july_2026(ward, case):
    old = case("complaint", date(2026, 6, 20), date(2026, 6, 25))
    old("assign", ward.specialist, "Xem lại", on=date(2026, 6, 26))
    with pytest.raises(NoticeTooShort, match="28/07/2026"):
        old("talk_notice", date(2026, 7, 27), "Trụ sở", on=date(2026, 7, 23))
    with pytest.raises(CopiesTooFew):
        old("talk", "Đã trao đổi", on=date(2026, 7, 28), copies=2, absent=False, official=None)
    one = old("talk", "Không đến", on=date(2026, 7, 28), copies=0, absent=True, official=None)
    assert one.status == "verifying"
    assert one.events.get(verb="talk").data == '{"absent":"yes","unannounced":"yes"}'


def test_a_second_decision_is_refused(running):
    running("conclude", "right", "Đúng", on=date(2021, 10, 5))
    with pytest.raises(WrongMove):
        running("conclude", "wrong", "Sai", on=date(2021, 10, 6))
    assert running.petition.verdict == "right"


def test_a_decision_needs_its_paper_and_an_end_of_suspension(running):
    with pytest.raises(NamesNoDocument):
        running("conclude", "right", "Đúng", on=date(2021, 10, 5), paper=None)
    running("suspend", "Chờ kết quả giám định", on=date(2021, 9, 20))
    with pytest.raises(WrongMove):
        running("conclude", "right", "Đúng", on=date(2021, 10, 5))
    with pytest.raises(WrongMove):
        running("prolong", 15, "", on=date(2021, 10, 5))


def test_a_denunciation_withdrawn_goes_on(ward, case):
    """156/2026/NĐ-CP, Điều 1: withdrawing closes nothing."""
    act = case("denunciation", date(2026, 7, 6), date(2026, 7, 13))
    act("assign", ward.specialist, "Xác minh", on=date(2026, 7, 14))
    due = act.petition.due_on
    signs = {"violation": "yes", "coercion": "unseen", "slander": "no"}
    solving.withdraw(act.petition, "", signs, on=date(2026, 7, 20), by=act.by, at=now())
    act.petition.refresh_from_db()
    one = act.petition
    assert (one.status, one.due_on, one.settled_on, one.decided) == ("verifying", due, None, "accept")
    one = act("stop", "Có căn cứ đình chỉ", on=date(2026, 7, 30), withdrawn_on=None)
    assert (one.status, one.settled_on) == ("stopped", date(2026, 7, 30))


def test_a_complaint_is_stopped_after_it_was_withdrawn(running):
    running("withdraw_part", "Rút phần tiền hỗ trợ", on=date(2021, 9, 15))
    assert running.petition.status == "verifying"
    with pytest.raises(WithdrawnAfterStop):
        running("stop", "Rút toàn bộ", on=date(2021, 9, 20), withdrawn_on=date(2021, 9, 21))
    one = running("stop", "Rút toàn bộ", on=date(2021, 9, 22), withdrawn_on=date(2021, 9, 21))
    assert (one.status, one.outcome) == ("stopped", "early")


def test_a_conclusion_is_published_only_once_somebody_looked_for_what_tells(ward, case):
    act = case("denunciation", date(2021, 3, 1), date(2021, 3, 8))
    act("assign", ward.specialist, "Xác minh", on=date(2021, 3, 9))
    act("conclude", "false", "Cố ý tố cáo sai", on=date(2021, 3, 20))
    with pytest.raises(PublishUnchecked):
        act("publish", "Trang của phường", on=date(2021, 3, 22), checked=False)
    assert act.petition.verdict == "false"


def test_a_voided_assignment_gives_the_case_back(ward, running):
    from chuan.petitions.actions.recording import void

    running("assign", ward.clerk, "Xem lại", on=date(2021, 9, 14))
    line = running.petition.events.filter(verb="assign").last()
    void(line, "ghi nhầm người", by=running.by, at=now())
    running.petition.refresh_from_db()
    assert running.petition.handler == ward.specialist
    first = running.petition.events.filter(verb="assign").first()
    void(first, "ghi nhầm", by=running.by, at=now())
    running.petition.refresh_from_db()
    assert (running.petition.handler, running.petition.status) == (None, "accepted")
    assert not Concerned.objects.exists()
