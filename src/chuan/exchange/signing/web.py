"""The few addresses that signing may ask: time stamps and revocation, named by the unit, and no other."""

from __future__ import annotations

import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urlsplit

_LARGEST = 32 * 1024 * 1024
"""Bytes of one answer; revocation lists of large issuers have some megabytes."""


class Unreachable(OSError):
    """No usable answer: not allowed, no connection, too slow, another status than 200, too large."""


@dataclass(frozen=True)
class Services:
    """What the unit configured: whom to ask, whom to trust.

    ``timestamp_url``: the time-stamping service (RFC 3161), "" for none. ``addresses``: prefixes of
    the addresses of revocation lists, OCSP and issuers' certificates that may be asked, such as
    ``http://crl.example.vn/``. ``anchors``: trusted roots, ``certificates``: others above signers; DER.
    """

    timestamp_url: str = ""
    addresses: tuple[str, ...] = ()
    anchors: tuple[bytes, ...] = ()
    certificates: tuple[bytes, ...] = ()
    seconds: float = 10


@dataclass
class Web:
    """Asks the addresses of ``services``; within one instance the same address is asked once.

    A server that did not answer is not asked again, so that an outage costs a batch seconds, not minutes.
    """

    services: Services
    stampers: tuple[bytes, ...] | None = None
    """Certificates of the time-stamping service, once it has been asked."""
    _kept: dict[tuple[str, bytes], bytes | None] = field(default_factory=dict)
    _silent: set[str] = field(default_factory=set)

    def may_ask(self, url: str) -> bool:
        """Whether the unit named this address."""
        return any(_under(url, prefix) for prefix in self.services.addresses)

    def ask(self, url: str, body: bytes = b"", media: str = "") -> bytes:
        """GET, or POST of ``body``; answers are kept, and so are silences. Raises ``Unreachable``."""
        key = (url, body)
        if key not in self._kept:
            self._kept[key] = self._fetched(url, body, media) if self.may_ask(url) else None
        if (answer := self._kept[key]) is None:
            raise Unreachable(url)
        return answer

    def stamp(self, request: bytes) -> bytes:
        """The time-stamping service's answer. Raises ``Unreachable``."""
        url = self.services.timestamp_url
        answer = self._fetched(url, request, "application/timestamp-query") if url else None
        if answer is None:
            raise Unreachable(url)
        return answer

    def _fetched(self, url: str, body: bytes, media: str) -> bytes | None:
        try:
            server = urlsplit(url).netloc
            return None if server in self._silent else _fetch(url, body, media, self.services.seconds)
        except urllib.error.HTTPError as error:
            error.close()
        except (OSError, HTTPException):
            self._silent.add(server)
        except ValueError:
            return None
        return None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """A redirection could lead to an address that nobody named: it is no answer."""
        return


def _fetch(url: str, body: bytes, media: str, seconds: float) -> bytes | None:
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    headers = {"Content-Type": media} if body else {}
    request = urllib.request.Request(url, data=body or None, headers=headers)  # noqa: S310 - scheme checked
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=seconds) as answer:
        said: bytes = answer.read(_LARGEST + 1)
    return said if len(said) <= _LARGEST else None


def _under(url: str, prefix: str) -> bool:
    try:
        asked, named = urlsplit(url), urlsplit(prefix)
        same = (asked.scheme, asked.hostname, asked.port) == (named.scheme, named.hostname, named.port)
    except ValueError:
        return False
    path = named.path.rstrip("/")
    return same and bool(named.hostname) and (asked.path == path or asked.path.startswith(path + "/"))
