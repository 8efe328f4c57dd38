"""One signature judged: certificate, time, chain and revocation, after its bytes were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from chuan.exchange.signatures import changes
from chuan.exchange.signatures.chains import Knowledge
from chuan.exchange.signatures.cms import ERRORS, Stamp, digest_reasons, integrity_reasons, stamp_in, stamp_of
from chuan.exchange.signatures.places import Pages
from chuan.exchange.signatures.report import Coverage, Reason, SignatureFound, Verdict, worst
from chuan.exchange.signatures.signers import (
    certificate_reasons,
    facts_of,
    self_made,
    signer_of,
    validity_reasons,
)
from chuan.exchange.signatures.words import plain, reason

_DRIFT = timedelta(hours=1)
"""Clocks of signers' machines may be this far ahead."""
_APART = timedelta(days=1)
"""Further apart, the time that the machine wrote and the time that was stamped are both told."""


class DocumentStamps:
    """The document time stamps, newest first, each standing at the time that the next newer one proves."""

    def __init__(
        self, seals: Sequence[EmbeddedPdfSignature], wrong: Mapping[str, Sequence[Reason]], knowledge: Knowledge,
        at: datetime,
    ) -> None:  # fmt: skip
        self.reasons: list[Reason] = []
        self.sound: list[int] = []
        self._at = at
        self._proved: list[tuple[int, datetime]] = []
        standing = at
        for seal in reversed([one for one in seals if changes.is_timestamp(one)]):
            stamp = stamp_of(seal.signed_data, seal.compute_digest)
            bad = [one for one in wrong[seal.fq_name] if one.verdict == Verdict.FAILED]
            if stamp is None or bad:
                self.reasons += bad or [reason("timestamp_broken", seal.fq_name)]
                continue
            self.sound.append(seal.signed_revision)
            if knowledge.anchors and stands(stamp, knowledge, standing):
                standing = stamp.time
                self._proved.append((seal.signed_revision, stamp.time))

    def proved_after(self, revision: int) -> datetime | None:
        """The oldest time at which a trusted stamp proves that this revision existed."""
        return min((time for number, time in self._proved if number > revision), default=None)


def stands(stamp: Stamp, knowledge: Knowledge, until: datetime) -> bool:
    """The stamp's chain stood when it was made, and its certificate had not run out at ``until``."""
    if stamp.weak or stamp.time > until or knowledge.expired_by(stamp.certificate, until):
        return False
    return not knowledge.reasons_at(stamp.certificate, stamp.others, stamp.time, stamps=True)


def judge_signature(
    seal: EmbeddedPdfSignature, bytes_wrong: Sequence[Reason], stamps: DocumentStamps, knowledge: Knowledge,
    pages: Pages, at: datetime,
) -> SignatureFound:  # fmt: skip
    """Everything about one signature; ``bytes_wrong`` is what its bytes and later changes gave."""
    certificate = seal.signer_cert
    whole = integrity_reasons(seal.signed_data, seal.compute_digest())
    stamp, found = stamp_in(seal.signer_info)
    claimed = _claimed(seal)
    proof = _Proof(seal, stamp, claimed, stamps, knowledge, at)
    reasons = [*whole, *bytes_wrong, *found, *certificate_reasons(certificate), *proof.reasons()]
    reasons = ordered([*reasons, *digest_reasons(seal.signer_info, certificate)])
    kind, signer, organisation = signer_of(certificate)
    page, box = pages.place_of(seal.sig_field)
    intact = not any(one.verdict == Verdict.FAILED for one in (*whole, *bytes_wrong))
    return SignatureFound(
        field=plain(seal.fq_name), kind=kind, signer=signer, organisation=organisation,
        certificate=facts_of(certificate), level=_level(seal, stamp, stamps, knowledge),
        verdict=worst(one.verdict for one in reasons), coverage=_coverage(seal), reasons=tuple(reasons),
        claimed_at=claimed, timestamped_at=stamp.time if stamp else None, page=page, box=box, intact=intact,
        digest=seal.md_algorithm,
    )  # fmt: skip


class _Proof:
    """When it was signed and whether the chain stood then."""

    def __init__(
        self, seal: EmbeddedPdfSignature, stamp: Stamp | None, claimed: datetime | None, stamps: DocumentStamps,
        knowledge: Knowledge, at: datetime,
    ) -> None:  # fmt: skip
        self.certificate, self.others = seal.signer_cert, seal.other_embedded_certs
        self.stamp, self.claimed, self.knowledge, self.at = stamp, claimed, knowledge, at
        self.proved = stamps.proved_after(seal.signed_revision)
        self.stamped = bool(
            stamp and knowledge.anchors and stands(stamp, knowledge, self.proved or at)
        )  # fmt: skip

    def reasons(self) -> list[Reason]:
        """Times first, then the chain."""
        told = self.stamp.time if self.stamp else None
        found = validity_reasons(self.certificate, told) or validity_reasons(self.certificate, self.claimed)
        found += self._time_reasons()
        if not self.knowledge.anchors:
            made = self_made(self.certificate, [])
            return [*found, reason("self_signed") if made else reason("no_anchor")]
        if self_made(self.certificate, self.knowledge.anchors):
            return [*found, reason("self_signed")]
        return [*found, *self._chain_reasons()]

    def _time_reasons(self) -> list[Reason]:
        found = []
        if self.stamp and not self.stamped:
            found.append(reason("timestamp_unproved"))
        elif not self.stamp and not self.proved:
            found.append(reason("no_trusted_time" if self.claimed else "no_time"))
        times = [one for one in (self.claimed, self.stamp.time if self.stamp else None) if one]
        if len(times) == 2 and abs(times[0] - times[1]) > _APART:
            found.append(reason("times_apart", " / ".join(one.isoformat() for one in times)))
        if any(one > self.at + _DRIFT for one in times):
            found.append(reason("time_ahead", max(times).isoformat()))
        return found

    def _chain_reasons(self) -> list[Reason]:
        best = self.stamp.time if self.stamped and self.stamp else self.proved
        found = self.knowledge.reasons_at(self.certificate, self.others, best or self.at)
        if best is None:
            return [self._unproved(one) for one in found] or [reason("good")]
        since = self.knowledge.revoked_since(self.certificate)
        later = [reason("revoked_later", since.isoformat())] if since and since > best and not found else []
        return found or [reason("good"), *later]

    def _unproved(self, one: Reason) -> Reason:
        """Revoked, but perhaps signed before: without a trusted time nobody can tell."""
        if one.code != "revoked":
            return one
        since = self.knowledge.revoked_since(self.certificate)
        if since and self.claimed and self.claimed < since:
            return reason("revoked_unproved", one.detail, since=since)
        return one


def _claimed(seal: EmbeddedPdfSignature) -> datetime | None:
    try:
        told = seal.self_reported_timestamp
    except (PdfError, *ERRORS):
        return None
    return told if told is not None and told.tzinfo is not None else None


def _coverage(seal: EmbeddedPdfSignature) -> Coverage:
    return (
        changes.COVERAGE.get(seal.coverage, Coverage.UNCLEAR)
        if seal.coverage is not None
        else Coverage.UNCLEAR
    )


def _level(
    seal: EmbeddedPdfSignature, stamp: Stamp | None, stamps: DocumentStamps, knowledge: Knowledge
) -> str:
    """PAdES baseline level by its parts (ETSI EN 319 142-1, 6), "" for other kinds of signature."""
    names = {one["type"].native for one in seal.signer_info["signed_attrs"]}
    if seal.sig_object.get("/SubFilter") != "/ETSI.CAdES.detached" or "signing_certificate_v2" not in names:
        return ""
    if stamp is None:
        return "B-B"
    if not knowledge.has_store:
        return "B-T"
    archived = any(number > seal.signed_revision for number in stamps.sound)
    return "B-LTA" if archived else "B-LT"


def ordered(reasons: Sequence[Reason]) -> list[Reason]:
    """Worst first, each code once."""
    seen: dict[str, Reason] = {}
    for one in reasons:
        seen.setdefault(one.code, one)
    bad = [one for one in seen.values() if one.verdict != Verdict.PASSED]
    if bad:
        seen.pop("good", None)
    rank = {Verdict.FAILED: 0, Verdict.INDETERMINATE: 1, Verdict.PASSED: 2}
    return sorted(seen.values(), key=lambda one: rank[one.verdict])
