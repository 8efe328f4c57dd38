"""The command's side of a ticket: what the server asks to be signed, and the signatures that go back."""

from __future__ import annotations

import base64
import ipaddress
import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from asn1crypto import cms

from chuan.exchange.signing.asking_refusals import (
    ServerRefused,
    ServerSilent,
    ServerSpeaksOtherwise,
)
from chuan.exchange.signing.certificates import Certificate

_LARGEST = 16 * 1024 * 1024
_SECONDS = 120


@dataclass(frozen=True)
class Document:
    """A document of the ticket: ``sha256`` is of the file as it is before this signature."""

    key: str
    title: str
    subject: str
    number: str
    sha256: str
    signatures: int


@dataclass(frozen=True)
class Asked:
    """What the ticket is for."""

    unit: str
    official: str
    role: str
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Item:
    """One signature to make."""

    key: str
    field: str
    to_sign: bytes


@dataclass(frozen=True)
class Result:
    """What became of one signature: ``done``, ``next``, ``refused``."""

    key: str
    outcome: str
    said: str
    level: str


class Asker:
    """Talks to one server with one code, in the body and never in an address."""

    def __init__(self, server: str, code: str, *, ca: str = "") -> None:
        parts = urlsplit(server if "://" in server else f"https://{server}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ServerSilent(server=server)
        self.server = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
        self.private = parts.scheme == "https" or _is_own(parts.hostname)
        self._code = code
        self._all_done = False
        self._tls = ssl.create_default_context(cafile=ca or None) if parts.scheme == "https" else None

    def begin(self, certificate: Certificate) -> Asked:
        """Show the certificate, learn what there is to sign. Raises ``ServerRefused`` and its like."""
        chain = [_text(one) for one in certificate.chain]
        said = self._post("mo", {"certificate": _text(certificate.der), "chain": chain})
        try:
            documents = tuple(
                Document(
                    one["document"],
                    one["title"],
                    one["subject"],
                    one["number"],
                    one["sha256"],
                    int(one["signatures"]),
                )
                for one in said["documents"]
            )
            return Asked(said["unit"], said["official"], said["role"], documents)
        except (KeyError, TypeError, ValueError):
            raise ServerSpeaksOtherwise(server=self.server) from None

    def waiting(self, refused: MutableMapping[str, str]) -> list[Item]:
        """The next signatures to make; what could not be prepared is added to ``refused``.

        Each is checked to sign the digest it is said to sign, and nothing but a document.
        """
        items: list[Item] = []
        while not items and not self._all_done:
            said = self._post("cho", {})
            try:
                items = [self._item(one) for one in said["items"]]
            except (KeyError, TypeError, ValueError):
                raise ServerSpeaksOtherwise(server=self.server) from None
            self._note(said, refused)
        return items

    def take(self, signatures: Mapping[str, bytes], refused: MutableMapping[str, str]) -> list[Result]:
        """Give signatures back, by document."""
        body = [{"document": key, "signature": _text(one)} for key, one in signatures.items()]
        said = self._post("nop", {"signatures": body})
        try:
            results = [
                Result(one["document"], one["outcome"], one["said"], one["level"]) for one in said["results"]
            ]
        except (KeyError, TypeError):
            raise ServerSpeaksOtherwise(server=self.server) from None
        self._note(said, refused)
        return results

    def _note(self, said: dict[str, Any], refused: MutableMapping[str, str]) -> None:
        try:
            refused.update({one["document"]: one["said"] for one in said["refused"]})
            self._all_done = int(said["left"]) == 0
        except (KeyError, TypeError, ValueError):
            raise ServerSpeaksOtherwise(server=self.server) from None

    def _item(self, said: dict[str, Any]) -> Item:
        to_sign = base64.b64decode(said["to_sign"], validate=True)
        told = {one["type"].native: one["values"] for one in cms.CMSAttributes.load(to_sign, strict=True)}
        if (
            told["message_digest"][0].native.hex() != said["digest"]
            or told["content_type"][0].native != "data"
        ):
            raise ServerSpeaksOtherwise(server=self.server)
        return Item(said["document"], said["field"], to_sign)

    def _post(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        url = f"{self.server}/van-ban/ky/lenh/{what}/"
        data = json.dumps({"code": self._code} | body).encode()
        request = urllib.request.Request(url, data=data, headers={"Content-Type": "application/json"})  # noqa: S310
        try:
            with _opener(self._tls).open(request, timeout=_SECONDS) as answer:
                said = json.loads(answer.read(_LARGEST))
        except urllib.error.HTTPError as error:
            raise self._refusal(error) from None
        except (OSError, HTTPException):
            raise ServerSilent(server=self.server) from None
        except ValueError:
            raise ServerSpeaksOtherwise(server=self.server) from None
        if not isinstance(said, dict):
            raise ServerSpeaksOtherwise(server=self.server)
        return said

    def _refusal(self, error: urllib.error.HTTPError) -> ServerRefused | ServerSpeaksOtherwise:
        with error:
            try:
                return ServerRefused(said=str(json.loads(error.read(_LARGEST))["refused"]))
            except (ValueError, KeyError, TypeError, OSError):
                return ServerSpeaksOtherwise(server=self.server)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """The code goes to the server that was named, and nowhere else."""
        return


def _opener(tls: ssl.SSLContext | None) -> urllib.request.OpenerDirector:
    handlers: list[urllib.request.BaseHandler] = [_NoRedirect(), urllib.request.ProxyHandler({})]
    if tls is not None:
        handlers.append(urllib.request.HTTPSHandler(context=tls))
    return urllib.request.build_opener(*handlers)


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
