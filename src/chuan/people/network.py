"""Whether a request comes from the office's own network: what may be asked there without signing in."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

from chuan.people.tries import visitor

_PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")
"""What a proxy writes into a request that it passes on (RFC 7239, RFC 9110 §7.6.3)."""


def from_office_network(request: HttpRequest) -> bool:
    """Whether the visitor's address is this machine's or a private one (RFC 1918, RFC 4193).

    An address behind our own proxies counts, one behind somebody else's does not (`tries.visitor`): while no proxy
    is ours (CHUAN_PROXIES), a request that says it was passed on may come from anywhere. An IPv4 address written
    as IPv6 is judged as what it is.
    """
    if not settings.TRUSTED_PROXIES and any(name in request.headers for name in _PASSED_ON):
        return False
    found = visitor(request)
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return found is not None and (found.is_loopback or found.is_private)
