"""Whether a request comes from the office's own network: what may be asked there without signing in."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest

from chuan.people.tries import visitor


def from_office_network(request: HttpRequest) -> bool:
    """Whether the visitor's address is this machine's or a private one (RFC 1918, RFC 4193).

    An address behind our own proxies counts, one behind somebody else's does not (`tries.visitor`). An IPv4
    address written as IPv6 is judged as what it is.
    """
    found = visitor(request)
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return found is not None and (found.is_loopback or found.is_private)
