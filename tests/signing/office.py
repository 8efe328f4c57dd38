"""An office that signs here: keep mode, certificates registered, drafts that wait for signatures."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from chuan.documents.models import Certificate, Document, TrustItem
from chuan.documents.signing import actions
from chuan.documents.signing.actions import Opened
from chuan.documents.signing.steps import Role
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.people.models import Official, UnitSetting
from chuan.people.viewer import Viewer, viewer_of
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import PERSON, draft, signed

PAPER = "Quyết định thử nghiệm về ký số"
SINCE = date(2020, 1, 1)
_serials = count(1)


@dataclass(frozen=True)
class Office:
    """The ward, who signs with what, and a place where its documents come from."""

    ward: Ward
    trust: Authority

    def viewer(self, official: Official) -> Viewer:
        """Somebody today."""
        found = viewer_of(official.account, on=timezone.localdate())
        assert found is not None
        return found

    @property
    def chairman(self) -> Viewer:
        """Signs as the authorised person."""
        return self.viewer(self.ward.chairman)

    @property
    def clerk(self) -> Viewer:
        """Numbers and seals."""
        return self.viewer(self.ward.clerk)

    def waiting(self, pdf: bytes | None = None) -> Document:
        """A document that waits for the person."""
        blob = files.keep(pdf or draft(), media_type="application/pdf")
        return self._document(stage="to_sign", blob=blob, subject=f"thử nghiệm {next(_serials)}")

    def numbered(self, pdf: bytes | None = None) -> Document:
        """A document signed by the chairman and numbered 05 on 2/3, that waits for the seal."""
        data = pdf or signed(draft(), "chairman", PERSON, trust=self.trust).pdf
        value = next(_serials)
        return self._document(
            stage="numbered", blob=files.keep(data, media_type="application/pdf"), signed_on=date(2021, 3, 2),
            series="out", number_year=2021, number_value=value, number=f"{value:02d}", symbol="QĐ-UBND",
            issued_on=date(2021, 3, 2), subject="đã cấp số",
        )  # fmt: skip

    def open(self, *documents: Document, role: str = Role.PERSON, at: datetime | None = None) -> Opened:
        """A ticket of the chairman's or, for the seal, of the clerk's."""
        by = self.chairman if role == Role.PERSON else self.clerk
        return actions.open_ticket(list(documents), role, by=by, at=at or timezone.now())

    def _document(self, **given) -> Document:
        return Document.objects.create(
            unit=self.ward.unit, owner_unit=self.ward.unit, type="QĐ", recorded_at=timezone.now(), electronic=True,
            basis="draft", file_name="du-thao.pdf", **given,
        )  # fmt: skip


def settle(ward: Ward, trust: Authority) -> Office:
    """Keep mode from 2020, the authority trusted, the chairman's and the agency's certificates written down."""
    RecordSystem.objects.create(
        unit=ward.unit,
        register="documents",
        system="Chuẩn",
        keeps=True,
        citation=PAPER,
        valid_from=SINCE,
        recorded_at=timezone.now(),
    )
    root = files.keep(trust.root.der, media_type="application/pkix-cert")
    TrustItem.objects.create(
        unit=ward.unit, kind="anchor", blob=root, title="Gốc", citation=PAPER, recorded_at=timezone.now()
    )
    office = Office(ward, trust)
    for who, official in (("chairman", ward.chairman), ("agency", None)):
        actions.register_certificate(trust.person(who).der, official, by=office.clerk, at=timezone.now())
    return office


def choose(office: Office, key: str, value: str) -> None:
    """One of the unit's own settings, from 2020."""
    UnitSetting.objects.create(unit=office.ward.unit, key=key, value=value, valid_from=SINCE, citation=PAPER)


def services(office: Office) -> None:
    """The authority's time stamps and revocation are configured."""
    choose(office, "documents.timestamp_url", f"{office.trust.url}/tsa")
    choose(office, "documents.revocation_addresses", office.trust.url)


class Command:
    """What ``chuan sign`` sends, by hand."""

    def __init__(self, code: str, *, client: Client | None = None) -> None:
        self.code, self.client = code, client or Client(enforce_csrf_checks=True)

    def post(self, what: str, **body) -> HttpResponse:
        """One request; the code is in the body."""
        text = json.dumps({"code": self.code} | body)
        return self.client.post(f"/van-ban/ky/lenh/{what}/", text, content_type="application/json")

    def begin(self, trust: Authority, who: str) -> HttpResponse:
        """Show a certificate."""
        person = trust.person(who)
        return self.post("mo", certificate=b64(person.der), chain=[b64(one) for one in person.chain])

    def round(self, trust: Authority, who: str) -> list[dict]:
        """Prepare what waits, sign it, give it back; the results."""
        items = self.post("cho").json().get("items", ())  # a closed ticket has none
        given = [
            {
                "document": one["document"],
                "signature": b64(trust.person(who).signature(base64.b64decode(one["to_sign"]))),
            }
            for one in items
        ]
        return self.post("nop", signatures=given).json()["results"] if given else []

    def all(self, trust: Authority, who: str) -> list[dict]:
        """Rounds until nothing is left."""
        done: list[dict] = []
        while results := self.round(trust, who):
            done += results
        return done


def b64(data: bytes) -> str:
    """Bytes as the endpoints take them."""
    return base64.b64encode(data).decode()


def certificate_row(office: Office, who: str) -> Certificate:
    """The row of somebody's certificate."""
    from chuan.exchange.signing import Certificate as Found

    return Certificate.objects.get(fingerprint=Found(office.trust.person(who).der).digest)
