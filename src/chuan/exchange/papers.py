"""Papers in: the text of an uploaded file, whatever format it comes in.

    paper = extract(data, name="quyet-dinh.docx")
    paper.text          # what every span of the reading counts in

The bytes are told apart by content, checked for size and bombs, then parsed: plain text
here, everything else in a process of its own (apart.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.exchange.apart import Kept, run_apart
from chuan.exchange.extracted import LOOSE, Align, Block, BlockKind, Extracted, Widget
from chuan.exchange.kinds import PAPERS, Kind, tell
from chuan.exchange.legacy import in_unicode
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.plain_text import read_plain
from chuan.rules.refusals import FileEmpty, FileKindUnknown, Refused

__all__ = [
    "DEFAULT",
    "LOOSE",
    "Align",
    "Block",
    "BlockKind",
    "Extracted",
    "Limits",
    "Widget",
    "extract",
    "extract_pdfs",
    "extract_with_tables",
]

_TASKS = {Kind.DOCX: "docx", Kind.HTML: "html", Kind.PDF: "pdf"}


def extract(data: bytes, *, name: str, limits: Limits = DEFAULT) -> Extracted:
    """The text of a .md, .txt, .html, .docx or .pdf file, told by content first, name second.

    Raises FileEmpty, FileTooBig, FileEncrypted, FileOldOffice, FileOldEncoding, FileIsScan,
    FileNotWhatItSays, FileKindUnknown, FileBomb, FileUnreadable, FileTooSlow, TextTooLong.
    """
    kind = tell(data, name=name, limits=limits)
    if kind not in PAPERS:
        raise FileKindUnknown(name=name)
    if kind in _TASKS:
        paper = Extracted.unpacked(run_apart(_TASKS[kind], data, name=name, limits=limits))
    else:
        paper = read_plain(data, kind=kind, name=name, limits=limits)
    if not paper.text.strip():
        raise FileEmpty(name=name)
    return in_unicode(paper)


def extract_with_tables(data: bytes, *, name: str, limits: Limits = DEFAULT) -> Extracted:
    """The text of a PDF with tabs only between the cells of tables that can be told, empty cells kept.

    The note ``loose_tables`` says that another table could not. Raises what ``extract`` raises.
    """
    paper = Extracted.unpacked(run_apart("pdf_tables", data, name=name, limits=limits))
    if not paper.text.strip():
        raise FileEmpty(name=name)
    return in_unicode(paper)


def extract_pdfs(
    items: Iterable[tuple[str, bytes]], *, limits: Limits = DEFAULT
) -> Iterator[tuple[str, Extracted | Refused]]:
    """(name, paper or refusal) for each PDF in turn, from one process that is replaced when it dies.

    Only the text and its widgets are asked for; what ``extract`` refuses stands in the place of the paper.
    """
    with Kept("pdf_heads", {}, limits=limits) as kept:
        for name, data in items:
            try:
                kind = tell(data, name=name, limits=limits)
                if kind is not Kind.PDF:
                    raise FileKindUnknown(name=name)
                yield name, Extracted.unpacked(kept.ask(data, name=name))
            except Refused as refused:
                yield name, refused
