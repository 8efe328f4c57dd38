"""Pages and letters: Phụ lục I, mục I and II; judged only where the file tells how it looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from chuan.rules.paper_form.components import Component, components_of
from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.form_rules import FormRules, Lettering
from chuan.rules.paper_form.letters_seen import Letters, Seen
from chuan.rules.paper_form.parts import Parts
from chuan.rules.seen_paper import PageSeen, Row, Stretch
from chuan.rules.types import Span

_MM, _POINT, _LINES = 0.6, 0.3, 0.03
"""How far a measured length, size or spacing may be off before it is told."""
_SEEN_MM = 1.5
"""The same for margins that were measured on the page and not read from a setting."""
_BLACK = frozenset({"000000", "auto"})
_SYMBOLS = ("symbol", "wingdings", "webdings", "zapfdingbats")
_DARK = 0x20
"""A channel not above this still prints black."""
_RED = frozenset({"KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "MẬT", "TỐI MẬT", "TUYỆT MẬT"})


def check_layout(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """All departures of layout; none for a sheet of which only the words are known."""
    yield from _pages(parts, rules)
    if parts.letters:
        letters = Letters(parts.sheet)
        yield from _fonts(parts, rules)
        yield from _colours(parts)
        yield from _components(parts, rules, letters)
        yield from _paragraphs(parts, rules)


# Pages


def _pages(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    pages = parts.sheet.pages
    told: set[str] = set()
    for page in pages:
        for finding in (*_size(parts, rules, page), *_margins(parts, rules, page)):
            key = f"{finding.code}{finding.words.get('side', '')}"
            if key not in told:
                told.add(key)
                yield finding
    yield from _numbers(parts)


def _size(parts: Parts, rules: FormRules, page: PageSeen) -> Iterator[Finding]:
    width, height = (rules.measures[key].low or 0 for key in ("page_width", "page_height"))
    short, long = sorted((page.width, page.height))
    if abs(short - width) > 1 or abs(long - height) > 1:
        words = {"found": f"{page.width:.0f} x {page.height:.0f}", "instead": f"{width:g} x {height:g}"}
        yield Finding("page_size", _first_line(parts, page.start), None, words)


def _margins(parts: Parts, rules: FormRules, page: PageSeen) -> Iterator[Finding]:
    if page.width > page.height:
        return
    sides = (("trên", "top"), ("dưới", "bottom"), ("trái", "left"), ("phải", "right"))
    for side, key in sides:
        value, bound = getattr(page, key), rules.measures[f"margin_{key}"]
        if value is None or bound.low is None or bound.high is None:
            continue
        slack = _SEEN_MM if page.measured else _MM
        # A measured edge is at least the margin: text may end before it, but never beyond it.
        if value < bound.low - slack or (value > bound.high + slack and not page.measured):
            words = {"side": side, "found": _number(value), "bounds": bound.told}
            yield Finding("page_margin", _first_line(parts, page.start), None, words)


def _numbers(parts: Parts) -> Iterator[Finding]:
    pages = parts.sheet.pages
    shown = [page for page in pages if page.number]
    if not shown:
        # Annexes are numbered by themselves, and show no number on their first page.
        ends = parts.flat.ends
        own = ends[parts.foot.end - 1] if parts.foot.found and parts.foot.end else len(parts.sheet.text)
        if sum(page.page is not None and page.start < own for page in pages) > 1:
            yield Finding("page_number_missing", _first_line(parts, pages[1].start))
        return
    for page in shown:
        number = page.number
        if number and not (number.top and number.centred):
            place = "ở lề trên" if number.top else "ở lề dưới"
            words = {"found": place + ("" if number.centred else ", không canh giữa")}
            yield Finding("page_number_place", _first_line(parts, page.start), None, words)
            break
    first = next((page for page in shown if page.number and page.number.on_first), None)
    if first:
        yield Finding("page_number_first", _first_line(parts, first.start))


def _first_line(parts: Parts, start: int) -> Span:
    text = parts.sheet.text
    start = min(start, max(len(text) - 1, 0))
    end = text.find("\n", start)
    return Span(start, end if end >= 0 else len(text))


# Letters


def _fonts(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """Each strange typeface once, where it is first used."""
    allowed = tuple(_plain(name) for name in rules.typefaces)
    told: set[str] = set()
    for one in parts.sheet.stretches:
        name = _plain(one.look.font or "")
        if not name or name in told or name.startswith(_SYMBOLS) or name.startswith(allowed):
            continue
        if any(letter.isalnum() for letter in parts.sheet.text[one.start : one.end]):
            told.add(name)
            yield Finding(
                "letter_font",
                Span(one.start, one.end),
                None,
                {"part": _quoted(parts, one), "found": _family(one.look.font or "")},
            )


def _plain(font: str) -> str:
    """The family alone: "timesnewromanps" of "ABCDEF+TimesNewRomanPS-BoldMT"."""
    return _family(font).lower().replace(" ", "")


def _family(font: str) -> str:
    return font.rpartition("+")[2].partition(",")[0].partition("-")[0]


def _colours(parts: Parts) -> Iterator[Finding]:
    told: set[str] = set()
    for one in parts.sheet.stretches:
        colour = one.look.colour
        if colour is None or colour in _BLACK or colour in told or _is_dark(colour):
            continue
        text = parts.sheet.text[one.start : one.end].strip()
        if text and text not in _RED and one.start < len(parts.flat.source):
            told.add(colour)
            yield Finding("letter_colour", Span(one.start, one.end), None, {"part": _quoted(parts, one)})


def _is_dark(colour: str) -> bool:
    try:
        return all(int(colour[at : at + 2], 16) <= _DARK for at in (0, 2, 4))
    except ValueError:
        return True


def _quoted(parts: Parts, one: Stretch) -> str:
    words = " ".join(parts.sheet.text[one.start : one.end].split())
    return f"Chữ “{words if len(words) <= 40 else words[:39] + '…'}”"


def _components(parts: Parts, rules: FormRules, letters: Letters) -> Iterator[Finding]:
    """The same fault of the same component is told once, where it is first, with how often."""
    first: dict[tuple[str, str, str], Finding] = {}
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in components_of(parts, rules):
        for finding in _component(parts, rules, letters, one):
            key = (one.rule, finding.code, finding.words.get("found", ""))
            first.setdefault(key, finding)
            counts[key] += 1
    for key, finding in first.items():
        times = f" ({counts[key]} chỗ)" if counts[key] > 1 else ""
        yield replace(finding, words={**finding.words, "part": finding.words["part"] + times})


def _component(parts: Parts, rules: FormRules, letters: Letters, one: Component) -> Iterator[Finding]:
    rule = rules.letters.get(one.rule)
    if rule is None:
        return
    seen = letters.of(one.span)
    if seen.size is not None and not rule.allows(seen.size, _POINT):
        bounds = "-".join(dict.fromkeys(f"{end:g}" for end in (rule.low, rule.high) if end is not None))
        words = {"part": one.name, "found": _number(seen.size), "bounds": bounds}
        yield Finding("letter_size", one.span, None, words, rule.article, rule.sure)
    if one.styled:
        yield from _style(one, rule, seen)
    text = parts.sheet.text[one.span.start : one.span.end]
    if one.ordinary and text.isupper() and len(text) > 3:
        yield Finding("letter_case", one.span, None, {"part": one.name}, rule.article, rule.sure)


def _style(one: Component, rule: Lettering, seen: Seen) -> Iterator[Finding]:
    bold = rule.bold if seen.bold is None else seen.bold
    italic = rule.italic if seen.italic is None else seen.italic
    if (bold, italic) != (rule.bold, rule.italic):
        words = {
            "part": one.name,
            "found": _style_words(bold, italic),
            "right": _style_words(rule.bold, rule.italic),
        }
        yield Finding("letter_style", one.span, None, words, rule.article, rule.sure)


def _style_words(bold: bool, italic: bool) -> str:
    return f"{'nghiêng' if italic else 'đứng'}{', đậm' if bold else ''}"


# Paragraphs of the text


def _paragraphs(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """Alignment, gaps, spacing and first line of the running text; each departure once, where it begins."""
    spans = [parts.span(one.start, one.end) for one in (*parts.bases, *parts.body)]
    at = {row.start: place for place, row in enumerate(parts.sheet.rows)}
    told: set[str] = set()
    for number, span in enumerate(spans):
        place = at.get(span.start)
        if place is None or parts.sheet.rows[place].cell:
            continue
        row = parts.sheet.rows[place]
        above = parts.sheet.rows[place - 1] if place and number else None
        for finding in _set(rules, row, above):
            if finding.code not in told:
                told.add(finding.code)
                yield finding


def _set(rules: FormRules, row: Row, above: Row | None) -> Iterator[Finding]:
    span = Span(row.start, row.end)
    if row.align == "start" and row.end - row.start > 90:
        words = {"part": "Đoạn văn", "right": "canh đều cả hai lề"}
        yield Finding("paragraph_align", span, None, words)
    gap, lines = rules.measures["paragraph_gap"], rules.measures["line_spacing"]
    if above is not None and above.after is not None and row.before is not None:
        room = max(above.after, row.before)
        if not gap.allows(room, _POINT):
            yield Finding(
                "paragraph_gap", span, None, {"found": _number(room), "bounds": gap.told}, gap.article
            )
    if row.spacing is not None and not lines.allows(row.spacing, _LINES):
        words = {"found": _number(row.spacing), "bounds": lines.told}
        yield Finding("line_spacing", span, None, words, lines.article)
    first = rules.measures["first_line_indent"]
    runs = row.align in ("justify", "start") and row.indent is not None
    if runs and row.indent is not None and not first.allows(row.indent, _MM):
        yield Finding("first_line", span, None, {"found": _number(row.indent)}, first.article)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
