"""Which lines of a draft a signed paper does not have word for word, and which words it has beside them.

The paper comes from another programme: its lines break elsewhere and its two columns may be read in another
order, so every line of the draft is looked for in the whole run of words; what is left over on either side differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chuan.documents.outgoing.heads import MARK
from chuan.documents.outgoing.versions import DiffLine
from chuan.rules.vietnamese import compose, settle_tones

_PAGE_NUMBER = re.compile(r"\d{1,3}")


def lines_that_differ(draft: str, signed: str, drawn: Iterable[str] = ()) -> list[DiffLine]:
    """Lines of the draft that are missing (removed) and words that are new (added), in the order of the draft.

    Page numbers, the mark of an example and what signature fields show (``drawn``) are no difference.
    """
    words = _words(signed)
    taken = [False] * len(words)
    places = [
        (line, _take(words, taken, line.split(), after)) for line, after in _with_after(draft, words, taken)
    ]
    left = list(_left(words, taken, _known((*drawn, MARK))))
    lines: list[DiffLine] = []
    for line, place in places:
        if place is None:
            lines.append(DiffLine("removed", line))
            continue
        while left and left[0][0] < place:
            lines.append(DiffLine("added", left.pop(0)[1]))
    return [*lines, *(DiffLine("added", text) for _at, text in left)]


def _with_after(draft: str, words: list[str], taken: list[bool]) -> Iterator[tuple[str, int]]:
    """Each line of the draft, and behind which word it is looked for first: where the last one ended."""
    for line in draft.splitlines():
        if plain := _plain(line):
            yield plain, next((at for at in range(len(words) - 1, -1, -1) if taken[at]), -1) + 1


def _take(words: list[str], taken: list[bool], parts: list[str], after: int) -> int | None:
    """Take the words of a line where they stand unbroken and untaken, first behind the line before."""
    for at in (*_at(words, parts, after, len(words)), *_at(words, parts, 0, after)):
        if not any(taken[at : at + len(parts)]):
            taken[at : at + len(parts)] = [True] * len(parts)
            return at
    return None


def _at(words: list[str], parts: list[str], start: int, end: int) -> Iterator[int]:
    first, length = parts[0], len(parts)
    for at in range(start, min(end, len(words) - length + 1)):
        if words[at] == first and words[at : at + length] == parts:
            yield at


def _known(texts: Iterable[str]) -> re.Pattern[str]:
    """What is no difference, the longest first; bare numbers are words of the text."""
    plain = {one for one in map(_plain, texts) if one and not one.isdecimal()}
    told = "|".join(re.escape(one) for one in sorted(plain, key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:{told})(?!\S)") if told else re.compile(r"(?!)")


def _left(words: list[str], taken: list[bool], known: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Runs of words that no line took, without what is no difference."""
    run: list[str] = []
    for at, word in enumerate([*words, ""]):
        if at < len(words) and not taken[at]:
            run.append(word)
            continue
        text = " ".join(known.sub(" ", " ".join(run)).split())
        if text and not _PAGE_NUMBER.fullmatch(text):
            yield at - len(run), text
        run = []


def _words(text: str) -> list[str]:
    return _plain(text).split()


def _plain(text: str) -> str:
    return " ".join(settle_tones(compose(text)).split())
