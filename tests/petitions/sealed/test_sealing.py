"""An identity goes under seal and comes out only by two people; what is typed is held against it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chuan.files.keyrings import FileKeyRing
from chuan.files.models import SealedFile
from chuan.files.sealing import Sealer
from chuan.people.models import RoleGrant
from chuan.people.roles import Role
from chuan.petitions import keyed
from chuan.petitions.actions.recording import record
from chuan.petitions.actions.rekinding import rekind
from chuan.petitions.actions.sealing import blanking, destroying, identities, opening
from chuan.petitions.actions.sealing.choosing import choose
from chuan.petitions.models import (
    BlindKey,
    Concerned,
    NameTyped,
    OpeningRequest,
    SealedIdentity,
    SealedLetter,
    SealedTerm,
    SealOpening,
)
from chuan.petitions.models.sealing import WhyDestroyed
from chuan.petitions.refusals_sealed import (
    AllowsHimself,
    AskedAlready,
    KeyOver,
    NothingSealed,
    NotSealable,
    RequestOver,
    SameRoles,
    SealedAlready,
    SealedHoldsKind,
    SealingOff,
    TellsDenouncer,
    TypedBefore,
    WrongKey,
)
from chuan.petitions.sealed.envelope import Identity
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.rules.refusals.sealing import SealBroken, SealKeyMissing
from chuan.trail.models import Detail, Entry
from tests.people import START, make_ward
from tests.petitions.made import now, petition_clerk, received
from tests.petitions.sealed.made import FROM, WHO, asked, opened, sealed

pytestmark = pytest.mark.django_db
OTHER = Identity("Trần Văn Lữ", "1960")


def letter(ward, clerk, petition, data=b"%PDF-1.7 Nguyen Thi Hoai Thuong"):
    sealer = Sealer(FileKeyRing(_ring()), name="don cua ba Thuong.pdf")
    sealer.feed(data)
    return identities.seal_letter(sealer.finish(), petition, by=ward.viewer(clerk), at=now())


def _ring():
    from django.conf import settings

    return settings.SEAL_KEYS


def test_nothing_is_sealed_until_the_head_says_so_by_a_document(ward):
    clerk = petition_clerk(ward)
    one = received(ward.viewer(clerk), "denunciation")
    with pytest.raises(SealingOff):
        identities.seal_identity(WHO, one, by=ward.viewer(clerk), at=now())
    with pytest.raises(NotAllowed):
        choose(True, Role.PETITION_CLERK, Role.CHAIRMAN, valid_from=FROM, citation="3/QĐ-UBND",
               by=ward.viewer(clerk), at=now())  # fmt: skip
    with pytest.raises(SameRoles):
        choose(True, Role.VICE_CHAIRMAN, Role.VICE_CHAIRMAN, valid_from=FROM, citation="3/QĐ-UBND",
               by=ward.viewer(ward.chairman), at=now())  # fmt: skip


def test_two_people_open_it_once_and_it_is_written_down(ward, clerk):
    one = sealed(ward, clerk)
    request = asked(ward, clerk, one)
    key = opening.allow_opening(request, by=ward.viewer(ward.chairman), at=now())
    assert len(key) == 8
    found = opening.open_sealed(request, f" {key[:4].lower()}-{key[4:]} ", by=ward.viewer(clerk), at=now())
    assert found.identity == WHO
    row = SealOpening.objects.get()
    assert (row.asked_by, row.allowed_by, row.why) == (clerk, ward.chairman, "contact")
    with pytest.raises(RequestOver):
        opening.open_sealed(request, key, by=ward.viewer(clerk), at=now())
    verbs = list(Entry.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs[-4:] == [
        "petition.seal_identity", "petition.ask_opening", "petition.allow_opening", "petition.open_seal",
    ]  # fmt: skip
    told = " ".join(Detail.objects.values_list("body", flat=True))
    assert "Thương" not in told
    assert "mời đến" not in told


def test_the_reason_of_an_opening_can_be_blanked_like_any_words(ward, clerk):
    one = received(ward.viewer(clerk), "denunciation", text="")
    request = OpeningRequest.objects.create(
        petition=one,
        what="identity",
        why="contact",
        words="gặp bà Hoài Thương",
        asked_by=clerk,
        asked_at=now(),
    )
    with pytest.raises(TypedBefore):
        identities.seal_identity(WHO, one, by=ward.viewer(clerk), at=now())
    assert blanking.blank_words(one, {f"asked-{request.uid}"}, by=ward.viewer(clerk), at=now()) == 1
    request.refresh_from_db()
    assert request.words == ""
    identities.seal_identity(WHO, one, by=ward.viewer(clerk), at=now())


def test_nothing_shows_in_a_repr_or_in_a_row(ward, clerk):
    one = sealed(ward, clerk)
    row = SealedIdentity.objects.get(petition=one)
    assert "Thương" not in repr(WHO)
    assert "Thương" not in repr(opened(ward, clerk, one))
    assert "Thương".encode() not in bytes(row.ciphertext)
    assert len(bytes(row.ciphertext)) == 12 + 2048 + 16


def test_the_same_person_cannot_ask_and_allow(ward, clerk):
    one = sealed(ward, clerk)
    RoleGrant.objects.create(
        official=clerk, unit=ward.unit, role=Role.CHAIRMAN, valid_from=START, citation="15/QĐ-UBND"
    )
    with pytest.raises(AllowsHimself):
        opening.allow_opening(asked(ward, clerk, one), by=ward.viewer(clerk), at=now())


def test_others_neither_ask_nor_allow(ward, clerk):
    one = sealed(ward, clerk)
    with pytest.raises(NotAllowed):
        asked(ward, ward.chairman, one)
    with pytest.raises(NotFound):
        asked(ward, ward.auditor, one)
    with pytest.raises(NotAllowed):
        opening.allow_opening(asked(ward, clerk, one), by=ward.viewer(clerk), at=now())
    other = make_ward("Nam Hồng", "18118", "nam-")
    with pytest.raises(NotFound):
        opening.allow_opening(OpeningRequest.objects.get(), by=other.viewer(other.chairman), at=now())


def test_whom_it_is_about_neither_asks_nor_allows(ward, clerk):
    one = sealed(ward, clerk)
    request = asked(ward, clerk, one)
    for official in (clerk, ward.chairman):
        Concerned.objects.create(petition=one, official=official, recorded_at=now())
    with pytest.raises(NotFound):
        opening.allow_opening(request, by=ward.viewer(ward.chairman), at=now())
    with pytest.raises(NotFound):
        asked(ward, clerk, one)


def test_the_third_wrong_key_ends_the_request(ward, clerk):
    one = sealed(ward, clerk)
    request = asked(ward, clerk, one)
    with pytest.raises(KeyOver):
        opening.open_sealed(request, "22222222", by=ward.viewer(clerk), at=now())
    key = opening.allow_opening(request, by=ward.viewer(ward.chairman), at=now())
    for left in (2, 1):
        with pytest.raises(WrongKey) as wrong:
            opening.open_sealed(request, "", by=ward.viewer(clerk), at=now())
        assert wrong.value.left == left
    with pytest.raises(RequestOver):
        opening.open_sealed(request, "2222 2222", by=ward.viewer(clerk), at=now())
    with pytest.raises(RequestOver):
        opening.open_sealed(request, key, by=ward.viewer(clerk), at=now())
    assert OpeningRequest.objects.get().end == "void"
    assert Entry.objects.filter(verb="petition.try_key").count() == 3
    assert not SealOpening.objects.exists()


def test_a_key_lasts_a_quarter_of_an_hour_and_may_be_given_again(ward, clerk):
    one = sealed(ward, clerk)
    request = asked(ward, clerk, one)
    by = ward.viewer(ward.chairman)
    old = opening.allow_opening(request, by=by, at=now())
    OpeningRequest.objects.update(allowed_at=now() - timedelta(minutes=16))
    with pytest.raises(KeyOver):
        opening.open_sealed(request, old, by=ward.viewer(clerk), at=now())
    key = opening.allow_opening(request, by=by, at=now())
    with pytest.raises(AskedAlready):
        asked(ward, clerk, one)
    assert opening.open_sealed(request, key, by=ward.viewer(clerk), at=now()).identity == WHO


def test_what_is_typed_is_held_against_the_name(ward, clerk):
    one, by = sealed(ward, clerk), ward.viewer(clerk)
    for text in (
        "Bà NGUYEN THI HOAI  THUONG trình bày",
        "chị hoài thương",
        "gọi +84 912.345.678",
        "0912345678",
    ):
        with pytest.raises(TellsDenouncer):
            record(one, "note", on=one.received_on, text=text, by=by, at=now())
    with pytest.raises(TellsDenouncer):
        record(one, "note", on=one.received_on, data={"nơi": "nhà bà Hoài Thương"}, by=by, at=now())
    record(one, "note", on=one.received_on, text="Người tố cáo trình bày thêm", by=by, at=now())
    assert one.events.count() == 2
    assert NameTyped.objects.filter(petition=one, by=clerk).count() == 5
    assert Entry.objects.filter(verb="petition.type_name").count() == 5
    with pytest.raises(TellsDenouncer):
        asked(ward, clerk, one, words="hỏi bà Hoài Thương")


def test_other_petitions_may_hold_the_name(ward, clerk):
    sealed(ward, clerk)
    other = received(ward.viewer(clerk), "complaint")
    record(
        other, "note", on=other.received_on, text="Nguyễn Thị Hoài Thương", by=ward.viewer(clerk), at=now()
    )


def test_words_typed_before_are_found_and_can_be_blanked(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by, "denunciation", text="Đơn của Nguyễn Thị Hoài Thương")
    record(one, "note", on=one.received_on, text="bà Hoài Thương gọi", by=by, at=now())
    with pytest.raises(TypedBefore) as refused:
        identities.seal_identity(WHO, one, by=by, at=now())
    assert refused.value.where == "nội dung đơn, dòng 2"
    assert blanking.blank_words(one, {"text", "line-2"}, by=by, at=now()) == 2
    identities.seal_identity(WHO, one, by=by, at=now())
    one.refresh_from_db()
    assert one.text == ""
    assert [line.text for line in one.events.all()] == ["", ""]
    assert one.events.get(seq=2).words.purged_at is not None


def test_a_second_identity_and_one_of_a_complaint_are_refused(ward, clerk):
    one, by = sealed(ward, clerk), ward.viewer(clerk)
    with pytest.raises(SealedAlready):
        identities.seal_identity(OTHER, one, by=by, at=now())
    with pytest.raises(NotSealable):
        identities.seal_identity(WHO, received(by, "complaint"), by=by, at=now())


def test_who_denounces_again_is_recognised_among_denunciations_alone(ward, clerk):
    first, second = sealed(ward, clerk), sealed(ward, clerk, text="Việc khác")
    keys = [
        set(BlindKey.objects.filter(petition=one, kind="sender").values_list("digest", flat=True))
        for one in (first, second)
    ]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 2
    terms = [
        set(SealedTerm.objects.filter(petition=one).values_list("digest", flat=True))
        for one in (first, second)
    ]
    assert not terms[0] & terms[1]
    assert keyed.digest("sender", "Nguyễn Thị Hoài Thương 1971") not in keys[0]


def test_a_letter_is_opened_like_the_identity(ward, clerk):
    one = sealed(ward, clerk)
    kept = letter(ward, clerk, one)
    assert opened(ward, clerk, one, letter=kept).letter.startswith(b"%PDF-1.7")
    assert SealOpening.objects.get().what == "letter"


def test_destroying_takes_key_bytes_and_digests(ward, clerk, django_capture_on_commit_callbacks):
    one = sealed(ward, clerk)
    letter(ward, clerk, one)
    waiting = asked(ward, clerk, one)
    given = {"letters": True, "why": WhyDestroyed.ENTERED_WRONG, "paper": "21/QĐ-UBND"}
    with pytest.raises(NotAllowed):
        destroying.destroy_sealed(one, **given, by=ward.viewer(clerk), at=now())
    with django_capture_on_commit_callbacks(execute=True):
        destroying.destroy_sealed(one, **given, by=ward.viewer(ward.chairman), at=now())
    row = SealedIdentity.objects.get(petition=one)
    assert (bytes(row.ciphertext), bytes(row.wrapped_key), row.key_id) == (b"", b"", "")
    assert not SealedTerm.objects.exists()
    assert not BlindKey.objects.filter(kind="sender").exists()
    assert not SealedFile.objects.exists()
    assert SealedLetter.objects.get().sealed is None
    waiting.refresh_from_db()
    assert waiting.end == "refused"
    with pytest.raises(NothingSealed):
        destroying.destroy_sealed(one, **given, by=ward.viewer(ward.chairman), at=now())
    identities.seal_identity(OTHER, one, by=ward.viewer(clerk), at=now())
    assert opened(ward, clerk, one).identity == OTHER


def test_switched_off_nothing_new_is_sealed_and_the_old_can_still_be_opened(ward, clerk):
    one = sealed(ward, clerk)
    choose(False, Role.PETITION_CLERK, Role.CHAIRMAN, valid_from=FROM, citation="9/QĐ-UBND",
           by=ward.viewer(ward.chairman), at=now())  # fmt: skip
    with pytest.raises(SealingOff):
        sealed(ward, clerk, text="Việc khác")
    assert opened(ward, clerk, one).identity == WHO


def test_without_the_ring_nothing_opens_and_nothing_is_spent(ward, clerk, settings):
    one = sealed(ward, clerk)
    request = asked(ward, clerk, one)
    key = opening.allow_opening(request, by=ward.viewer(ward.chairman), at=now())
    ring = settings.SEAL_KEYS.read_text("ascii")
    settings.SEAL_KEYS.write_text("")
    with pytest.raises(SealKeyMissing):
        opening.open_sealed(request, key, by=ward.viewer(clerk), at=now())
    settings.SEAL_KEYS.write_text(ring)
    assert opening.open_sealed(request, key, by=ward.viewer(clerk), at=now()).identity == WHO


def test_a_row_put_under_another_petition_does_not_open(ward, clerk):
    first, second = sealed(ward, clerk), received(ward.viewer(clerk), "denunciation")
    SealedIdentity.objects.filter(petition=first).update(petition=second)
    with pytest.raises(SealBroken):
        opened(ward, clerk, second)


def test_a_lost_key_of_comparing_is_mended_when_the_seal_is_opened(ward, clerk):
    one, by = sealed(ward, clerk), ward.viewer(clerk)
    keyed.path().unlink()
    record(one, "note", on=one.received_on, text="bà Hoài Thương", by=by, at=now())
    opened(ward, clerk, one)
    with pytest.raises(TellsDenouncer):
        record(one, "note", on=one.received_on, text="bà Hoài Thương", by=by, at=now())


def test_a_name_of_one_word_stops_no_sentence(ward, clerk):
    one = sealed(ward, clerk, Identity("Hoa"))
    record(one, "note", on=one.received_on, text="hoa màu bị phá", by=ward.viewer(clerk), at=now())


def test_what_is_under_seal_keeps_its_kind(ward, clerk):
    one = sealed(ward, clerk)
    with pytest.raises(SealedHoldsKind):
        rekind(one, "complaint", by=ward.viewer(clerk), at=now())
    with pytest.raises(SealedHoldsKind):
        rekind(one, "denunciation", by=ward.viewer(clerk), at=now(), against="leader")
