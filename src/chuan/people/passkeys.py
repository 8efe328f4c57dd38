"""Passkeys (WebAuthn Level 2): asked for, checked, added. A setting (CHUAN_PASSKEYS=1), off unless chosen.

They stand beside an app, as a second factor and as the proof asked again. The key is bound to the host by
the browser; the origin is compared whole. ``fido2`` does the checking; the challenge waits in the session.
"""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from django.conf import settings
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    UserVerificationRequirement,
)

from chuan.people import refusals_factors, tries
from chuan.people.actions import passkeys as actions
from chuan.people.actions import signing
from chuan.people.models import Account, Passkey

_ASKED, _NEW = "passkey_asked", "passkey_new"
_VERIFIED = UserVerificationRequirement.PREFERRED
"""A password or a session stands before it; a key without a finger reader is taken too."""

_BAD = (ValueError, KeyError, TypeError, AttributeError, InvalidSignature)
"""What is raised for an answer that does not hold or cannot be read."""


def offered() -> bool:
    """Whether this installation offers passkeys."""
    return bool(settings.PASSKEYS)


def ask(request: HttpRequest, account: Account) -> dict[str, Any] | None:
    """What the page's script hands to the browser to prove with a passkey; None where there is none."""
    known = _credentials(account) if offered() else []
    if not known:
        return None
    options, state = _server(request).authenticate_begin(known, user_verification=_VERIFIED)
    request.session[_ASKED] = state
    return dict(options)


def prove(request: HttpRequest, account: Account, answer: str, *, at: datetime) -> None:
    """Accept a passkey's answer to the challenge of this session, once. Raises ``PasskeyRefused``, ``CodesClosed``."""
    left = tries.count_code(account, at=at)
    try:
        state = request.session.pop(_ASKED)
        response = AuthenticationResponse.from_dict(json.loads(answer))
        used = _server(request).authenticate_complete(state, _credentials(account), response)
        row = Passkey.objects.get(account=account, credential_digest=digest(used.credential_id))
        actions.use(row, response.response.authenticator_data.counter, at=at)
    except (*_BAD, Passkey.DoesNotExist):
        signing.fail_code(account, left, at=at)
        raise refusals_factors.PasskeyRefused() from None
    tries.forget_codes(account)


def ask_new(request: HttpRequest, account: Account) -> dict[str, Any]:
    """What the page's script hands to the browser to make a passkey."""
    user = PublicKeyCredentialUserEntity(
        id=account.uid.bytes, name=account.username, display_name=account.username
    )
    options, state = _server(request).register_begin(user, _credentials(account), user_verification=_VERIFIED)
    request.session[_NEW] = state
    return dict(options)


def add(request: HttpRequest, account: Account, answer: str, label: str, *, at: datetime) -> Passkey:
    """Keep the public key that the browser made. Raises ``PasskeyRefused``."""
    try:
        state = request.session.pop(_NEW)
        response = RegistrationResponse.from_dict(json.loads(answer))
        made = _server(request).register_complete(state, response).credential_data
        assert made is not None
    except (*_BAD, AssertionError):
        raise refusals_factors.PasskeyRefused() from None
    kept = base64.b64encode(bytes(made)).decode()
    return actions.add(account, label=label, credential=kept, key=digest(made.credential_id), at=at)


def digest(credential_id: bytes) -> str:
    """What a credential is found by."""
    return hashlib.sha256(credential_id).hexdigest()


def _server(request: HttpRequest) -> Fido2Server:
    host = request.get_host().rpartition(":")[0] or request.get_host()
    ours = f"{'https' if settings.HTTPS else request.scheme}://{request.get_host()}"
    entity = PublicKeyCredentialRpEntity(id=host, name="Chuẩn")
    return Fido2Server(entity, verify_origin=lambda origin: origin == ours)


def _credentials(account: Account) -> list[AttestedCredentialData]:
    rows = Passkey.objects.filter(account=account).order_by("pk")
    return [AttestedCredentialData(base64.b64decode(row.credential)) for row in rows]
