"""Keep mode: signed, numbered only after that, sealed, issued; recalled, cancelled; all by the unit's own register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents import numbering
from chuan.documents.actions import outgoing
from chuan.documents.models import Document, NumberSeries, SecretCount, SignatureCheck, VoidNumber
from chuan.documents.outgoing.waiting import issue_by, late_by
from chuan.documents.refusals_outgoing import CountUnchanged, NotSigned, RecallingMissing
from chuan.documents.signing.actions import register_certificate
from chuan.documents.signing.refusals import NotExtended
from chuan.exchange.signing import BEFORE_SEAL, PERSON, SEAL, fields_of
from chuan.exchange.signing.refusals import WrongSigner
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.intake.refusals import FollowedElsewhere
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, ReasonMissing, Refused, WrongMove
from tests.documents.outgoing.conftest import decision
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import signed

Forward = Callable[[Document, str], Document]


def given_out(document: Document) -> bytes:
    assert document.blob is not None
    return files.read(document.blob)


@pytest.fixture
def to_sign(kept: RecordSystem, trusted: None, draft: Document, forward: Forward) -> Document:
    return forward(draft, "to_sign")


@pytest.fixture
def person_signed(to_sign: Document, people: Authority, chairman: Viewer, now: datetime) -> Document:
    data = signed(given_out(to_sign), "chairman", PERSON, trust=people).pdf
    outgoing.sign_uploaded(to_sign, data, "da-ky.pdf", by=chairman, at=now)
    return to_sign


@pytest.fixture
def sealed(person_signed: Document, people: Authority, clerk: Viewer, now: datetime) -> Document:
    outgoing.number(person_signed, by=clerk, at=now)
    data = given_out(person_signed)
    for field in (*BEFORE_SEAL, SEAL):
        data = signed(data, "agency", field, trust=people, shows="" if field == SEAL else "01").pdf
    outgoing.seal_uploaded(person_signed, data, "da-dong-dau.pdf", by=clerk, at=now)
    return person_signed


def test_what_is_to_be_signed_has_room_for_person_number_day_month_and_seal(to_sign: Document):
    assert fields_of(given_out(to_sign)) == dict.fromkeys((PERSON, *BEFORE_SEAL, SEAL), False)


def test_no_number_before_the_person_has_signed(to_sign: Document, clerk: Viewer, now: datetime):
    with pytest.raises(WrongMove):
        outgoing.number(to_sign, by=clerk, at=now)
    assert not NumberSeries.objects.exists()


def test_the_whole_way_from_signature_to_issue(sealed: Document, clerk: Viewer, now: datetime):
    outgoing.issue(sealed, by=clerk, at=now)
    assert (sealed.stage, sealed.number, sealed.full_number) == ("issued", "01", "01/QĐ-UBND")
    assert (sealed.issued_on, sealed.signed_on, sealed.sent_on) == (clerk.on, clerk.on, clerk.on)
    assert sealed.effective_from == clerk.on
    check = SignatureCheck.objects.filter(document=sealed).latest("pk")
    assert (check.person, check.agency) != ("none", "none")
    verbs = [one.verb for one in sealed.steps.all()]
    assert verbs == ["submit", "approve_content", "approve_form", "sign", "number", "seal", "issue"]
    assert not Clock.objects.running().filter(subject_uid=sealed.uid).exists()


def test_a_file_that_is_not_the_one_given_out_is_refused(
    to_sign: Document, people: Authority, chairman: Viewer, now
):
    with pytest.raises(NotExtended, match="chưa có gì được ký thêm"):
        outgoing.sign_uploaded(to_sign, given_out(to_sign), "chua-ky.pdf", by=chairman, at=now)
    with pytest.raises(NotExtended, match="không phải PDF đọc được"):
        outgoing.sign_uploaded(to_sign, b"%PDF-1.7 other", "khac.pdf", by=chairman, at=now)


def test_the_agency_cannot_sign_in_the_persons_place(
    to_sign: Document, people: Authority, chairman: Viewer, now: datetime
):
    data = signed(given_out(to_sign), "agency", PERSON, trust=people).pdf
    with pytest.raises(NotSigned, match="người có thẩm quyền"):
        outgoing.sign_uploaded(to_sign, data, "dau.pdf", by=chairman, at=now)
    to_sign.refresh_from_db()
    assert to_sign.stage == "to_sign"


def test_another_persons_certificate_is_refused_by_name_and_by_the_register(
    to_sign: Document, people: Authority, ward: Ward, chairman: Viewer, clerk: Viewer, now: datetime
):
    data = signed(given_out(to_sign), "clerk", PERSON, trust=people).pdf
    with pytest.raises(WrongSigner, match="Trần Thị Văn Phòng"):
        outgoing.sign_uploaded(to_sign, data, "x.pdf", by=chairman, at=now)
    register_certificate(people.person("chairman").der, ward.clerk, by=clerk, at=now)
    data = signed(given_out(to_sign), "chairman", PERSON, trust=people).pdf
    with pytest.raises(WrongSigner):
        outgoing.sign_uploaded(to_sign, data, "x.pdf", by=chairman, at=now)


def test_only_the_chairman_signs_and_only_the_registry_numbers(
    to_sign: Document, clerk: Viewer, chairman: Viewer, specialist: Viewer, now: datetime
):
    with pytest.raises(NotAllowed):
        outgoing.sign_uploaded(to_sign, b"x", "x.pdf", by=clerk, at=now)
    with pytest.raises(NotAllowed):
        outgoing.number(to_sign, by=chairman, at=now)
    with pytest.raises(NotAllowed):
        outgoing.issue(to_sign, by=specialist, at=now)


def test_without_keep_mode_nothing_is_signed_numbered_or_issued_here(
    person_signed: Document, kept: RecordSystem, chairman: Viewer, clerk: Viewer, now: datetime
):
    RecordSystem.objects.filter(pk=kept.pk).update(keeps=False)
    for act in (outgoing.number, outgoing.issue):
        with pytest.raises(Refused):
            act(person_signed, by=clerk, at=now)
    with pytest.raises(FollowedElsewhere):
        outgoing.number(person_signed, by=clerk, at=now)


def test_numbers_follow_each_other_and_per_type_each_has_its_own(ward: Ward):
    assert [numbering.take_next(ward.unit, "out", 2026) for _ in range(3)] == [1, 2, 3]
    assert numbering.take_next(ward.unit, "out:QĐ", 2026) == 1
    assert numbering.take_next(ward.unit, "out", 2027) == 1
    assert numbering.last_taken(ward.unit, "out", 2026) == 3
    assert (numbering.shown(1), numbering.shown(10), numbering.shown(148)) == ("01", "10", "148")


def test_the_sequence_of_the_day_is_the_units_own_choice(ward: Ward, chairman: Viewer, now: datetime):
    unit, today = ward.unit, chairman.on
    assert numbering.series_of(unit, "QĐ", today) == "out"
    outgoing.set_numbering(
        {numbering.SETTING: numbering.PER_TYPE, numbering.AGENCY_SIGN: "UBND", numbering.OFFICE_SIGN: "VP-TK"},
        valid_from=today, citation="Quy chế 05/QĐ-UBND", by=chairman, at=now,
    )  # fmt: skip
    assert numbering.series_of(unit, "QĐ", today) == "out:QĐ"
    assert numbering.series_of(unit, "QĐ", today - timedelta(days=1)) == "out"
    assert numbering.symbol_for(unit, "CV", today) == "UBND-VP-TK"
    assert UnitSetting.objects.filter(unit=unit, key=numbering.AGENCY_SIGN).count() == 0
    with pytest.raises(Refused):
        outgoing.set_numbering(
            {numbering.SETTING: numbering.PER_TYPE}, valid_from=today, citation="x", by=chairman, at=now
        )


def test_a_choice_without_its_document_is_refused(
    ward: Ward, chairman: Viewer, specialist: Viewer, now: datetime
):
    values = {numbering.SETTING: numbering.PER_TYPE}
    with pytest.raises(Refused, match="văn bản"):
        outgoing.set_numbering(values, valid_from=chairman.on, citation=" ", by=chairman, at=now)
    with pytest.raises(NotAllowed):
        outgoing.set_numbering(values, valid_from=chairman.on, citation="x", by=specialist, at=now)


def test_a_cancelled_number_stays_with_its_reason_and_is_not_given_again(
    person_signed: Document, ward: Ward, clerk: Viewer, now: datetime
):
    outgoing.number(person_signed, by=clerk, at=now)
    with pytest.raises(ReasonMissing):
        outgoing.cancel(person_signed, "", by=clerk, at=now)
    outgoing.cancel(person_signed, "Ký nhầm bản", by=clerk, at=now)
    void = VoidNumber.objects.get()
    assert (void.series, void.value, void.reason) == ("out", 1, "Ký nhầm bản")
    assert (person_signed.stage, person_signed.number) == ("cancelled", "01")
    assert numbering.take_next(ward.unit, "out", clerk.on.year) == 2


def test_giving_it_back_after_the_signature_throws_the_signature_away(
    person_signed: Document, clerk: Viewer, now: datetime
):
    outgoing.return_to_drafter(person_signed, "Sai ngày họp", by=clerk, at=now)
    assert (person_signed.stage, person_signed.signed_on, person_signed.blob) == ("draft", None, None)


def test_issuing_late_is_allowed_and_told(sealed: Document, clerk: Viewer, now: datetime):
    Document.objects.filter(pk=sealed.pk).update(signed_on=clerk.on - timedelta(days=10))
    sealed.refresh_from_db()
    outgoing.issue(sealed, by=clerk, at=now)
    assert '"late": true' in sealed.steps.get(verb="issue").data


def test_signed_on_a_friday_it_is_issued_by_monday_and_an_urgent_one_the_same_day(draft: Document):
    draft.signed_on = date(2026, 3, 6)
    assert issue_by(draft) == date(2026, 3, 9)
    assert not late_by(draft, date(2026, 3, 9))
    assert late_by(draft, date(2026, 3, 10))
    draft.urgency = Document.Urgency.URGENT
    assert issue_by(draft) == date(2026, 3, 6)


def test_the_registry_has_a_lawful_clock_from_the_signature_on(person_signed: Document):
    clock = Clock.objects.running().get(subject_uid=person_signed.uid)
    assert (clock.legal, clock.kind, clock.owner_role) == (True, "signed", "office_clerk")
    assert clock.lawful_due_on == issue_by(person_signed)


def test_an_issued_document_is_recalled_by_a_document(sealed: Document, clerk: Viewer, now: datetime):
    outgoing.issue(sealed, by=clerk, at=now)
    with pytest.raises(RecallingMissing):
        outgoing.recall(sealed, "Ban hành nhầm", " ", by=clerk, at=now)
    outgoing.recall(sealed, "Ban hành nhầm", "Công văn số 8/UBND-VP", by=clerk, at=now)
    assert sealed.stage == "recalled"
    assert "8/UBND-VP" in sealed.steps.get(verb="recall").data


def test_the_count_of_secret_documents_is_a_bare_number_with_versions(
    ward: Ward, clerk: Viewer, now: datetime
):
    outgoing.record_secret_count(2025, 3, by=clerk, at=now)
    with pytest.raises(CountUnchanged):
        outgoing.record_secret_count(2025, 3, "x", by=clerk, at=now)
    with pytest.raises(ReasonMissing):
        outgoing.record_secret_count(2025, 4, by=clerk, at=now)
    outgoing.record_secret_count(2025, 4, "Đếm sót", by=clerk, at=now)
    assert list(SecretCount.objects.order_by("version").values_list("version", "count")) == [(1, 3), (2, 4)]


def test_two_clerks_issuing_at_once_issue_once(sealed: Document, clerk: Viewer, now: datetime):
    other = Document.objects.get(pk=sealed.pk)
    outgoing.issue(sealed, by=clerk, at=now)
    with pytest.raises(WrongMove):
        outgoing.issue(other, by=clerk, at=now)


def test_a_draft_of_another_kind_takes_the_next_number_of_the_one_sequence(
    person_signed: Document, ward: Ward, clerk: Viewer, now: datetime
):
    numbering.take_next(ward.unit, "out", clerk.on.year)
    assert outgoing.number(person_signed, by=clerk, at=now) == "02"
    assert decision(ward, clerk.on).kind == person_signed.type


def test_numbers_go_on_from_the_last_one_of_the_system_followed_before(
    ward: Ward, person_signed: Document, clerk: Viewer, now: datetime
):
    today = clerk.on
    facts = {
        "unit": ward.unit,
        "owner_unit": ward.unit,
        "symbol": "QĐ-UBND",
        "recorded_at": now,
        "issued_on": today,
    }
    Document.objects.create(type="QĐ", number="57", outside_code="VB57", basis="register", **facts)
    Document.objects.create(type="TB", number="58a", outside_code="VB58", basis="register", **facts)
    Document.objects.create(type="KH", number="99", outside_code="VB99", listed=False, **facts)
    outgoing.number(person_signed, by=clerk, at=now)
    person_signed.refresh_from_db()
    assert (person_signed.number, person_signed.number_value) == ("59", 59)
    assert numbering.take_next(ward.unit, "out", today.year) == 60
    numbering.go_on(ward.unit, "out", today.year)
    assert numbering.last_taken(ward.unit, "out", today.year) == 60, "a sequence begun is left alone"
    numbering.go_on(ward.unit, "out:TB", today.year)
    assert numbering.last_taken(ward.unit, "out:TB", today.year) == 58
    numbering.go_on(ward.unit, "out", today.year + 1)
    assert numbering.last_taken(ward.unit, "out", today.year + 1) == 0
