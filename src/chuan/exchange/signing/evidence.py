"""What proves later that a certificate was good: its chain, and a revocation answer for every link of every chain.

Long-term validation (ETSI EN 319 142-1, 5.4; EN 319 102-1) needs them for the signer, for the
intermediates, for the time-stamping service and its intermediates, and for whoever signed an OCSP
answer: one missing answer leaves a signature "indeterminate" when that certificate has expired.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError, RevokedError, ValidationError

from chuan.exchange.signing.certificates import certificate_of, der_of, is_own_issuer, issuer_of
from chuan.exchange.signing.preparing import waited
from chuan.exchange.signing.refusals import CertificateUnreadable
from chuan.exchange.signing.revocation import answer_about, issuers_named, pointless, responders_in
from chuan.exchange.signing.web import Web

_LONGEST = 8
"""Links of a chain; certificates in circles end here."""


@dataclass
class Evidence:
    """Everything gathered for a document, each thing once; ``lacking`` names what could not be proved."""

    certificates: dict[bytes, x509.Certificate] = field(default_factory=dict)
    ocsps: dict[bytes, None] = field(default_factory=dict)
    crls: dict[bytes, None] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)
    revoked: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every chain is proved."""
        return not self.lacking and not self.revoked


@dataclass(frozen=True)
class Wanted:
    """A certificate to be proved, good at ``at`` (a proved time of its use, or now)."""

    certificate: x509.Certificate
    at: datetime


def gather(wanted: Iterable[Wanted], pool: Iterable[x509.Certificate], *, web: Web) -> Evidence:
    """Ask the configured addresses for all that proves these certificates; nothing raised, all told.

    ``pool``: certificates found in the document.
    """
    found = Evidence()
    known = _known(pool, web)
    for one in wanted:
        chain = _chain(one.certificate, known, web)
        for place, link in enumerate(chain[:-1]):
            _prove(link, chain[place + 1], found, web)
        found.certificates |= {der_of(link): link for link in chain}
        _judge(one, found, web)
    return found


def _known(pool: Iterable[x509.Certificate], web: Web) -> list[x509.Certificate]:
    services = web.services
    configured = [certificate_of(one) for one in (*services.anchors, *services.certificates)]
    return [*configured, *pool]


def _chain(leaf: x509.Certificate, known: list[x509.Certificate], web: Web) -> list[x509.Certificate]:
    chain = [leaf]
    while not is_own_issuer(chain[-1]) and len(chain) < _LONGEST:
        above = issuer_of(chain[-1], known) or issuer_of(chain[-1], _fetched_issuers(chain[-1], web))
        if above is None:
            break
        chain.append(above)
    return chain


def _fetched_issuers(one: x509.Certificate, web: Web) -> Iterator[x509.Certificate]:
    for url in issuers_named(one):
        try:
            yield certificate_of(web.ask(url))
        except (OSError, CertificateUnreadable):
            continue


def _prove(one: x509.Certificate, issuer: x509.Certificate, found: Evidence, web: Web) -> None:
    """Ask about one link, once; about whoever answered, too, unless its certificate says not to."""
    if der_of(one) in found.certificates or pointless(one):
        return
    found.certificates[der_of(one)] = one
    kind, answer = answer_about(one, issuer, web)
    if kind == "ocsp":
        found.ocsps[answer] = None
        for responder in responders_in(answer):
            if above := issuer_of(responder, [issuer]):
                _prove(responder, above, found, web)
    elif kind == "crl":
        found.crls[answer] = None


def _judge(one: Wanted, found: Evidence, web: Web) -> None:
    """Try the validation that a reader will do offline, with what was gathered and nothing else."""
    leaf = asn1_x509.Certificate.load(der_of(one.certificate))
    name = str(leaf.subject.native.get("common_name") or leaf.subject.human_friendly)
    context = ValidationContext(
        trust_roots=[
            asn1_x509.Certificate.load(der_of(certificate_of(root))) for root in web.services.anchors
        ],
        other_certs=[asn1_x509.Certificate.load(der) for der in found.certificates],
        crls=[asn1_crl.CertificateList.load(one) for one in found.crls],
        ocsps=[asn1_ocsp.OCSPResponse.load(one) for one in found.ocsps],
        revocation_mode="require",
        moment=one.at,
        retroactive_revinfo=True,
        allow_fetching=False,
    )
    try:
        waited(CertificateValidator(leaf, validation_context=context).async_validate_usage(set()))
    except RevokedError:
        found.revoked.append(name)
    except (PathBuildingError, PathValidationError, ValidationError, ValueError):
        found.lacking.append(name)
