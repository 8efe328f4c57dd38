"""A provider of OpenID Connect on this machine, honest unless told otherwise."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote_plus, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils import timezone

CLIENT, SECRET = "chuan-phuong", "bí mật của phường"


@dataclass
class Provider:
    """What it answers; a test changes ``claims``, ``header``, ``signed_with`` or ``described`` to make it lie."""

    address: str = ""
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    described: dict[str, Any] = field(default_factory=dict)
    header: dict[str, str] = field(default_factory=dict)
    signed_with: ec.EllipticCurvePrivateKey | None = None

    def granted(self, address: str) -> dict[str, str]:
        """What a browser sent there would bring back: the person has agreed."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(12)
        self.codes[code] = asked
        return {"code": code, "state": asked["state"], "iss": self.address}

    def description(self) -> dict[str, Any]:
        """Discovery."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/vao",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
        } | self.described

    def keys(self) -> dict[str, Any]:
        """The public key."""
        public = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "1", "alg": "ES256", "use": "sig"}]}

    def token(self, sent: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """An ID token for a code, once; None when the code, the verifier or the client is wrong."""
        asked = self.codes.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        wanted = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        known = base64.b64encode(f"{quote_plus(CLIENT)}:{quote_plus(SECRET)}".encode()).decode()
        if not asked or asked["code_challenge"] != wanted or authorization != f"Basic {known}":
            return None
        return {"access_token": "không dùng", "token_type": "Bearer", "id_token": self._signed(asked)}

    def _signed(self, asked: dict[str, str]) -> str:
        now = int(timezone.now().timestamp())
        claims = {
            "iss": self.address, "aud": asked["client_id"], "sub": "nguoi-1", "nonce": asked["nonce"],
            "iat": now, "exp": now + 300, "preferred_username": "chairman",
        } | self.claims  # fmt: skip
        claims = {name: value for name, value in claims.items() if value is not None}
        key: Any = self.signed_with or self.key
        algorithm = self.header.get("alg", "ES256")
        key = {"none": None, "HS256": "khóa-chung-" * 4}.get(algorithm, key)
        return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": self.header.get("kid", "1")})


@contextmanager
def running() -> Iterator[Provider]:
    """The provider on a free port until the block ends."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = {"/.well-known/openid-configuration": provider.description, "/keys": provider.keys}
            answer = found.get(self.path)
            self._say(answer() if answer else None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            sent = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(provider.token(sent, self.headers.get("Authorization", "")))

        def _say(self, answer: dict[str, Any] | None) -> None:
            body = json.dumps(answer or {"error": "invalid_grant"}).encode()
            self.send_response(200 if answer else 400)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
