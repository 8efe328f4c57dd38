"""A departure from the rules of form: where, what the rule says, and what to write instead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from chuan.rules.paper_form.form_rules import FormRules, Rule, Weight
from chuan.rules.seen_paper import Sheet
from chuan.rules.types import Span, Sure

MOST_OF_ONE = 60
"""Departures from one rule that are told; who has more mends these first."""
_LONGEST_FOUND = 120


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where it stands: ``line`` of the sheet's text from 1, ``span`` in it, ``page`` from 1 where pages are known."""

    span: Span
    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """One departure. ``replacement`` is the exact text for the span, None when a person must decide."""

    code: str
    article: str
    act: str
    place: Place
    found: str
    said: str
    mend: str
    sure: Sure
    weight: Weight
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: a rule's code, the span in the sheet's text, and the words its sentences need."""

    code: str
    span: Span
    replacement: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    article: str = ""
    sure: Sure | None = None


class Teller:
    """Turns findings into departures in the words of the rules that are in force."""

    def __init__(self, sheet: Sheet, rules: FormRules) -> None:
        self._sheet, self._rules = sheet, rules
        self._breaks = [at for at, letter in enumerate(sheet.text) if letter == "\n"]
        self._starts = [page.start for page in sheet.pages]

    def told(self, findings: Iterable[Finding]) -> tuple[Departure, ...]:
        """Departures in the order of the text; findings whose rule is not in force are left out."""
        seen: set[tuple[str, Span]] = set()
        counts: dict[str, int] = {}
        kept = []
        for one in sorted(findings, key=lambda one: (one.span, one.code)):
            rule = self._rules.rules.get(one.code)
            if rule is None or (one.code, one.span) in seen or counts.get(one.code, 0) >= MOST_OF_ONE:
                continue
            seen.add((one.code, one.span))
            counts[one.code] = counts.get(one.code, 0) + 1
            kept.append(self._departure(one, rule))
        return tuple(kept)

    def _departure(self, one: Finding, rule: Rule) -> Departure:
        stands = self._sheet.text[one.span.start : one.span.end]
        found = one.words.get("found", " ".join(stands.split()))
        found = found if len(found) <= _LONGEST_FOUND else f"{found[: _LONGEST_FOUND - 1]}…"
        words = {**one.words, "found": found, "instead": one.words.get("instead", one.replacement or "")}
        return Departure(
            code=one.code,
            article=one.article or rule.article,
            act=rule.act,
            place=Place(
                one.span, bisect_right(self._breaks, one.span.start - 1) + 1, self._page(one.span.start)
            ),
            found=found,
            said=rule.said.format_map(words),
            mend=rule.mend.format_map(words),
            sure=one.sure or rule.sure,
            weight=rule.weight,
            replacement=one.replacement,
        )

    def _page(self, at: int) -> int | None:
        here = bisect_right(self._starts, at) - 1
        return self._sheet.pages[here].page if here >= 0 else None


def mended(text: str, departures: Iterable[Departure]) -> str:
    """The text with every exact mend made; where two touch the same letters the first one counts."""
    return "".join(_pieces(text, departures))


def _pieces(text: str, departures: Iterable[Departure]) -> Iterator[str]:
    done = 0
    for one in sorted(departures, key=lambda one: one.place):
        span = one.place.span
        if one.replacement is None or span.start < done:
            continue
        yield text[done : span.start]
        yield one.replacement
        done = span.end
    yield text[done:]
