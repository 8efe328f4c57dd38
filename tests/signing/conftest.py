"""One authority a session, its answers reset before each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chuan.rules.refusals import FileTooSlow
from tests.signing import device
from tests.signing.authority import Authority
from tests.signing.responders import served


@pytest.fixture(scope="session")
def _authority() -> Iterator[Authority]:
    with served(Authority()) as authority:
        yield authority


@pytest.fixture
def trust(_authority: Authority) -> Iterator[Authority]:
    """The test authority, all its services answering, nobody revoked but ``revoked``."""
    _authority.moment = None
    _authority.down.clear()
    _authority.asked.clear()
    yield _authority
    for who in ("chairman", "agency", "issuing"):
        _authority.restore(who)


@pytest.fixture(scope="session")
def module(tmp_path_factory: pytest.TempPathFactory, _authority: Authority) -> str:
    """SoftHSM's library with three devices: the chairman's, one with three certificates, an empty one."""
    path = device.module()
    device.settle(tmp_path_factory.mktemp("softhsm"))
    for label in ("chu-tich", "van-thu", "trong"):
        device.make(label)
    device.put("chu-tich", "ky", _authority.person("chairman"))
    device.put("van-thu", "co-quan", _authority.person("rsa"))
    device.put("van-thu", "ca-nhan", _authority.person("clerk"), above=False)
    device.put("van-thu", "khong-khoa", _authority.person("vice"), key=False)
    return path


@pytest.fixture
def checked() -> None:
    """Asked for by a test that wants our own check of what was signed: a process of its own, half a second."""


@pytest.fixture
def unchecked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere the check does not run, which costs a check and never a signature."""

    def too_slow(*_: object) -> None:
        raise FileTooSlow(name="van-ban.pdf", seconds=0)

    if "checked" not in request.fixturenames:
        monkeypatch.setattr("chuan.documents.signing.actions.taking.check_file", too_slow)
