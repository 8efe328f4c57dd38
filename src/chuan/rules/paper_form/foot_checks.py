"""Addressee, recipients, signature and annexes: Phụ lục I, mục II.7, II.9 and III.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.foot import Item
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.parts import DECIDING, LETTER, UNDATED, Parts
from chuan.rules.paper_form.pieces import Piece, pieces_of
from chuan.rules.paper_form.spots import at_end, at_top, ended, found, has_words

_TWO_SIDED = ("Biên bản", "Hợp đồng", "Bản", "Thư", "Giấy", "Phiếu")
_KEPT = re.compile(r"(?P<all>lưu\s*:?\s*(?P<who>[^\W_]*))")
_KEPT_RIGHT = re.compile(r"Lưu: VT(?!\w)")
_KEPT_ELSEWHERE = frozenset({"vp", "vpub", "vpubnd", "hs", "hc", "ubnd"})
_AUTHORITY = re.compile(r"(?P<short>t/?m|k/?t|t/?l|t/?u/?q|q)(?P<mark>\s*\.\s*|\s+)(?=[^\W\d_])")
_DEPUTY = re.compile(r"(?:phó|thứ\s+trưởng|ủy\s+viên)(?!\w)")
_COLLECTIVE = re.compile(r"(?:ủy\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân)(?!\w)")
_LEARNED = re.compile(
    r"(?:(?:PGS|GS|TS|ThS|THS|BS|KS|CN|LS|NGƯT|NGND|Thạc\s+sĩ|Tiến\s+sĩ|Bác\s+sĩ|Kỹ\s+sư|Cử\s+nhân|Luật\s+sư|"
    r"Phó\s+giáo\s+sư|Giáo\s+sư)(?:\.\s*|\s+))+"
)
_LABEL = re.compile(r"phụ\s+lục(?:\s+(?:số\s+)?(?P<n>\d{1,2}|[ivxlc]{1,6})(?![\w.]\w))?")
_ATTACHED = re.compile(r"kèm\s+theo")
_NEAR = 1_500
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def check_foot(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """All departures of addressee, recipients, signature and annexes."""
    yield from _addressed(parts)
    yield from _recipients(parts, rules)
    yield from _signature(parts)
    yield from _annexes(parts)


def _addressed(parts: Parts) -> Iterator[Finding]:
    line = parts.head.addressed
    if line is None:
        if parts.kind == LETTER:
            yield at_top(parts, "addressed_missing")
        return
    after = parts.flat.text[line.end : line.end + 3]
    if not after.lstrip(" ").startswith(":"):
        yield found(parts, "addressed_colon", line.start, line.end, f"{line.text}:")
        return
    first = line.end + after.index(":") + 1
    if parts.flat.text[first:].partition("\n")[0].strip(" |"):
        return
    stop = parts.body[0].start if parts.body else first + 600
    items = [one for one in pieces_of(parts.flat, first, first + 1_500) if one.text.startswith(("-", "–"))]
    items = _contiguous(parts, items, stop)
    for one in items:
        mark = "." if one is items[-1] else ";"
        said = ended(parts, "addressed_list", one.start, one.end, mark)
        if said:
            yield said


def _contiguous(parts: Parts, items: list[Piece], stop: int) -> list[Piece]:
    """Lines that follow each other directly under "Kính gửi:"."""
    kept: list[Piece] = []
    for one in items:
        between = parts.flat.text[kept[-1].end : one.start] if kept else ""
        if between.strip(" |\n"):
            break
        kept.append(one)
    return kept


def _recipients(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    label, items = parts.foot.label, parts.foot.items
    if label is None:
        if not parts.kind.startswith(_TWO_SIDED):
            yield at_end(parts, "recipients_missing")
        return
    if not label.text.endswith(":"):
        yield found(parts, "recipients_label", label.start, label.end, f"{label.text.rstrip(' .')}:")
    if not items:
        return
    yield from _first(parts, items[0])
    for one in items:
        if not one.hyphen:
            word = one.text.split()[0]
            yield found(parts, "recipients_hyphen", one.start, one.start + len(word), f"- {word}")
        said = ended(parts, "recipients_end", one.start, one.end, "." if one is items[-1] else ";")
        if said and one.whole:
            yield said
        for level in rules.ended_levels:
            if has_words(one.low, level):
                yield found(parts, "recipient_level_ended", one.start, one.end, level=level)
    yield from _kept(parts, items)


def _first(parts: Parts, first: Item) -> Iterator[Finding]:
    words = first.low.lstrip("-–+• ")
    if parts.kind in DECIDING and not words.startswith("như điều"):
        yield found(parts, "recipients_first", first.start, first.end, first="Như Điều …")
    if parts.kind == LETTER and not words.startswith("như trên"):
        yield found(parts, "recipients_first", first.start, first.end, first="Như trên")


def _kept(parts: Parts, items: tuple[Item, ...]) -> Iterator[Finding]:
    last = items[-1]
    kept = next((one for one in items if one.low.lstrip("-–+• ").startswith("lưu")), None)
    if kept is None:
        yield found(parts, "recipients_kept", last.start, last.end)
        return
    if kept is not last:
        yield found(parts, "recipients_kept", kept.start, kept.end)
    read = _KEPT.search(kept.low)
    if read is None or _KEPT_RIGHT.search(kept.text) or (not read["who"] and "VT" in kept.text):
        return
    who = read["who"]
    start = kept.start + read.start()
    rest = kept.text[read.end() :]
    if who in ("vt", "") or who in _KEPT_ELSEWHERE:
        right = "Lưu: VT"
    else:
        right = f"Lưu: VT, {kept.text[slice(*read.span('who'))]}"
    yield found(parts, "kept_by", start, kept.start + read.end(), right, instead=f"- {right}{rest}")


def _signature(parts: Parts) -> Iterator[Finding]:
    lines, name = parts.foot.signature, parts.foot.name
    if not lines:
        if parts.kind not in UNDATED:
            yield at_end(parts, "signature_missing")
        return
    for at, line in enumerate(lines):
        if not line.upper:
            yield found(parts, "signature_case", line.start, line.end, line.text.upper())
        yield from _authority(parts, line, lines[at + 1] if at + 1 < len(lines) else None)
    yield from _on_behalf(parts, lines[0])
    if name is None:
        yield found(parts, "signer_missing", lines[-1].start, lines[-1].end)
        return
    yield from _name(parts, name)


def _authority(parts: Parts, line: Piece, below: Piece | None) -> Iterator[Finding]:
    read = _AUTHORITY.match(line.low)
    if read is None:
        return
    short = line.text[: read.end("short")].upper().replace("/", "")
    right = f"{short}. "
    if line.text[: read.end()] != right:
        end = line.start + read.end()
        yield found(
            parts, "signature_authority", line.start, end, right, instead=right + line.text[read.end() :]
        )
    if short == "KT" and (below is None or not _DEPUTY.match(below.low)):
        yield found(parts, "signature_deputy", line.start, line.end)


def _on_behalf(parts: Parts, first: Piece) -> Iterator[Finding]:
    """Who decides above the bases and who signs below must be the same (Phụ lục I, mục II.7a)."""
    if not parts.head.authority:
        return
    authority = " ".join(" ".join(line.text for line in parts.head.authority).split())
    behalf = first.low.startswith(("tm", "t/m"))
    if _COLLECTIVE.match(parts.head.authority[0].low) and not behalf:
        yield found(parts, "signature_collective", first.start, first.end, authority=authority)
    if parts.head.authority[0].low.startswith("chủ tịch") and behalf:
        yield found(parts, "signature_own", first.start, first.end, authority=authority)


def _name(parts: Parts, name: Piece) -> Iterator[Finding]:
    learned = _LEARNED.match(name.text)
    bare = name.text[learned.end() :] if learned else name.text
    right = " ".join(word.capitalize() for word in bare.split()) if bare.isupper() else bare
    if learned:
        yield found(parts, "signer_title", name.start, name.end, right)
    elif bare.isupper():
        yield found(parts, "signer_case", name.start, name.end, right)


def _annexes(parts: Parts) -> Iterator[Finding]:
    labelled = [annex for annex in parts.annexes if annex.labelled]
    for annex in parts.annexes:
        # One line of reference may serve annexes that follow without any text between.
        if not _ATTACHED.search(parts.flat.low, annex.start, min(annex.end, annex.start + _NEAR)):
            yield _reference(parts, annex.heading)
    for at, annex in enumerate(labelled):
        heading = annex.heading
        read = _LABEL.match(heading.low)
        if read is None or at >= len(_ROMAN):
            continue
        number = read["n"] or ""
        end = heading.start + read.end()
        several = len(labelled) > 1
        if several and (not number or number.isdigit()):
            right = f"{heading.text[:2] if heading.upper else 'Ph'}"
            words = "PHỤ LỤC" if right == "PH" else "Phụ lục"
            roman = _ROMAN[int(number) - 1] if number and 0 < int(number) <= len(_ROMAN) else _ROMAN[at]
            yield found(parts, "annex_number", heading.start, end, f"{words} {roman}")
        elif parts.letters and heading.text[: read.end()].isupper():
            written = heading.text[slice(*read.span("n"))] if number else ""
            yield found(parts, "annex_case", heading.start, end, f"Phụ lục {written}".rstrip())


def _reference(parts: Parts, heading: Piece) -> Finding:
    number = parts.head.number
    symbol = number.text.rpartition("/")[2].strip() if number and "/" in number.text else "…"
    kind = parts.kind or "Văn bản"
    example = f"(Kèm theo {kind} số …/{symbol} ngày … tháng … năm … của …)"
    return found(parts, "annex_reference", heading.start, heading.end, example=example)
