"""Signed PDFs verified: integrity, coverage, later changes, chain, revocation and time.

``check`` and ``check_many`` run pyHanko in a bounded process of its own (``child``); nothing is ever
fetched, so anchors, revocation lists and OCSP answers come with ``Trust``.
"""

from chuan.exchange.signatures.checking import LIMITS, check, check_many
from chuan.exchange.signatures.report import (
    CertificateFacts,
    Coverage,
    Kind,
    Reason,
    SignatureFound,
    SignatureReport,
    Verdict,
)
from chuan.exchange.signatures.trust import Trust
from chuan.rules.refusals import AnchorUnreadable

__all__ = [
    "LIMITS",
    "AnchorUnreadable",
    "CertificateFacts",
    "Coverage",
    "Kind",
    "Reason",
    "SignatureFound",
    "SignatureReport",
    "Trust",
    "Verdict",
    "check",
    "check_many",
]
