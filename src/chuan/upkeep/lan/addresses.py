"""Which address is an office's own: RFC 1918, RFC 4193, link-local (RFC 3927, RFC 4291), and this machine's alone."""

from __future__ import annotations

import ipaddress
import socket

from chuan.upkeep.lan.refusals import AddressPublic, AddressUnread, NoNetwork

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
OFFICE: tuple[Network, ...] = tuple(
    ipaddress.ip_network(one)
    for one in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8",
                "fc00::/7", "fe80::/10", "::1/128")
)  # fmt: skip
"""The only networks that are served; also all that our own authority may vouch for."""
_FAR = ("10.255.255.255", "192.168.255.255")
"""Nothing is sent there: asked only through which of its addresses the machine would go."""


def office_address(asked: str) -> Address:
    """The address that was asked for, or the machine's own on the office's network.

    Raises ``AddressUnread``, ``AddressPublic``, ``NoNetwork``.
    """
    if not asked:
        return _found()
    try:
        address = ipaddress.ip_address(asked.strip("[]"))
    except ValueError as error:
        raise AddressUnread(host=asked[:60]) from error
    if not is_office(address):
        raise AddressPublic(host=asked)
    return address


def is_office(address: Address) -> bool:
    """Whether only an office's own network reaches it; "every address" (0.0.0.0, ::) is not."""
    return any(address in network for network in OFFICE if network.version == address.version)


def _found() -> Address:
    for address in (*_on_the_way(), *_named()):
        if is_office(address) and not address.is_loopback and not address.is_link_local:
            return address
    raise NoNetwork()


def _on_the_way() -> list[Address]:
    found: list[Address] = []
    for far in _FAR:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))
            except OSError:
                continue
            found.append(ipaddress.ip_address(probe.getsockname()[0]))
    return found


def _named() -> list[Address]:
    try:
        told = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [ipaddress.ip_address(str(one[4][0])) for one in told]


def local_name() -> str:
    """The name by which machines of the office find this one (RFC 6762): "may-chu.local"; "" where it has none."""
    name = socket.gethostname().partition(".")[0].lower()
    fits = name.replace("-", "").isalnum() and name.isascii() and name != "localhost"
    return f"{name}.local" if fits else ""


def url_of(address: Address, port: int) -> str:
    """What people type: "https://192.168.1.10:8443/"."""
    host = f"[{address}]" if address.version == 6 else str(address)
    return f"https://{host}/" if port == 443 else f"https://{host}:{port}/"
