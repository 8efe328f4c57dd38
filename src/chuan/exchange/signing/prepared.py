"""A PDF between the two halves of signing: plain data, kept while the holder of the key signs."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime

from chuan.exchange.signing.certificates import Certificate
from chuan.exchange.signing.levels import Level


@dataclass(frozen=True)
class Prepared:
    """A PDF that waits for one signature. ``pdf`` has an empty place from ``start`` to ``end``."""

    pdf: bytes
    field: str
    certificate: Certificate
    to_sign: bytes
    """The signed attributes (DER, RFC 5652 5.4): what the key signs, as a whole."""
    digest: bytes
    """Digest of all of the PDF but the empty place."""
    start: int
    end: int
    level: Level
    at: datetime

    @property
    def mechanism(self) -> str:
        """``sha256_rsa`` (PKCS#1 v1.5) or ``sha256_ecdsa`` (DER): how ``to_sign`` is signed."""
        return self.certificate.mechanism

    def as_json(self) -> str:
        """All but the PDF, to be kept beside it."""
        told = {
            "field": self.field, "certificate": _text(self.certificate.der),
            "chain": [_text(one) for one in self.certificate.chain], "to_sign": _text(self.to_sign),
            "digest": _text(self.digest), "start": self.start, "end": self.end, "level": str(self.level),
            "at": self.at.isoformat(),
        }  # fmt: skip
        return json.dumps(told)

    @classmethod
    def from_json(cls, text: str, pdf: bytes) -> Prepared:
        """Back from ``as_json`` and the PDF."""
        told = json.loads(text)
        chain = tuple(map(base64.b64decode, told["chain"]))
        return cls(
            pdf=pdf, field=told["field"], start=told["start"], end=told["end"],
            certificate=Certificate(base64.b64decode(told["certificate"]), chain),
            to_sign=base64.b64decode(told["to_sign"]), digest=base64.b64decode(told["digest"]),
            level=Level.of(told["level"]), at=datetime.fromisoformat(told["at"]),
        )  # fmt: skip


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
