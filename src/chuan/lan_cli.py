"""``chuan serve --lan``: the office's network, encrypted by a certificate of the house, with a picture for phones."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime

from chuan.upkeep.lan.addresses import Address, local_name, office_address, url_of


def serve(given: argparse.Namespace, *, port: int) -> int:
    """Serve one address of the office's network until stopped. Raises ``Refused`` for any other."""
    address = office_address(given.host)
    name, url = local_name(), url_of(address, port)
    _choose(address, name, url)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()
    from django.conf import settings

    from chuan import serving
    from chuan.paper.on_screen import in_letters
    from chuan.upkeep.lan.authority import certify

    serving.require_free(str(address), port)
    serving.prepare()
    certified = certify(settings.LAN_DIR, address, name, at=datetime.now(UTC))
    print(in_letters(url))
    print(f"Chuẩn trên mạng nội bộ: {url}  (dừng bằng Ctrl+C)")
    print(f"Máy khác phải tin chứng thư gốc trước: {certified.authority}")
    print(f"Vân tay SHA-256 để so: {certified.fingerprint}", flush=True)
    serving.serve(host=str(address), port=port, threads=given.threads or serving.THREADS, certified=certified)
    return 0


def _choose(address: Address, name: str, url: str) -> None:
    """Settings of this process and of those it starts: exactly these names, secure cookies, no HSTS."""
    host = f"[{address}]" if address.version == 6 else str(address)
    os.environ["CHUAN_HOSTS"] = ",".join(filter(None, (host, name)))
    os.environ["CHUAN_HTTPS"], os.environ["CHUAN_LAN"] = "1", url
    os.environ["CHUAN_PROXIES"] = "0"
