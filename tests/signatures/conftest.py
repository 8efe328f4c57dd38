"""One authority and the same few signed papers for the whole folder; checks run in this process for speed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from chuan.exchange.signatures import SignatureReport, Trust
from chuan.exchange.signatures.reading import read_report
from tests.signatures.papers import paper, with_double
from tests.signing.authority import Authority
from tests.signing.signed import sign

Check = Callable[..., SignatureReport]


@dataclass(frozen=True)
class Signed:
    """Papers signed by the test authority."""

    one: bytes
    two: bytes
    lasting: bytes
    certified: bytes
    double: bytes


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Nothing of it answers over the network."""
    return Authority()


@pytest.fixture(scope="session")
def trust(authority: Authority) -> Trust:
    """The anchor, with revocation given offline."""
    above = (authority.issuing.der, authority.time.der)
    authority.person("revoked")
    return Trust(anchors=(authority.root.der,), intermediates=above, crls=tuple(authority.crls()))


@pytest.fixture(scope="session")
def at() -> datetime:
    """Later than every signature of the session, however slow the machine."""
    return datetime.now(UTC) + timedelta(minutes=40)


@pytest.fixture(scope="session")
def checked(trust: Trust, at: datetime) -> Check:
    """Check in this process; ``trust`` and ``at`` may be given."""

    def run(data: bytes, **given: object) -> SignatureReport:
        return read_report(data, **{"name": "thu.pdf", "trust": trust, "at": at} | given)  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def signed(authority: Authority) -> Signed:
    """Made once."""
    one = sign(paper(), trust=authority, level="B-T")
    seal = {"field": "seal", "box": (200, 100, 300, 200)}
    return Signed(
        one=one,
        two=sign(one, "agency", trust=authority, level="B-T", **seal),
        lasting=sign(
            sign(paper(), trust=authority, level="B-LT"), "agency", trust=authority, level="B-LTA", **seal
        ),
        certified=sign(paper(), trust=authority, level="B-T", certify=True),
        double=sign(with_double(), trust=authority, level="B-T"),
    )
