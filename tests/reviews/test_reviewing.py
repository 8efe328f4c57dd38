"""A review from its call to its last decision (TCVN ISO 9001:2015, 9.3; QĐ 19/2014/QĐ-TTg art 4.4b)."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.offers import handover, self_checks
from chuan.offers.review_inputs import Asked, Letter
from chuan.offers.self_checks import Looked
from chuan.offers.succession import Passage
from chuan.people.models import RoleGrant
from chuan.reviews import actions, refusals
from chuan.reviews.checking import held as held_here
from chuan.reviews.collecting import inputs_of, latest
from chuan.reviews.handing import Reviews
from chuan.reviews.models import Resolution, Review, ReviewLine
from chuan.reviews.papers import minutes_content
from chuan.reviews.review_said import earlier
from chuan.reviews.succession import Reviews as Going
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from chuan.rules.refusals import reviews as no
from chuan.rules.reviews import OutputKind
from chuan.rules.types import Period
from tests.reviews import made

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)


@pytest.fixture
def by(ward):
    return ward.viewer(ward.secretary)


def checks(unit, on=date(2022, 1, 15)):
    found = {one.key: one for one in self_checks.checks() if one.key.startswith("reviews.")}
    return {
        key: [gap.sentence for gap in one.look(Looked(unit, on, timezone.now()))]
        for key, one in found.items()
    }


def test_inputs_are_frozen_with_the_meeting_and_their_text_answers_to_its_digest(ward, by):
    review = made.held(ward)
    standing = latest(review)
    lines = ReviewLine.objects.filter(collection=standing)
    assert {line.letter for line in lines} <= {one.value for one in Letter}
    assert "a" in {line.letter for line in lines if line.short}
    assert standing.digest == hashlib.sha256(standing.text.encode()).hexdigest()
    assert all(line.sentence in standing.text or '"' in line.sentence for line in lines)
    with pytest.raises(IntegrityError), transaction.atomic():
        lines.update(sentence="khác")
    before = ReviewLine.objects.count()
    actions.hold(review, made.meeting(ward, place="Hội trường"), seen=1, by=by, at=timezone.now())
    assert ReviewLine.objects.count() == before, "the same day is not collected again"


def test_a_review_without_inputs_is_not_signed_and_the_letters_are_named(ward, by):
    review = made.held(ward)
    made.decided(ward, review, ward.clerk)
    missing = [one.asked.letter for one in inputs_of(review, by=by, on=made.HELD, at=timezone.now()).missing]
    with pytest.raises(no.InputsMissing, match=f"thiếu đầu vào: {', '.join(missing)}"):
        actions.sign(review, by=ward.viewer(ward.chairman), at=timezone.now())
    assert Review.objects.get().status == "decided"


def test_a_review_is_not_signed_without_a_word_on_each_kind_of_decision_nor_by_another(ward, by):
    review = made.held(ward)
    made.answered(ward, review)
    with pytest.raises(WrongMove):
        actions.sign(review, by=ward.viewer(ward.chairman), at=timezone.now())
    actions.need_nothing(review, OutputKind.CHANGE, "Không đổi.", by=by, at=timezone.now())
    with pytest.raises(no.OutputsMissing, match="cải tiến, nguồn lực"):
        actions.sign(review, by=ward.viewer(ward.chairman), at=timezone.now())
    with pytest.raises(refusals.NotTheChair):
        actions.sign(review, by=by, at=timezone.now())
    with pytest.raises(NotAllowed):
        actions.sign(review, by=ward.viewer(ward.clerk), at=timezone.now())


def test_a_decision_due_before_the_meeting_is_refused_and_one_taken_back_can_be_written_again(ward, by):
    review = made.held(ward)
    with pytest.raises(no.DueBeforeMeeting):
        made.decided(ward, review, ward.clerk, due_on=date(2021, 12, 14))
    row = made.decided(ward, review, ward.clerk)
    actions.withdraw(row, by=by, at=timezone.now())
    review.refresh_from_db()
    assert review.status == "decided"
    for one in review.resolutions.standing():
        actions.withdraw(one, by=by, at=timezone.now())
    assert Review.objects.get().status == "held"


def test_two_secretaries_the_second_is_told_and_one_person_is_not_chair_and_secretary(ward, by):
    review = made.held(ward)
    with pytest.raises(refusals.WrittenMeanwhile, match=ward.secretary.name):
        actions.hold(review, made.meeting(ward), seen=0, by=ward.viewer(ward.chairman), at=timezone.now())
    twice = made.Meeting(made.HELD, ward.chairman, ward.chairman, made.meeting(ward).came)
    with pytest.raises(no.ChairIsSecretary):
        actions.hold(review, twice, seen=1, by=by, at=timezone.now())
    with pytest.raises(refusals.ReviewOpen):
        made.called(ward)


def test_signed_decisions_wait_for_their_owners_are_done_with_evidence_and_end_the_review(ward, by):
    review, row = made.signed(ward)
    clock = Clock.objects.get(subject_kind="review_decision")
    assert (clock.owner_official, clock.lawful_due_on) == (ward.clerk, date(2022, 3, 31))
    assert Clock.objects.get(subject_kind="review_next").lawful_due_on == date(2022, 12, 15)
    assert review.seal.text.count("Mở thêm quầy") == 1
    with pytest.raises(NotAllowed):
        actions.settle(row, "xong", made.today(), by=ward.viewer(ward.one_stop), at=timezone.now())
    owner = ward.viewer(ward.clerk)
    with pytest.raises(refusals.EvidenceMissing):
        actions.settle(row, " ", made.today(), by=owner, at=timezone.now())
    with pytest.raises(refusals.DoneOutside):
        actions.settle(row, "xong", date(2021, 12, 14), by=owner, at=timezone.now())
    actions.settle(row, "Thông báo 5", made.today(), by=owner, at=timezone.now())
    assert Clock.objects.running().filter(subject_kind="review_decision").count() == 0
    assert Review.objects.get().status == "followed"
    with pytest.raises(refusals.SettledAlready):
        actions.settle(row, "nữa", made.today(), by=owner, at=timezone.now())
    with pytest.raises(WrongMove):
        actions.say(review, "f", "muộn", unknown=False, by=by, at=timezone.now())


def test_the_next_review_begins_with_what_the_last_one_decided_and_carries_what_is_open(ward, by):
    review, row = made.signed(ward)
    asked = Asked(ward.unit, Period.year(2022), date(2022, 12, 10), timezone.now(), by)
    first, second = earlier(asked)
    assert first.sentence == "Cuộc xem xét XX-01/2021 họp ngày 15/12/2021: 0 trong 1 việc được giao đã xong."
    assert "“Mở thêm quầy”" in second.sentence
    assert "(quá hạn)" in second.sentence
    later = made.called(ward, date(2022, 12, 10))
    came = made.meeting(ward).came
    actions.hold(
        later, made.Meeting(date(2022, 12, 10), ward.chairman, ward.secretary, came), seen=0, by=by,
        at=timezone.now(),
    )  # fmt: skip
    later.refresh_from_db()
    assert not Clock.objects.running().filter(subject_kind="review_next").exists()
    made.answered(ward, later)
    actions.decide(
        later, OutputKind.IMPROVEMENT, "Mở thêm quầy", owner=ward.clerk, due_on=date(2023, 3, 1), earlier=row,
        by=by, at=timezone.now(),
    )  # fmt: skip
    for kind in (OutputKind.CHANGE, OutputKind.RESOURCE):
        actions.need_nothing(later, kind, "Đủ.", by=by, at=timezone.now())
    actions.sign(later, by=ward.viewer(ward.chairman), at=timezone.now())
    row.refresh_from_db()
    review.refresh_from_db()
    assert (row.state, review.status) == ("carried", "followed")


def test_the_checks_of_the_whole_system_name_what_is_late_open_or_lacking(ward):
    assert "Chưa có cuộc xem xét" in checks(ward.unit)["reviews.older_than_a_year"][0]
    review, _row = made.signed(ward)
    assert checks(ward.unit) == {key: [] for key in checks(ward.unit)}
    late = checks(ward.unit, date(2022, 12, 16))
    assert "quá 12 tháng" in late["reviews.older_than_a_year"][0]
    assert "Mở thêm quầy" in late["reviews.decision_overdue"][0]
    review.additions.update(voided_at=timezone.now())
    assert "thiếu đầu vào: a" in checks(ward.unit)["reviews.signed_without_input"][0]
    held = {one.clause: one.count for one in held_here(ward.unit, YEAR)}
    assert held == {"9.1.1": 1, "9.1.3": 1, "9.3.1": 1, "9.3.2": 1, "9.3.3": 1, "6.3": 0, "10.3": 1}


def test_a_decision_passes_by_name_with_a_handover_and_goes_along_when_wards_merge(ward, other_ward):
    _review, row = made.signed(ward)
    asked = handover.Asked(ward.clerk, [], frozenset(), made.today())
    [held] = Reviews().held(asked)
    assert held.ref == f"decision:{row.uid}"
    passing = handover.Passing(
        ward.clerk, ward.one_stop, made.today(), "QĐ", ward.viewer(ward.one_stop), timezone.now()
    )
    Reviews().pass_on([held.ref], passing)
    assert Resolution.objects.open().get().owner == ward.one_stop
    assert Clock.objects.get(subject_kind="review_decision").owner_official == ward.one_stop
    passage = Passage(
        ward.unit, other_ward.unit, made.today(), timezone.now(), ward.viewer(ward.chairman), "NQ"
    )
    assert [one.moves for one in Going().matters(ward.unit)] == [1]
    assert Going().move(passage) == {"reviews": 1}
    with pytest.raises(NotFound):
        actions.begin_minutes(Review.objects.get(), by=ward.viewer(ward.chairman), at=timezone.now())


def test_what_was_only_called_passes_to_another_secretary_never_to_the_chair_and_minutes_stay(ward):
    review = made.called(ward)
    asked = handover.Asked(ward.secretary, [], frozenset(), made.today())
    [one] = Reviews().held(asked)

    def to(receiver):
        by = ward.viewer(receiver)
        return handover.Passing(ward.secretary, receiver, made.today(), "QĐ", by, timezone.now())

    Reviews().pass_on([one.ref], to(ward.chairman))
    assert Review.objects.get().secretary == ward.secretary
    made.held(ward, review)
    [stays] = Reviews().held(asked)
    assert stays.passes is handover.Passes.STAYS
    Reviews().pass_on([stays.ref], to(ward.clerk))
    assert Review.objects.get().secretary == ward.secretary


def test_where_the_chair_leads_no_more_another_head_signs_and_a_review_without_tasks_is_over(ward, by):
    review = made.held(ward)
    made.answered(ward, review)
    for kind in OutputKind:
        actions.need_nothing(review, kind, "Đủ.", by=by, at=timezone.now())
    RoleGrant.objects.filter(official=ward.chairman).update(role="specialist")
    RoleGrant.objects.filter(official=ward.clerk).update(role="vice_chairman")
    actions.sign(review, by=ward.viewer(ward.clerk), at=timezone.now())
    assert Review.objects.get().status == "followed"
    assert Review.objects.get().seal.signed_by == ward.clerk


def test_the_minutes_say_who_was_there_what_was_looked_at_and_what_was_decided(ward, by):
    review, _row = made.signed(ward)
    document = actions.begin_minutes(review, by=by, at=timezone.now())
    told = str(minutes_content(review, by=by, at=timezone.now()))
    for words in (
        "Lê Văn Một Cửa (đi tập huấn)",
        "Ông Khách",
        "Mở thêm quầy",
        "Không cần quyết định: Đủ như",
    ):
        assert words in told
    assert document.stage == "draft"
    assert Review.objects.get().draft_uid == document.uid


def test_why_somebody_was_away_stays_in_the_house(ward, by):
    """What leaves it says who was away; a reason may name an illness."""
    review, now = made.held(ward), timezone.now()
    inside, outside = (
        repr(minutes_content(review, by=by, at=now, reasons=reasons).body) for reasons in (True, False)
    )
    assert "đi tập huấn" in inside
    assert "đi tập huấn" not in outside
    assert ward.one_stop.name in outside
