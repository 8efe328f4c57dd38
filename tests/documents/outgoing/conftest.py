"""A draft of the ward, taken as far along its way as a test asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from chuan.documents import checking
from chuan.documents.actions import outgoing
from chuan.documents.actions.outgoing import handing
from chuan.documents.models import Document, TrustItem
from chuan.documents.outgoing import matching
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.documents.outgoing.heads import COLLECTIVE, paper_for
from chuan.documents.outgoing.matching import SignedPaper
from chuan.documents.outgoing.versions import content_of
from chuan.exchange.signatures import SignatureReport, Trust, check
from chuan.exchange.signing import DAY, FIELDS, MONTH, NUMBER, PERSON, SEAL, Box, reserve
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.paper.contents import Content, body_from_text, to_json
from chuan.paper.papers import Signer
from chuan.paper.places import typeset
from chuan.people.viewer import Viewer
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import signed

TEXT = """Điều 1. Thành lập Tổ rà soát thủ tục hành chính của phường gồm năm thành viên.
Điều 2. Tổ rà soát báo cáo kết quả trước ngày 20 hằng tháng.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Văn phòng Ủy ban nhân dân phường và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."""


def decision(ward: Ward, on: date, **changed: object) -> Content:
    """A small whole Decision in the right form."""
    content = replace(
        beginning_of("QĐ", ward.unit, on),
        subject="Về việc thành lập Tổ rà soát thủ tục hành chính",
        body=body_from_text(TEXT),
        signer=Signer((COLLECTIVE,), "CHỦ TỊCH", "Ngô Văn Ký"),
    )
    return replace(content, **changed)  # type: ignore[arg-type]


@pytest.fixture
def specialist(ward: Ward, view: Callable[..., Viewer]) -> Viewer:
    """Any official drafts; this one neither reviews nor signs."""
    return view(ward.specialist)


@pytest.fixture
def draft(ward: Ward, specialist: Viewer, now: datetime) -> Document:
    """A whole draft, in its drafter's hands."""
    return outgoing.create(decision(ward, specialist.on), by=specialist, at=now)


@pytest.fixture
def kept(ward: Ward, now: datetime) -> RecordSystem:
    """Keep mode: the unit keeps its register of documents here, by its own document."""
    return RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
        citation="Quyết định số 9/QĐ-UBND", recorded_at=now,
    )  # fmt: skip


@pytest.fixture
def forward(
    clerk: Viewer, chairman: Viewer, specialist: Viewer, now: datetime
) -> Callable[[Document, str], Document]:
    """``forward(draft, "to_sign")``: reviewed and approved up to that stage."""

    def go(document: Document, stage: str) -> Document:
        steps = {
            "content_review": lambda: outgoing.submit(document, by=specialist, at=now),
            "form_review": lambda: outgoing.approve_content(document, by=chairman, at=now),
            "to_sign": lambda: outgoing.approve_form(document, by=clerk, at=now),
            "handed_over": lambda: outgoing.hand_over(document, by=clerk, at=now),
        }
        for name, step in steps.items():
            step()
            if name == stage:
                break
        document.refresh_from_db()
        return document

    return go


@pytest.fixture(scope="session")
def people() -> Authority:
    """An authority that issues certificates to the chairman and the agency; nothing is asked of it."""
    return Authority()


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes are checked and read once a session: both are processes of their own."""

    def checked(data: bytes, *, name: str, trust: Trust, at: datetime) -> SignatureReport:
        key = ("check", data, trust.digest)
        if key not in _kept:
            _kept[key] = check(data, name=name, trust=trust, at=at)
        return _kept[key]

    def read(data: bytes, name: str) -> SignedPaper:
        if ("read", data) not in _kept:
            _kept["read", data] = matching.read_signed(data, name)
        return _kept["read", data]

    monkeypatch.setattr(checking, "check", checked)
    monkeypatch.setattr(handing, "read_signed", read)


_kept: dict[tuple[object, ...], Any] = {}
_made: dict[tuple[object, ...], bytes] = {}


def signed_elsewhere(document: Document, people: Authority, **given: Any) -> bytes:
    """The paper as another system gives it back, made once a session for the same words; see ``_signed``."""
    content = given.pop("content", None) or content_of(document)
    key = (to_json(content), document.symbol, *sorted(given.items()))
    if key not in _made:
        _made[key] = _signed(document, people, content=content, **given)
    return _made[key]


def _signed(
    document: Document, people: Authority, *, content: Content, number: str = "", on: date | None = None,
    widgets: bool = False, signers: tuple[str, ...] = ("chairman", "agency"),
) -> bytes:  # fmt: skip
    """Typeset with its number (or with number, day, month in widgets)."""
    paper = paper_for(
        document,
        content,
        number="" if widgets else number,
        on=None if widgets else on,
    )
    if widgets and on is not None:
        paper = replace(paper, year=on.year)
    made = typeset(paper)
    places = {
        name: Box(one.page, one.x0, one.y0, one.x1, one.y1)
        for name, one in made.places.items()
        if name in FIELDS
    }
    pdf = reserve(made.pdf, places)
    if "chairman" in signers:
        pdf = signed(pdf, "head", PERSON, trust=people).pdf
    if widgets and on is not None:
        for field, shows in (
            (NUMBER, number),
            (DAY, f"{on.day:02d}"),
            (MONTH, f"{on.month:02d}" if on.month < 3 else str(on.month)),
        ):
            pdf = signed(pdf, "agency", field, trust=people, shows=shows).pdf
    if "agency" in signers:
        pdf = signed(pdf, "agency", SEAL, trust=people).pdf
    return pdf


@pytest.fixture
def trusted(ward: Ward, people: Authority, now: datetime) -> None:
    """The unit trusts the authority's root."""
    root = files.keep(people.root.der, media_type="application/pkix-cert")
    TrustItem.objects.create(
        unit=ward.unit,
        kind="anchor",
        blob=root,
        title="Gốc thử nghiệm",
        citation="Thông báo thử",
        recorded_at=now,
    )
