"""The chain itself: canonical lines and their hashes. Pure; used to write and to verify offline."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def canonical(detail: Mapping[str, Any]) -> str:
    """JSON text with sorted keys and no spaces: the same detail always gives the same bytes."""
    return json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def salted_digest(salt: str, body: str) -> str:
    """SHA-256 over salt and body, in hexadecimal; "-" when there is no detail."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest() if body else "-"


def make_line(
    *,
    chain: str,
    seq: int,
    at: datetime,
    actor: str,
    verb: str,
    kind: str,
    uid: uuid.UUID,
    digest: str,
    prev: str,
) -> str:
    """One act as one line of tab-separated fields; tabs and line ends cannot occur inside a field."""
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    fields = [chain, str(seq), moment, actor, verb, kind, str(uid), digest, prev]
    return "\t".join(" ".join(field.split()) for field in fields)


def line_hash(line: str) -> str:
    """SHA-256 of the line, in hexadecimal."""
    return hashlib.sha256(line.encode()).hexdigest()
