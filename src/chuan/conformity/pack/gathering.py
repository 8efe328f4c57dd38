"""What goes into a pack: the rooms' parts, the trail, the minutes to be filled in, a page to browse it, manifest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import translation

from chuan.conformity.pack import trail_lines
from chuan.conformity.pack.archive import zipped
from chuan.conformity.pack.minutes import minutes_docx
from chuan.conformity.pack.offline import STYLE, index_page
from chuan.offers.packing import Asked, PackFile, Part, parts
from chuan.rules.evidence import MANIFEST, ChainHead, Listed, Manifest, file_digest
from chuan.rules.vietnamese import fold

Progress = Callable[[int], None]
STEPS_BESIDE = 2
"""The trail; the page with the minutes: beside one step for each part."""

MINUTES, INDEX, STYLE_FILE = "bien-ban-kiem-tra.docx", "index.html", "trang.css"
TRAIL = "nhat-ky"


@dataclass(frozen=True, slots=True)
class Gathered:
    """A pack that was made: the archive, its name, its manifest, the heads of the trail that stand in it."""

    data: bytes
    name: str
    manifest: Manifest
    heads: tuple[trail_lines.Extract, ...]


def steps() -> int:
    """How many steps the making has."""
    return len(parts()) + STEPS_BESIDE


def gather(asked: Asked, progress: Progress | None = None) -> Gathered:
    """Make the pack; ``progress`` is told the steps done, after every file. Raises ``PackTooBig``.

    Call it outside any transaction.
    """
    done = progress or (lambda _: None)
    files: dict[str, bytes] = {}
    listed: list[Listed] = []
    with translation.override("vi"):
        for number, part in enumerate(parts(), start=1):
            for path, one in _placed(part, asked):
                done(number - 1)
                files[path] = one.data
                listed.append(_listed(path, one.data, one.title, part.key, (*part.clauses, *one.clauses)))
            done(number)
        extracts = trail_lines.extracts(asked)
        for extract in extracts:
            path = _trail_path(extract)
            files[path] = extract.text.encode()
            listed.append(_listed(path, files[path], extract.title, TRAIL, ("7.5.3.2",)))
        done(len(parts()) + 1)
        for path, data, title in _pages(asked, listed):
            files[path] = data
            listed.append(_listed(path, data, title))
    manifest = Manifest(
        str(asked.unit.uid), asked.unit.committee, asked.period, asked.at.isoformat(), tuple(listed),
        tuple(ChainHead(one.chain, _trail_path(one), one.seq, one.hash) for one in extracts),
    )  # fmt: skip
    data = zipped(files | {MANIFEST: manifest.text.encode()})
    done(steps())
    return Gathered(data, file_name(asked), manifest, tuple(extracts))


def file_name(asked: Asked) -> str:
    """ "ho-so-kiem-tra_bac-hong_2021-01-01_2021-12-31.zip"."""
    last = asked.period.end - timedelta(days=1)
    return f"ho-so-kiem-tra_{slug(asked.unit.name)}_{asked.period.start}_{last}.zip"


def slug(text: str) -> str:
    """Plain letters, digits, dots and hyphens: a name every machine can write."""
    return re.sub(r"[^a-z0-9.]+", "-", fold(text)).strip("-.") or "tep"


def _placed(part: Part, asked: Asked) -> Iterator[tuple[str, PackFile]]:
    """Each file with its path; two of one name are told apart."""
    taken: set[str] = set()
    for one in part.make(asked):
        stem, dot, ending = one.name.rpartition(".")
        name, number = f"{slug(stem)}{dot}{slug(ending)}", 2
        while name in taken:
            name, number = f"{slug(stem)}-{number}{dot}{slug(ending)}", number + 1
        taken.add(name)
        yield f"{slug(part.key)}/{name}", one


def _pages(asked: Asked, listed: list[Listed]) -> Iterator[tuple[str, bytes, str]]:
    known = tuple(listed)
    yield MINUTES, minutes_docx(asked, known), "Biên bản kiểm tra, điền sẵn phần của đơn vị"
    yield STYLE_FILE, STYLE.encode(), "Kiểu chữ của trang xem"
    yield INDEX, index_page(asked, known).encode(), "Trang xem gói này"


def _listed(path: str, data: bytes, title: str, part: str = "", clauses: tuple[str, ...] = ()) -> Listed:
    return Listed(path, file_digest(data), len(data), title, part, tuple(dict.fromkeys(clauses)))


def _trail_path(extract: trail_lines.Extract) -> str:
    return f"{TRAIL}/chuoi-{extract.year}.txt"
