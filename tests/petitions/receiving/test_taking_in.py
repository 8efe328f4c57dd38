"""A letter is taken in: what is written, what is refused, and what is never taken in at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chuan.people.models import Official, RoleGrant
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.envelopes import note_forwarded
from chuan.petitions.actions.receiving import Letter, Transfer, receive
from chuan.petitions.actions.senders import From
from chuan.petitions.models import BlindKey, ForwardRecord, Petition, PetitionEvent, Sender
from chuan.petitions.refusals import StepToCome
from chuan.rules.refusals import NotAllowed
from chuan.rules.refusals.petitions import PetitionLawNotHeld
from chuan.trail.models import Detail, Entry
from tests.people import PAPER, START
from tests.petitions.made import now
from tests.petitions.receiving.conftest import RUBBISH, SENDER


def test_a_complaint_is_taken_in_with_its_sender_and_a_receipt(taken):
    made = taken("complaint", field="Đất đai", place="ngõ 12")
    one = made.petition
    assert (one.status, one.next_clock, one.field) == ("received", "complaint.accept", "Đất đai")
    assert [row.name for row in one.senders.all()] == [SENDER.name]
    assert len(made.code) == 14
    assert made.code not in str(Petition.objects.values_list("receipt", flat=True))
    assert len(one.receipt) == 64


def test_the_trail_says_kind_channel_and_day_only(taken):
    taken("complaint")
    entry = Entry.objects.get(verb="petition.receive")
    body = Detail.objects.get(entry=entry).body
    assert SENDER.name not in body
    assert "rác" not in body
    assert '"kind":"complaint"' in body


@pytest.mark.parametrize("kind", ["denunciation", "mixed"])
def test_a_denunciation_has_no_sender(taken, kind):
    with pytest.raises(refusals.SenderNotKept):
        taken(kind, senders=(SENDER,))
    made = taken(kind, envelope="tủ 2, bì 14")
    assert made.petition.envelope == "tủ 2, bì 14"
    assert not Sender.objects.exists()
    assert not BlindKey.objects.filter(kind="sender").exists()


def test_whom_a_denunciation_is_against_is_asked_first(taken):
    with pytest.raises(refusals.AgainstUnanswered):
        taken("denunciation", against="")
    assert not Petition.objects.exists()


@pytest.mark.parametrize("on", [date(2021, 10, 5), date(2026, 7, 6)])
def test_a_denunciation_against_the_leaders_is_never_taken_in(ward, clerk, by, taken, on):
    """Luật Tố cáo 2018, Điều 13: on every day of the law."""
    with pytest.raises(refusals.AgainstLeaders):
        taken("denunciation", against="leader")
    with pytest.raises(refusals.AgainstLeaders):
        taken("denunciation", concerned=(ward.chairman,))
    deputy = ward.specialist
    RoleGrant.objects.create(
        official=deputy, unit=ward.unit, role="vice_chairman", valid_from=START, citation=PAPER
    )
    with pytest.raises(refusals.AgainstLeaders):
        taken("denunciation", concerned=(deputy,))
    assert not Petition.objects.exists()
    assert not Entry.objects.filter(verb__startswith="petition.").exists()


def test_of_an_envelope_forwarded_only_day_and_place_are_kept(by):
    made = note_forwarded(by.on, "province", by=by, at=now())
    assert made.code == f"CT-{by.on.year}-001"
    kept = {field.name for field in ForwardRecord._meta.fields}
    assert kept == {"id", "uid", "unit", "code", "on", "to"}
    with pytest.raises(refusals.EnvelopeOfToday):
        note_forwarded(by.on + timedelta(days=1), "province", by=by, at=now())


def test_who_the_letter_is_about_does_not_take_it_in(ward, clerk, by, taken):
    with pytest.raises(refusals.AboutTheReceiver) as refused:
        taken("complaint", concerned=(clerk,))
    assert ward.chairman.name in refused.value.sentence


def test_others_do_not_take_letters_in(ward, by):
    given = Given(kind="feedback", channel="post", received_on=by.on, text=RUBBISH)
    for official in (ward.specialist, ward.auditor, ward.chairman):
        with pytest.raises(NotAllowed):
            receive(Letter(given, senders=(SENDER,)), by=ward.viewer(official, by.on), at=now())


def test_a_day_to_come_and_a_day_before_the_law_are_refused(taken, by):
    with pytest.raises(StepToCome):
        taken(on=by.on + timedelta(days=1))
    with pytest.raises(PetitionLawNotHeld):
        taken(on=date(2018, 12, 31))
    assert not Petition.objects.exists()


def test_who_sent_it_is_said_or_said_to_be_unknown(taken):
    with pytest.raises(refusals.SenderMissing):
        taken(senders=())
    with pytest.raises(refusals.SenderOfAnonymous):
        taken(anonymous=True, senders=(SENDER,))
    assert taken(anonymous=True).petition.anonymous


def test_a_letter_without_a_word_is_refused(taken):
    with pytest.raises(refusals.TextMissing):
        taken(text="  ")


def test_another_bodys_paper_stands_as_a_line(taken, by):
    with pytest.raises(refusals.TransferIncomplete):
        taken(channel="forwarded")
    sent = Transfer("Ban Tiếp công dân tỉnh (minh họa)", "12/CV-BTCD", by.on)
    one = taken(channel="forwarded", transfer=sent).petition
    line = PetitionEvent.objects.get(petition=one, verb="transfer")
    assert (line.document, line.text, line.occurred_on) == (
        "12/CV-BTCD",
        "Ban Tiếp công dân tỉnh (minh họa)",
        by.on,
    )


def test_the_press_is_named_in_the_text(taken):
    with pytest.raises(refusals.PressUnnamed):
        taken(channel="press", anonymous=True)
    one = taken(channel="press", press="Báo Minh Họa, 01/10", anonymous=True).petition
    assert one.text.startswith("Báo Minh Họa, 01/10\n")


def test_several_senders_and_who_speaks_for_them(taken):
    people = (From("Trần Một", representative=True), From("Lê Hai"), From("  "))
    one = taken("complaint", signers=7, senders=people).petition
    assert list(one.senders.order_by("pk").values_list("name", "representative")) == [
        ("Trần Một", True),
        ("Lê Hai", False),
    ]


def test_the_accused_sees_nothing_of_it(ward, by, taken):
    taken("denunciation", concerned=(ward.specialist,))
    seen = Petition.objects.seen_by(ward.viewer(ward.specialist, by.on))
    assert not seen.exists()
    assert isinstance(ward.specialist, Official)
