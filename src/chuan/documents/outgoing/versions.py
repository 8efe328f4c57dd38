"""Versions of a draft: its content as stored, and what changed from one to the next."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from chuan.documents.models import Document, DraftVersion
from chuan.documents.outgoing.heads import text_of
from chuan.paper import contents
from chuan.paper.contents import Content
from chuan.people.models import Official

CONTEXT = 1
"""Unchanged lines shown round a change."""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a comparison; ``kind`` is same, added, removed, or gap where lines are left out."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A version as the history lists it."""

    version: int
    by: Official | None
    at: datetime
    added: int
    removed: int


def content_of(document: Document) -> Content:
    """The standing draft. Raises ValueError for a document that was not drafted here."""
    return contents.from_json(document.content)


def digest_of(text: str) -> str:
    """SHA-256 of a stored content."""
    return hashlib.sha256(text.encode()).hexdigest()


def latest_version(document: Document) -> int:
    """The number of the last version; 0 when nothing was saved yet."""
    last = document.versions.order_by("-version").values_list("version", flat=True).first()
    return last or 0


def compared(before: str, after: str, *, context: int | None = CONTEXT) -> list[DiffLine]:
    """What changed between two texts, by lines; ``context`` None keeps every unchanged line."""
    was, now = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, was, now, autojunk=False)
    lines: list[DiffLine] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            lines += _same(was[start:end], context, first=not start, last=end == len(was))
            continue
        lines += [DiffLine("removed", line) for line in was[start:end]]
        lines += [DiffLine("added", line) for line in now[new_start:new_end]]
    return lines


def changes_in(lines: list[DiffLine]) -> int:
    """How many lines were added or taken away, a line replaced counting once."""
    added = sum(one.kind == "added" for one in lines)
    return max(added, sum(one.kind == "removed" for one in lines))


def text_of_version(document: Document, version: DraftVersion) -> str:
    """A version as lines of text."""
    return text_of(document, contents.from_json(version.content))


def history_of(document: Document) -> list[Shown]:
    """Every version, the newest first, with how many lines it added and took away."""
    return sorted(_shown(document), key=lambda one: -one.version)


def _shown(document: Document) -> Iterator[Shown]:
    before = ""
    for one in document.versions.select_related("by").order_by("version"):
        text = text_of_version(document, one)
        lines = compared(before, text)
        added = sum(line.kind == "added" for line in lines)
        removed = sum(line.kind == "removed" for line in lines)
        yield Shown(one.version, one.by, one.recorded_at, added, removed)
        before = text


def _same(lines: list[str], context: int | None, *, first: bool, last: bool) -> list[DiffLine]:
    if context is None or len(lines) <= 2 * context + 1:
        return [DiffLine("same", line) for line in lines]
    head = [] if first else lines[:context]
    tail = [] if last else lines[-context:]
    return [
        *(DiffLine("same", line) for line in head),
        DiffLine("gap"),
        *(DiffLine("same", line) for line in tail),
    ]
