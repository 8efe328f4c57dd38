"""Chains of certificates at proven times: document time stamps, then the signature's stamp, then the signature.

Long-term validation in the order of ETSI EN 319 102-1, 5.6, for a machine without a network: the newest
document time stamp has to stand today; each older one, the stamp on the signature and the signature
itself stand at the time that the next one proves. Every certificate of every chain needs an answer
about its revocation, from the document (DSS, Adobe's attribute) or from what was given offline.

pyHanko's ``ades_lta_validation`` asks for answers that are fresh today even about what was proved years
ago, and only a machine that fetches has them: so its parts are used here, and not the whole.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from asn1crypto import crl, ocsp, x509
from cryptography.x509 import load_der_x509_crl
from pyhanko.pdf_utils.generic import DecodePurpose
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import find_cms_attribute_iter
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import CertificateValidator, ValidationContext, errors

from chuan.exchange.signatures.cms import ERRORS
from chuan.exchange.signatures.lists import assertions
from chuan.exchange.signatures.report import Reason
from chuan.exchange.signatures.trust import Trust, answers, certificates, readable, revocation_lists
from chuan.exchange.signatures.words import reason

_T = TypeVar("_T")
_LOOPS: list[asyncio.AbstractEventLoop] = []


def prepare() -> None:
    """Make the event loop that certvalidator needs: before sockets are forbidden, since a loop opens a pair."""
    if not _LOOPS:
        _LOOPS.append(asyncio.new_event_loop())


def _run(work: Coroutine[Any, Any, _T]) -> _T:
    prepare()
    return _LOOPS[0].run_until_complete(work)


class Knowledge:
    """Anchors, certificates and answers about revocation that bear on one document."""

    def __init__(self, trust: Trust, reader: PdfFileReader, infos: Iterable[Any]) -> None:
        self.anchors = certificates(trust.anchors)
        self.given_crls, self.given_ocsps = revocation_lists(trust.crls), answers(trust.ocsps)
        self.certificates = certificates(trust.intermediates)
        self.crls, self.ocsps = list(self.given_crls), list(self.given_ocsps)
        self.has_store = False
        self._from_store(reader)
        for info in infos:
            self._from_attribute(info)
        self.crls, self.ocsps = _once(self.crls), _once(self.ocsps)
        self.certificates = _once(self.certificates)

    def reasons_at(
        self, certificate: x509.Certificate, others: Sequence[x509.Certificate], moment: datetime, *,
        stamps: bool = False,
    ) -> list[Reason]:  # fmt: skip
        """Why the chain of ``certificate`` does not stand at ``moment``; empty when it does."""
        context = ValidationContext(
            trust_roots=self.anchors, other_certs=[*self.certificates, *others], crls=self.crls, ocsps=self.ocsps,
            moment=moment, revocation_mode="require", allow_fetching=False, retroactive_revinfo=True,
        )  # fmt: skip
        known = [certificate, *others, *self.certificates]
        told = assertions(known, self.anchors, self.crls, moment)
        # certvalidator takes such statements only through a manager of its own making
        context.revinfo_manager._assertions.update({one.cert_sha256: one for one in told})
        validator = CertificateValidator(certificate, validation_context=context)
        try:
            path = _run(validator.async_validate_usage(set(), {"time_stamping"} if stamps else set()))
        except (*_VALIDATION, *ERRORS) as error:
            return [_told(error)]
        for one in path.iter_certs(include_root=False):
            since = self.revoked_since(one)
            if since and since <= moment:
                return [reason("revoked", one.subject.human_friendly, since=since)]
        return []

    def expired_by(self, certificate: x509.Certificate, moment: datetime) -> bool:
        """The certificate, not asked about revocation, is past its end."""
        return moment > certificate.not_valid_after

    def revoked_since(self, certificate: x509.Certificate) -> datetime | None:
        """Since when what was given offline calls it revoked; the document's own lists can be older."""
        found = [
            *(_listed(one, certificate) for one in self.given_crls),
            *(_answered(one, certificate) for one in self.given_ocsps),
        ]
        return min((one for one in found if one), default=None)

    def _from_store(self, reader: PdfFileReader) -> None:
        """The document security store (ISO 32000-2, 12.8.4.3); a broken one gives nothing."""
        try:
            store = DocumentSecurityStore.read_dss(reader)
            crls = [crl.CertificateList.load(_data(one, DecodePurpose.CRL)) for one in store.crls]
            ocsps = [ocsp.OCSPResponse.load(_data(one, DecodePurpose.OCSP_RESPONSE)) for one in store.ocsps]
            held = list(store.load_certs())
        except (NoDSSFoundError, PdfError, *ERRORS):
            return
        self._take(crls, ocsps)
        self.certificates += held
        self.has_store = bool(crls or ocsps)

    def _from_attribute(self, info: Any) -> None:
        try:
            for one in find_cms_attribute_iter(info["signed_attrs"], "adobe_revocation_info_archival"):
                self._take(list(one["crl"] or ()), list(one["ocsp"] or ()))
        except ERRORS:
            return

    def _take(self, crls: list[crl.CertificateList], ocsps: list[ocsp.OCSPResponse]) -> None:
        self.crls += [one for one in crls if readable(one)]
        self.ocsps += [one for one in ocsps if readable(one)]


_VALIDATION = (
    errors.ValidationError,
    errors.PathError,
    errors.CRLValidationError,
    errors.OCSPValidationError,
)


def _once(values: list[_T]) -> list[_T]:
    """Without doubles: a document signed twice holds most of its evidence twice."""
    return list({one.dump(): one for one in values}.values())  # type: ignore[attr-defined]


def _told(error: Exception) -> Reason:
    """certvalidator's exception as a reason."""
    if isinstance(error, errors.RevokedError):
        return reason("revoked", error, since=error.revocation_dt)
    if isinstance(
        error, (errors.InsufficientRevinfoError, errors.CRLValidationError, errors.OCSPValidationError)
    ):
        return reason("no_revocation", error)
    if isinstance(error, errors.ExpiredError):
        return reason("chain_expired", error)
    if isinstance(error, errors.PathError):
        return reason("untrusted", error)
    return reason("chain_wrong", error)


def revoked_on(reasons: Sequence[Reason]) -> bool:
    """Revocation is among the reasons."""
    return any(one.code == "revoked" for one in reasons)


def _listed(held: crl.CertificateList, certificate: x509.Certificate) -> datetime | None:
    if held.issuer.hashable != certificate.issuer.hashable:
        return None
    try:
        entry = load_der_x509_crl(held.dump()).get_revoked_certificate_by_serial_number(
            certificate.serial_number
        )
    except ValueError:
        return None
    return entry.revocation_date_utc if entry is not None else None


def _answered(held: ocsp.OCSPResponse, certificate: x509.Certificate) -> datetime | None:
    if held["response_status"].native != "successful":
        return None
    for one in held.response_data["responses"]:
        state, named = one["cert_status"], one["cert_id"]
        same = named["serial_number"].native == certificate.serial_number
        if same and state.name == "revoked" and _names(named, certificate):
            found: datetime = state.chosen["revocation_time"].native
            return found
    return None


def _names(named: Any, certificate: x509.Certificate) -> bool:
    hashed: bytes = getattr(certificate.issuer, named["hash_algorithm"]["algorithm"].native, b"")
    return named["issuer_name_hash"].native == hashed


def _data(ref: Any, purpose: DecodePurpose) -> bytes:
    data: bytes = ref.get_object().read_data(purpose)
    return data
