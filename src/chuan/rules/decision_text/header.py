"""The head of a Decision: issuer, number, symbol, place, date, type, subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.types import Found
from chuan.rules.refusals import Refused
from chuan.rules.types import Span
from chuan.rules.vietnamese import UPPER, fold, read_date

TYPES = (
    "Quyết định",
    "Nghị quyết",
    "Chỉ thị",
    "Kế hoạch",
    "Thông báo",
    "Quy chế",
    "Công văn",
    "Báo cáo",
    "Tờ trình",
    "Hướng dẫn",
    "Chương trình",
)
_MOTTO = re.compile(r"cộng\s+(?:hòa|hoà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam")
_TYPE = re.compile(
    r"^[ \t|>]*(" + "|".join(t.lower().replace(" ", r"\s+") for t in TYPES) + r")[ \t:|]*$", re.MULTILINE
)
_SYMBOL = r"[a-zđ]{1,12}\d{0,2}(?:\s?[-–]\s?[a-zđ&]{1,20}\d{0,2}){0,4}"
_NUMBER = re.compile(
    r"(?<!\w)số\s{0,3}[:.]?(?P<blank>[\s.…_]{0,60}?)(?P<n>\d{1,6}[a-z]?(?:\s?/\s?\d{4})?)?[\s.…_]{0,40}/\s?(?P<symbol>"
    + _SYMBOL
    + ")"
)
_DATED = re.compile(
    r",\s{0,3}ngày(?P<day>[\s.…_]{0,40}\d{0,2}[\s.…_]{0,20})tháng"
    r"(?P<month>[\s.…_]{0,20}\d{0,2}[\s.…_]{0,20})năm(?P<year>[\s.…_]{0,20}(?:\d{4}|\d{0,3}))"
)
_WORD = rf"(?:(?![{UPPER}]{{3}})[{UPPER}][^\W\d_]*\.?|(?:phố|xã|phường|thị|tỉnh|huyện|trấn)(?!\w))"
_PLACE = re.compile(rf"(?<!\w)(?<!-){_WORD}(?:(?: ?\n ?| |-){_WORD}){{0,7}}\s?\Z")
_RIGHT = re.compile(_MOTTO.pattern + r"|độc\s+lập\s*[-–—]\s*tự\s+do")
"""Where the right-hand column of a head begins, when only blanks part it from the left one."""
_RULE = re.compile(r"^[\s|*\-–—_=:.]*$")
_AUTHORITY = re.compile(
    r"^(?:chủ\s+tịch|phó\s+chủ\s+tịch|(?:ủy|uỷ)\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|"
    r"bộ\s+trưởng|giám\s+đốc|"
    r"tổng\s+giám\s+đốc|thủ\s+tướng|chánh|cục\s+trưởng|tổng\s+cục\s+trưởng|trưởng|viện\s+trưởng|"
    r"hiệu\s+trưởng|thống\s+đốc|"
    r"tổng\s+thanh\s+tra|kiểm\s+toán|ban\s+(?!nhân|hành)|chi\s+cục|hạt\s+trưởng|thường\s+trực)"
)
_POST = re.compile(
    r"(?:phó\s+)?(?:chủ\s+tịch|giám\s+đốc|bộ\s+trưởng|chánh|cục\s+trưởng|hiệu\s+trưởng|trưởng)\s+(?!phòng$)"
)
_ORGAN = re.compile(
    r"(?:ủy\s+ban|ubnd|hđnd|hội\s+đồng|bộ|sở|cục|tổng\s+cục|chi\s+cục|văn\s+phòng|ban(?!\s+nhân)|"
    r"trung\s+tâm|thanh\s+tra|tòa|viện|trường|phòng\s+\w+|chính\s+phủ|thủ\s+tướng|ngân\s+hàng|"
    r"bảo\s+hiểm|kho\s+bạc|công\s+an|đảng|huyện\s+ủy|đài|bệnh\s+viện|chủ\s+tịch)(?!\w)"
)
HEAD = 12_000


@dataclass(frozen=True, slots=True)
class Head:
    """What the head holds, and where the body begins (offset in the plain text)."""

    issuer: Found[str] | None
    number: Found[str] | None
    symbol: Found[str] | None
    place: Found[str] | None
    on: Found[date] | None
    impossible: Span | None
    type: Found[str] | None
    subject: Found[str] | None
    authority: Found[str] | None
    number_at: Span | None
    body_at: int


def read_head(flat: Flat) -> Head:
    """Read the head; a crawled page may put an article of its own before it."""
    motto = _MOTTO.search(flat.low)
    opening = _type_line(flat, motto.end() if motto else 0)
    first = _head_start(flat, motto)
    title = opening if opening and not _decides(opening) else None
    stop = title.start() if title else min(len(flat.low), first + 1500)
    number = _NUMBER.search(flat.low, first, stop)
    dated = _DATED.search(flat.low, first, stop)
    on, impossible = _on(flat, dated)
    begin = _after_title(title, opening, number, dated, motto)
    subject, authority, body = _subject(flat, begin, titled=title is not None) if begin else (None, None, 0)
    issuer = _issuer(flat, first, motto, number, title) or _as_issuer(authority)
    return Head(
        issuer=_completed(issuer, authority),
        number=_found(flat, number, "n"),
        symbol=_found(flat, number, "symbol"),
        place=_place(flat, dated),
        on=on,
        impossible=impossible,
        type=_type(flat, opening),
        subject=subject,
        authority=authority,
        number_at=flat.span(*number.span()) if number else None,
        body_at=body,
    )


def _type_line(flat: Flat, after: int) -> re.Match[str] | None:
    """The line that holds nothing but the name of the type, in capitals."""
    for found in _TYPE.finditer(flat.low, after, after + HEAD):
        if flat.text[found.start(1) : found.end(1)].isupper():
            return found
    return None


def _decides(opening: re.Match[str]) -> bool:
    """Whether the line is the "QUYẾT ĐỊNH:" after the bases and not the title (which a crawler may lose)."""
    return ":" in opening.group()


def _after_title(
    title: re.Match[str] | None, opening: re.Match[str] | None, *others: re.Match[str] | None
) -> int:
    """Where the subject begins: under the title, or under the last thing found of the head."""
    if title:
        return title.end()
    ends = [m.end() for m in others if m and (opening is None or m.end() < opening.start())]
    return max(ends, default=0) if opening else 0


def _head_start(flat: Flat, motto: re.Match[str] | None) -> int:
    """Where the head begins: a few lines above the national motto, else the top of the text."""
    if motto is None:
        return 0
    at = motto.start()
    for _ in range(10):
        above = flat.text.rfind("\n", 0, max(at - 1, 0)) + 1
        line = flat.text[above:at].strip()
        letters = [c for c in line if c.isalpha()]
        if letters and not line.strip(" |").isupper() and not line.lower().startswith(("số", "ubnd")):
            break
        at = above
        if above == 0:
            break
    return at


def _issuer(
    flat: Flat,
    first: int,
    motto: re.Match[str] | None,
    number: re.Match[str] | None,
    opening: re.Match[str] | None,
) -> Found[str] | None:
    """The name above the number: the lines left of (so, in the text, before) the motto."""
    bounds = [m.start() for m in (motto, number, opening) if m]
    stop = min(bounds) if bounds else 0
    if motto and number and motto.start() < number.start() < motto.start() + HEAD and _beside(flat, motto):
        stop = number.start()
    found = _name(flat, first, stop)
    if found is None and motto and number and motto.end() < number.start():
        found = _name(flat, motto.end(), number.start())
    return found


def _beside(flat: Flat, motto: re.Match[str]) -> bool:
    """Whether the head stands in two columns kept apart by blanks only: the issuer's lines go on past the motto."""
    line = flat.text.rfind("\n", 0, motto.start()) + 1
    return bool(flat.text[line : motto.start()].strip(" |"))


def _name(flat: Flat, first: int, stop: int) -> Found[str] | None:
    """The organ's name in a cell: its lines in capitals, rules and blank lines left out."""
    lines: list[tuple[int, int]] = []
    at = first
    for line in flat.text[first:stop].split("\n"):
        for cell in re.finditer(r"[^|]+", line):
            right = _RIGHT.search(cell.group().lower())
            left = cell.group()[: right.start()] if right else cell.group()
            body = left.strip()
            start = at + cell.start() + left.find(body)
            if not _RULE.match(body) and body.isupper():
                lines.append((start, start + len(body)))
        at += len(line) + 1
    lines = _last_organ(flat, lines)
    if not lines:
        return None
    words = " ".join(" ".join(flat.text[a:b].split()) for a, b in lines)
    return Found(words, flat.span(lines[0][0], lines[-1][1]))


def _last_organ(flat: Flat, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of superior and issuing organ the second: from the last line that begins an organ's name."""
    heads = [i for i, (a, b) in enumerate(lines) if _ORGAN.match(flat.low[a:b].replace("\n", " "))]
    return lines[heads[-1] :] if heads else []


def _completed(issuer: Found[str] | None, authority: Found[str] | None) -> Found[str] | None:
    """The fuller of the two writings when the line of authority only adds the place."""
    if issuer is None or authority is None:
        return issuer
    short, full = fold(issuer.value), fold(authority.value)
    at = full.find(short)
    if at < 0 or len(full) - at <= len(short) or len(full) != len(authority.value):
        return issuer
    return Found(authority.value[at:], authority.span)


def _as_issuer(authority: Found[str] | None) -> Found[str] | None:
    """The organ in a line of authority: without the post before it ("CHỦ TỊCH ỦY BAN …")."""
    if authority is None:
        return None
    post = _POST.match(authority.value.lower())
    rest = authority.value[post.end() :].strip() if post else ""
    return Found(rest, authority.span) if rest else authority


def _place(flat: Flat, dated: re.Match[str] | None) -> Found[str] | None:
    """The capitalised words before ", ngày …"."""
    if dated is None:
        return None
    from_ = max(0, dated.start() - 60)
    found = _PLACE.search(flat.text, from_, dated.start())
    if found is None:
        return None
    start, end = _trim(flat, *found.span())
    return Found(" ".join(flat.text[start:end].split()), flat.span(start, end))


def _on(flat: Flat, dated: re.Match[str] | None) -> tuple[Found[date] | None, Span | None]:
    """The date of the head; None with the span when the day written does not exist."""
    if dated is None:
        return None, None
    day, month, year = (dated.group(part).strip(" \n.…_") for part in ("day", "month", "year"))
    span = flat.span(*_trim(flat, dated.start("day"), dated.end("year")))
    if not (day and month and len(year) == 4):
        return None, None
    try:
        return Found(read_date(f"{day}/{month}/{year}"), span), None
    except Refused:
        return None, span


def _found(flat: Flat, match: re.Match[str] | None, group: str) -> Found[str] | None:
    if match is None or not (match.group(group) or "").strip():
        return None
    start, end = _trim(flat, *match.span(group))
    text = flat.text[start:end]
    return Found(re.sub(r"\s", "", text).replace("–", "-"), flat.span(start, end))


def _trim(flat: Flat, start: int, end: int) -> tuple[int, int]:
    text = flat.text[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _type(flat: Flat, opening: re.Match[str] | None) -> Found[str] | None:
    if opening is None:
        return None
    words = " ".join(flat.low[opening.start(1) : opening.end(1)].split())
    return Found(words[:1].upper() + words[1:], flat.span(*opening.span(1)))


def _subject(flat: Flat, begin: int, *, titled: bool) -> tuple[Found[str] | None, Found[str] | None, int]:
    """The lines between the title and the first basis: subject, then who decides (if stated)."""
    lines: list[tuple[int, int]] = []
    at = body = flat.text.find("\n", begin) + 1 or len(flat.text)
    for line in flat.text[at : at + 6000].split("\n"):
        low = flat.low[at : at + len(line)].strip(' |>“"')
        if (
            re.match(
                r"(?:căn\s+cứ|xét\s|theo\s+đề\s+nghị|điều\s+\d|quyết\s+định\s*:?$|chương\s+i|"
                r"thực\s+hiện\s|[i1]\.\s|kính\s+gửi|để\s)",
                low,
            )
            or len(lines) > 40
        ):
            break
        start, end = _trim(flat, at, at + len(line))
        if not _RULE.match(flat.text[start:end]):
            lines.append((start, end))
        at = body = at + len(line) + 1
    cut = _authority_at(flat, lines, 1 if titled else 0)
    return _joined(flat, lines[:cut]), _joined(flat, lines[cut:]), body


def _authority_at(flat: Flat, lines: list[tuple[int, int]], first: int) -> int:
    """Index of the line that names who decides. It follows the subject and begins with a post
    or an organ; a subject that merely wraps onto such a word goes on in the middle of a phrase."""
    for i in range(max(len(lines) - 4, first), len(lines)):
        low = flat.low[slice(*lines[i])].strip(" |")
        if (
            _AUTHORITY.match(low)
            and flat.text[slice(*lines[i])].isupper()
            and not _open_phrase(flat, lines, i)
        ):
            return i
    return len(lines)


def _open_phrase(flat: Flat, lines: list[tuple[int, int]], i: int) -> bool:
    """Whether the line goes on with the phrase before it. A bold run beginning here (an odd gap
    between the two lines in the original) says no."""
    if i == 0:
        return len(lines) > 3
    before = flat.low[slice(*lines[i - 1])]
    if flat.starts[lines[i][0]] - flat.ends[lines[i - 1][1] - 1] >= 3:
        return False
    return bool(re.search(r"(?:của|và|cho|tại|do|thuộc|là|,|quyền|các)$", before)) or len(lines[i:]) > 3


def _joined(flat: Flat, lines: list[tuple[int, int]]) -> Found[str] | None:
    if not lines:
        return None
    words = " ".join(" ".join(flat.text[a:b].split()) for a, b in lines)
    return Found(words, flat.span(lines[0][0], lines[-1][1]))
