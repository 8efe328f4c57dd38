"""Figures of folded lists: as many as a decision recognises by name, with the sentence of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from chuan.rules.report_figures.heads import other_commune
from chuan.rules.report_figures.lists import FOLDED
from chuan.rules.report_figures.naming import Named, named, phrase_of
from chuan.rules.report_figures.periods_said import mentions
from chuan.rules.report_figures.sentences import Asked, without_home
from chuan.rules.report_figures.types import Amount, Doubt, How, Proposal, Said, Wanted
from chuan.rules.types import Period, Span
from chuan.rules.vietnamese import NUMBER, read_figure

_HEADS = re.compile(r"(?<!\w)(?:danh\s+sách|công\s+nhận|tặng\s+danh\s+hiệu)(?!\w)", re.IGNORECASE)
_LISTS = re.compile(r"(?<!\w)danh\s+sách(?!\w)")
_GIVES = re.compile(
    r"(?<!\w)(?:công\s+nhận|đạt|được\s+tặng|tặng\s+danh\s+hiệu|danh\s+hiệu)(?!\w)", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:đề\s+nghị|đăng\s+ký|đề\s+xuất|chưa|không\s+(?:đạt|được|công\s+nhận)|dự\s+kiến|xét|thẩm\s+định|bình\s+xét)(?!\w)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\(\s*(?:ban\s+hành\s+)?kèm\s+theo(?:[^)]{0,300}\)|[^)\n]*)", re.IGNORECASE)
_DECIDES = re.compile(r"(?:(?:về\s+việc|v/v)|điều\s+1\.?)\s+(công\s+nhận[^\n]*)", re.IGNORECASE)
_SHAPES = frozenset({"share", "k_of_n", "count", "level"})
_HEAD_LINES = 10
_LONGEST = 400
_SAID = re.compile(
    rf"công\s+nhận[^.;\n]{{0,80}}?(?<!\w)(?P<n>{NUMBER})\s+(?:hộ|gia\s+đình|tuyến|ngõ|tổ|tdp|khu|cá\s+nhân|cán\s+bộ|người)"
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """Lists that stand under one heading: text[start:end] is it, ``places`` are the numbers of rows."""

    start: int
    end: int
    folds: tuple[re.Match[str], ...]


def of_lists(text: str, asked: Asked) -> Iterator[Proposal]:
    """A proposal for every heading under which a list of names stood, when it is an indicator's for sure."""
    for one in _headed(text):
        found = _proposal(text, one, asked)
        if found is not None:
            yield found


def _headed(text: str) -> list[_Listed]:
    """Folded lists with their headings; several parts under one heading are one list."""
    found: list[_Listed] = []
    for fold in FOLDED.finditer(text):
        begin = found[-1].folds[-1].end() if found else 0
        head = _heading(text, begin, fold.start())
        if head is not None:
            found.append(_Listed(*head, (fold,)))
        elif found:
            found[-1] = replace(found[-1], folds=(*found[-1].folds, fold))
    return found


def _heading(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """The paragraph that heads a list, sought upward: from the words that name a list to the list or its table."""
    bare = _WITH.sub(_blanked, text[begin:end])
    lines = [match.span() for match in re.finditer(r"[^\n]+", bare)][-_HEAD_LINES:]
    for start, stop in reversed(lines):
        line = bare[start:stop]
        if "\t" in line or not _HEADS.search(line):
            continue
        last = stop
        for after, over in lines:
            words = bare[after:over]
            if after > stop and "\t" not in words and words.strip() and last + 1 == after:
                last = over
        return begin + start, begin + min(last, start + _LONGEST)
    return None


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _proposal(text: str, one: _Listed, asked: Asked) -> Proposal | None:
    head = " ".join(_WITH.sub(" ", text[one.start : one.end]).split())
    if _NOT_YET.search(head) or other_commune(head, asked.home):
        return None
    words = _LISTS.sub(" ", without_home(head.lower(), asked.home))
    counted = [each for each in asked.wanted if each.shape in _SHAPES]
    whose = named(words, counted, asked.taught)
    known = next((each for each in counted if whose.keys == (each.key,)), None)
    if known is None or not (_GIVES.search(head) or _is_decided(text[: one.start], known, asked)):
        return None
    rows = sum(int(fold["rows"]) for fold in one.folds)
    place = one.folds[0].span("rows") if len(one.folds) == 1 else one.folds[0].span()
    return Proposal(
        known.key, _amount(known, rows), Span(*place), Span(one.start, one.end), phrase_of(words), "",
        How.LIST, _days(words, asked), False, tuple(_doubts(text, one, known, whose, rows, asked)),
    )  # fmt: skip


def _is_decided(before: str, known: Wanted, asked: Asked) -> bool:
    """Whether a decision says above, in its subject or its first article, that it recognises just this."""
    said = (
        [found[1].lower() for found in _DECIDES.finditer(before)] if asked.head.kind == "quyết định" else []
    )
    return any(named(words, asked.wanted).keys == (known.key,) for words in said)


def _amount(known: Wanted, rows: int) -> Amount:
    """So many of an unknown whole for a share; a plain count otherwise."""
    if known.shape in ("share", "k_of_n"):
        return Amount(numerator=Fraction(rows))
    return Amount(value=Fraction(rows), unit=known.unit)


def _days(words: str, asked: Asked) -> Said | None:
    year = asked.head.period.period.start.year if asked.head.period else None
    years = [said.period.start.year for _s, _e, said in mentions(words, year) if said.period.days > 300]
    of = years[-1] if years else year
    return Said(Period.year(of)) if of else None


def _doubts(text: str, one: _Listed, known: Wanted, whose: Named, rows: int, asked: Asked) -> Iterator[Doubt]:
    missing = ", ".join(fold["missing"] for fold in one.folds if fold["missing"])
    doubled = ", ".join(fold["doubled"] for fold in one.folds if fold["doubled"])
    if missing:
        yield Doubt("list_gaps", {"rows": str(rows), "missing": missing})
    if doubled:
        yield Doubt("list_doubled", {"rows": str(rows), "doubled": doubled})
    if len(one.folds) > 1:
        yield Doubt("list_parts", {"rows": str(rows), "parts": str(len(one.folds))})
    if whose.strange and not whose.taught:
        yield Doubt("narrower", {"words": " ".join(whose.strange)[:80]})
    said = [number for number in _said(text, known, asked) if number != rows]
    if said:
        yield Doubt("list_differs", {"rows": str(rows), "said": str(said[0])})


def _said(text: str, known: Wanted, asked: Asked) -> Sequence[int]:
    """Counts that the decision writes of the same indicator."""
    low = text.lower()
    counts = []
    for match in _SAID.finditer(low):
        around = low[match.start() : low.find("\n", match.end()) if "\n" in low[match.end() :] else len(low)]
        value = read_figure(match["n"]).value
        if named(around, asked.wanted).keys == (known.key,) and value.denominator == 1:
            counts.append(int(value))
    return counts
