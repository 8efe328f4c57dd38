"""What is shown of a revision, and the digest of the very version shown."""

from __future__ import annotations

import hashlib

from chuan.documents.knowing import Shown
from chuan.documents.models import Revision


def shown_of(revision: Revision) -> Shown:
    """Its words in plain lines, written here or read from the uploaded file, and the digest of the version."""
    return Shown(revision.content or revision.text, digest_of(revision))


def digest_of(revision: Revision) -> str:
    """SHA-256 of the uploaded file, else of the words."""
    if revision.blob is not None:
        return revision.blob.digest
    return hashlib.sha256(revision.content.encode()).hexdigest()
