"""The text of a revision for the page: what each line is, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuan.documents.models import Revision
from chuan.paper.contents import body_from_text
from chuan.paper.laying import Running, Title, laid
from chuan.paper.papers import Bullets, Note, TableBlock


@dataclass(frozen=True, slots=True)
class Shown:
    """One block: ``kind`` is title, paragraph, list, table or note."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    mark: str = ""


def blocks_of(revision: Revision) -> list[Shown]:
    """What was written here by its marks; the words of an uploaded file line by line."""
    if not revision.content:
        return [Shown("paragraph", line.strip()) for line in revision.text.splitlines() if line.strip()]
    return list(_blocks(revision.content))


def _blocks(text: str) -> Iterator[Shown]:
    for block in laid(body_from_text(text)):
        match block:
            case Title(text=words, over=over):
                yield Shown("title", f"{over} {words}".strip())
            case Running(words, label):
                yield Shown("paragraph", f"{label} {words}".strip())
            case Bullets(items, mark):
                yield Shown("list", items=items, mark=mark)
            case TableBlock(headers=headers, rows=rows):
                yield Shown("table", items=headers, rows=rows)
            case Note(words):
                yield Shown("note", words)
