"""The evidence pack: what its manifest says, and whether a pack is still what it says."""

from chuan.rules.evidence.manifest import (
    MANIFEST,
    ChainHead,
    Listed,
    Manifest,
    ManifestUnreadable,
    file_digest,
)
from chuan.rules.evidence.verifying import Verdict, verify

__all__ = [
    "MANIFEST", "ChainHead", "Listed", "Manifest", "ManifestUnreadable", "Verdict", "file_digest", "verify",
]  # fmt: skip
