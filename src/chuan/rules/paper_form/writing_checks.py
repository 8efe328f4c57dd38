"""How words are written: letters, spaces, capitals of known names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.parts import Parts
from chuan.rules.paper_form.spots import found
from chuan.rules.types import Span
from chuan.rules.vietnamese import settle_tones

_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_DOUBLE = re.compile(r"(?<=[^\s|*])[ \u00a0]{2,3}(?=[^\s|*])")
_ALIGNED = re.compile(r"\t|[ \u00a0]{4,}|\|")
_BEFORE_MARK = re.compile(
    r"(?<=[\w)”\"%])[ \u00a0]+(?P<mark>\./\.|[,;!?]|[:.](?!\S*\d))(?=[\s*]|$)", re.MULTILINE
)
_AFTER_MARK = re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])")
_STANDARD = re.compile(r"((?:ISO|TCVN)(?:/IEC)?[ \u00a0]+\d{4,5})(?:\s+:\s*|:\s+)((?:19|20)\d\d)(?!\d)")
_ADDRESS = re.compile(r"@|www\.|https?:|\.vn\b")
_SYLLABLE = re.compile(r"[^\W\d_]+")


def check_writing(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """All departures of writing, from the head to the end of the last annex."""
    yield from _letters(parts)
    yield from _tones(parts)
    yield from _spaces(parts)
    yield from _names(parts, rules)


def _letters(parts: Parts) -> Iterator[Finding]:
    # The letters of a PDF come out as its fonts hold them, not as they were typed.
    printed = any(page.measured for page in parts.sheet.pages)
    first = None if printed else _DECOMPOSED.search(parts.sheet.text)
    if first:
        begin = (
            max(parts.sheet.text.rfind(" ", 0, first.start()), parts.sheet.text.rfind("\n", 0, first.start()))
            + 1
        )
        word = re.compile(r"\S+").match(parts.sheet.text, begin)
        yield Finding("decomposed", Span(begin, word.end() if word else first.end()))


def _tones(parts: Parts) -> Iterator[Finding]:
    """The same syllable with its mark on either vowel."""
    text = parts.flat.text[: parts.text_end]
    old = [
        word
        for word in _SYLLABLE.finditer(text)
        if not word.group().isascii() and settle_tones(word.group()) != word.group()
    ]
    if not old:
        return
    words = {word.lower() for word in _SYLLABLE.findall(text)}
    counts = Counter(word.group().lower() for word in old)
    for word in old:
        count, right = counts.pop(word.group().lower(), 0), settle_tones(word.group())
        if count and right.lower() in words:
            exact = right if count == 1 else None
            yield found(parts, "tone_mixed", word.start(), word.end(), exact, instead=right, count=f"{count}")


def _spaces(parts: Parts) -> Iterator[Finding]:
    text = parts.sheet.text
    for start, end in _running(parts):
        at = start
        for line in text[start:end].splitlines(keepends=True):
            if not _ALIGNED.search(line):
                yield from _line(line, at)
            at += len(line)


def _line(line: str, at: int) -> Iterator[Finding]:
    body = line.rstrip()
    for gap in _DOUBLE.finditer(body):
        yield Finding("double_space", Span(at + gap.start(), at + gap.end()), " ")
    for gap in _BEFORE_MARK.finditer(body):
        yield Finding("space_before_mark", Span(at + gap.start(), at + gap.end()), gap["mark"])
    for gap in _STANDARD.finditer(body):
        yield Finding("standard_space", Span(at + gap.start(), at + gap.end()), f"{gap[1]}:{gap[2]}")
    if _ADDRESS.search(body):
        return
    for gap in _AFTER_MARK.finditer(body):
        yield Finding("space_after_mark", Span(at + gap.start(), at + gap.end()), f"{gap.group()} ")


def _running(parts: Parts) -> Iterator[tuple[int, int]]:
    """Ranges of the sheet's text with running words: not the head and foot, which blanks may align."""
    starts, ends = parts.flat.starts, parts.flat.ends
    if not len(starts):
        return
    stop = parts.foot.start if parts.foot.found else parts.text_end
    ranges = [(parts.head.body_at, stop), *((annex.start, annex.end) for annex in parts.annexes)]
    for item in parts.foot.items:
        ranges.append((item.start, item.end))
    for start, end in ranges:
        if start < end and start < len(starts):
            yield starts[start], ends[min(end, len(ends)) - 1]


def _names(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """Known names written with other capitals."""
    pattern, right = _known(rules.writings)
    for name in pattern.finditer(parts.flat.low, 0, parts.text_end):
        written = " ".join(parts.flat.text[slice(*name.span())].split())
        wanted = right[" ".join(name.group().split())]
        if written.isupper() or settle_tones(written) == settle_tones(wanted):
            continue
        if wanted[0].islower() and settle_tones(written[1:]) == settle_tones(wanted[1:]):
            continue
        yield found(parts, "capitals", name.start(), name.end(), wanted)


@lru_cache(maxsize=8)
def _known(writings: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    right = {settle_tones(name.lower()): name for name in writings}
    each = (r"\s+".join(map(re.escape, low.split())) for low in sorted(right, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)"), right
