"""Whom the unit trusts: roots, certificates in between, revocation lists and answers, each with its source.

What stood on an item is checked again in the background when it comes or goes (``rechecking``).
"""

from __future__ import annotations

from datetime import date, datetime

from asn1crypto import crl, ocsp, x509
from django.db import IntegrityError

from chuan.documents.models import TrustItem
from chuan.documents.permissions import check_sets_trust
from chuan.documents.rechecking import recheck_later
from chuan.documents.refusals_signatures import SourceUnsaid, TrustHeld
from chuan.exchange.signatures import AnchorUnreadable
from chuan.exchange.signatures.trust import unarmoured
from chuan.files import actions as files
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, ReasonMissing
from chuan.trail.actions import act

LONGEST = 2_000_000
Kind = TrustItem.Kind


def add_items(data: bytes, name: str, *, citation: str, by: Viewer, at: datetime) -> list[TrustItem]:
    """Declare what a file holds: certificates, lists, answers; a PEM file may hold several.

    A certificate that signed itself is a root, any other one in between. Raises ``NotAllowed``, ``SourceUnsaid``,
    ``AnchorUnreadable``, ``TrustHeld``.
    """
    check_sets_trust(by)
    said = " ".join(citation.split())[:300]
    if not said:
        raise SourceUnsaid()
    found = [_item(der, name) for der in unarmoured(data[:LONGEST], name=name)]
    items = [
        TrustItem(unit=by.unit, blob=files.keep(der, media_type="application/octet-stream"), citation=said,
                  by=by.official, recorded_at=at, kind=kind, title=title[:300], valid_from=start, valid_to=end)
        for kind, title, start, end, der in found
    ]  # fmt: skip
    with act("trust.add", Subject("trust_item", items[0].uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        for item in items:
            held = TrustItem.objects.filter(
                unit=by.unit, kind=item.kind, blob=item.blob, ended_at__isnull=True
            )
            if held.exists():
                raise TrustHeld(title=item.title)
            _save(item)
        doing.detail = {"titles": [item.title for item in items], "citation": said}
    recheck_later(by.unit)
    return items


def end_item(item: TrustItem, reason: str, *, by: Viewer, at: datetime) -> TrustItem:
    """Trust it no more from now on. Raises ``NotAllowed``, ``ReasonMissing``, ``NotFound``."""
    check_sets_trust(by)
    if item.unit_id != by.unit.pk:
        raise NotFound(thing="mục tin cậy này")
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing(act="thôi tin cậy")
    subject = Subject("trust_item", item.uid)
    with act("trust.end", subject, by=by, unit_uid=by.unit.uid, at=at, title=item.title, reason=said):
        held = TrustItem.objects.select_for_update().get(pk=item.pk)
        if held.ended_at is not None:
            raise NotFound(thing="mục tin cậy đang dùng này")
        held.ended_at, held.reason = at, said
        held.save(update_fields=["ended_at", "reason"])
    recheck_later(by.unit)
    return held


def _save(item: TrustItem) -> None:
    try:
        item.save()
    except IntegrityError:
        raise TrustHeld(title=item.title) from None


def _item(der: bytes, name: str) -> tuple[str, str, date | None, date | None, bytes]:
    """(kind, title, from, to, bytes) of one value. Raises ``AnchorUnreadable``."""
    for read in (_certificate, _list, _answer):
        try:
            return (*read(der), der)
        except (ValueError, TypeError, KeyError, OverflowError):
            continue
    raise AnchorUnreadable(name=name)


def _certificate(der: bytes) -> tuple[str, str, date | None, date | None]:
    read = x509.Certificate.load(der, strict=True)
    kind = Kind.ANCHOR if read.self_issued else Kind.INTERMEDIATE
    return kind, _common(read.subject), read.not_valid_before.date(), read.not_valid_after.date()


def _list(der: bytes) -> tuple[str, str, date | None, date | None]:
    told = crl.CertificateList.load(der, strict=True)["tbs_cert_list"]
    start, end = told["this_update"].native, told["next_update"].native
    return Kind.CRL, f"CRL {_common(told['issuer'])}", start.date(), end.date() if end else None


def _answer(der: bytes) -> tuple[str, str, date | None, date | None]:
    read = ocsp.OCSPResponse.load(der, strict=True)
    told = read.response_data
    first = told["responses"][0]
    end = first["next_update"].native
    return (
        Kind.OCSP,
        f"OCSP {told['produced_at'].native:%d/%m/%Y}",
        first["this_update"].native.date(),
        end.date() if end else None,
    )


def _common(name: x509.Name) -> str:
    """The common name, else the whole of it."""
    return str(name.native.get("common_name") or name.human_friendly)
