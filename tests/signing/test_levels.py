"""Levels of proof: reached when the services answer, lost one by one when they do not, raised later, renewed."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from asn1crypto import x509
from asn1crypto.crl import CertificateList
from asn1crypto.ocsp import OCSPResponse
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer

from chuan.exchange.signatures import Trust, Verdict, check
from chuan.exchange.signing import (
    NUMBER,
    PERSON,
    Certificate,
    Level,
    Services,
    Warned,
    Web,
    finish,
    level_of,
    prepare,
    proved_until,
    raise_level,
    renewal_due,
)
from chuan.exchange.signing.refusals import CertificateRevoked
from tests.signing.authority import Authority
from tests.signing.draft import certificate, draft, issued, services, signed
from tests.signing.responders import served
from tests.signing.signed import blank, context


@pytest.mark.parametrize("level", [Level.B, Level.LTA])
def test_every_level_is_reached_by_all_five(trust: Authority, level: Level):
    done = issued(trust, level)
    assert (done.level, done.warnings, done.lacking) == (level, (), ())
    assert level_of(done.pdf) is level


def test_our_b_lta_is_long_term_valid_offline(trust: Authority):
    assert verdicts(issued(trust, Level.LTA).pdf, trust) == [AdESPassed.OK] * 5


def test_our_own_check_passes_all_five(trust: Authority):
    report = check(
        issued(trust, Level.LTA).pdf,
        name="van-ban.pdf",
        trust=Trust(anchors=(trust.root.der,)),
        at=trust.now(),
    )
    assert report.verdict is Verdict.PASSED, report.sentences
    assert [one.level for one in report.signatures] == ["B-LTA"] * 5


def test_and_still_is_years_after_the_certificate_expired(trust: Authority):
    done = signed(draft(), "brief", PERSON, trust=trust, level=Level.LTA)
    trust.moment = datetime.now(UTC) + timedelta(days=3650)
    fresh = [trust.crl("root"), trust.crl("time")]  # of whoever stamped, and of nobody else
    assert verdicts(done.pdf, trust, at=trust.moment, crls=fresh) == [AdESPassed.OK]


def test_every_certificate_of_every_chain_is_inside_with_its_revocation(trust: Authority):
    store = DocumentSecurityStore.read_dss(PdfFileReader(io.BytesIO(issued(trust, Level.LTA).pdf)))
    held = {one.dump() for one in store.load_certs()}
    chains = [
        trust.person("chairman"),
        trust.person("agency"),
        trust.issuing,
        trust.tsa,
        trust.time,
        trust.root,
    ]
    assert {one.der for one in chains} <= held
    assert store.ocsps
    assert store.crls
    answers = [OCSPResponse.load(one.get_object().data) for one in store.ocsps]
    keys = {one.response_data["responder_id"].chosen.native for one in answers}
    assert trust.root.asn1.key_identifier not in keys  # docs/decisions/signing-with-reserved-fields.md


@pytest.mark.parametrize(
    ("down", "level", "warned"),
    [
        ({"tsa"}, Level.B, Warned.NO_TIME),
        ({"crl", "ocsp"}, Level.T, Warned.NO_EVIDENCE),
        ({"tsa", "crl", "ocsp"}, Level.B, Warned.NO_TIME),
    ],
)  # fmt: skip
def test_an_outage_costs_a_level_and_never_the_signature(
    trust: Authority, down, level: Level, warned: Warned
):
    trust.down |= down
    done = signed(draft(), "chairman", PERSON, trust=trust, level=Level.LTA)
    assert (done.level, done.warnings) == (level, (warned,))
    assert level_of(done.pdf) is level


def test_without_ocsp_the_lists_are_enough(trust: Authority):
    trust.down.add("ocsp")
    assert signed(draft(), "chairman", PERSON, trust=trust, level=Level.LT).level is Level.LT


def test_without_lists_the_answers_of_ocsp_are_enough(trust: Authority):
    trust.down.add("crl")
    assert signed(draft(), "chairman", PERSON, trust=trust, level=Level.LT).level is Level.LT


def test_a_time_stamping_service_that_fails_only_at_the_end_leaves_b_lt(trust: Authority, monkeypatch):
    web, real = Web(services(trust)), Web.stamp
    asked: list[bytes] = []

    def two_only(self: Web, request: bytes) -> bytes:
        asked.append(request)
        trust.down |= {"tsa"} if len(asked) > 2 else set()
        return real(self, request)

    monkeypatch.setattr(Web, "stamp", two_only)
    done = signed(draft(), "chairman", PERSON, trust=trust, level=Level.LTA, web=web)
    assert (done.level, done.warnings) == (Level.LT, (Warned.NO_TIME,))
    assert level_of(done.pdf) is Level.LT


def test_what_was_lost_is_raised_when_the_services_are_back(trust: Authority):
    trust.down |= {"tsa", "crl", "ocsp"}
    poor = issued(trust, Level.LTA)
    assert poor.level is Level.B
    trust.down.clear()
    rich = raise_level(poor.pdf, Level.LTA, at=trust.now(), services=services(trust))
    assert (rich.level, level_of(rich.pdf)) == (Level.LTA, Level.LTA)
    assert rich.pdf.startswith(poor.pdf)
    for one in PdfFileReader(io.BytesIO(rich.pdf)).embedded_regular_signatures:
        assert validate_pdf_signature(one, context(trust, "chairman", "agency")).bottom_line


@pytest.mark.parametrize("level", [Level.T, Level.LT])
def test_raising_stops_where_it_is_told_to(trust: Authority, level: Level):
    raised = raise_level(issued(trust).pdf, level, at=trust.now(), services=services(trust))
    assert (raised.level, level_of(raised.pdf)) == (level, level)


def test_raising_to_what_is_there_adds_nothing(trust: Authority):
    plain = signed(draft(), "chairman", PERSON, trust=trust)
    assert raise_level(plain.pdf, Level.B, at=trust.now(), services=services(trust)).pdf == plain.pdf
    stamped = signed(draft(), "chairman", PERSON, trust=trust, level=Level.T)
    assert raise_level(stamped.pdf, Level.T, at=trust.now(), services=services(trust)).pdf == stamped.pdf


def test_renewing_adds_a_further_time_stamp_over_fresh_evidence(trust: Authority):
    first = signed(draft(), "chairman", PERSON, trust=trust, level=Level.LTA)
    again = raise_level(first.pdf, Level.LTA, at=trust.now(), services=services(trust))
    assert again.pdf.startswith(first.pdf)
    assert len(PdfFileReader(io.BytesIO(again.pdf)).embedded_timestamp_signatures) == 2
    assert verdicts(again.pdf, trust) == [AdESPassed.OK]


def test_without_services_a_signature_is_just_a_signature(trust: Authority):
    waiting = prepare(
        draft(), PERSON, certificate=certificate(trust, "chairman"), at=trust.now(), level=Level.LTA
    )
    done = finish(waiting, trust.person("chairman").signature(waiting.to_sign), at=trust.now())
    assert (done.level, done.warnings) == (Level.B, (Warned.NO_TIME,))


def test_without_an_anchor_nothing_can_be_proved_and_whose_chain_it_is_is_told(trust: Authority):
    known = services(trust)
    waiting = prepare(
        draft(), PERSON, certificate=certificate(trust, "chairman"), at=trust.now(), level=Level.LT
    )
    signature = trust.person("chairman").signature(waiting.to_sign)
    bare = Services(known.timestamp_url, known.addresses)
    done = finish(waiting, signature, at=trust.now(), services=bare)
    assert (done.level, done.warnings) == (Level.T, (Warned.NO_EVIDENCE,))
    assert set(done.lacking) == {"Người Ký", "Dấu thời gian thử nghiệm"}


def test_a_certificate_without_addresses_cannot_be_proved(trust: Authority):
    done = signed(draft(), "pointerless", PERSON, trust=trust, level=Level.LT)
    assert (done.level, done.lacking) == (Level.T, ("Người Không Địa Chỉ",))


def test_a_missing_issuer_is_fetched_where_the_certificate_says(trust: Authority):
    alone = Certificate(trust.person("chairman").der)
    waiting = prepare(draft(), PERSON, certificate=alone, at=trust.now(), level=Level.LT)
    signature = trust.person("chairman").signature(waiting.to_sign)
    done = finish(waiting, signature, at=trust.now(), services=services(trust))
    assert done.level is Level.LT
    assert "/ca/issuing.cer" in trust.asked


@pytest.mark.parametrize("who", ["chairman", "issuing"])
def test_a_signature_with_a_withdrawn_certificate_is_not_taken(trust: Authority, who: str):
    trust.revoke(who, at=datetime(2021, 1, 1, tzinfo=UTC))
    with pytest.raises(CertificateRevoked, match="thu hồi"):
        signed(draft(), "chairman", PERSON, trust=trust, level=Level.LT)


def test_a_certificate_withdrawn_after_the_signature_does_not_undo_it(trust: Authority):
    first = signed(draft(), "chairman", PERSON, trust=trust, level=Level.T)
    trust.revoke("chairman", at=trust.now() + timedelta(days=1))
    later = trust.now() + timedelta(days=2)
    assert raise_level(first.pdf, Level.LT, at=later, services=services(trust)).level is Level.LT


def test_a_batch_asks_for_each_list_once(trust: Authority):
    web = Web(services(trust))
    for _ in range(2):
        signed(draft(), "chairman", PERSON, trust=trust, level=Level.LTA, web=web)
    assert trust.asked.count("/crl/root.crl") == 1
    assert trust.asked.count("/ocsp/issuing") == 1
    assert trust.asked.count("/tsa") == 2 * 2 + 1  # for each its own two, once the service's certificates


def test_only_configured_addresses_are_asked(trust: Authority):
    own = services(trust)
    elsewhere = Services(own.timestamp_url, ("http://127.0.0.1:9/",), own.anchors)
    waiting = prepare(
        draft(), PERSON, certificate=certificate(trust, "chairman"), at=trust.now(), level=Level.LT
    )
    done = finish(
        waiting, trust.person("chairman").signature(waiting.to_sign), at=trust.now(), services=elsewhere
    )
    assert done.level is Level.T
    assert set(trust.asked) == {"/tsa"}


def test_proof_lasts_as_long_as_the_certificate_behind_the_last_stamp(trust: Authority):
    assert level_of(blank()) is proved_until(blank()) is renewal_due(blank()) is None
    for level in (Level.B, Level.LTA):
        done = signed(draft(), "chairman", PERSON, trust=trust, level=level)
        assert proved_until(done.pdf) == datetime(2049, 12, 31, tzinfo=UTC)
        assert renewal_due(done.pdf) == date(2049, 10, 2)
    assert renewal_due(done.pdf, before=timedelta(0)) == date(2049, 12, 31)


def test_an_agency_that_stamps_lifts_a_person_who_could_not(trust: Authority):
    trust.down.add("tsa")
    first = signed(draft(), "chairman", PERSON, trust=trust, level=Level.T)
    trust.down.clear()
    second = signed(first.pdf, "agency", NUMBER, trust=trust, level=Level.T, shows="05")
    assert (first.level, second.level, level_of(second.pdf)) == (Level.B, Level.T, Level.T)


@pytest.fixture(scope="module")
def lying() -> Iterator[Authority]:
    """An authority whose time stamps say something else than asked."""
    with served(Authority()) as authority:
        yield authority


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\x30\x00", b"\x30\x03\x02\x01\x00"])
def test_nonsense_from_the_time_stamping_service_is_an_outage(lying: Authority, answer: bytes, monkeypatch):
    monkeypatch.setattr(Web, "stamp", lambda self, request: answer)
    assert signed(draft(), "chairman", PERSON, trust=lying, level=Level.LTA).level is Level.B


def test_a_stamp_of_something_else_is_an_outage(lying: Authority, monkeypatch):
    real, kept = Web.stamp, []

    def the_first_again(self: Web, request: bytes) -> bytes:
        from asn1crypto import tsp

        asked = tsp.TimeStampReq.load(request)
        if not kept:
            kept.append(asked["message_imprint"]["hashed_message"].native)
        changed = tsp.TimeStampReq(asked.native | {"message_imprint": asked["message_imprint"]})
        changed["message_imprint"]["hashed_message"] = bytes(32)
        return real(self, changed.dump())

    monkeypatch.setattr(Web, "stamp", the_first_again)
    assert signed(draft(), "chairman", PERSON, trust=lying, level=Level.T).level is Level.B


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\x30\x00"])
def test_nonsense_about_revocation_is_an_outage(lying: Authority, answer: bytes, monkeypatch):
    monkeypatch.setattr(Web, "ask", lambda *_: answer)
    done = signed(draft(), "chairman", PERSON, trust=lying, level=Level.LTA)
    assert (done.level, done.warnings) == (Level.T, (Warned.NO_EVIDENCE,))


def verdicts(
    pdf: bytes, trust: Authority, at: datetime | None = None, crls: Sequence[bytes] = ()
) -> list[object]:
    """What the long-term validation of EN 319 102-1 says of each signature, offline, revocation required."""
    needed = RevocationCheckingPolicy(
        RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.CRL_OR_OCSP_REQUIRED
    )
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=[x509.Certificate.load(trust.root.der)]),
        revinfo_policy=CertRevTrustPolicy(needed),
    )
    spec = SignatureValidationSpec(
        cert_validation_policy=policy,
        revinfo_gathering_policy=RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY),
        local_knowledge=LocalKnowledge(known_crls=[CRLContainer(CertificateList.load(one)) for one in crls]),
    )
    timing = ValidationTimingInfo(at, at, point_in_time_validation=True) if at else None
    found = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    checks = [ades_lta_validation(one, PdfSignatureValidationSpec(spec), timing_info=timing) for one in found]
    return [asyncio.run(check).ades_subindic for check in checks]
