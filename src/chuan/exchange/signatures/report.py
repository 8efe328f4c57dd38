"""What a check of a signed PDF found: plain frozen values that travel as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self


class Verdict(StrEnum):
    """Passed: proved. Indeterminate: nothing wrong found, not all proved. Failed: something is wrong."""

    PASSED = "passed"
    INDETERMINATE = "indeterminate"
    FAILED = "failed"


_ORDER = (Verdict.PASSED, Verdict.INDETERMINATE, Verdict.FAILED)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of them; passed when there is none."""
    return max(verdicts, key=_ORDER.index, default=Verdict.PASSED)


class Kind(StrEnum):
    """Whose certificate signed, as far as its subject tells."""

    PERSON = "person"
    AGENCY = "agency"
    UNKNOWN = "unknown"


class Coverage(StrEnum):
    """How much of the file a signature covers (ISO 32000-2, 12.8.1 ByteRange)."""

    WHOLE_FILE = "whole_file"
    WHOLE_REVISION = "whole_revision"
    PART = "part"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding: a stable code, a sentence for a clerk, how bad it is, the technical detail."""

    code: str
    sentence: str
    verdict: Verdict = Verdict.PASSED
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """The signer's certificate; ``serial`` in hexadecimal, times in UTC."""

    subject: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_to: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """One signature field that is filled, in the order of signing.

    ``level`` is the PAdES baseline level that its parts make (ETSI EN 319 142-1), "" when it has
    none. ``claimed_at`` is what the signer's machine said, ``timestamped_at`` what a time-stamping
    service said. ``page`` counts from 1, 0 when the signature is invisible. ``is_widget_only``:
    a further signature by the same certificate that only writes a number, a day or a month.
    """

    field: str
    kind: Kind
    signer: str
    organisation: str
    certificate: CertificateFacts | None
    level: str
    verdict: Verdict
    coverage: Coverage
    reasons: tuple[Reason, ...]
    claimed_at: datetime | None = None
    timestamped_at: datetime | None = None
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    is_widget_only: bool = False
    intact: bool = False
    digest: str = ""

    @property
    def time(self) -> datetime | None:
        """The best time known: stamped before claimed."""
        return self.timestamped_at or self.claimed_at


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """The whole document. ``verdict`` is the worst of its signatures and of its own ``reasons``.

    ``sentences`` are what a clerk reads first; ``later_changes`` tells what was done to the file
    after a signature, allowed or not; ``trust`` is the digest of the anchors and lists used.
    """

    verdict: Verdict
    signatures: tuple[SignatureFound, ...]
    sentences: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    later_changes: tuple[str, ...] = ()
    empty_fields: tuple[str, ...] = ()
    checked_at: datetime | None = None
    trust: str = ""

    @property
    def intact(self) -> bool:
        """Every signature still fits its bytes and nothing else is wrong with the file."""
        return bool(self.signatures) and self.verdict != Verdict.FAILED

    def by(self, kind: Kind) -> tuple[SignatureFound, ...]:
        """The signatures of persons, or of the agency, that are not mere number or date widgets."""
        return tuple(one for one in self.signatures if one.kind == kind and not one.is_widget_only)

    def to_json(self) -> dict[str, Any]:
        """Plain values; times in ISO 8601 with zone."""
        said: dict[str, Any] = _plain(asdict(self))
        for told, one in zip(said["signatures"], self.signatures, strict=True):
            told["time"] = _plain(one.time)
        return said

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        """The inverse of ``to_json``. Raises KeyError, ValueError, TypeError for anything else."""
        return cls(
            verdict=Verdict(said["verdict"]),
            signatures=tuple(_signature(one) for one in said["signatures"]),
            sentences=tuple(said["sentences"]),
            reasons=_reasons(said["reasons"]),
            later_changes=tuple(said["later_changes"]),
            empty_fields=tuple(said["empty_fields"]),
            checked_at=_moment(said["checked_at"]),
            trust=said["trust"],
        )


def _signature(said: dict[str, Any]) -> SignatureFound:
    given = {name: value for name, value in said.items() if name != "time"}
    held = given["certificate"]
    return SignatureFound(
        **given
        | {
            "kind": Kind(given["kind"]),
            "verdict": Verdict(given["verdict"]),
            "coverage": Coverage(given["coverage"]),
            "reasons": _reasons(given["reasons"]),
            "claimed_at": _moment(given["claimed_at"]),
            "timestamped_at": _moment(given["timestamped_at"]),
            "box": tuple(given["box"]) if given["box"] else None,
            "certificate": held and CertificateFacts(**held | _period(held)),
        }
    )


def _period(held: dict[str, Any]) -> dict[str, Any]:
    return {name: _moment(held[name]) for name in ("valid_from", "valid_to")}


def _reasons(said: list[dict[str, Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(**one | {"verdict": Verdict(one["verdict"])}) for one in said)


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return (
        value.isoformat()
        if isinstance(value, datetime)
        else str(value)
        if isinstance(value, StrEnum)
        else value
    )
