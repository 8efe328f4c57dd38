"""What an archive says of itself: first how it was made and what is in it, at its end that it is complete."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from chuan.upkeep.archives import Damaged

FORMAT = 1
"""Raised when an older programme could not read the archive any more."""
MANIFEST, SEAL = "chuan-backup.json", "seal.json"
DATABASE = {"sqlite3": "database.sqlite3.gz", "postgresql": "database.pgdump"}
MOST = 64 << 20
"""Bytes that the manifest or the seal may have."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The first member. Counts, heads and files are those of one moment, the snapshot's."""

    format: int
    version: str
    made_at: str
    kind: str
    server: str
    units: tuple[tuple[str, str], ...]
    """uid and name."""
    migrations: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]
    """Table → rows."""
    heads: Mapping[str, tuple[int, str]]
    """Chain of the trail → its last line's number and hash."""
    database_sha256: str
    database_bytes: int
    """Of the database once unpacked (SQLite) or of the dump itself (PostgreSQL)."""
    files: int
    files_bytes: int
    key_mark: str
    """Recognises the secret key without telling it; the key itself is not inside."""

    def as_bytes(self) -> bytes:
        """As written."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()

    @property
    def moment(self) -> datetime:
        """When the snapshot was taken."""
        return datetime.fromisoformat(self.made_at)

    @property
    def unit_names(self) -> str:
        """The units' names as people read them."""
        return ", ".join(name for _, name in self.units) or "đơn vị chưa lập"

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Raises ``Damaged``. A higher format is read as far as its number and version."""
        told = _json(data)
        try:
            if int(told["format"]) > FORMAT:
                return cls(**{**_NOTHING, "format": int(told["format"]), "version": str(told["version"])})
            return cls(
                format=int(told["format"]), version=str(told["version"]), made_at=str(told["made_at"]),
                kind=str(told["kind"]), server=str(told["server"]),
                units=tuple((str(uid), str(name)) for uid, name in told["units"]),
                migrations={str(app): tuple(map(str, names)) for app, names in told["migrations"].items()},
                counts={str(table): int(rows) for table, rows in told["counts"].items()},
                heads={str(chain): (int(seq), str(last)) for chain, (seq, last) in told["heads"].items()},
                database_sha256=str(told["database_sha256"]), database_bytes=int(told["database_bytes"]),
                files=int(told["files"]), files_bytes=int(told["files_bytes"]), key_mark=str(told["key_mark"]),
            )  # fmt: skip
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Damaged("bản kê không đọc được") from error


_NOTHING: Mapping[str, Any] = {
    "made_at": "1970-01-01T00:00:00+00:00", "kind": "", "server": "", "units": (), "migrations": {}, "counts": {},
    "heads": {}, "database_sha256": "", "database_bytes": 0, "files": 0, "files_bytes": 0, "key_mark": "",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Seal:
    """The last member: what came through, what was wrong before, and the digest of the manifest."""

    manifest_sha256: str
    names_sha256: str
    """SHA-256 over the names of the files inside, one a line, in their order."""
    files: int
    missing: tuple[str, ...] = ()
    """Digests of files that the database names and the folder no longer had."""
    let_go: tuple[str, ...] = ()
    """Digests of files thrown away on purpose while the backup ran."""
    damaged: Mapping[str, str] = field(default_factory=dict)
    """Digest by name → digest of the bytes as they were found."""

    def as_bytes(self) -> bytes:
        """As written: one line, then its own SHA-256."""
        line = json.dumps(asdict(self), sort_keys=True).encode()
        return line + b"\n" + hashlib.sha256(line).hexdigest().encode()

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Raises ``Damaged``."""
        line, _, own = data.partition(b"\n")
        if hashlib.sha256(line).hexdigest().encode() != own:
            raise Damaged("dấu niêm cuối tệp không khớp")
        told = _json(line)
        try:
            return cls(
                manifest_sha256=str(told["manifest_sha256"]), names_sha256=str(told["names_sha256"]),
                files=int(told["files"]), missing=tuple(told["missing"]), let_go=tuple(told["let_go"]),
                damaged=dict(told["damaged"]),
            )  # fmt: skip
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged("dấu niêm cuối tệp không đọc được") from error


def _json(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Damaged("bản kê không đọc được") from error
    if not isinstance(told, dict):
        raise Damaged("bản kê không đọc được")
    return told
