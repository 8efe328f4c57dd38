"""The head of a paper: who, which number, where and when, what it is and what about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from chuan.rules.decision_text.flat import Flat
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.pieces import Piece, piece_at, pieces_of
from chuan.rules.vietnamese import settle_tones

DEPTH = 6_000
"""Characters in which a head is looked for."""
_NATION = re.compile(r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam")
_MOTTO = re.compile(r"độc\s*lập\s*[-–—.,]?\s*tự\s*do\s*[-–—.,]?\s*hạnh\s*phúc")
_BODY = re.compile(
    r"^[ \t|\-–]*(?:căn\s+cứ|kính\s+gửi|điều\s+1(?!\d)|theo\s+đề\s+nghị|xét\s|[i1]\.\s|thực\s+hiện\s|để\s|phần\s)",
    re.MULTILINE,
)
_NO_SUBJECT = re.compile(r"(?:căn\s+cứ|kính\s+gửi|điều\s+1(?!\d)|theo\s+đề\s+nghị)(?!\w)")
_STAMPS = frozenset(
    {"KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "MẬT", "TỐI MẬT", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"}
)
_BEGINS_TEXT = re.compile(
    r"(?:ủy\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng|văn\s+phòng|đảng\s+ủy|ban\s+chỉ\s+đạo|thời\s+gian|hôm\s+nay|"
    r"ngày|trong|để|thực\s+hiện|căn\s+cứ)(?!\w)"
)
_ADDRESSED = re.compile(r"^[ \t|]*kính\s+gửi", re.MULTILINE)
_NUMBER = re.compile(
    r"(?:^|(?<=\|))[ \t]*(?P<all>số\s{0,3}[:.]?[\s.…_]{0,60}\d{0,6}[a-z]?[ \t.…_]{0,40}"
    r"[/\-–]\s?[^\s|,;]{1,30}(?:\s?[/\-–]\s?[a-zđ&0-9][^\s|,;]{0,20}){0,4}"
    r"|\d{1,6}\s?/(?:\d{4}/)?[a-zđ]{2,8}\s?[-–]\s?[a-zđ]{2,12})",
    re.MULTILINE,
)
_BLANK = r"[\d.…_ \u00a0]{0,20}"
_DATE = re.compile(rf"ngày\s*(?P<d>{_BLANK})\s*tháng\s*(?P<m>{_BLANK})\s*năm\s*(?P<y>{_BLANK}\d?)")
_SLASHED = re.compile(
    r"(?:ngày\s*)?(?<!\d)(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})(?!\d)"
)
_LONG = 400
"""A longer line is a paragraph and no subject."""
_DECIDER = re.compile(
    r"(?:(?:phó\s+)?chủ\s+tịch|ủy\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|bộ\s+trưởng|(?:tổng\s+)?giám\s+đốc|"
    r"thủ\s+tướng|chánh|cục\s+trưởng|trưởng|viện\s+trưởng|hiệu\s+trưởng|tổng\s+thanh\s+tra|ban\s+(?!hành))(?!\w)"
)
_HANGING = re.compile(r"(?:của|và|cho|tại|do|thuộc|là|,|quyền|các|với|trên)$")
_SUBJECT_MARK = re.compile(r"v\s?/\s?v|về\s+việc")


@dataclass(frozen=True, slots=True)
class Head:
    """The parts of the head that were found; offsets are of the plain text."""

    kind: str
    nation: Piece | None
    motto: Piece | None
    agency: tuple[Piece, ...]
    number: Piece | None
    dated: Piece | None
    """From the place's name to the year."""
    day_at: tuple[int, int] | None
    month_at: tuple[int, int] | None
    type: Piece | None
    subject: tuple[Piece, ...]
    authority: tuple[Piece, ...]
    addressed: Piece | None
    body_at: int


def read_head(flat: Flat, rules: FormRules) -> Head:
    """Read the head; a page copied from a website may put words of its own before it."""
    nation = _NATION.search(flat.low, 0, len(flat.low))
    start = _beginning(flat, nation.start()) if nation and nation.start() < 20_000 else 0
    nation = nation if nation and nation.start() < start + DEPTH else None
    motto = _MOTTO.search(flat.low, start, start + DEPTH)
    after = motto.end() if motto else nation.end() if nation else start
    addressed = _ADDRESSED.search(flat.low, after, start + DEPTH)
    kind, line = _type(flat, rules, after, addressed.start() if addressed else start + DEPTH)
    begin = line.end if line else after
    opening = _opening(flat, begin, start + DEPTH, titled=line is not None)
    limit = line.start if line else opening.start() if opening else min(len(flat.low), start + 2500)
    number = _number(flat, start, limit)
    dated, day, month = _dated(flat, start, limit, number)
    skip = [one for one in (nation, motto) if one]
    known = [m.span() for m in skip] + [(one.start, one.end) for one in (number, dated) if one]
    above = min([limit, *(one.start for one in (number, dated, line) if one)])
    agency = tuple(_agency(flat, start, above, known))
    if line:
        subject, authority = _title(flat, line.end, opening.start() if opening else line.end + 1_500)
    else:
        subject, authority = _letter_subject(flat, number, limit, known), ()
        kind = kind or ("Công văn" if addressed else "")
    ends = [one.end for one in (*subject, *authority, line, number, dated) if one]
    return Head(
        kind=kind,
        nation=_matched(flat, nation),
        motto=_matched(flat, motto),
        agency=agency,
        number=number,
        dated=dated,
        day_at=day,
        month_at=month,
        type=line,
        subject=subject,
        authority=authority,
        addressed=next(pieces_of(flat, addressed.start(), addressed.end()), None) if addressed else None,
        body_at=max([begin, *ends, _addressees_end(flat, addressed.end()) if addressed else 0]),
    )


def _opening(flat: Flat, begin: int, stop: int, *, titled: bool) -> re.Match[str] | None:
    """Where the text begins. Under a title the first line is the subject, even one that begins "Thực hiện …"."""
    first = next(pieces_of(flat, begin, min(stop, len(flat.text))), None) if titled else None
    if first is not None and not _NO_SUBJECT.match(first.low):
        return _BODY.search(flat.low, first.end, stop)
    return _BODY.search(flat.low, begin, stop)


def _addressees_end(flat: Flat, at: int) -> int:
    """Where the list under "Kính gửi:" ends: the line itself, or the lines with hyphens after it."""
    end = flat.text.find("\n", at)
    end = end if end >= 0 else len(flat.text)
    for one in pieces_of(flat, end, min(len(flat.text), end + 2_000)):
        open_line = flat.text[:end].rstrip(" |\n")[-1:] not in (";", ".", ":")
        if not one.text.startswith(("-", "–")) and not (open_line and one.text[0].islower()):
            break
        end = one.end
    return end


def _beginning(flat: Flat, nation: int) -> int:
    """Where the head begins: the lines in capitals just above the national name."""
    at = flat.text.rfind("\n", 0, nation) + 1
    for _ in range(8):
        above = flat.text.rfind("\n", 0, max(at - 1, 0)) + 1
        line = flat.text[above : max(at - 1, above)].strip(" |*-–—_")
        if at == 0 or (
            line and not line.isupper() and not re.match(r"số\s*:|ủy ban|ubnd|phường|xã|sở", line.lower())
        ):
            break
        at = above
    return at


def _matched(flat: Flat, found: re.Match[str] | None) -> Piece | None:
    return piece_at(flat, *found.span()) if found else None


def _type(flat: Flat, rules: FormRules, start: int, stop: int) -> tuple[str, Piece | None]:
    """The line (or two) that holds nothing but the name of a type."""
    pattern, names = _type_names(tuple(rules.types))
    for one in pattern.finditer(flat.low, start, min(stop, len(flat.text))):
        if one[1] is None:
            break
        words = " ".join(one[1].split())
        # "QUYẾT ĐỊNH:" after the bases is no title.
        if not (one[2].strip() == ":" and words in ("quyết định", "nghị quyết")):
            return names[words], piece_at(flat, *one.span(1))
    return "", None


@lru_cache(maxsize=8)
def _type_names(types: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {settle_tones(name.lower()): name for name in types if name != "Công văn"}
    each = "|".join(name.replace(" ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"^[ \t|>]*({each})([ \t:.|]*)$|^[ \t|]*(?:căn\s+cứ|điều\s+1)(?!\w)", re.MULTILINE
    ), names


def _number(flat: Flat, start: int, limit: int) -> Piece | None:
    found = _NUMBER.search(flat.low, start, limit)
    return piece_at(flat, *found.span("all")) if found else None


def _dated(
    flat: Flat, start: int, limit: int, number: Piece | None
) -> tuple[Piece | None, tuple[int, int] | None, tuple[int, int] | None]:
    """The line of place and date, and where day and month stand in it."""
    found = _DATE.search(flat.low, start, limit) or _slashed(flat, start, limit)
    if found is None:
        return None, None, None
    cell = max(flat.text.rfind("\n", 0, found.start()), flat.text.rfind("|", 0, found.start())) + 1
    if not flat.text[cell : found.start()].strip(" ,"):
        # "Bắc Hồng," may end the line above.
        above = flat.text.rfind("\n", 0, max(cell - 1, 0)) + 1
        cell = above if flat.text[above : max(cell - 1, above)].rstrip().endswith(",") else cell
    begin = max(cell, number.end if number and number.end <= found.start() else 0, start)
    text = flat.text[begin : found.end()]
    one = piece_at(flat, begin + len(text) - len(text.lstrip()), begin + len(text.rstrip()))
    return one, _inner(flat, found, "d"), _inner(flat, found, "m")


def _slashed(flat: Flat, start: int, limit: int) -> re.Match[str] | None:
    """ "Bắc Hồng, 19/02/2021" at the end of its line."""
    for found in _SLASHED.finditer(flat.low, start, limit):
        if flat.low[max(0, found.start() - 2) : found.start()].strip() == "," and flat.low[
            found.end() : found.end() + 1
        ] in ("", "\n", "|"):
            return found
    return None


def _inner(flat: Flat, found: re.Match[str], group: str) -> tuple[int, int] | None:
    text = found[group]
    body = text.strip(" \u00a0.…_")
    if not body.isdigit():
        return None
    at = found.start(group) + text.find(body)
    return at, at + len(body)


def _agency(flat: Flat, start: int, stop: int, known: list[tuple[int, int]]) -> list[Piece]:
    """The lines of the agency's name: what stands above the number and is not the nation's."""
    found = []
    for one in pieces_of(flat, start, stop):
        inside = [(a, b) for a, b in known if a < one.end and b > one.start]
        end = min([one.end, *(a for a, _ in inside)])
        text = flat.text[one.start : end].rstrip(" -–")
        if text and end > one.start and len(text) < 120 and text not in _STAMPS:
            found.append(piece_at(flat, one.start, one.start + len(text)))
    return found[:6]


def _title(flat: Flat, start: int, stop: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Subject and, for those that decide, the line of authority under it."""
    lines: list[Piece] = []
    for one in pieces_of(flat, start, min(stop, len(flat.text))):
        if one.text in _STAMPS:
            continue
        if lines and (len(lines) > 40 or ":" in one.text or lines[-1].text.endswith((".", ";"))):
            break
        if lines and _opens_text(one) and not _HANGING.search(lines[-1].low):
            break
        lines.append(one)
        if len(one.text) > _LONG:
            break
    for at in range(max(1, len(lines) - 3), len(lines)):
        if _DECIDER.match(lines[at].low) and lines[at].upper and not _HANGING.search(lines[at - 1].low):
            return tuple(lines[:at]), tuple(lines[at:])
    return tuple(lines), ()


def _opens_text(one: Piece) -> bool:
    """Whether a line begins the text rather than going on with the subject."""
    return not one.upper and one.text[0].isupper() and bool(_BEGINS_TEXT.match(one.low))


def _letter_subject(
    flat: Flat, number: Piece | None, stop: int, known: list[tuple[int, int]]
) -> tuple[Piece, ...]:
    """The lines under the number of a letter, from "V/v" on."""
    if number is None:
        return ()
    found: list[Piece] = []
    for one in pieces_of(flat, number.end, stop):
        if any(a < one.end and b > one.start for a, b in known):
            continue
        if (found or _SUBJECT_MARK.match(one.low)) and one.text not in _STAMPS:
            found.append(one)
    return tuple(found[:6])
