"""What has to be proved: who, by whom certified, not revoked, when. And what is said when it is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chuan.exchange.signatures import Coverage, Kind, SignatureReport, Trust, Verdict
from tests.signatures.conftest import Check, Signed
from tests.signatures.papers import paper
from tests.signing import authority as making
from tests.signing.authority import TO, Authority
from tests.signing.signed import LEVELS, sign

UNPROVED = (
    "Văn bản còn nguyên vẹn sau khi ký; chưa xác minh được chứng thư số vì đơn vị chưa khai báo "
    "chứng thư gốc tin cậy."
)


def codes(report: SignatureReport) -> set[str]:
    return {why.code for one in report.signatures for why in one.reasons}


def anchored(authority: Authority) -> Trust:
    """The anchor alone: everything else has to be in the document."""
    return Trust(anchors=(authority.root.der,))


def test_without_an_anchor_it_is_intact_and_unproved(checked: Check, signed: Signed):
    for data in (signed.one, signed.two, signed.lasting):
        found = checked(data, trust=Trust())
        assert found.verdict == Verdict.INDETERMINATE
        assert found.intact
        assert all(UNPROVED in {why.sentence for why in one.reasons} for one in found.signatures)
        assert any(UNPROVED in one for one in found.sentences)


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_is_told_by_what_is_there(checked: Check, authority: Authority, level: str):
    assert checked(sign(paper(), trust=authority, level=level)).signatures[0].level == level


def test_long_term_evidence_needs_nothing_but_the_anchor(
    checked: Check, authority: Authority, signed: Signed
):
    for at in (
        datetime.now(UTC) + timedelta(minutes=5),
        datetime(2031, 1, 1, tzinfo=UTC),
        TO - timedelta(days=30),
    ):
        found = checked(signed.lasting, trust=anchored(authority), at=at)
        assert found.verdict == Verdict.PASSED, found.signatures
        assert [one.level for one in found.signatures] == ["B-LTA", "B-LTA"]


def test_when_the_last_time_stamp_has_run_out_nothing_is_proved(
    checked: Check, authority: Authority, signed: Signed
):
    found = checked(signed.lasting, trust=anchored(authority), at=TO + timedelta(days=30))
    assert found.verdict == Verdict.INDETERMINATE
    assert "chain_expired" in codes(found)


def test_without_revocation_in_the_document_it_must_be_given(
    checked: Check, authority: Authority, signed: Signed
):
    found = checked(signed.one, trust=anchored(authority))
    assert found.verdict == Verdict.INDETERMINATE
    assert {"no_revocation", "timestamp_unproved"} <= codes(found)
    assert checked(signed.one).verdict == Verdict.PASSED


def test_answers_of_ocsp_given_offline_are_enough(checked: Check, authority: Authority):
    data = sign(paper(), trust=authority)
    lists = (authority.crl("root"),)
    given = Trust(anchors=(authority.root.der,), crls=lists, ocsps=tuple(authority.ocsps("chairman")))
    assert checked(data, trust=given).verdict == Verdict.PASSED


def test_a_list_past_its_next_update_is_no_answer(checked: Check, authority: Authority):
    data = sign(paper(), trust=authority)
    later = datetime.now(UTC) + timedelta(days=30)
    found = checked(data, at=later)
    assert found.verdict == Verdict.INDETERMINATE
    assert "no_revocation" in codes(found)


def test_a_stamped_signature_outlives_the_list(checked: Check, signed: Signed):
    assert checked(signed.one, at=datetime.now(UTC) + timedelta(days=3000)).verdict == Verdict.PASSED


def test_expired_at_signing_fails_with_or_without_an_anchor(checked: Check, authority: Authority):
    data = sign(paper(), "expired", trust=authority, level="B-T")
    for given in ({}, {"trust": Trust()}):
        found = checked(data, **given)
        assert found.verdict == Verdict.FAILED
        assert "expired_at_signing" in codes(found)
    assert "31/12/2020" in found.sentences[0]


def test_not_yet_valid_at_signing_fails(checked: Check, authority: Authority):
    found = checked(sign(paper(), "future", trust=authority), trust=Trust())
    assert found.verdict == Verdict.FAILED
    assert "before_validity" in codes(found)


def test_a_stamp_before_the_end_does_not_save_what_was_claimed_after_it(checked: Check, authority: Authority):
    authority.moment = datetime(2020, 6, 1, tzinfo=UTC)
    try:
        stamped = sign(paper(), "expired", trust=authority, level="B-T")
    finally:
        authority.moment = None
    found = checked(stamped, trust=Trust())
    assert found.signatures[0].timestamped_at == datetime(2020, 6, 1, tzinfo=UTC)
    assert {"expired_at_signing", "times_apart"} <= codes(found)


def test_a_stamp_by_somebody_who_may_not_stamp_proves_no_time(checked: Check, at: datetime):
    other = Authority()
    other.__dict__["tsa"] = other._under(other.time, "time", "Không được đóng dấu", key=making._rsa())
    data = sign(paper(), trust=other, level="B-T")
    trust = Trust(anchors=(other.root.der,), intermediates=(other.time.der,), crls=tuple(other.crls()))
    found = checked(data, trust=trust)
    assert "timestamp_unproved" in codes(found)
    assert found.signatures[0].timestamped_at is not None


def test_words_in_a_signature_that_look_like_syntax_do_no_harm(checked: Check, authority: Authority):
    reason = "Phê duyệt quality objectives, 1 obj 2 (endstream)"
    assert checked(sign(paper(), trust=authority, reason=reason)).verdict == Verdict.PASSED


def test_revoked_before_signing_fails(checked: Check, authority: Authority):
    found = checked(sign(paper(), "revoked", trust=authority, level="B-T"))
    assert found.verdict == Verdict.FAILED
    assert "revoked" in codes(found)


def test_revoked_later_leaves_a_stamped_signature_standing(checked: Check, authority: Authority):
    bare, stamped = (sign(paper(), "vice", trust=authority, level=level) for level in ("B-B", "B-LT"))
    authority.revoke("vice", at=datetime.now(UTC) + timedelta(minutes=2))
    try:
        given = Trust(
            anchors=(authority.root.der,),
            intermediates=(authority.issuing.der,),
            crls=tuple(authority.crls()),
        )
    finally:
        authority.restore("vice")
    kept, lost = checked(stamped, trust=given), checked(bare, trust=given)
    assert kept.verdict == Verdict.PASSED
    assert "revoked_later" in codes(kept)
    assert lost.verdict == Verdict.INDETERMINATE
    assert "revoked_unproved" in codes(lost)


def test_a_newer_list_given_offline_beats_the_older_answer_in_the_document(
    checked: Check, authority: Authority
):
    data = sign(paper(), "clerk", trust=authority, level="B-LT")
    assert checked(data, trust=anchored(authority)).verdict == Verdict.PASSED
    authority.revoke("clerk", at=datetime.now(UTC) - timedelta(days=1))
    try:
        lists, told = tuple(authority.crls()), tuple(authority.ocsps("clerk"))
    finally:
        authority.restore("clerk")
    for given in ({"crls": lists}, {"ocsps": told}):
        found = checked(data, trust=Trust(anchors=(authority.root.der,), **given))
        assert found.verdict == Verdict.FAILED
        assert "revoked" in codes(found)


def test_an_intermediate_revoked_fails_its_people(checked: Check, authority: Authority):
    data = sign(paper(), trust=authority)
    authority.revoke("issuing", at=datetime(2020, 1, 1, tzinfo=UTC))
    try:
        given = Trust(anchors=(authority.root.der,), crls=tuple(authority.crls()))
    finally:
        authority.restore("issuing")
    assert checked(data, trust=given).verdict == Verdict.FAILED


def test_the_same_name_under_another_root_is_not_trusted(checked: Check, authority: Authority):
    found = checked(sign(paper(), "stranger", trust=authority))
    assert found.verdict == Verdict.INDETERMINATE
    assert "untrusted" in codes(found)
    assert found.signatures[0].signer == "Người Ký"


def test_a_chain_missing_in_the_document_is_taken_from_what_was_given(checked: Check, authority: Authority):
    data = sign(paper(), trust=authority, chain=False)
    assert checked(data).verdict == Verdict.PASSED
    bare = Trust(anchors=(authority.root.der,), crls=tuple(authority.crls()))
    assert "untrusted" in codes(checked(data, trust=bare))


def test_an_intermediate_may_be_the_anchor(checked: Check, authority: Authority):
    given = Trust(anchors=(authority.issuing.der,), crls=(authority.crl("issuing"),))
    assert checked(sign(paper(), trust=authority), trust=given).verdict == Verdict.PASSED


def test_a_signature_without_a_stamp_says_so_and_passes(checked: Check, authority: Authority):
    found = checked(sign(paper(), trust=authority))
    assert found.verdict == Verdict.PASSED
    assert "no_trusted_time" in codes(found)
    assert found.signatures[0].timestamped_at is None
    assert found.signatures[0].time == found.signatures[0].claimed_at


def test_a_time_ahead_of_the_check_is_doubted(checked: Check, authority: Authority):
    data = sign(paper(), trust=authority)
    found = checked(data, at=datetime.now(UTC) - timedelta(days=2))
    assert found.verdict == Verdict.INDETERMINATE
    assert "time_ahead" in codes(found)


def test_person_then_agency_each_with_place_and_kind(checked: Check, signed: Signed):
    found = checked(signed.two)
    person, agency = found.signatures
    assert (person.field, agency.field) == ("person", "seal")
    assert (person.kind, agency.kind) == (Kind.PERSON, Kind.AGENCY)
    assert (person.page, agency.page) == (1, 1)
    assert (person.coverage, agency.coverage) == (Coverage.WHOLE_REVISION, Coverage.WHOLE_FILE)
    assert agency.signer == "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG"
    assert person.certificate is not None
    assert person.certificate.serial == f"{person.certificate.serial}".lower()
    assert "signed_further" in {why.code for why in person.reasons}
    assert found.later_changes
    assert found.by(Kind.AGENCY) == (agency,)


def test_the_number_and_the_date_signed_after_the_seal_are_mere_widgets(checked: Check, authority: Authority):
    data = sign(
        sign(paper(), trust=authority), "agency", trust=authority, field="seal", box=(200, 100, 300, 200)
    )
    for name, left in (("number", 100), ("day", 320), ("month", 380)):
        data = sign(data, "agency", trust=authority, field=name, box=(left, 720, left + 45, 749))
    found = checked(data)
    assert found.verdict == Verdict.PASSED
    assert {one.field for one in found.signatures if one.is_widget_only} == {"number", "day", "month"}
    assert [one.field for one in found.by(Kind.AGENCY)] == ["seal"]


def test_a_later_signature_over_half_the_page_is_doubted(
    checked: Check, authority: Authority, signed: Signed
):
    found = checked(sign(signed.one, "clerk", trust=authority, field="big", box=(0, 0, 595, 500)))
    assert found.verdict == Verdict.INDETERMINATE
    assert "covers_page" in {one.code for one in found.reasons}


def test_a_title_changed_before_the_next_signature_is_only_told(
    checked: Check, authority: Authority, signed: Signed
):
    from tests.signatures.papers import updated

    retitled = updated(signed.one, {9: b"<</Title(Khac)>>"})
    found = checked(sign(retitled, "agency", trust=authority, field="seal", box=(200, 100, 300, 200)))
    assert found.verdict == Verdict.PASSED
    assert any("tiêu đề" in one for one in found.later_changes)


def test_a_title_changed_after_the_last_signature_is_doubted_and_told(checked: Check, signed: Signed):
    from tests.signatures.papers import updated

    found = checked(updated(signed.one, {9: b"<</Title(Khac)>>"}))
    assert found.verdict == Verdict.INDETERMINATE
    assert any("tiêu đề" in one for one in found.later_changes)
    assert "Khac" in next(one.detail for one in found.reasons if one.code == "metadata_after")


def test_an_invisible_signature_has_no_page(checked: Check, authority: Authority):
    found = checked(sign(paper(), trust=authority, box=None))
    assert found.verdict == Verdict.PASSED
    assert (found.signatures[0].page, found.signatures[0].box) == (0, None)


def test_the_report_survives_json(checked: Check, signed: Signed):
    for data in (signed.lasting, paper(), signed.one[:-300]):
        found = checked(data)
        said = found.to_json()
        assert SignatureReport.from_json(said) == found
        assert {"verdict", "signatures", "reasons"} <= set(said)
        for one in said["signatures"]:
            assert {"signer", "time", "level", "verdict", "coverage", "reasons"} <= set(one)
