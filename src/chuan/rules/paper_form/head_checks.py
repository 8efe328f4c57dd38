"""National name, motto, agency, place and date, type and subject: Phụ lục I, mục II.1, 2, 4, 5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.parts import LETTER, UNDATED, Parts
from chuan.rules.paper_form.pieces import Piece
from chuan.rules.paper_form.spots import at_top, found, has_words
from chuan.rules.vietnamese import settle_tones

_ORGAN = re.compile(
    r"(?:ủy\s+ban|ubnd|hđnd|hội\s+đồng|bộ|sở|cục|chi\s+cục|văn\s+phòng|ban|trung\s+tâm|thanh\s+tra|phòng|"
    r"chính\s+phủ|công\s+an|trường|viện|phường|xã|đặc\s+khu)(?!\w)"
)
_SHORT = re.compile(r"(?:ubnd|hđnd)(?!\w)")
_UNNAMED = re.compile(r"(?:phường|xã|thị\s+trấn|đặc\s+khu|tỉnh|huyện|quận)$")
_PLACED = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*,)?\s*(?P<rest>(?P<word>ngày)?\s*[\d.…_].*|ngày.*)$", re.IGNORECASE
)
_SLASHED = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$", re.IGNORECASE)
_YEAR = re.compile(r"năm\s*(\d{4})$")
_VV = re.compile(r"v\s?/\s?v\s*[:.]?(?=\s|$)|v\s?/\s?v(?=\w)")
_ABOUT = re.compile(r"về\s+việc")
_WITHOUT_SUBJECT = ("Giấy", "Phiếu", "Bản", "Hợp đồng", "Thư", "Công điện", "Biên bản")


def check_head(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """All departures of the head but those of the number."""
    yield from _nation(parts, rules)
    yield from _agency(parts, rules)
    yield from _dated(parts, rules)
    yield from _type(parts)
    yield from _subject(parts)


def _nation(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    nation, motto = parts.head.nation, parts.head.motto
    if nation is None:
        yield at_top(parts, "nation_missing")
    elif not nation.upper:
        yield found(parts, "nation_case", nation.start, nation.end, rules.national_name.upper())
    if motto is None:
        yield at_top(parts, "motto_missing")
    elif settle_tones(" ".join(motto.text.split())) != rules.national_motto:
        yield found(parts, "motto_form", motto.start, motto.end, rules.national_motto)


def _agency(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    lines = agency_lines(parts)
    if not lines:
        yield at_top(parts, "agency_missing")
    for line in lines:
        if not line.upper:
            yield found(parts, "agency_case", line.start, line.end, line.text.upper())
        for level in rules.ended_levels:
            if has_words(line.low, level):
                yield found(parts, "agency_level_ended", line.start, line.end, level=level)
    own = max((at for at, line in enumerate(lines) if begins_organ(line)), default=0)
    for line in lines[own : own + 1]:
        short = _SHORT.match(line.low)
        if short:
            full = "HỘI ĐỒNG NHÂN DÂN" if short.group() == "hđnd" else "ỦY BAN NHÂN DÂN"
            yield found(parts, "agency_short", line.start, line.start + short.end(), full)
    for named in (lines, list(parts.head.authority)):
        if named and _UNNAMED.search(named[-1].low):
            yield _unnamed(parts, named)


def agency_lines(parts: Parts) -> list[Piece]:
    """Lines of the agency's name; without a national name above, only those that begin one."""
    lines = list(parts.head.agency)
    if parts.head.nation is None:
        lines = [line for line in lines if _ORGAN.match(line.low)]
    return [line for line in lines if any(letter.isalpha() for letter in line.text)]


def begins_organ(line: Piece) -> bool:
    """Whether the line begins the name of an organ ("PHƯỜNG BẮC HỒNG" only goes on with one)."""
    return bool(_ORGAN.match(line.low)) and not line.low.startswith(("phường", "xã", "đặc"))


def _unnamed(parts: Parts, lines: list[Piece]) -> Finding:
    place = _PLACED.match(parts.head.dated.text) if parts.head.dated else None
    name = place["place"].strip(" ,") if place else ""
    words = " ".join(line.text for line in lines).upper()
    return found(
        parts, "authority_unnamed", lines[0].start, lines[-1].end, example=f"{words} {name.upper() or '…'}"
    )


def _dated(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    dated = parts.head.dated
    if dated is None:
        if parts.kind not in UNDATED:
            yield at_top(parts, "date_missing")
        return
    split = _PLACED.match(dated.text)
    if split:
        yield from _place(parts, dated, split)
    slashed = _SLASHED.search(dated.text)
    if slashed:
        day, month, year = (int(part) for part in slashed.groups())
        words = written_day(rules, day, month, year)
        yield found(parts, "date_slashed", dated.start + slashed.start(), dated.end, words)
        return
    yield from _numbers(parts, rules, dated)


def written_day(rules: FormRules, day: int, month: int, year: int) -> str:
    """ "ngày 05 tháng 3 năm 2021"."""
    padded = rules.padded(day, rules.pad_day), rules.padded(month, rules.pad_month)
    return f"ngày {padded[0]} tháng {padded[1]} năm {year}"


def _place(parts: Parts, dated: Piece, split: re.Match[str]) -> Iterator[Finding]:
    place = split["place"].strip(" ,")
    if not place:
        yield found(parts, "date_place", dated.start, dated.end)
    elif not split["comma"]:
        last = place.split()[-1]
        start = dated.start + split.start("place") + split["place"].rfind(last)
        word = dated.text[split.start("rest") :].split()[0]
        end = dated.start + split.start("rest") + len(word)
        yield found(parts, "date_comma", start, end, f"{last}, {word}")
    if split["rest"].startswith("N"):
        start = dated.start + split.start("rest")
        yield found(parts, "date_word", start, start + 4, "ngày")


def _numbers(parts: Parts, rules: FormRules, dated: Piece) -> Iterator[Finding]:
    days = [
        ("date_day", parts.head.day_at, rules.pad_day),
        ("date_month", parts.head.month_at, rules.pad_month),
    ]
    values = []
    for code, at, below in days:
        if at is None:
            continue
        written = parts.flat.text[at[0] : at[1]]
        values.append(int(written))
        right = rules.padded(int(written), below)
        if written != right:
            yield found(parts, code, at[0], at[1], right)
    year = _YEAR.search(dated.low)
    if len(values) == 2 and year and not _exists(values[0], values[1], int(year[1])):
        yield found(parts, "date_impossible", dated.start, dated.end)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _type(parts: Parts) -> Iterator[Finding]:
    line = parts.head.type
    if line is not None and not line.upper:
        yield found(parts, "type_case", line.start, line.end, line.text.upper())
    if line is None and parts.kind != LETTER and parts.head.addressed is None:
        yield at_top(parts, "type_missing")


def _subject(parts: Parts) -> Iterator[Finding]:
    subject = parts.head.subject
    if not subject:
        if parts.kind and not parts.kind.startswith(_WITHOUT_SUBJECT):
            yield at_top(parts, "subject_missing")
        return
    first, last = subject[0], subject[-1]
    short, long = _VV.match(first.low), _ABOUT.match(first.low)
    if short and parts.kind != LETTER and parts.head.type:
        words = "VỀ VIỆC" if first.upper else "Về việc"
        yield found(
            parts,
            "subject_vv",
            first.start,
            first.start + short.end(),
            words,
            kind=parts.kind.lower() or "văn bản",
        )
    if long and parts.kind == LETTER:
        yield found(parts, "subject_letter", first.start, first.start + long.end(), "V/v")
    tail = re.search(r"(?<![.…])[.;,]+$", last.text)
    if tail:
        word = last.text.split()[-1]
        yield found(
            parts, "subject_end", last.end - len(word), last.end, word.rstrip(".;,"), found=tail.group()
        )
