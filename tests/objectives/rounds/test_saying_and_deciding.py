"""What may be said of a line, by whom, and what the secretary makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.documents.models import Document
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.versions import content_of
from chuan.objectives.models import Plan, Round, RoundAsked, RoundLine, RoundSaying
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.rounds import actions, refusals
from chuan.objectives.rounds.actions import Proposal
from chuan.objectives.rounds.actions.deciding import Decision
from chuan.objectives.rounds.kept import about
from chuan.offers.kept_about import Asked
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, ReasonMissing
from chuan.trail.models import Entry
from tests.objectives.made import now
from tests.objectives.rounds.conftest import CLOSES, OPENED
from tests.people import Ward

LATER = date(2021, 12, 10)


@pytest.fixture
def secretary(ward: Ward) -> Viewer:
    return ward.viewer(ward.secretary, LATER)


@pytest.fixture
def specialist(ward: Ward, opened: Round) -> Viewer:
    """Somebody who answers for line 7 by his post."""
    post = ward.specialist.appointments.get().post
    RoundLine.objects.filter(pk=line(opened, "7").pk).update(owner_post=post)
    RoundAsked.objects.create(round=opened, post=post)
    return ward.viewer(ward.specialist, LATER)


def line(opened: Round, place: str) -> RoundLine:
    return opened.lines.select_related("round", "owner_post", "owner_official").get(objective__ordinal=place)


def say(one: RoundLine, kind: str, by: Viewer, **more: object) -> RoundSaying:
    seen = more.pop("seen", None)
    return actions.say(one, Proposal(kind, **more), by=by, at=now(), seen=seen)  # type: ignore[arg-type]


def test_lines_begin_with_the_decisions_words_a_year_on(opened: Round):
    first = line(opened, "1")
    assert "của phường năm 2022" in first.text
    assert "18/2020/QĐ-UBND ngày 07/8/2020" in line(opened, "1.17").text


def test_a_second_round_and_one_of_a_closed_plan_are_refused(ward: Ward, plan: Plan, opened: Round):
    by = ward.viewer(ward.secretary, OPENED)
    with pytest.raises(refusals.RoundStands):
        actions.open_round(plan, CLOSES, by=by, at=now())
    plan.status, plan.closed_on = Plan.Status.REPLACED, OPENED
    plan.save()
    with pytest.raises(PlanClosed):
        actions.open_round(plan, CLOSES, by=by, at=now())


def test_only_who_plans_opens_a_round(ward: Ward, plan: Plan):
    with pytest.raises(NotAllowed):
        actions.open_round(plan, CLOSES, by=ward.viewer(ward.specialist, OPENED), at=now())


def test_an_owner_who_has_answered_every_line_has_no_clock_left(opened: Round, specialist: Viewer):
    say(line(opened, "7"), "keep", specialist)
    asked = opened.asked.get(post=specialist.post_ids and next(iter(specialist.post_ids)))
    assert asked.answered_on == LATER
    assert opened.asked.filter(answered_on=None).count() == 1


def test_the_rest_of_ones_lines_is_kept_at_once(opened: Round, secretary: Viewer, specialist: Viewer):
    assert actions.keep_all_mine(opened, by=specialist, at=now()) == 1
    assert actions.keep_all_mine(opened, by=secretary, at=now()) == 26
    assert not Clock.objects.running().filter(subject_kind="next_year_asked").exists()


def test_somebody_elses_line_may_be_remarked_on_and_no_more(ward: Ward, opened: Round, specialist: Viewer):
    with pytest.raises(refusals.LineOfOthers):
        say(line(opened, "3"), "keep", specialist)
    row = say(line(opened, "3"), "comment", specialist, reason="nên đặt 97 %")
    assert (row.seq, row.kind) == (1, "comment")


@pytest.mark.parametrize(
    ("kind", "given", "refused"),
    [
        ("drop", {}, ReasonMissing),
        ("comment", {}, ReasonMissing),
        ("change", {"text": "1. Một\n2. Hai"}, refusals.LineNotRead),
        (
            "change",
            {"text": "100 % cán bộ, công chức phường đạt danh hiệu lao động tiên tiến."},
            refusals.NothingNew,
        ),
    ],
)
def test_what_says_nothing_is_refused(
    opened: Round, specialist: Viewer, kind: str, given: dict[str, str], refused: type[Exception]
):
    with pytest.raises(refused):
        say(line(opened, "7"), kind, specialist, **given)


def test_two_editors_of_one_line_never_overwrite_each_other(
    opened: Round, secretary: Viewer, specialist: Viewer
):
    say(line(opened, "7"), "keep", specialist, seen=0)
    with pytest.raises(refusals.LineChangedMeanwhile) as caught:
        say(
            line(opened, "7"),
            "change",
            secretary,
            text="95 % cán bộ đạt danh hiệu lao động tiên tiến",
            seen=0,
        )
    assert "Vũ Thị Văn Hóa vừa ghi thêm" in caught.value.sentence


def test_a_decision_takes_the_sentence_and_the_owner_and_the_history_stays(
    ward: Ward, opened: Round, secretary: Viewer, specialist: Viewer
):
    say(
        line(opened, "7"),
        "change",
        specialist,
        text="95 % cán bộ đạt danh hiệu lao động tiên tiến",
        reason="đủ",
    )
    given = Decision("kept", "95 % cán bộ đạt danh hiệu lao động tiên tiến", "theo đề nghị")
    actions.decide(line(opened, "7"), given, by=secretary, at=now(), seen=1)
    held = line(opened, "7")
    assert (held.decided, held.final) == ("changed", given.text)
    assert list(held.sayings.values_list("kind", "outcome")) == [("change", ""), ("decide", "changed")]
    assert Entry.objects.filter(verb="next_year.decide").exists()


def test_an_objective_is_dropped_after_what_hangs_under_it(opened: Round, secretary: Viewer):
    with pytest.raises(refusals.LinesBelow):
        actions.decide(line(opened, "1"), Decision("dropped", "", "hết"), by=secretary, at=now())
    with pytest.raises(ReasonMissing):
        actions.decide(line(opened, "7"), Decision("dropped"), by=secretary, at=now())


def test_nothing_is_kept_or_added_under_an_objective_that_was_dropped(
    opened: Round, secretary: Viewer, specialist: Viewer
):
    above = line(opened, "1")
    below = list(above.children.order_by("position"))
    for one in (*below, above):
        actions.decide(one, Decision("dropped", "", "hết"), by=secretary, at=now())
    with pytest.raises(refusals.LineAboveDropped):
        actions.decide(below[0], Decision("kept"), by=secretary, at=now())
    with pytest.raises(refusals.LineAboveDropped):
        actions.add_line(opened, "Số hồ sơ trễ hạn dưới 5 hồ sơ", above, "", by=specialist, at=now())
    assert RoundLine.objects.get(pk=below[0].pk).decided == "dropped"
    assert not RoundLine.objects.filter(round=opened, objective=None).exists()
    actions.decide(above, Decision("kept"), by=secretary, at=now())
    actions.decide(below[0], Decision("kept"), by=secretary, at=now())
    assert RoundLine.objects.get(pk=below[0].pk).decided == "kept"


def test_lines_with_a_wish_to_change_wait_for_a_decision_of_their_own(
    opened: Round, secretary: Viewer, specialist: Viewer
):
    say(line(opened, "7"), "drop", specialist, reason="không còn xét")
    assert actions.keep_the_rest(opened, by=secretary, at=now()) == 26
    with pytest.raises(refusals.LinesUndecided) as caught:
        actions.draft(opened, by=secretary, at=now())
    assert "100 % cán bộ" in caught.value.sentence


def test_a_new_line_is_proposed_decided_and_drafted_in_its_place(
    opened: Round, secretary: Viewer, specialist: Viewer
):
    words = "Tỷ lệ rác thải sinh hoạt được phân loại đạt ít nhất 30 %"
    new = actions.add_line(opened, words, line(opened, "1"), "việc mới", by=specialist, at=now())
    actions.keep_the_rest(opened, by=secretary, at=now())
    actions.decide(new, Decision("kept", words), by=secretary, at=now())
    document = actions.draft(opened, by=secretary, at=now()).document
    assert f"pháp luật;\n- {words}.\n2. Tiếp tục" in _annex(document)
    with pytest.raises(refusals.RoundFrozen):
        say(line(opened, "7"), "keep", specialist)


def test_a_round_opened_again_makes_a_further_version_of_the_same_draft(opened: Round, secretary: Viewer):
    actions.keep_the_rest(opened, by=secretary, at=now())
    first = actions.draft(opened, by=secretary, at=now()).document
    with pytest.raises(ReasonMissing):
        actions.reopen(opened, " ", by=secretary, at=now())
    actions.reopen(opened, "Chủ tịch yêu cầu bỏ dòng 7", by=secretary, at=now())
    opened.refresh_from_db()
    actions.decide(line(opened, "7"), Decision("dropped", "", "theo ý kiến"), by=secretary, at=now())
    opened.refresh_from_db()
    again = actions.draft(opened, by=secretary, at=now()).document
    assert (again.pk, again.versions.count()) == (first.pk, 2)
    assert "lao động tiên tiến" not in _annex(again)


def test_a_draft_under_review_is_not_made_again_and_a_plan_is_not_read_before_it_is_issued(
    opened: Round, secretary: Viewer
):
    actions.keep_the_rest(opened, by=secretary, at=now())
    document = actions.draft(opened, by=secretary, at=now()).document
    with pytest.raises(refusals.NotIssuedYet):
        actions.read_as_plan(opened, by=secretary, at=now())
    Document.objects.filter(pk=document.pk).update(stage="content_review")
    with pytest.raises(refusals.DraftGone):
        actions.reopen(opened, "sửa", by=secretary, at=now())


def test_a_round_called_off_leaves_no_task_and_lets_another_begin(
    ward: Ward, plan: Plan, opened: Round, secretary: Viewer
):
    actions.move_closing(opened, date(2021, 12, 24), by=secretary, at=now())
    assert set(
        Clock.objects.running().filter(subject_kind="next_year_asked").values_list("lawful_due_on", flat=True)
    ) == {date(2021, 12, 24)}
    actions.call_off(opened, "làm lại", by=secretary, at=now())
    assert not Clock.objects.running().filter(subject_kind="next_year_asked").exists()
    opened.refresh_from_db()
    with pytest.raises(refusals.RoundOver):
        actions.keep_the_rest(opened, by=secretary, at=now())
    assert actions.open_round(plan, CLOSES, by=secretary, at=now()).year == 2022


def test_what_somebody_said_is_told_to_him_and_to_who_sees_the_unit(
    ward: Ward, opened: Round, specialist: Viewer
):
    say(line(opened, "7"), "drop", specialist, reason="không còn xét")
    (section,) = about(Asked(specialist, ward.specialist, LATER, now()))
    assert [(one.label, one.text) for one in section.lines] == [("đề nghị bỏ, năm 2022", "không còn xét")]
    assert about(Asked(specialist, ward.auditor, LATER, now())) == []


def _annex(document: Document) -> str:
    document.refresh_from_db()
    return text_of(document, content_of(document)).partition("Phụ lục")[2]
