"""The manifest of a pack: every file with its digest, every chain of the trail with its head, as canonical text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from chuan.rules.types import Period

MANIFEST = "muc-luc.json"
"""Its name in the pack; the one file it does not list."""
FORMAT = "chuan-evidence-1"


class ManifestUnreadable(ValueError):
    """The text is no manifest of this format."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the pack: path with "/", SHA-256 in hexadecimal, bytes, title, the folder's key, clauses."""

    path: str
    sha256: str
    size: int
    title: str
    part: str = ""
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainHead:
    """A chain of the trail in the pack: the file of its lines, how many, and the hash of the last ("0"·64 for none)."""

    chain: str
    path: str
    lines: int
    head: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of it. ``unit``: uid; ``made_at``: ISO 8601 with zone."""

    unit: str
    unit_name: str
    period: Period
    made_at: str
    files: tuple[Listed, ...]
    chains: tuple[ChainHead, ...]

    @property
    def text(self) -> str:
        """Canonical JSON: sorted keys, no spaces, files by path; the same pack always gives the same text."""
        told = {
            "format": FORMAT, "unit": self.unit, "unit_name": self.unit_name, "made_at": self.made_at,
            "period": [self.period.start.isoformat(), self.period.end.isoformat()],
            "files": [asdict(one) for one in sorted(self.files, key=lambda one: one.path)],
            "chains": [asdict(one) for one in sorted(self.chains, key=lambda one: one.chain)],
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """SHA-256 of the text: the one number that is printed."""
        return file_digest(self.text.encode())

    @classmethod
    def read(cls, data: bytes) -> Manifest:
        """The reverse of ``text``. Raises ``ManifestUnreadable``."""
        try:
            told = json.loads(data.decode("utf-8"))
            if told["format"] != FORMAT:
                raise ManifestUnreadable(f"format {told['format']!r}")
            datetime.fromisoformat(told["made_at"])
            return cls(
                str(told["unit"]), str(told["unit_name"]), _period(told["period"]), told["made_at"],
                tuple(_listed(one) for one in told["files"]), tuple(_head(one) for one in told["chains"]),
            )  # fmt: skip
        except (UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise ManifestUnreadable(str(error)) from error


def file_digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _period(told: list[str]) -> Period:
    start, end = told
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def _listed(told: dict[str, Any]) -> Listed:
    clauses = tuple(str(one) for one in told["clauses"])
    return Listed(
        str(told["path"]),
        str(told["sha256"]),
        int(told["size"]),
        str(told["title"]),
        str(told["part"]),
        clauses,
    )


def _head(told: dict[str, Any]) -> ChainHead:
    return ChainHead(str(told["chain"]), str(told["path"]), int(told["lines"]), str(told["head"]))
