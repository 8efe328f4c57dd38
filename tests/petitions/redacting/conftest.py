"""A ward with a petition of denunciation, its clerk signed in; pages are drawn in this process, which is quicker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from chuan.exchange.limits import Limits
from chuan.exchange.redacting import copying, showing
from chuan.people.models import Official
from chuan.petitions.models import Petition
from tests.examine import Page, examine, open_page, sign_in
from tests.people import Ward, make_ward
from tests.petitions.made import petition_clerk, received


class _Drawer:
    """Answers about pages as the process apart does."""

    def __init__(self, task: str, opening: dict[str, Any], *, limits: Limits) -> None:
        self._limits = limits

    def __enter__(self) -> _Drawer:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def ask(self, data: bytes, *, name: str) -> dict[str, Any]:
        return showing.read(data, {}, name=name, limits=self._limits).packed()


def _here(task: str, data: bytes, *, name: str, limits: Limits) -> dict[str, Any]:
    return copying.redact_here(data, name=name, limits=limits).packed()


@pytest.fixture(autouse=True)
def drawn_here(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, settings, tmp_path: Path
) -> None:
    settings.SEAL_KEYS = tmp_path / "keys" / "seal_keys"
    if "own_process" not in request.keywords:
        monkeypatch.setattr(copying, "run_apart", _here)
        monkeypatch.setattr(showing, "Kept", _Drawer)


@dataclass
class Desk:
    """The clerk at his desk, with a petition and its addresses; what is committed runs when a request ends."""

    ward: Ward
    official: Official
    client: Client
    petition: Petition
    commit: Any

    @property
    def address(self) -> str:
        return f"/don-thu/{self.petition.uid}/che/"

    def post(self, url: str, data: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
        with self.commit(execute=True):
            return self.client.post(url, data or {}, **more)

    def bring(self, data: bytes, name: str = "don-to-cao.pdf") -> HttpResponse:
        return self.post(self.address, {"tep": SimpleUploadedFile(name, data)})

    def page(self, number: int = 1) -> Page:
        return open_page(self.client, f"{self.address}trang/{number}/")

    def mark(self, number: int, *areas: str, looked: bool = True, **more: Any) -> HttpResponse:
        sent = self.page(number).forms[0].values | {"vung": list(areas), "lam": "luu", **more}
        sent.pop("da_xem", None)
        return self.post(f"{self.address}trang/{number}/", sent | ({"da_xem": "1"} if looked else {}))

    def covered(self, data: bytes, *areas: str) -> str:
        """A copy of a scan of one page, made and not yet looked at; its address."""
        self.bring(data)
        self.mark(1, *areas)
        return self.post(f"{self.address}lam/").headers["Location"]

    def look(self, address: str, looker: Client | None = None, **ticked: str) -> HttpResponse:
        """The second look of somebody else, the Chairman unless told otherwise."""
        with self.commit(execute=True):
            return (looker or sign_in(Client(), self.ward.chairman)).post(address, ticked)

    def confirmed(self, data: bytes, *areas: str) -> str:
        address = self.covered(data, *areas)
        assert self.look(address, xem_1="on").status_code == 302
        return address

    def refused(self, response: HttpResponse) -> Page:
        return examine(response, status=422)


@pytest.fixture
def ward(db: None) -> Ward:
    return make_ward()


@pytest.fixture
def desk(ward: Ward, client: Client, django_capture_on_commit_callbacks) -> Desk:
    official = petition_clerk(ward)
    petition = received(ward.viewer(official), "denunciation")
    return Desk(ward, official, sign_in(client, official), petition, django_capture_on_commit_callbacks)


def handled_by(desk: Desk, official: Official) -> Client:
    """The petition given to an official; his browser."""
    Petition.objects.filter(pk=desk.petition.pk).update(handler=official)
    return sign_in(Client(), official)
