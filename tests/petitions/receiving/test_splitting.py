"""A letter of two laws is split; a kind chosen wrong is put right; signers leave. No denouncer stays behind."""

from __future__ import annotations

import pytest
from django.test import Client

from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.rekinding import rekind
from chuan.petitions.actions.scans import attach, detach, scans_of
from chuan.petitions.actions.sealing.blanking import blank_words
from chuan.petitions.actions.senders import From, signer_leaves, write_senders
from chuan.petitions.actions.solving import working
from chuan.petitions.actions.splitting import Piece, divide
from chuan.petitions.models import BlindKey, Concerned, Petition, Sender
from chuan.petitions.own_checks import standing_agrees
from chuan.petitions.refusals_solving import FileUndeclared
from chuan.petitions.sealed.typed_before import blankable
from chuan.rules.refusals import WrongMove
from chuan.rules.refusals.petitions import MixedNotSplit
from tests.examine import open_page
from tests.petitions.made import done, now
from tests.petitions.receiving.conftest import SENDER

COMPLAINT = Piece("complaint", "Xin xem lại quyết định thu hồi đất", "Đất đai")
DENUNCIATION = Piece("denunciation", "Người đo đất đòi tiền", against="official")
FEEDBACK = Piece("feedback", "Đường vào khu đất bị ngập")
LEADER = Piece("denunciation", "Chủ tịch nhận tiền", against="leader")


def test_each_part_goes_by_its_own_law(taken, by):
    """154/2026/NĐ-CP, Điều 14.4."""
    whole = taken("mixed", on=by.on, envelope="tủ 1").petition
    made = divide(whole, [COMPLAINT, DENUNCIATION], by=by, at=now())
    assert [(one.code, one.kind, one.next_clock) for one in made.parts] == [
        (f"{whole.code}.1", "complaint", "complaint.accept"),
        (f"{whole.code}.2", "denunciation", "denunciation.classify"),
    ]
    whole.refresh_from_db()
    assert (whole.status, whole.next_due_on) == ("divided", None)
    assert {one.envelope for one in made.parts} == {"tủ 1"}
    assert not list(standing_agrees())


def test_one_kind_is_no_split_and_a_split_letter_is_not_split_again(taken, by):
    whole = taken("mixed").petition
    with pytest.raises(MixedNotSplit):
        divide(whole, [COMPLAINT, COMPLAINT], by=by, at=now())
    divide(whole, [COMPLAINT, FEEDBACK], by=by, at=now())
    with pytest.raises(WrongMove):
        divide(whole, [COMPLAINT, FEEDBACK], by=by, at=now())
    with pytest.raises(refusals.PartSplitAgain):
        divide(whole.parts.all()[0], [COMPLAINT, FEEDBACK], by=by, at=now())


def test_a_complaint_that_turns_out_to_hold_two_matters_is_split_with_its_sender(taken, by):
    whole = taken("complaint").petition
    made = divide(whole, [COMPLAINT, FEEDBACK], by=by, at=now())
    whole.refresh_from_db()
    assert (whole.kind, whole.status) == ("mixed", "divided")
    assert [part.senders.get().name for part in made.parts] == [SENDER.name] * 2


def test_one_that_turns_out_to_denounce_loses_sender_and_scan(taken, by):
    whole = taken("complaint").petition
    blob = files.keep(b"%PDF-1.7 both matters", media_type="application/pdf")
    attach(whole, [(blob, "a.pdf")], by=by, at=now())
    made = divide(whole, [COMPLAINT, DENUNCIATION], by=by, at=now())
    assert made.bytes_gone
    assert not files.path_of(blob.digest).exists()
    assert not Sender.objects.exists()
    assert not BlindKey.objects.filter(kind="sender").exists()


def test_a_part_against_the_leaders_is_not_written_anywhere(taken, by):
    whole = taken("mixed").petition
    made = divide(whole, [COMPLAINT, LEADER], by=by, at=now())
    assert made.left_out
    assert [one.kind for one in made.parts] == ["complaint"]
    assert not Petition.objects.filter(text__contains="nhận tiền").exists()
    with pytest.raises(refusals.SenderNotKept):
        write_senders(made.parts[0], [SENDER], by=by, at=now())


def test_a_part_that_names_a_leader_is_asked_about_again(ward, taken, by):
    whole = taken("mixed", concerned=(ward.chairman,)).petition
    about = Piece("denunciation", "x", against="official", concerned=(ward.chairman,))
    with pytest.raises(refusals.AgainstLeaders):
        divide(whole, [COMPLAINT, about], by=by, at=now())


def test_the_sender_of_no_part_is_kept_when_one_denounces(taken, by):
    made = divide(taken("mixed").petition, [COMPLAINT, DENUNCIATION], by=by, at=now())
    for part in made.parts:
        with pytest.raises(refusals.SenderNotKept):
            write_senders(part, [SENDER], by=by, at=now())
        with pytest.raises(refusals.SenderNotKept):
            attach(part, [], by=by, at=now())


def test_without_a_denunciation_the_parts_may_have_their_sender(taken, by):
    part = divide(taken("mixed").petition, [COMPLAINT, FEEDBACK], by=by, at=now()).parts[0]
    write_senders(part, [SENDER], by=by, at=now())
    assert Sender.objects.get().petition == part


def test_a_part_made_a_denunciation_takes_the_senders_of_all_parts(taken, by):
    parts = divide(taken("mixed").petition, [COMPLAINT, FEEDBACK], by=by, at=now()).parts
    write_senders(parts[0], [SENDER], by=by, at=now())
    rekind(parts[1], "denunciation", by=by, at=now(), against="official")
    assert not Sender.objects.exists()
    assert not BlindKey.objects.filter(kind="sender").exists()


def test_files_nobody_declared_go_with_the_senders_when_a_part_becomes_a_denunciation(taken, by):
    parts = divide(taken("mixed").petition, [COMPLAINT, FEEDBACK], by=by, at=now()).parts
    kept = {}
    for part, declared in ((parts[0], False), (parts[0], True), (parts[1], False)):
        kept[part.kind, declared] = blob = files.keep(
            f"{part.kind} {declared}".encode(), media_type="application/pdf"
        )
        working.evidence(
            part,
            "Ảnh chụp",
            on=by.on,
            paper=None,
            proof=working.Proof(blob, ".pdf", declared),
            by=by,
            at=now(),
        )
    assert rekind(parts[1], "denunciation", by=by, at=now(), against="official").bytes_gone
    left = {key for key, blob in kept.items() if files.path_of(blob.digest).exists()}
    assert left == {("complaint", True)}
    assert [row.blob for row in Attachment.objects.all()] == [kept["complaint", True]]
    proof = working.Proof(kept["complaint", True], ".pdf")
    with pytest.raises(FileUndeclared):
        working.evidence(parts[0], "Ảnh", on=by.on, paper=None, proof=proof, by=by, at=now())
    assert blank_words(parts[0], {one.key for one in blankable(parts[0])}, by=by, at=now()) == 4
    assert not blankable(parts[0])
    assert not Attachment.objects.exists()


def test_a_complaint_that_was_a_denunciation_loses_sender_and_scan_for_good(taken, by):
    one = taken("complaint").petition
    blob = files.keep(b"%PDF-1.7 a scanned letter", media_type="application/pdf")
    attach(one, [(blob, "đơn của Nguyễn Văn Minh Họa.PDF")], by=by, at=now())
    assert [row.name for row in scans_of(one)] == [f"{one.code}-1.pdf"]
    made = rekind(one, "denunciation", by=by, at=now(), against="official")
    one.refresh_from_db()
    assert (one.kind, one.next_clock, made.bytes_gone) == ("denunciation", "denunciation.classify", True)
    assert not Sender.objects.exists()
    assert not Attachment.objects.exists()
    assert not files.path_of(blob.digest).exists()
    assert not BlindKey.objects.filter(kind="sender").exists()
    assert not list(standing_agrees())


def test_bytes_that_hang_on_something_else_are_not_destroyed_and_it_is_said(taken, by):
    one, other = taken("complaint").petition, taken("complaint", another=True).petition
    blob = files.keep(b"%PDF-1.7 the same", media_type="application/pdf")
    for petition in (one, other):
        attach(petition, [(blob, "a.pdf")], by=by, at=now())
    assert not rekind(one, "denunciation", by=by, at=now(), against="official").bytes_gone
    assert files.read(blob)
    assert detach(other, scans_of(other)[0], by=by, at=now())
    assert not files.path_of(blob.digest).exists()


def test_one_found_to_be_against_the_leaders_is_emptied(ward, taken, by):
    one = taken("complaint", concerned=(ward.specialist,)).petition
    made = rekind(one, "denunciation", by=by, at=now(), against="leader")
    one.refresh_from_db()
    assert made.emptied
    assert (one.present, one.text, one.receipt, one.field) == (False, "", "", "")
    assert not (Sender.objects.exists())
    assert not (Concerned.objects.exists())
    assert not (BlindKey.objects.exists())
    assert not Petition.objects.present_ones().exists()


def test_a_kind_is_not_changed_after_work_began(taken, by):
    one = done(taken("complaint").petition, "accept", by.on, by=by)
    with pytest.raises(refusals.RekindTooLate):
        rekind(one, "feedback", by=by, at=now())
    with pytest.raises(refusals.RekindSame):
        rekind(taken("suggestion").petition, "suggestion", by=by, at=now())


def test_a_denunciation_typed_wrong_becomes_feedback_without_a_sender(taken, by):
    one = taken("denunciation").petition
    rekind(one, "feedback", by=by, at=now())
    one.refresh_from_db()
    assert one.kind == "feedback"
    assert not one.senders.exists()


def test_signers_who_withdraw_leave_the_rest_going_on(taken, by):
    """124/2020/NĐ-CP, Điều 7a (155/2026/NĐ-CP)."""
    people = (From("Trần Một", representative=True), From("Lê Hai"))
    one = taken("complaint", signers=7, senders=people).petition
    leaves = one.senders.get(name="Lê Hai")
    signer_leaves(one, 2, on=by.on, by=by, at=now(), senders=[leaves.pk])
    one.refresh_from_db()
    assert (one.signers, one.status) == (5, "received")
    assert [row.name for row in one.senders.all()] == ["Trần Một"]
    with pytest.raises(refusals.SignersAllLeave):
        signer_leaves(one, 5, on=by.on, by=by, at=now())


def test_who_sees_only_a_part_is_not_shown_the_letter_it_was_split_from(ward, by, taken, browser, sign_in):
    whole = taken("mixed").petition
    part = divide(whole, [COMPLAINT, DENUNCIATION], by=by, at=now()).parts[0]
    Petition.objects.filter(pk=part.pk).update(handler=ward.specialist)
    address = f"/don-thu/{part.uid}/"
    assert str(whole.uid) in open_page(browser, address).html
    assert str(whole.uid) not in open_page(sign_in(Client(), ward.specialist), address).html


def test_a_letter_split_without_a_denunciation_hands_sender_and_scans_to_its_parts(taken, by):
    whole = taken("complaint").petition
    attach(whole, [(files.keep(b"%PDF-1.4 scan", media_type="application/pdf"), "don.pdf")], by=by, at=now())
    made = divide(whole, [COMPLAINT, FEEDBACK], by=by, at=now())
    assert not whole.senders.exists(), "a mixed letter keeps no sender"
    assert not scans_of(whole)
    assert [scans_of(part)[0].name for part in made.parts] == [f"{part.code}-1.pdf" for part in made.parts]
    assert not list(standing_agrees())


def test_a_part_that_turns_out_to_denounce_leaves_nothing_of_the_sender_in_the_whole_letter(taken, by):
    whole = taken("complaint").petition
    blob = files.keep(b"%PDF-1.4 scan", media_type="application/pdf")
    attach(whole, [(blob, "don.pdf")], by=by, at=now())
    part = divide(whole, [COMPLAINT, FEEDBACK], by=by, at=now()).parts[1]
    assert rekind(part, "denunciation", against="official", by=by, at=now()).bytes_gone
    assert not Sender.objects.exists()
    assert not Attachment.objects.exists()
    assert not BlindKey.objects.filter(kind="sender").exists()


def test_no_words_of_a_letter_that_denounces_are_comparable_with_a_letter_that_bears_a_name(taken, by):
    """The same complaint sent again with a name would tell whose the denunciation beside it is."""
    whole = taken("complaint", text=COMPLAINT.text).petition
    divide(whole, [COMPLAINT, DENUNCIATION], by=by, at=now())
    named = taken("complaint", text=COMPLAINT.text).petition
    ours = set(BlindKey.objects.filter(petition=named).values_list("digest", flat=True))
    theirs = set(BlindKey.objects.exclude(petition=named).values_list("digest", flat=True))
    assert ours
    assert not ours & theirs


def test_nor_after_a_part_was_made_a_denunciation_later(taken, by):
    whole = taken("complaint", text=COMPLAINT.text).petition
    part = divide(whole, [COMPLAINT, FEEDBACK], by=by, at=now()).parts[1]
    rekind(part, "denunciation", against="official", by=by, at=now())
    named = taken("complaint", text=COMPLAINT.text).petition
    ours = set(BlindKey.objects.filter(petition=named).values_list("digest", flat=True))
    assert not BlindKey.objects.exclude(petition=named).filter(digest__in=ours).exists()
