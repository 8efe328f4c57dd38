"""Signing in at a common provider: OpenID Connect Core 1.0, authorization code with PKCE. A setting, off unless chosen.

Nothing is taken on trust: discovery names the issuer that was configured, every address is https (or this
machine), the ID token's signature, issuer, audience, times and nonce are checked (OWASP ASVS 5.0, 10.1 to
10.5; RFC 7636; RFC 9207 where the provider answers it). The provider's access token is used for nothing and not kept.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import jwt
import requests
from django.conf import settings
from django.utils.crypto import constant_time_compare

from chuan.people.refusals_factors import OutsideSignInRefused

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""Signatures with a public key only: neither none nor a shared secret (RFC 8725, 3.1)."""

LEEWAY = 60
"""Seconds by which the clocks of two machines may differ."""

_MOST = 512 * 1024
_SECONDS = 10


@dataclass(frozen=True)
class Client:
    """What the installation was told of its provider."""

    issuer: str
    client_id: str
    client_secret: str
    claim: str = "preferred_username"
    name: str = ""


@dataclass(frozen=True)
class Identity:
    """Who the provider says it is: ``subject`` never changes; ``username`` is the chosen claim."""

    issuer: str
    subject: str
    username: str
    with_code: bool


def client() -> Client | None:
    """The provider of this installation; None where there is none."""
    return Client(**settings.OIDC) if settings.OIDC else None


def begin(of: Client, *, back: str) -> tuple[str, dict[str, str]]:
    """Where to send the browser, and what the session must remember of it (state, nonce, PKCE verifier)."""
    note = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    challenge = (
        base64.urlsafe_b64encode(hashlib.sha256(note["verifier"].encode()).digest()).decode().rstrip("=")
    )
    asked = {
        "response_type": "code", "client_id": of.client_id, "redirect_uri": back, "scope": "openid profile",
        "state": note["state"], "nonce": note["nonce"], "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    address = _address(discover(of), "authorization_endpoint")
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}", note


def finish(of: Client, note: dict[str, str], answer: dict[str, str], *, back: str, at: datetime) -> Identity:
    """Exchange the code and read the ID token. Raises ``OutsideSignInRefused`` with why."""
    known_state = note.get("state", "")
    if not known_state or not constant_time_compare(answer.get("state", ""), known_state):
        raise OutsideSignInRefused(why="state")
    if answer.get("iss", of.issuer) != of.issuer:
        raise OutsideSignInRefused(why="issuer of the answer")
    if not (code := answer.get("code", "")):
        raise OutsideSignInRefused(why=f"error {answer.get('error', 'without code')[:80]}")
    known = discover(of)
    token = _exchanged(of, known, code, note["verifier"], back)
    claims = _claims(of, known, token, at)
    if not constant_time_compare(str(claims.get("nonce", "")), note["nonce"]):
        raise OutsideSignInRefused(why="nonce")
    return _identity(of, claims)


def discover(of: Client) -> dict[str, Any]:
    """The provider's own description (OpenID Connect Discovery 1.0, 4); must name the configured issuer."""
    known = _answer("GET", f"{of.issuer.rstrip('/')}/.well-known/openid-configuration")
    if known.get("issuer") != of.issuer:
        raise OutsideSignInRefused(why="issuer of discovery")
    return known


def _exchanged(of: Client, known: dict[str, Any], code: str, verifier: str, back: str) -> str:
    sent = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    methods = known.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    basic = (
        (quote_plus(of.client_id), quote_plus(of.client_secret)) if "client_secret_basic" in methods else None
    )
    if basic is None:
        sent |= {"client_id": of.client_id, "client_secret": of.client_secret}
    given = _answer("POST", _address(known, "token_endpoint"), data=sent, auth=basic)
    if not isinstance(token := given.get("id_token"), str):
        raise OutsideSignInRefused(why="no ID token")
    return token


def _claims(of: Client, known: dict[str, Any], token: str, at: datetime) -> dict[str, Any]:
    """What the token says, once signature, issuer, audience and times hold (OpenID Connect Core 1.0, 3.1.3.7)."""
    try:
        header = jwt.get_unverified_header(token)
        keys = jwt.PyJWKSet.from_dict(_answer("GET", _address(known, "jwks_uri"))).keys
        fitting = [one for one in keys if "kid" not in header or one.key_id == header["kid"]]
        if header.get("alg") not in ALGORITHMS or len(fitting) != 1:
            raise OutsideSignInRefused(why="key or algorithm")
        found: dict[str, Any] = jwt.decode(
            token, fitting[0].key, algorithms=[header["alg"]], audience=of.client_id, issuer=of.issuer,
            options={"require": ["exp", "iat", "sub", "aud", "iss"], "verify_exp": False, "verify_iat": False},
            leeway=LEEWAY,
        )  # fmt: skip
    except jwt.PyJWTError as wrong:
        raise OutsideSignInRefused(why=type(wrong).__name__) from None
    _check_times(found, at)
    if found.get("azp", of.client_id) != of.client_id:
        raise OutsideSignInRefused(why="authorised party")
    return found


def _check_times(claims: dict[str, Any], at: datetime) -> None:
    now = at.timestamp()
    if not all(isinstance(claims[name], int | float) for name in ("exp", "iat")):
        raise OutsideSignInRefused(why="times")
    if claims["exp"] <= now - LEEWAY or claims["iat"] > now + LEEWAY:
        raise OutsideSignInRefused(why="expired or of the future")


def _identity(of: Client, claims: dict[str, Any]) -> Identity:
    username = claims.get(of.claim)
    if not isinstance(username, str) or not username.strip():
        raise OutsideSignInRefused(why=f"claim {of.claim} missing")
    methods = claims.get("amr") if isinstance(claims.get("amr"), list) else []
    return Identity(of.issuer, str(claims["sub"])[:255], username.strip().lower(), "mfa" in (methods or []))


def _address(known: dict[str, Any], name: str) -> str:
    found = known.get(name)
    if not isinstance(found, str) or not _safe(found):
        raise OutsideSignInRefused(why=f"address {name}")
    return found


def _safe(address: str) -> bool:
    """https, or plain http on this very machine."""
    parts = urlsplit(address)
    if parts.scheme == "https":
        return True
    try:
        return parts.scheme == "http" and ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.scheme == "http" and parts.hostname == "localhost"


def _answer(method: str, address: str, **given: Any) -> dict[str, Any]:
    """A JSON object from the provider, of a bounded size; redirections are not followed."""
    if not _safe(address):
        raise OutsideSignInRefused(why="address is not https")
    try:
        with requests.request(
            method, address, timeout=_SECONDS, allow_redirects=False, stream=True, **given
        ) as got:
            body = got.raw.read(_MOST + 1, decode_content=True)
            if got.status_code != 200 or len(body) > _MOST:
                raise OutsideSignInRefused(why=f"answer {got.status_code} of {urlsplit(address).path}")
            found = json.loads(body)
    except (requests.RequestException, ValueError) as wrong:
        raise OutsideSignInRefused(why=type(wrong).__name__) from None
    if not isinstance(found, dict):
        raise OutsideSignInRefused(why="answer is no object")
    return found
