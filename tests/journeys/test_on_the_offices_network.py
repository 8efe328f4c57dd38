"""``chuan serve --lan`` runs: its certificate is checked as a machine does, then the Chairman comes in by a browser."""

from __future__ import annotations

import hashlib
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from chuan.paper.on_screen import in_letters
from chuan.paper.posters import picture
from tests.journeys.conftest import CHUAN, House, Walker
from tests.journeys.test_a_decision_is_drafted_and_comes_back_signed import low

pytestmark = pytest.mark.browser
HERE = "127.0.0.1"
"""An address of this machine alone is one of an office's (tests/upkeep/lan): no cable is needed to try it."""


@pytest.fixture(scope="module")
def house(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The example served to the office's network, its data in a folder whose name has nowhere to break."""
    folder = tmp_path_factory.mktemp("house") / ("dulieucuauybannhandanphuong" * 6) / "data"
    shutil.copytree(example, folder)
    port = _free()
    house = House(f"https://{HERE}:{port}", folder)
    with (folder / "server.log").open("w") as log:
        command = [str(CHUAN), "serve", "--lan", "--host", HERE, "--port", str(port)]
        process = subprocess.Popen(command, env=house.env, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(house)
        yield house
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def _wait(house: House) -> None:
    for _ in range(300):
        try:
            if ask(house, "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"máy chủ không lên: {said(house)[-2000:]}")


def said(house: House) -> str:
    """What the command printed."""
    return (house.folder / "server.log").read_text(encoding="utf-8")


def authority(house: House) -> Path:
    """The certificate that machines are told to trust, where the command says it lies."""
    found = re.search(r"Máy khác phải tin chứng thư gốc trước: (.+)", said(house))
    return Path(found.group(1)) if found else house.folder / "lan" / "chung-thu-goc.pem"


def ask(house: House, path: str, host: str = "") -> tuple[int, str]:
    """Ask as a machine that trusts the authority; status and body."""
    trusting = ssl.create_default_context(cafile=str(authority(house)))
    request = urllib.request.Request(house.address + path, headers={"Host": host} if host else {})
    try:
        with urllib.request.urlopen(request, timeout=10, context=trusting) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_it_prints_the_address_its_picture_and_what_to_compare(house: House) -> None:
    told = said(house)
    assert in_letters(f"{house.address}/") in told, "máy ảnh của điện thoại đọc địa chỉ này"
    der = ssl.PEM_cert_to_DER_cert(authority(house).read_text())
    assert _spaced(der) in told


def _spaced(der: bytes) -> str:
    return hashlib.sha256(der).digest().hex(" ").upper()


def test_a_machine_that_trusts_the_authority_is_answered_and_no_other(house: House) -> None:
    status, page = ask(house, "/dang-nhap/")
    assert status == 200
    assert "Tên đăng nhập" in page
    with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
        urllib.request.urlopen(f"{house.address}/dang-nhap/", timeout=10)
    assert ask(house, "/dang-nhap/", host="chuan.example.vn")[0] == 400, "chỉ trả lời đúng tên của mình"


def test_nothing_is_said_in_the_clear(house: House) -> None:
    with pytest.raises((OSError, HTTPException)):
        urllib.request.urlopen(house.address.replace("https:", "http:"), timeout=10)


def test_a_browser_warns_until_the_authority_is_trusted(house: House, browser: Browser) -> None:
    context = browser.new_context()
    with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        context.new_page().goto(house.address)
    context.close()


def test_the_keeper_comes_in_and_shows_the_address_to_telephones(house: House, browser: Browser) -> None:
    context = browser.new_context(ignore_https_errors=True, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    keeper = Walker(context.new_page(), house.address)
    keeper.sign_in("quantri")
    (cookie,) = [one for one in context.cookies() if one["name"] == "__Host-sessionid"]
    assert cookie["secure"]
    keeper.go("/he-thong/")
    keeper.press("Địa chỉ trên mạng nội bộ, mã QR cho điện thoại")
    keeper.sees(f"{house.address}/", _spaced(ssl.PEM_cert_to_DER_cert(authority(house).read_text())))
    assert _path(keeper.page.locator(".qr svg").inner_html()) == _path(picture(f"{house.address}/"))
    low(keeper, "dia-chi-mang")
    assert keeper.download("Tải chứng thư gốc") == authority(house).read_bytes()
    telephone = keeper.page.goto(keeper.page.locator(".qr").get_attribute("aria-label").split()[-1])
    assert telephone.security_details()["issuer"].startswith("Chuẩn, mạng nội bộ")
    assert not keeper.errors
    context.close()


def _path(svg: str) -> list[str]:
    """What is drawn, however the picture is spelt."""
    return re.findall(r'\bd="([^"]+)"', svg)
