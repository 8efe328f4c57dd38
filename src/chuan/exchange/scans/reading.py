"""From a file to its text, pages that are pictures read one at a time."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from chuan.exchange import papers
from chuan.exchange.apart import Kept, run_apart
from chuan.exchange.extracted import Extracted
from chuan.exchange.kinds import Kind, ending, tell
from chuan.exchange.legacy import in_unicode
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.scans import programme
from chuan.exchange.scans.heads import Picture, picture_of
from chuan.exchange.scans.mixed import Mixed
from chuan.exchange.scans.words import Seen, pages_seen
from chuan.rules.refusals import FileEmpty, FileTooBig
from chuan.rules.refusals.scans import ScanReaderMissing, ScanTooLong, ScanWithoutLetters

AT_ONCE = 2
"""Pages read while somebody waits; a page takes one to three seconds."""
MOST_PAGES = 30
DOTS = 300
"""Dots per inch at which a page is drawn for reading."""
SECONDS = 60
"""For one page."""
PICTURES = frozenset({"", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Endings under which a picture may come; under another it is not what it says."""
FROM_PICTURE = "read_from_picture"
"""The note of a paper of which pages were read from pictures."""

Told = Callable[[int, int], None]


def pages_to_read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> int:
    """How many pages of the file are pictures. Raises what ``extract`` raises before it reads one."""
    picture, mixed = _looked(data, name, limits)
    return len(picture.pages) if picture else len(mixed.pictures) if mixed else 0


def picture_type(data: bytes, *, name: str) -> str | None:
    """The media type of a PNG, JPEG or TIFF; None for anything else."""
    picture = _picture(data, name)
    return picture.media_type if picture else None


def extract(data: bytes, *, name: str, limits: Limits = DEFAULT, told: Told | None = None) -> Extracted:
    """The text of any paper, of pictures too. ``told(done, all)`` is called after each page that was read.

    A PDF of which some pages have letters keeps them as they are. Raises what ``papers.extract`` raises,
    ScanReaderMissing, ScanTooLong, ScanWithoutLetters, PictureTooLarge.
    """
    return _extract(data, name, limits, told, ends_only=False)


def extract_ends(data: bytes, *, name: str, limits: Limits = DEFAULT) -> Extracted:
    """The same with only the first and the last picture read: head and signer stand there."""
    return _extract(data, name, limits, None, ends_only=True)


def _extract(data: bytes, name: str, limits: Limits, told: Told | None, *, ends_only: bool) -> Extracted:
    picture, mixed = _looked(data, name, limits)
    if picture:
        return _of_picture(data, picture, name, limits, told)
    if mixed is None or not mixed.pictures:
        return papers.extract(data, name=name, limits=limits)
    if programme.missing():
        if mixed.paper.text.strip():
            return papers.extract(data, name=name, limits=limits)
        raise ScanReaderMissing(name=name)
    numbers = [number for number, _ in mixed.pictures]
    wanted = sorted({numbers[0], numbers[-1]}) if ends_only else numbers
    seen = list(_read_pages(data, wanted, name, limits, told))
    left_out = len(wanted) < len(numbers)
    return _whole(mixed, seen, name, ("pictures",) if left_out else ())


def _looked(data: bytes, name: str, limits: Limits) -> tuple[Picture | None, Mixed | None]:
    """Picture or PDF, after the checks of size."""
    if len(data) > limits.file_bytes:
        raise FileTooBig(megabytes=-(-len(data) // 1_000_000), limit=limits.file_bytes // 1_000_000)
    picture = _picture(data, name)
    if picture or tell(data, name=name, limits=limits) is not Kind.PDF:
        return picture, None
    mixed = Mixed.unpacked(run_apart("pdf_mixed", data, name=name, limits=limits))
    if len(mixed.pictures) > MOST_PAGES:
        raise ScanTooLong(pages=len(mixed.pictures), limit=MOST_PAGES)
    return None, mixed


def _picture(data: bytes, name: str) -> Picture | None:
    """The picture's head, when the name says that it is one."""
    return picture_of(data, name=name, most_pages=MOST_PAGES) if ending(name) in PICTURES else None


def _of_picture(data: bytes, picture: Picture, name: str, limits: Limits, told: Told | None) -> Extracted:
    if programme.missing():
        raise ScanReaderMissing(name=name)
    seconds = SECONDS * len(picture.pages)
    table = programme.run(data, "--psm", "1", "tsv", name=name, seconds=seconds)
    seen = pages_seen(table, first=1, characters=limits.characters)
    if told:
        told(len(seen), len(seen))
    empty = Mixed(Extracted("", picture.media_type, len(picture.pages), (), ()), ())
    return _whole(empty, seen, name, ())


def _read_pages(
    data: bytes, numbers: Sequence[int], name: str, limits: Limits, told: Told | None
) -> Iterator[Seen]:
    with Kept("scan_pages", {"dots": DOTS}, limits=limits) as drawer:
        for done, number in enumerate(numbers, 1):
            drawn = drawer.ask(number.to_bytes(4, "big") + data, name=name)
            png = base64.b64decode(drawn["png"])
            table = programme.run(png, "--psm", "1", "tsv", name=name, seconds=SECONDS)
            yield from pages_seen(table, first=number, characters=limits.characters)
            if told:
                told(done, len(numbers))


def _whole(mixed: Mixed, seen: Sequence[Seen], name: str, notes: tuple[str, ...]) -> Extracted:
    """Pages with letters and pages read from pictures, in the order of the paper."""
    paper = replace(mixed.paper, notes=(*mixed.paper.notes, FROM_PICTURE, *notes))
    places = dict(mixed.pictures)
    for one in sorted(seen, key=lambda each: each.page.number, reverse=True):
        paper = _with_page(paper, one, places.get(one.page.number, 0))
    paper = replace(paper, text=paper.text.rstrip("\n"))
    if not paper.seen_words and not paper.text.strip():
        raise ScanWithoutLetters(name=name)
    if not paper.text.strip():
        raise FileEmpty(name=name)
    return in_unicode(paper) if not paper.seen_words else paper


def _with_page(paper: Extracted, one: Seen, at: int) -> Extracted:
    """The paper with this page's text put in; what stands behind moves on."""
    at = min(at, len(paper.text))
    before = "\n" if at and paper.text[at - 1] != "\n" else ""
    piece = f"{before}{one.text}\n" if one.text else ""
    start, moved = at + len(before), len(piece)
    text = paper.text[:at] + piece + paper.text[at:]
    blocks = [replace(each, start=each.start + start, end=each.end + start) for each in one.blocks]
    words = [replace(each, start=each.start + start, end=each.end + start) for each in one.words]
    ahead = [each for each in paper.blocks if each.start < at]
    after = [
        replace(each, start=each.start + moved, end=each.end + moved)
        for each in paper.blocks
        if each.start >= at
    ]
    return replace(
        paper,
        text=text,
        blocks=(*ahead, *blocks, *after),
        widgets=tuple(
            replace(each, start=each.start + moved, end=each.end + moved) if each.start >= at else each
            for each in paper.widgets
        ),
        seen_pages=(one.page, *paper.seen_pages),
        seen_words=(
            *words,
            *(replace(each, start=each.start + moved, end=each.end + moved) for each in paper.seen_words),
        ),
    )
