"""A draft with its places reserved, and signatures of the test authority's people through the product."""

from __future__ import annotations

import functools
from datetime import UTC, datetime

import typst

from chuan.exchange.signing import (
    DAY,
    MONTH,
    NUMBER,
    PERSON,
    SEAL,
    Box,
    Certificate,
    Finished,
    Level,
    Services,
    Web,
    finish,
    prepare,
    reserve,
    seal_beside,
)
from tests.signing.authority import Authority

PERSON_BOX = Box(0, 330, 250, 480, 310)
PLACES = {
    PERSON: PERSON_BOX,
    NUMBER: Box(0, 110, 742, 140, 758),
    DAY: Box(0, 380, 742, 400, 758),
    MONTH: Box(0, 430, 742, 450, 758),
    SEAL: seal_beside(PERSON_BOX, width_mm=36, height_mm=36),
}

_PAPER = """#set page("a4", margin: 25mm)
#set text(size: 13pt)
#v(12pt) ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG \\ Số:             /QĐ-UBND
#lorem(80)
"""


@functools.cache
def draft() -> bytes:
    """A page that waits for a person, a number, a day, a month and a seal."""
    return reserve(paper(), PLACES)


@functools.cache
def paper() -> bytes:
    """The page before anything is reserved: PDF/A as the product makes it."""
    moment = datetime(2021, 1, 29, tzinfo=UTC)
    return typst.compile(_PAPER.encode(), format="pdf", pdf_standards=["a-2b"], timestamp=moment)


@functools.cache
def words(text: str, width: int = 30, height: int = 16) -> bytes:
    """A small transparent PDF that shows a text."""
    page = f"#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)\n"
    return typst.compile((page + f"#align(center + horizon)[{text}]").encode(), format="pdf")


def services(trust: Authority) -> Services:
    """Everything that the unit configured: the test authority's server and root."""
    return Services(trust.url + "/tsa", (trust.url,), (trust.root.der,), seconds=5)


def certificate(trust: Authority, who: str) -> Certificate:
    """Somebody's certificate as the device gives it."""
    return Certificate(trust.person(who).der, trust.person(who).chain)


def signed(
    pdf: bytes, who: str, field: str, *, trust: Authority, level: Level = Level.B, shows: str = "",
    web: Web | None = None,
) -> Finished:  # fmt: skip
    """One signature of the product, key and all."""
    waiting = prepare(
        pdf, field, certificate=certificate(trust, who), at=trust.now(), level=level,
        appearance=words(shows) if shows else None,
    )  # fmt: skip
    signature = trust.person(who).signature(waiting.to_sign)
    return finish(waiting, signature, at=trust.now(), services=services(trust), web=web)


_issued: dict[tuple[str, Level], Finished] = {}


def issued(trust: Authority, level: Level = Level.B) -> Finished:
    """Signed by the chairman, numbered 05, dated 02, sealed; made once for an authority with all its services."""
    if trust.down:
        return _issue(trust, level)
    if (trust.url, level) not in _issued:
        _issued[trust.url, level] = _issue(trust, level)
    return _issued[trust.url, level]


def _issue(trust: Authority, level: Level) -> Finished:
    done = signed(draft(), "chairman", PERSON, trust=trust, level=level, shows="ky")
    for field, shows in ((NUMBER, "05"), (DAY, "02"), (MONTH, "02")):
        done = signed(done.pdf, "agency", field, trust=trust, level=min(level, Level.T), shows=shows)
    return signed(done.pdf, "agency", SEAL, trust=trust, level=level)
