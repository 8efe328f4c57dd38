"""Articles, clauses, points, ends of paragraphs and lists: Phụ lục I, mục II.6; the samples of Phụ lục III."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chuan.rules.decision_text.paragraphs import Paragraph
from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.parts import DECIDING, Parts, is_table_row, opening_articles
from chuan.rules.paper_form.spots import at_end, ended, found

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in the order of Vietnamese."""
_OPENING = re.compile(r"điều\s+(?P<n>\d{1,3}|[ivxlc]{1,6})(?P<mark>\s*[.:/)-]?)", re.IGNORECASE)
_TITLE = re.compile(r"(?P<kind>phần|chương|mục)\s+(?P<n>\d{1,2}|[ivxl]{1,6})(?=\s*[.:]?\s*$|\s*[.:]\s)")
_LONGEST_TITLE = 120
_CLOSED = (".", ";", ":", "?", "!", "…", ",", "”", '"', ")", "/")
_AMENDS = re.compile(r"(?<!\w)(?:sửa\s+đổi|bổ\s+sung|thay\s+thế\s+cụm)(?!\w)")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LEAST_LIST = 4
_USUAL = 0.6
"""Share of a list's lines that must end alike before the others are told."""


def check_body(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """All departures of the text between the bases and the foot, and of the annexes' lists."""
    if parts.kind in DECIDING:
        yield from _decides(parts)
        yield from _articles(parts)
        yield from _numbering(parts)
        yield from _open_ends(parts)
    for annex in parts.annexes:
        inside = [one for one in parts.annex_paragraphs if annex.start <= one.start < annex.end]
        opened = opening_articles(inside)
        # Tables and lists of procedures cite articles; a regulation has them from 1 on.
        if len(opened) > 1 and opened[0][0] in ("1", "i"):
            yield from _in_order(parts, opened)
    yield from _titles(parts)
    yield from _last_mark(parts, rules)
    for paragraphs in (parts.body, parts.annex_paragraphs):
        yield from _lists(parts, paragraphs)


def _decides(parts: Parts) -> Iterator[Finding]:
    line = "QUYẾT NGHỊ:" if parts.kind == "Nghị quyết" else "QUYẾT ĐỊNH:"
    if parts.decides is None:
        if parts.articles:
            first = parts.articles[0][1]
            end = first.start + len(f"Điều {parts.articles[0][0]}")
            yield found(parts, "decides_missing", first.start, end, kind=parts.kind, line=line)
    elif not (parts.decides.upper and parts.decides.text.endswith(":")):
        words = parts.decides.text.rstrip(" .:").upper() + ":"
        yield found(parts, "decides_form", parts.decides.start, parts.decides.end, words)


def _articles(parts: Parts) -> Iterator[Finding]:
    if not parts.articles:
        if parts.body:
            first = parts.body[0]
            yield found(
                parts, "article_missing", first.start, min(first.end, first.start + 60), kind=parts.kind
            )
        return
    yield from _in_order(parts, parts.articles)


def _in_order(parts: Parts, articles: Sequence[tuple[str, Paragraph]]) -> Iterator[Finding]:
    """Each article's number and mark, one after the other from 1."""
    before = 0
    for written, paragraph in articles:
        number = int(written) if written.isdigit() else _roman(written)
        opening = _OPENING.match(paragraph.text)
        if opening is None:
            continue
        right = f"Điều {number}."
        if re.sub(r"\s+", " ", opening.group()) != right:
            start, end = paragraph.start, paragraph.start + opening.end()
            tight = paragraph.text[opening.end() : opening.end() + 1].strip()
            yield found(parts, "article_form", start, end, right + (" " if tight else ""))
        if number != before + 1:
            at = paragraph.start + opening.start("n")
            words = {"before": f"{before}", "number": written, "instead": f"Điều {before + 1}."}
            yield found(parts, "article_order", at, at + len(opening["n"]), f"{before + 1}", **words)
        before = before + 1 if number != before + 1 else number


def _titles(parts: Parts) -> Iterator[Finding]:
    """Parts and chapters count in Roman, sections in Arabic numerals."""
    for one in (*parts.body, *parts.annex_paragraphs):
        title = _TITLE.match(one.low) if len(one.text) < _LONGEST_TITLE and not is_table_row(one) else None
        if title is None:
            continue
        start, end = one.start + title.start("n"), one.start + title.end("n")
        kind = one.text[: title.end("kind")].capitalize()
        if title["kind"] == "mục" and not title["n"].isdigit():
            yield found(parts, "part_form", start, end, f"{_roman(title['n'])}", kind=kind, numerals="Ả Rập")
        if title["kind"] != "mục" and title["n"].isdigit() and 0 < int(title["n"]) < 40:
            yield found(
                parts, "part_form", start, end, _in_roman(int(title["n"])), kind=kind, numerals="La Mã"
            )


def _in_roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _roman(written: str) -> int:
    values = [_WORTH[letter] for letter in written.lower()]
    following = [*values[1:], 0]
    return sum(-here if here < next_ else here for here, next_ in zip(values, following, strict=True))


def _numbering(parts: Parts) -> Iterator[Finding]:
    """Clauses and points of each article; articles that amend others quote numbers that are not theirs."""
    groups: list[list[Paragraph]] = []
    opens = {paragraph.start for _, paragraph in parts.articles}
    for paragraph in parts.body:
        if paragraph.start in opens:
            groups.append([])
        if groups:
            groups[-1].append(paragraph)
    for group in groups:
        if not any(_AMENDS.search(one.low) for one in group):
            yield from _clauses(parts, group[1:])


def _clauses(parts: Parts, group: Sequence[Paragraph]) -> Iterator[Finding]:
    clause, point = 0, -1
    for one in group:
        if one.mark is None or is_table_row(one):
            continue
        mark = one.text[: one.mark.end].rstrip()
        if one.mark.kind.startswith("arabic"):
            number, right = int(one.mark.number), f"{int(one.mark.number)}."
            if mark != right:
                yield _marked(parts, "clause_form", one, mark, right)
            if number not in (clause + 1, 1):
                yield _order(parts, "clause_order", one, mark, f"{clause + 1}.", f"{clause}", one.mark.number)
                number = clause + 1
            clause, point = number, -1
        elif (
            one.mark.kind == "alpha"
            and one.text[0] in ALPHABET
            and not one.text[one.mark.end :][:1].isdigit()
        ):
            index = ALPHABET.index(one.mark.number)
            if mark != f"{one.mark.number})":
                yield _marked(parts, "point_form", one, mark, f"{one.mark.number})")
            if index not in (point + 1, 0) and point + 1 < len(ALPHABET):
                before = ALPHABET[point] if point >= 0 else "…"
                yield _order(
                    parts, "point_order", one, mark, f"{ALPHABET[point + 1]})", before, one.mark.number
                )
                index = point + 1
            point = index


def _marked(parts: Parts, code: str, one: Paragraph, mark: str, right: str) -> Finding:
    tight = one.text[len(mark) : len(mark) + 1].strip()
    return found(parts, code, one.start, one.start + len(mark), right + (" " if tight else ""))


def _order(
    parts: Parts, code: str, one: Paragraph, mark: str, right: str, before: str, number: str
) -> Finding:
    return found(
        parts,
        code,
        one.start,
        one.start + len(mark),
        right,
        before=before or "0",
        number=number,
        instead=right,
    )


def _open_ends(parts: Parts) -> Iterator[Finding]:
    """The last paragraph of an article that ends without any mark."""
    opens = {paragraph.start for _, paragraph in parts.articles}
    for one, after in zip(parts.body, parts.body[1:], strict=False):
        if after.start in opens and not is_table_row(one) and not one.text.rstrip().endswith(_CLOSED):
            said = ended(parts, "paragraph_end", one.start, one.end, ".")
            if said:
                yield said


def _last_mark(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    words = [one for one in parts.body if any(letter.isalpha() for letter in one.text)]
    if not words or not parts.foot.found:
        return
    last = words[-1]
    after = parts.flat.text[last.start : parts.foot.start].strip(" |\n")
    if after.endswith(rules.last_mark):
        return
    if is_table_row(last):
        yield at_end(parts, "last_mark", instead=rules.last_mark)
        return
    said = ended(parts, "last_mark", last.start, last.end, rules.last_mark)
    if said:
        yield said


def _lists(parts: Parts, paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Runs of lines with a hyphen of which most end with a semicolon."""
    run: list[Paragraph] = []
    for one in [*paragraphs, None]:
        if one is not None and one.mark and one.mark.kind == "dash" and not is_table_row(one):
            run.append(one)
            continue
        yield from _run(parts, run)
        run = []


def _run(parts: Parts, run: list[Paragraph]) -> Iterator[Finding]:
    usual = sum(one.text.rstrip().endswith(";") for one in run)
    if len(run) < _LEAST_LIST or usual < _USUAL * len(run):
        return
    for one in run[:-1]:
        text = one.text.rstrip()
        if not text.endswith((";", ":")):
            said = ended(parts, "list_end", one.start, one.end, ";")
            if said:
                yield said
    last = run[-1].text.rstrip()
    if not last.endswith(_CLOSED):
        said = ended(parts, "paragraph_end", run[-1].start, run[-1].end, ".")
        if said:
            yield said
