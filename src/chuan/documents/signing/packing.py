"""A certificate with the ones above it as one value, as a ticket keeps it."""

from __future__ import annotations

import base64
import json

from chuan.exchange.signing import Certificate


def packed(certificate: Certificate) -> bytes:
    """To bytes."""
    return json.dumps(
        [base64.b64encode(one).decode() for one in (certificate.der, *certificate.chain)]
    ).encode()


def unpacked(data: bytes) -> Certificate:
    """Back from ``packed``."""
    der, *chain = (base64.b64decode(one) for one in json.loads(data))
    return Certificate(der, tuple(chain))
