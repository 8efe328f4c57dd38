"""What may become of a letter: each outcome as an act, with what the law asks for, by the law of its day."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.sorting import Said, keep_way, record_outcome
from chuan.petitions.models import Concerned, Petition, PetitionState
from chuan.petitions.own_checks import standing_agrees
from chuan.petitions.refusals import AboutHimself, NamesNoDocument, StepToCome, WordsMissing
from chuan.petitions.refusals_sorting import (
    AgainstLeaders,
    BeforeReceipt,
    BodyMissing,
    ForwardedAlready,
    HandlerElsewhere,
    HandlerMissing,
    NotBothTold,
    PaperAfterStep,
    WayUnfinished,
)
from chuan.petitions.sorting.clocks import changes
from chuan.petitions.sorting.deciding import way_of
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.refusals import MixedNotSplit, NotFound, WrongMove
from chuan.trail.models import Entry
from tests.petitions.made import now

OLD, NEW = date(2021, 9, 10), date(2026, 7, 10)
NOTICE = Paper("12/TB-UBND")
OURS = {
    "complaint.fit": "full",
    "complaint.about": "own",
    "complaint.who": "affected",
    "complaint.stage": "first",
}
STRANGER = {"denunciation.against": "other", "denunciation.forwarded": "no"}


def outcome(petition: Petition, verb: str, on: date, *, by, **more) -> Petition:
    record_outcome(petition, verb, Said(on, **more), by=by, at=now())
    petition.refresh_from_db()
    return petition


def test_how_competence_was_decided_is_kept_with_every_article(taken, by):
    one = taken()
    keep_way(one, OURS, on=OLD, by=by, at=now())
    way = way_of(one)
    assert one.competent is True
    assert (way["outcome"], way["on"], len(way["steps"])) == ("accept", "2021-09-10", 4)
    assert way["steps"][1]["source"] == "02/2011/QH13, Điều 17"
    assert not list(standing_agrees())
    assert PetitionState.objects.get(petition=one, until_at=None).competent is True


def test_an_open_question_keeps_nothing(taken, by):
    one = taken()
    with pytest.raises(WayUnfinished):
        keep_way(one, {"complaint.fit": "full"}, on=OLD, by=by, at=now())
    assert way_of(one) == {}


def test_what_is_found_to_be_against_a_leader_stops(taken, by):
    one = taken("denunciation")
    with pytest.raises(AgainstLeaders) as refused:
        keep_way(one, {"denunciation.against": "leader"}, on=NEW, by=by, at=now())
    assert "Chủ tịch Ủy ban nhân dân tỉnh" in refused.value.sentence
    assert one.events.count() == 1


def test_a_mixed_letter_is_split_first(taken, by):
    with pytest.raises(MixedNotSplit):
        keep_way(taken("mixed"), {}, on=OLD, by=by, at=now())


def test_a_strangers_denunciation_starts_the_five_days(taken, by):
    """25/2018/QH14, Điều 24.2."""
    one = taken("denunciation", date(2021, 9, 6))
    assert one.next_clock == "denunciation.classify"
    keep_way(one, STRANGER, on=date(2021, 9, 7), by=by, at=now())
    assert (one.competent, one.next_clock, one.next_due_on) == (
        False,
        "denunciation.forward",
        date(2021, 9, 13),
    )


def test_a_complaint_is_accepted_by_a_signed_notice(taken, by):
    """Luật Khiếu nại 2011, Điều 27."""
    one = taken()
    with pytest.raises(NamesNoDocument):
        outcome(one, "accept", OLD, by=by)
    with pytest.raises(PaperAfterStep):
        outcome(one, "accept", OLD, by=by, paper=Paper("12/TB-UBND", date(2021, 9, 13)))
    one = outcome(one, "accept", OLD, by=by, paper=NOTICE)
    assert (one.status, one.decided, one.due_on) == ("accepted", "accept", date(2021, 10, 11))
    assert one.events.last().document_on == OLD
    assert one.competent is True


@pytest.mark.parametrize(
    ("on", "due", "then"),
    [
        (date(2021, 9, 6), date(2021, 9, 16), "Trước hạn"),
        (date(2026, 7, 6), date(2026, 7, 15), "Trước hạn"),
    ],
)
def test_the_clock_of_accepting_is_shown_before_and_after(taken, on, due, then):
    """Ten days before 01/07/2026, seven working days since (155/2026/NĐ-CP, Điều 10)."""
    one = taken("complaint", on)
    day = on.replace(day=9)
    told = changes(one, "accept", day, today=day, at=now())
    assert [found.shown.key for found in told] == ["complaint.accept", "complaint.resolve"]
    assert told[0].before is not None
    assert told[0].before.due_on == due
    assert told[0].then.startswith(then)
    assert told[1].before is None
    assert told[1].then.startswith("bắt đầu, hạn")


def test_refusing_and_returning_say_why_on_paper(taken, by):
    for verb, status in (("refuse", "refused"), ("return", "returned")):
        one = taken()
        with pytest.raises(WordsMissing):
            outcome(one, verb, OLD, by=by, paper=NOTICE, reason=" ")
        one = outcome(one, verb, OLD, by=by, paper=NOTICE, reason="Không có quyền khiếu nại.")
        assert (one.status, one.decided) == (status, "return")


def test_guiding_and_keeping_need_a_reason_and_no_paper(taken, by):
    for verb in ("guide", "keep"):
        one = outcome(taken(), verb, OLD, by=by, reason="Nêu rõ.")
        assert one.decided == verb


def test_a_letter_is_forwarded_to_a_body_by_paper(taken, by):
    one = taken()
    with pytest.raises(BodyMissing):
        outcome(one, "forward", OLD, by=by, paper=NOTICE)
    one = outcome(one, "forward", OLD, by=by, paper=NOTICE, where="Công an phường", reason="Tin báo.")
    assert (one.status, one.events.last().text) == ("forwarded", "Công an phường\nTin báo.")


def test_a_denunciation_of_the_same_content_is_forwarded_once(taken, by):
    """05/2021/TT-TTCP, Điều 14, in force since 15/11/2021."""
    first, again = taken("denunciation", NEW), taken("denunciation", NEW)
    Petition.objects.filter(pk=again.pk).update(same_as=first)
    outcome(first, "forward", NEW, by=by, paper=NOTICE, where="Thanh tra tỉnh")
    again.refresh_from_db()
    with pytest.raises(ForwardedAlready) as refused:
        outcome(again, "forward", NEW, by=by, paper=NOTICE, where="Thanh tra tỉnh")
    assert "10/07/2026" in refused.value.sentence
    with pytest.raises(WrongMove):
        outcome(first, "forward", NEW, by=by, paper=NOTICE, where="Thanh tra tỉnh")
    assert outcome(again, "keep", NEW, by=by, reason="Đã chuyển.").status == "kept"


def test_before_the_circular_nothing_counted_how_often(taken, by):
    first, again = taken("denunciation", date(2021, 9, 6)), taken("denunciation", date(2021, 9, 6))
    Petition.objects.filter(pk=again.pk).update(same_as=first)
    for one in (first, again):
        outcome(one, "forward", OLD, by=by, paper=NOTICE, where="Thanh tra tỉnh")


def test_a_denunciation_is_classified_accepted_and_both_sides_told(taken, by):
    """25/2018/QH14, Điều 24.1 and 29.3."""
    one = taken("denunciation", date(2021, 9, 6))
    assert one.next_due_on == date(2021, 9, 15)
    one = outcome(one, "classify", date(2021, 9, 8), by=by, several_places=True)
    assert (one.status, one.several_places) == ("classified", True)
    one = outcome(one, "accept", OLD, by=by, paper=Paper("20/QĐ-UBND"))
    assert one.next_clock == "denunciation.notify"
    with pytest.raises(NotBothTold):
        outcome(one, "notify", date(2021, 9, 13), by=by, paper=NOTICE)
    one = outcome(one, "notify", date(2021, 9, 13), by=by, paper=NOTICE, both=True)
    assert (one.status, one.next_clock, one.due_on) == (
        "accepted",
        "denunciation.resolve",
        date(2021, 10, 11),
    )


def test_identity_checked_in_several_places_has_ten_days(taken, by):
    one = taken("denunciation", date(2021, 9, 6), several_places=True)
    assert one.next_due_on == date(2021, 9, 20)
    assert changes(one, "classify", date(2021, 9, 17), today=OLD, at=now())[0].then.startswith("Trước hạn")


def test_an_anonymous_denunciation_with_evidence_is_checked_and_then_kept(taken, by, ward):
    """25/2018/QH14, Điều 25."""
    one = taken("denunciation")
    with pytest.raises(WrongMove):
        outcome(one, "check", OLD, by=by, official=ward.specialist, reason="Có chứng cứ.")
    one = outcome(one, "classify", OLD, by=by)
    with pytest.raises(HandlerMissing):
        outcome(one, "check", OLD, by=by, reason="Có chứng cứ.")
    one = outcome(one, "check", OLD, by=by, official=ward.specialist, reason="Có chứng cứ.")
    assert (one.status, one.decided, one.handler) == ("checking", "keep", ward.specialist)
    assert outcome(one, "keep", OLD, by=by, reason="Đã kiểm tra xong.").status == "kept"


def test_nobody_gets_a_petition_about_himself_nor_from_elsewhere(taken, by, ward, other_ward):
    one = taken("feedback")
    Concerned.objects.create(petition=one, official=ward.specialist, recorded_at=now())
    with pytest.raises(AboutHimself):
        outcome(one, "accept", OLD, by=by, official=ward.specialist)
    with pytest.raises(HandlerElsewhere):
        outcome(one, "accept", OLD, by=by, official=other_ward.specialist)
    assert outcome(one, "accept", OLD, by=by, official=ward.one_stop).handler == ward.one_stop


def test_feedback_is_asked_for_more_or_refused_without_paper(taken, by):
    assert outcome(taken("feedback"), "ask", OLD, by=by, reason="Ghi rõ địa điểm.").status == "asked"
    one = outcome(taken("suggestion"), "return", OLD, by=by, reason="Không có nội dung.")
    assert one.status == "returned"


def test_days_stand_between_receipt_and_today(taken, by):
    one = taken()
    with pytest.raises(BeforeReceipt):
        outcome(one, "keep", date(2021, 9, 5), by=by, reason="Nhầm.")
    with pytest.raises(StepToCome):
        outcome(one, "keep", date(2999, 1, 1), by=by, reason="Nhầm.")


def test_who_may_not_see_it_may_not_sort_it(taken, by, ward, clerk):
    one = taken("denunciation")
    for stranger in (ward.specialist, ward.auditor):
        with pytest.raises(NotFound):
            outcome(one, "classify", OLD, by=ward.viewer(stranger))
    Concerned.objects.create(petition=one, official=clerk, recorded_at=now())
    with pytest.raises(NotFound):
        outcome(one, "classify", OLD, by=by)


def test_the_trail_says_day_and_paper_and_nothing_of_the_words(taken, by):
    one = outcome(
        taken("denunciation"), "forward", OLD, by=by, paper=NOTICE, where="Thanh tra", reason="Riêng tư"
    )
    line = Entry.objects.get(verb="petition.forward")
    told = f"{line.line} {line.detail.body}"
    assert "12/TB-UBND" in told
    assert "Riêng tư" not in told
    assert "Thanh tra" not in told
    assert one.code


def test_every_act_of_a_kind_leads_somewhere_in_its_table():
    from chuan.petitions.sorting.outcomes import SLUGS, act_of

    for kind, table in LIFECYCLES.items():
        for verb in set(SLUGS.values()) & set(table.verbs):
            assert act_of(kind, verb).verb == verb
