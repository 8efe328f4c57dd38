"""CRL, OCSP, issuers and time stamps of the test authority, answered over HTTP on 127.0.0.1."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import tsp
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.signing.authority import Authority


@contextmanager
def served(authority: Authority) -> Iterator[Authority]:
    """The authority with its server running; ``url`` is set before any certificate is made."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(authority))
    authority.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield authority
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def time_stamper(authority: Authority) -> DummyTimeStamper:
    """The time-stamping service as an object, for use without a server."""
    tsa, above = authority.tsa, [authority.time.asn1]
    return DummyTimeStamper(tsa.asn1, tsa.asn1_key, certs_to_embed=above, fixed_dt=authority.now())


def _handler(authority: Authority) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _answer(self, body: bytes) -> None:
            authority.asked.append(self.path)
            kind, _, name = self.path.strip("/").partition("/")
            if kind in authority.down:
                self.send_error(503)
                return
            said, media = _said(authority, kind, name.partition(".")[0], body)
            self.send_response(200)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            """Silence."""

    return Handler


def _said(authority: Authority, kind: str, name: str, body: bytes) -> tuple[bytes, str]:
    if kind == "crl":
        return authority.crl(name), "application/pkix-crl"
    if kind == "ocsp":
        return authority.answer(body, name), "application/ocsp-response"
    if kind == "ca":
        issuer = {"root": authority.root, "issuing": authority.issuing, "time": authority.time}[name]
        return issuer.certificate.public_bytes(Encoding.DER), "application/pkix-cert"
    asked = tsp.TimeStampReq.load(body)
    return time_stamper(authority).request_tsa_response(asked).dump(), "application/timestamp-reply"
