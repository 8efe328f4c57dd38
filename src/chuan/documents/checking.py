"""Checks of signed files: by what the unit trusts, and kept as they were said.

``check_file`` is slow and runs before the transaction; ``record_check`` runs inside the act of whoever calls it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from chuan.documents.models import Certificate, Document, Signature, SignatureCheck, TrustItem
from chuan.documents.states import put_states
from chuan.exchange.signatures import Kind, SignatureFound, SignatureReport, Trust, Verdict, check
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.people.models import Unit
from chuan.people.viewer import Viewer

NONE = "none"
"""No such signature: what ``SignatureCheck.person`` and ``agency`` say beside the three verdicts."""

_PLACES = {
    TrustItem.Kind.ANCHOR: "anchors",
    TrustItem.Kind.INTERMEDIATE: "intermediates",
    TrustItem.Kind.CRL: "crls",
    TrustItem.Kind.OCSP: "ocsps",
}
_WORST_LAST = (Verdict.PASSED.value, Verdict.INDETERMINATE.value, Verdict.FAILED.value)


def trust_of(unit: Unit) -> Trust:
    """Everything the unit trusts now. Raises OSError where a kept file is damaged or gone."""
    given: dict[str, list[bytes]] = {name: [] for name in _PLACES.values()}
    items = TrustItem.objects.filter(unit=unit, ended_at__isnull=True).select_related("blob").order_by("pk")
    for item in items:
        given[_PLACES[TrustItem.Kind(item.kind)]].append(files.read(item.blob))
    return Trust(**{name: tuple(data) for name, data in given.items()})


def check_file(data: bytes, name: str, unit: Unit, at: datetime) -> SignatureReport:
    """Check a PDF's signatures by what the unit trusts, as of ``at``. Run it before the transaction.

    Raises the file refusals (FileIsBroken and its like) of ``exchange.signatures.check``.
    """
    return check(data, name=name, trust=trust_of(unit), at=at)


def record_check(
    document: Document | None,
    blob: Blob,
    report: SignatureReport,
    *,
    by: Viewer | None,
    at: datetime,
    file_name: str = "",
    unit: Unit | None = None,
) -> SignatureCheck:
    """Keep a check with every signature it found; the document's counted facts follow. Inside an act.

    ``unit`` only where there is no document yet (a file that matches nothing).
    """
    owner = document.owner_unit if document is not None else unit
    if owner is None:
        raise ValueError("a check belongs to a document or to a unit")
    kinds = kinds_of(report.signatures, owner)
    kept = SignatureCheck.objects.create(
        unit=owner,
        document=document,
        blob=blob,
        file_name=(file_name or (document.file_name if document else ""))[:255],
        verdict=report.verdict.value,
        person=said_of(report, kinds, Kind.PERSON),
        agency=said_of(report, kinds, Kind.AGENCY),
        report=json.dumps(report.to_json(), ensure_ascii=False),
        trust_digest=report.trust,
        by=by.official if by else None,
        checked_at=at,
    )
    Signature.objects.bulk_create(
        _row(kept, place, one, kinds[place]) for place, one in enumerate(report.signatures)
    )
    if document is not None:
        put_states([document.pk], at=at)
    return kept


def kinds_of(signatures: Iterable[SignatureFound], unit: Unit) -> list[Kind]:
    """Person's or agency's, for each signature: by the unit's register of certificates, else by the certificate."""
    found = list(signatures)
    registered = _registered([one.certificate.sha256 for one in found if one.certificate], unit)
    return [registered.get(one.certificate.sha256 if one.certificate else "", one.kind) for one in found]


def said_of(report: SignatureReport, kinds: list[Kind], kind: Kind) -> str:
    """The worst verdict of this kind's signatures: passed, indeterminate, failed; "none" without any.

    A field that only writes a number or a day is no signature of anybody's. What is wrong with the file
    as a whole counts against every signature in it.
    """
    own = [
        one.verdict.value
        for one, its in zip(report.signatures, kinds, strict=True)
        if its == kind and not one.is_widget_only
    ]
    whole = [reason.verdict.value for reason in report.reasons]
    return max([*own, *whole], key=_WORST_LAST.index) if own else NONE


def _registered(digests: list[str], unit: Unit) -> Mapping[str, Kind]:
    rows = Certificate.objects.filter(unit=unit, fingerprint__in=digests).values_list(
        "fingerprint", "official"
    )
    return {digest: Kind.PERSON if official else Kind.AGENCY for digest, official in rows}


def _row(kept: SignatureCheck, place: int, one: SignatureFound, kind: Kind) -> Signature:
    return Signature(
        found_by=kept,
        ordinal=place + 1,
        field=one.field[:120],
        kind=kind.value,
        signer=one.signer[:300],
        certificate=one.certificate.sha256 if one.certificate else "",
        level=one.level[:10],
        verdict=one.verdict.value,
        claimed_at=one.time,
    )
