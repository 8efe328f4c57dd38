"""The people of one ward, each at a screen of his own for a whole file of tests; and the devices they sign with."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import CHUAN, House, Walker
from tests.signing import device
from tests.signing.authority import Authority

KEPT_BY = "Quyết định số 03/QĐ-UBND giao Chuẩn giữ sổ văn bản (minh họa)"
CODE, IN_CHARGE = "H27.31.5", "UBND tỉnh Hà Tĩnh"


@dataclass
class People:
    """Screens by username, signed in when they are first asked for."""

    house: House
    browser: Browser
    screens: dict[str, Walker] = field(default_factory=dict)

    def of(self, username: str) -> Walker:
        """Somebody's screen."""
        if username not in self.screens:
            context = self.browser.new_context(
                viewport={"width": 1366, "height": 768}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
            )
            context.set_default_timeout(20_000)
            self.screens[username] = Walker(context.new_page(), self.house.address)
            self.screens[username].sign_in(username)
        return self.screens[username]

    @property
    def chairman(self) -> Walker:
        """Decides, signs, gives work out."""
        return self.of("chutich")

    @property
    def clerk(self) -> Walker:
        """The office clerk, who also keeps the registry."""
        return self.of("vanphong")


@contextmanager
def seated(house: House, browser: Browser) -> Iterator[People]:
    """Everybody stays signed in; what a console said fails the file at its end."""
    people = People(house, browser)
    yield people
    heard = [error for walker in people.screens.values() for error in walker.errors]
    for walker in people.screens.values():
        walker.page.context.close()
    assert not heard, heard


def today() -> str:
    """As it is typed."""
    return f"{date.today():%d/%m/%Y}"


def keep_documents_here(people: People) -> None:
    """The Chairman says by which document Chuẩn keeps the register, from today; the clerk writes the organ code."""
    chairman, clerk = people.chairman, people.clerk
    chairman.go("/nguon-chinh/documents/")
    chairman.choose("Ở Chuẩn: sổ được ghi tại đây")
    chairman.fill(tu=today(), can_cu=KEPT_BY)
    chairman.press("Ghi nguồn chính")
    chairman.sees("Giữ sổ", KEPT_BY)
    clerk.go("/van-ban/gui-nhan/ma-dinh-danh/")
    clerk.fill(code=CODE, in_charge=IN_CHARGE, valid_from=today(), citation="Quyết định cấp mã (minh họa)")
    clerk.follow(clerk.page.locator("main form button[type=submit]").first)


@dataclass(frozen=True)
class Devices:
    """What two officials plug in: SoftHSM in a folder of its own."""

    library: str
    settings: str

    def sign(self, house: House, code: str, token: str) -> str:
        """The real command, answered as a person would; returns what it said."""
        command = [str(CHUAN), "sign", "--server", house.address, "--ticket", code, "--module", self.library]
        ran = subprocess.run(
            [*command, "--token", token], env=house.env | {"SOFTHSM2_CONF": self.settings}, text=True,
            input=f"có\n{device.PIN}\n", capture_output=True, check=False, timeout=90,
            start_new_session=True,  # without a terminal, the PIN is read from what is given above
        )  # fmt: skip
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout


@contextmanager
def plugged_in(folder: Path, trust: Authority) -> Iterator[Devices]:
    """The chairman's and the agency's devices; skips loudly without SoftHSM, fails in CI."""
    library = device.module()
    pkcs11 = pytest.importorskip("pkcs11", reason="python-pkcs11 không có: thiết bị ký KHÔNG được kiểm")
    before = os.environ.get("SOFTHSM2_CONF")
    try:
        device.settle(folder)
        settings = os.environ["SOFTHSM2_CONF"]
        for label, who in (("chu-tich", "chairman"), ("van-thu", "agency")):
            device.make(label)
            device.put(label, "ky", trust.person(who))
    finally:
        if before is None:
            os.environ.pop("SOFTHSM2_CONF", None)
        else:
            os.environ["SOFTHSM2_CONF"] = before
            pkcs11.lib(library).reinitialize()
    yield Devices(library, settings)


def code_on(walker: Walker) -> str:
    """The one-time code that the page shows."""
    shown = walker.page.locator("span.code").all_inner_texts()
    found = [one for one in shown if re.fullmatch(r"[\w-]{16,}", one)]
    assert len(found) == 1, shown
    return found[0]
