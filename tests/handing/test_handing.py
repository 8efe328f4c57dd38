"""Bàn giao: the list, both confirmations, one act; what may not be, is refused with a way out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents.models import Assignment
from chuan.dossiers.permissions import handled_by
from chuan.objectives.models import FigureDue
from chuan.people import actions as staff
from chuan.people import handing, refusals
from chuan.people import refusals_handing as refused
from chuan.people.actions import handing as actions
from chuan.people.models import Account, Appointment, Handover, Official, RoleGrant
from chuan.people.roles import Role
from chuan.rules.refusals import NotFound, NotYours, WrongMove
from chuan.trail.models import Entry
from tests.handing.conftest import PAPER, Desk, incoming_of
from tests.people import Ward


def running(official: Official) -> set[str]:
    """Kinds of what waits for an official by name."""
    rows = Clock.objects.running().filter(owner_official=official)
    return set(rows.values_list("subject_kind", flat=True))


def lines(handover: Handover) -> dict[str, str]:
    return {one.ref.split(":")[0]: one.outcome for one in handover.lines.all()}


# What is listed


def test_the_list_names_what_the_official_holds_in_every_room(busy: Desk):
    found = [
        (one.holder, one.held.ref.split(":")[0], one.held.passes.value)
        for one in handing.items_of(busy.ward.specialist, busy.on)
    ]
    assert found == [
        ("posts", "post", "by_name"),
        ("posts", "role", "by_name"),
        ("objectives", "objective", "by_name"),
        ("objectives", "objective", "with_post"),
        ("documents", "assignment", "by_name"),
        ("documents", "certificate", "ends"),
        ("documents", "draft", "by_name"),
        ("dossiers", "in-work", "by_name"),
    ]


def test_the_number_of_statements_does_not_grow_with_what_is_held(busy: Desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            handing.items_of(busy.ward.specialist, busy.on)
        return len(caught)

    before = statements()
    for number in ("241", "242", "243"):
        incoming_of(busy, number)
    assert statements() == before <= 37


def test_whoever_holds_nothing_has_nothing_to_hand_over(desk: Desk):
    new = staff.add_official(name="Người Mới", by=desk.view(desk.ward.chairman), at=desk.now)
    with pytest.raises(refused.NothingHeld):
        desk.prepare(giver=new)


# Both confirm, then everything passes


def test_nothing_moves_before_both_have_confirmed(busy: Desk):
    made = busy.prepare()
    busy.give(made)
    assert running(busy.ward.one_stop) == {"assignment", "handover"}
    assert Assignment.objects.standing().filter(official=busy.ward.specialist).count() == 1


def test_with_the_second_word_everything_passes_in_one_act(busy: Desk):
    specialist, receiver = busy.ward.specialist, busy.ward.one_stop
    made = busy.hand_over()
    assert made.status == "done"
    assert lines(made) == {
        "post": "passed", "role": "passed", "objective": "passed", "assignment": "passed", "certificate": "passed",
        "draft": "passed", "in-work": "passed",
    }  # fmt: skip
    assert running(specialist) == set()
    objective = busy.things["objective"]
    objective.refresh_from_db()
    assert objective.owner_official == receiver
    draft, paper = busy.things["draft"], busy.things["incoming"]
    draft.refresh_from_db()
    paper.refresh_from_db()
    assert draft.drafted_by == receiver
    assert paper.lead_name.startswith(receiver.name)
    lead = Assignment.objects.standing().get(document=paper)
    assert (lead.official, lead.part) == (receiver, "lead")
    busy.things["certificate"].refresh_from_db()
    assert busy.things["certificate"].ended_at == busy.now
    last = Entry.objects.order_by("-seq").first()
    assert (last.verb, last.subject_kind) == ("handover.accept", "handover")


def test_the_post_and_the_role_begin_for_the_one_and_end_for_the_other(busy: Desk):
    post = busy.ward.specialist.appointments.get().post
    busy.hand_over()
    assert Appointment.objects.get(post=post, official=busy.ward.specialist).valid_to == busy.on
    taken = Appointment.objects.get(post=post, official=busy.ward.one_stop)
    assert (taken.valid_from, taken.citation) == (busy.on, PAPER)
    assert busy.view(busy.ward.one_stop).has(Role.SPECIALIST)
    assert not busy.ward.specialist.grants.on(busy.on).exists()


def test_figures_due_of_a_post_go_with_it(busy: Desk):
    by_post = Clock.objects.running().filter(subject_kind="figure_due", owner_official=None)
    assert by_post.filter(owner_post=busy.ward.specialist.appointments.get().post).exists()
    busy.hand_over()
    assert set(
        Clock.objects.seen_by(busy.view(busy.ward.one_stop))
        .running()
        .mine(busy.view(busy.ward.one_stop))
        .values_list("subject_kind", flat=True)
    ) >= {"figure_due"}
    assert FigureDue.objects.filter(settled_by=None).exists()


def test_dossiers_of_the_givers_name_are_looked_after_by_the_receiver(busy: Desk):
    giver, receiver = busy.ward.specialist, busy.ward.one_stop
    busy.hand_over(keep={f"posts/role:{Role.SPECIALIST}": "còn làm việc khác"})
    assert handled_by(busy.view(receiver)) == {receiver.pk, giver.pk}
    assert handled_by(busy.view(giver)) == set()


def test_what_was_handed_back_is_ones_own_again(busy: Desk):
    giver, receiver = busy.ward.specialist, busy.ward.one_stop
    busy.hand_over(keep={f"posts/role:{Role.SPECIALIST}": "còn làm việc khác"})
    keep = {key: "giữ" for key in busy.held(receiver) if not key.startswith("dossiers/")}
    busy.hand_over(giver=receiver, receiver=giver, keep=keep)
    assert handled_by(busy.view(giver)) == {giver.pk, receiver.pk}
    assert handled_by(busy.view(receiver)) == set()


def test_who_did_the_old_work_stays_written(busy: Desk):
    paper = busy.things["incoming"]
    steps = [(one.verb, one.by_id) for one in paper.steps.order_by("seq")]
    busy.hand_over()
    assert [(one.verb, one.by_id) for one in paper.steps.order_by("seq")][: len(steps)] == steps
    ended = Assignment.objects.filter(document=paper, official=busy.ward.specialist).get()
    assert ended.ended_at == busy.now


def test_what_is_left_out_stays_and_says_why(busy: Desk):
    draft = next(one for one in busy.held() if "draft" in one)
    made = busy.hand_over(keep={draft: "đang trình, tự làm xong"})
    kept = made.lines.get(ref=draft.partition("/")[2])
    assert (kept.outcome, kept.reason) == ("kept", "đang trình, tự làm xong")
    busy.things["draft"].refresh_from_db()
    assert busy.things["draft"].drafted_by == busy.ward.specialist


def test_a_failure_in_the_middle_leaves_everything_where_it_was(busy: Desk, monkeypatch):
    made = busy.prepare()
    busy.give(made)
    from chuan.dossiers.handing import Cases

    def breaks(*_given, **_more):
        raise RuntimeError("đĩa đầy")

    monkeypatch.setattr(Cases, "pass_on", breaks)
    with pytest.raises(RuntimeError):
        busy.accept(made)
    made.refresh_from_db()
    assert made.status == "given"
    assert Assignment.objects.standing().filter(official=busy.ward.specialist).exists()
    assert busy.ward.specialist.grants.on(busy.on).exists()


# Who may, and who must


def test_both_find_it_in_their_work_until_it_is_done(desk: Desk):
    made = desk.prepare()
    both = {desk.ward.specialist.pk, desk.ward.one_stop.pk}
    waiting = Clock.objects.running().filter(subject_kind="handover", subject_uid=made.uid)
    assert set(waiting.values_list("owner_official", "lawful_due_on")) == {(pk, desk.on) for pk in both}
    desk.give(made)
    desk.accept(made)
    assert not waiting.exists()


def test_an_official_prepares_his_own_work_without_posts_and_roles(busy: Desk):
    made = busy.prepare(by=busy.ward.specialist)
    busy.give(made)
    busy.accept(made)
    assert lines(made)["role"] == "kept"
    assert not busy.view(busy.ward.one_stop).has(Role.SPECIALIST)
    assert lines(made)["draft"] == "passed"


def test_a_keeper_gives_himself_no_role_by_a_handover(desk: Desk):
    with pytest.raises(refused.NothingPasses):
        desk.prepare(by=desk.ward.chairman, receiver=desk.ward.chairman)


def test_nobody_prepares_for_a_colleague(desk: Desk):
    with pytest.raises(NotYours):
        desk.prepare(by=desk.ward.clerk)


def test_only_the_giver_gives_and_only_the_receiver_accepts(desk: Desk):
    made = desk.prepare()
    with pytest.raises(NotYours):
        desk.give(made, by=desk.ward.clerk)
    with pytest.raises(refused.GiverCanConfirm):
        desk.give(made, by=desk.ward.chairman, reason=PAPER)
    desk.give(made)
    with pytest.raises(NotYours):
        desk.accept(made, by=desk.ward.specialist)


def test_a_keeper_confirms_for_somebody_who_is_gone(desk: Desk):
    made = desk.prepare()
    Account.objects.filter(official=desk.ward.specialist).update(is_active=False)
    made.giver.account.refresh_from_db()
    with pytest.raises(refusals.CitationMissing):
        desk.give(made, by=desk.ward.chairman, reason="")
    desk.give(made, by=desk.ward.chairman, reason=f"đã nghỉ hưu theo {PAPER}")
    desk.accept(made)
    assert (made.status, made.given_for) == ("done", desk.ward.chairman)


def test_posts_do_not_pass_when_who_prepared_the_list_may_give_none_any_more(desk: Desk):
    made = desk.prepare(by=desk.ward.administrator)
    desk.give(made)
    desk.ward.administrator.grants.update(valid_to=desk.on)
    with pytest.raises(refused.NoKeeperBehind):
        desk.accept(made)


def test_the_last_keeper_may_hand_over_to_another_but_not_to_nobody(desk: Desk):
    desk.ward.chairman.grants.update(valid_to=desk.on)
    made = desk.prepare(by=desk.ward.administrator, giver=desk.ward.administrator)
    desk.give(made)
    desk.accept(made)
    assert desk.view(desk.ward.one_stop).has(Role.ADMINISTRATOR)


# What is wrong is refused


def test_nobody_hands_over_to_himself(desk: Desk):
    with pytest.raises(refused.HandoverToSelf):
        desk.prepare(receiver=desk.ward.specialist)


def test_an_official_of_another_ward_receives_nothing(desk: Desk, other_ward: Ward):
    with pytest.raises(NotFound):
        desk.prepare(receiver=other_ward.clerk)


def test_a_receiver_without_an_account_is_refused(desk: Desk):
    new = staff.add_official(name="Người Mới", by=desk.view(desk.ward.chairman), at=desk.now)
    with pytest.raises(refused.ReceiverCannotSignIn):
        desk.prepare(receiver=new)


def test_a_receiver_whose_account_closed_meanwhile_cannot_accept(desk: Desk):
    made = desk.prepare()
    desk.give(made)
    Account.objects.filter(official=desk.ward.one_stop).update(is_active=False)
    RoleGrant.objects.filter(official=desk.ward.one_stop).update(valid_to=desk.on)
    actions.withdraw(made, reason="người nhận đã chuyển đi", by=desk.view(desk.ward.chairman), at=desk.now)
    made.refresh_from_db()
    assert made.status == "withdrawn"


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"on": date(2020, 1, 1)}, refused.HandoverBeforeHolding),
        ({"on": date(2009, 1, 1)}, refusals.BeforeUnit),
        ({"citation": "QĐ"}, refusals.CitationMissing),
    ],
)
def test_a_day_before_the_post_and_a_missing_paper_are_refused(desk: Desk, changed, refusal):
    with pytest.raises(refusal):
        desk.prepare(**changed)
    assert not Handover.objects.exists()


def test_what_is_left_out_needs_a_reason(desk: Desk):
    with pytest.raises(refused.KeptWithoutReason):
        desk.prepare(keep={desk.held()[0]: " "})


def test_a_handover_of_nothing_is_refused(desk: Desk):
    with pytest.raises(refused.NothingPasses):
        desk.prepare(keep=dict.fromkeys(desk.held(), "không"))


def test_one_official_hands_over_once_at_a_time(desk: Desk):
    desk.prepare()
    with pytest.raises(refused.HandoverOpen):
        desk.prepare(receiver=desk.ward.clerk)


def test_the_receiver_accepts_from_the_day_on(desk: Desk):
    made = desk.prepare(on=desk.on + timedelta(days=1))
    desk.give(made)
    with pytest.raises(refused.HandoverTooEarly):
        desk.accept(made)
    viewer = desk.view(desk.ward.one_stop, later=1)
    seen = handing.digest_of(handing.items_of(made.giver, viewer.on))
    actions.accept(made, seen=seen, by=viewer, at=desk.now)
    made.refresh_from_db()
    assert made.status == "done"


def test_what_came_meanwhile_has_to_be_listed_and_confirmed_by_both(busy: Desk):
    made = busy.prepare()
    busy.give(made)
    incoming_of(busy, "777")
    with pytest.raises(refused.HandoverListGrown) as grown:
        busy.accept(made)
    assert "rà soát" in str(grown.value.sentence)
    actions.relist(made, busy.terms(), by=busy.view(busy.ward.chairman), at=busy.now)
    made.refresh_from_db()
    assert (made.status, made.given_at) == ("prepared", None)
    busy.give(made)
    busy.accept(made)
    assert Assignment.objects.standing().filter(official=busy.ward.one_stop).count() == 2


def test_what_was_settled_meanwhile_is_shown_again_before_it_is_confirmed(busy: Desk):
    made = busy.prepare()
    busy.give(made)
    seen = busy.seen(made)
    outgoing_drop(busy)
    with pytest.raises(refused.HandoverListChanged):
        actions.accept(made, seen=seen, by=busy.view(busy.ward.one_stop), at=busy.now)
    busy.accept(made)
    assert lines(made)["draft"] == "gone"


def outgoing_drop(busy: Desk) -> None:
    from chuan.documents.actions import outgoing

    outgoing.drop(busy.things["draft"], "không cần nữa", by=busy.view(busy.ward.specialist), at=busy.now)


def test_a_withdrawn_handover_moves_nothing_and_says_why(busy: Desk):
    made = busy.prepare()
    with pytest.raises(refused.WithdrawReasonMissing):
        actions.withdraw(made, reason=" ", by=busy.view(busy.ward.one_stop), at=busy.now)
    actions.withdraw(made, reason="chưa đến lúc", by=busy.view(busy.ward.one_stop), at=busy.now)
    made.refresh_from_db()
    with pytest.raises(WrongMove):
        busy.give(made)
    assert running(busy.ward.one_stop) == {"assignment"}
    assert busy.prepare().status == "prepared"


def test_the_trail_tells_each_step(desk: Desk):
    desk.hand_over()
    verbs = list(Entry.objects.filter(subject_kind="handover").order_by("seq").values_list("verb", flat=True))
    assert verbs == ["handover.prepare", "handover.give", "handover.accept"]
