"""What is inside a signature: whoever has no key, or the wrong one, cannot make it pass."""

from __future__ import annotations

from datetime import datetime

import pytest

from chuan.exchange.signatures import SignatureReport, Trust, Verdict
from tests.signatures import forging
from tests.signatures.conftest import Check, Signed
from tests.signatures.papers import contents_of, gap_of, paper, with_contents
from tests.signing.authority import Authority
from tests.signing.signed import sign


def codes(report: SignatureReport) -> set[str]:
    return {why.code for one in report.signatures for why in one.reasons} | {
        one.code for one in report.reasons
    }


@pytest.fixture(scope="session")
def plain(authority: Authority) -> bytes:
    """B-B by the chairman."""
    return sign(paper(), trust=authority)


def test_an_untouched_value_put_back_passes(checked: Check, plain: bytes):
    assert checked(with_contents(plain, contents_of(plain))).verdict == Verdict.PASSED


@pytest.mark.parametrize(
    ("name", "expected"),
    [("message_digest", "attributes_missing"), ("content_type", "forged")],
)
def test_a_missing_attribute_fails_even_signed_by_the_right_key(
    checked: Check, authority: Authority, plain: bytes, name: str, expected: str
):
    forged = forging.changed(plain, forging.without(name), by=authority.person("chairman"))
    found = checked(forged)
    assert found.verdict == Verdict.FAILED
    assert expected in codes(found)


def test_a_signature_without_attributes_fails(checked: Check, authority: Authority, plain: bytes):
    by = authority.person("chairman")
    change = forging.without_attributes(forging.digest_of(plain), by)
    assert checked(forging.changed(plain, change)).verdict == Verdict.FAILED


@pytest.mark.parametrize(
    "change",
    [
        forging.with_two_signers,
        forging.without_signers,
        forging.without_certificates,
        forging.with_content,
        forging.with_flipped_signature,
    ],
)
def test_a_value_made_wrong_fails(checked: Check, plain: bytes, change: forging.Change):
    assert checked(forging.changed(plain, change)).verdict == Verdict.FAILED


def test_somebody_elses_certificate_fails(checked: Check, authority: Authority, plain: bytes):
    change = forging.with_certificate_of(authority.person("vice"))
    assert checked(forging.changed(plain, change)).verdict == Verdict.FAILED
    again = forging.changed(plain, change, by=authority.person("chairman"))
    assert checked(again).verdict == Verdict.FAILED


def test_the_signature_of_another_paper_fails(checked: Check, authority: Authority, plain: bytes):
    objects = {number: body.replace(b"1.000.000", b"9.000.000") for number, body in _objects().items()}
    other = sign(paper(objects), trust=authority)
    found = checked(with_contents(other, contents_of(plain)))
    assert found.verdict == Verdict.FAILED
    assert "altered" in codes(found)
    assert not found.signatures[0].intact


def _objects() -> dict[int, bytes]:
    from tests.signatures.papers import OBJECTS

    return OBJECTS


def test_a_value_that_is_no_cms_fails(checked: Check, plain: bytes):
    for value in (b"\x30\x03\x02\x01\x05", b"\x30\x80", b"\x04\x02ab", b"\x30\x84\xff\xff\xff\xff", b"\x01"):
        assert checked(with_contents(plain, value)).verdict == Verdict.FAILED


@pytest.mark.parametrize(("name", "expected"), [("sha1", Verdict.INDETERMINATE), ("md5", Verdict.FAILED)])
def test_a_weak_digest_never_passes(
    checked: Check, authority: Authority, plain: bytes, name: str, expected: Verdict
):
    change = forging.with_digest(name, forging.digest_of(plain, name=name))
    found = checked(forging.changed(plain, change, by=authority.person("chairman")))
    assert found.verdict == expected
    assert codes(found) & {"weak_digest", "broken_digest"}
    assert found.signatures[0].digest == name


def test_a_time_stamp_of_another_signature_fails(checked: Check, signed: Signed):
    found = checked(forging.changed(signed.one, forging.with_stamp_of(signed.certified)))
    assert found.verdict == Verdict.FAILED
    assert "timestamp_wrong" in codes(found)


def test_a_self_made_certificate_with_an_official_name_fails(checked: Check, authority: Authority):
    from tests.signing import authority as making

    made = making._issue("ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG", None)
    impostor = Authority()
    impostor._people["agency"] = made
    forged = sign(paper(), "agency", trust=impostor, chain=False)
    for trust in (Trust(), Trust(anchors=(authority.root.der,))):
        found = checked(forged, trust=trust)
        assert found.verdict == Verdict.FAILED
        assert "self_signed" in codes(found)


def test_the_certificate_may_not_sign(checked: Check, authority: Authority):
    found = checked(sign(paper(), "encrypting", trust=authority))
    assert found.verdict == Verdict.FAILED
    assert "key_usage" in codes(found)


def test_only_the_first_of_two_signatures_is_sound(checked: Check, signed: Signed):
    start, _stop = gap_of(signed.two)
    broken = signed.two[: start + 200] + b"0" * 40 + signed.two[start + 240 :]
    found = checked(broken)
    assert found.verdict == Verdict.FAILED
    assert [one.verdict for one in found.signatures].count(Verdict.FAILED) >= 1


def test_an_unknown_kind_of_signature_is_not_believed(checked: Check, plain: bytes):
    assert b"/ETSI.CAdES.detached" in plain
    found = checked(plain.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detachee"))
    assert found.verdict == Verdict.FAILED
    assert codes(found) == {"kind_unsupported"}


def test_the_moment_is_said_in_the_report(checked: Check, plain: bytes, at: datetime, trust: Trust):
    found = checked(plain)
    assert found.checked_at == at
    assert found.trust == trust.digest != Trust().digest == ""
