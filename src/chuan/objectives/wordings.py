"""The decision's own words cut into what each figure is about: clauses, names, codes, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from chuan.rules.types import Span
from chuan.rules.vietnamese import fold

_CUE = re.compile(
    r"(?:\s|^)(?:đạt và vượt|đạt|vượt|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|không dưới|từ|là|còn|"
    r"xuống|lên|khoảng|phấn đấu|duy trì|tỷ lệ)\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:[-–+*•]\s*|\d+(?:\.\d+)*[.)]\s+|(?:đảm bảo|bảo đảm|phấn đấu|duy trì)\s+(?=\S))", re.IGNORECASE
)
_EDGES = " \t\n,.;:–-"


def clauses(text: str, spans: Sequence[Span]) -> list[Span]:
    """The stretch of ``text`` that speaks of each span; offsets count from the start of ``text``.

    Figures stand apart at a semicolon, else at a comma or "và" between them. Spans that are
    the same share a clause.
    """
    apart = sorted(set(spans))
    if not apart:
        return []
    begins = [0, *(_cut(text, before.end, after.start) for before, after in pairwise(apart))]
    ends = [*begins[1:], len(text)]
    cut = zip(apart, begins, ends, strict=True)
    found = {span: Span(begin, _stop(text, span.end, end)) for span, begin, end in cut}
    return [found[span] for span in spans]


def name_of(clause: str, figure: Span | None) -> str:
    """A display name: the clause without its figure and without the words that lead to it."""
    before, after = (clause, "") if figure is None else (clause[: figure.start], clause[figure.end :])
    before = _LEAD.sub("", before.strip(_EDGES))
    while (shorter := _CUE.sub("", before).strip(_EDGES)) != before:
        before = shorter
    name = " ".join(f"{before} {after}".split()).strip(_EDGES)
    return shorten(name[:1].upper() + name[1:]) or shorten(" ".join(clause.split()).strip(_EDGES))


def shorten(text: str, limit: int = 160) -> str:
    """The text, cut at a word when it is longer than a name may be."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(_EDGES)


def code_of(name: str) -> str:
    """A code for an indicator nobody foresaw: folded words of its name without figures, stable over years."""
    words = re.sub(r"[^a-z ]+", " ", fold(name)).split()
    code = "-".join(words)
    return code if len(code) <= 60 else code[:60].rsplit("-", 1)[0]


def label_of(ordinal: str, index: int, count: int, *, below: bool) -> str:
    """Which place of the decision: "1.4" or "1.4a" for a value of a bullet, "3.2" for one of an objective.

    ``below`` says that the objective has bullets of its own: "3.1" is then the first of them,
    and its own values are "3a", "3b".
    """
    if not below and "." not in ordinal:
        return f"{ordinal}.{index + 1}"
    return ordinal if count == 1 else f"{ordinal}{_letter(index)}"


def _letter(index: int) -> str:
    return chr(ord("a") + index) if index < 26 else f"-{index + 1}"


def _cut(text: str, start: int, end: int) -> int:
    """Where the clause of the later figure begins, somewhere between the two figures."""
    between = text[start:end]
    for mark in (";", ",", " và ", " "):
        at = between.rfind(mark) if mark in (";", " ") else between.find(mark)
        if at >= 0:
            return start + at + len(mark)
    return end


def _stop(text: str, after: int, end: int) -> int:
    at = text.find(";", after, end)
    return end if at < 0 else at
