"""Small steps that every check takes: a finding at a place, the last word of a line."""

from __future__ import annotations

import re

from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.parts import Parts

_LINE = re.compile(r"[^\W_][^\n|]*")
_LAST = re.compile(r"\S+\s*$")
_ENDS = ",.;:/"
_WORDS = re.compile(r"\w+")


def found(
    parts: Parts, code: str, start: int, end: int, replacement: str | None = None, **words: str
) -> Finding:
    """A finding at a range of the plain text."""
    return Finding(code, parts.span(start, end), replacement, words)


def at_top(parts: Parts, code: str, **words: str) -> Finding:
    """Something is missing: the finding points at the first line of the text, where nothing of it stands."""
    words = {"found": "", **words}
    text = parts.flat.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return found(parts, code, start, end if end >= 0 else len(text), **words)


def at_end(parts: Parts, code: str, **words: str) -> Finding:
    """Something is missing at the foot: the finding points at the last line with words in it."""
    words = {"found": "", **words}
    stop = parts.foot.start if parts.foot.found else parts.text_end
    lines = [line.span() for line in _LINE.finditer(parts.flat.text, max(0, stop - 2_000), stop)]
    start, end = lines[-1] if lines else (0, min(1, len(parts.flat.text)))
    return found(parts, code, start, end, **words)


def ended(parts: Parts, code: str, start: int, end: int, mark: str, **words: str) -> Finding | None:
    """A finding where the text [start, end) does not end with the mark; None when it does.

    It points at the wrong mark, or at the last word where there is none.
    """
    text = parts.flat.text[start:end].rstrip()
    if text.endswith(mark) and not (mark == "." and text.endswith("./.")):
        return None
    bare = text.rstrip(_ENDS + " ")
    last = _LAST.search(bare)
    if last is None:
        return None
    if len(bare) < len(text):
        return found(parts, code, start + len(bare), start + len(text), mark, **_told(last, mark, words))
    return found(
        parts, code, start + last.start(), start + len(text), last.group() + mark, **_told(last, mark, words)
    )


def _told(last: re.Match[str], mark: str, words: dict[str, str]) -> dict[str, str]:
    return {"instead": f"{last.group()}{mark}", **words}


def has_words(low: str, words: str) -> bool:
    """Whether the words stand whole in a lower-case text."""
    spaced = " ".join(_WORDS.findall(low))
    return f" {words} " in f" {spaced} "
