"""The foot of a Decision: recipients, who signs, and the annexes after it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.types import Found, Signer
from chuan.rules.vietnamese import LOWER, UPPER

_RECIPIENTS = re.compile(r"(?:^|(?<=[\n|]))[ \t|\-–]*nơi\s+nhận\s*:?", re.MULTILINE)
_POSTS = (
    r"(?:quyền\s+|q\.\s*)?(?:phó\s+)*(?:chủ\s+tịch|giám\s+đốc|bộ\s+trưởng|chánh\s+văn\s+phòng|"
    r"chánh\s+thanh\s+tra|chánh\s+án|"
    r"cục\s+trưởng|vụ\s+trưởng|tổng\s+cục\s+trưởng|tổng\s+giám\s+đốc|viện\s+trưởng|hiệu\s+trưởng|"
    r"trưởng\s+phòng|trưởng\s+ban|"
    r"chi\s+cục\s+trưởng|thủ\s+tướng|thống\s+đốc|trưởng\s+công\s+an|thanh\s+tra|bí\s+thư|"
    r"trưởng\s+trạm|chỉ\s+huy\s+trưởng|"
    r"tổng\s+thanh\s+tra|kiểm\s+toán\s+trưởng|tổng\s+kiểm\s+toán|văn\s+phòng)"
)
_DEPUTY_POSTS = (
    r"thứ\s+trưởng(?:\s+thường\s+trực)?|ủy\s+viên(?:\s+(?:ủy|thường)[^\n|]{0,40})?|"
    r"phó\s+thủ\s+tướng|phó\s+[^\n|]{3,60}"
)
_AUTHORITY = re.compile(r"(?<![\w.])(?:tm|kt|tl|tuq|thừa\s+lệnh|q)\s?\.\s*(?:[^\W\d_]|(?=\n))[^\n|.;:]{0,90}")
_POSITION = re.compile(rf"(?:{_POSTS}|{_DEPUTY_POSTS})(?:\s+[^\n|;:.]{{0,80}})?$")
_NAME = re.compile(
    r"(?:(?:PGS|GS|TS|ThS|BS|Ths|KS|CN|LS|CKI|CKII|BSCKI|BSCKII|Thạc sĩ|Tiến sĩ|Đại tá|Thượng tá|"
    r"Trung tá|Thiếu tá)[.\s]+)*"
    r"(?P<name>[^\W\d_]+(?:[ .\-]{1,2}[^\W\d_]+){1,5})"
)
_SIGN_NOTE = re.compile(r"^\(?\s*(?:đã\s+ký|ký\s+tên|chữ\s+ký|dấu|signed|ký\s+bởi|người\s+ký)\b")
_BULLET = re.compile(r"[-–+•*]\s*")
_ANNEX = re.compile(
    r"^[ \t|]*((?:phụ\s+lục|danh\s+mục|quy\s+chế|quy\s+định|mục\s+tiêu\s+chất\s+lượng|kế\s+hoạch|bảng|"
    r"biểu|mẫu)\b[^\n]{0,80})$",
    re.MULTILINE,
)
_BIG_POST = (
    r"(?:CHỦ\s+TỊCH|GIÁM\s+ĐỐC|CHÁNH\s+VĂN\s+PHÒNG|TRƯỞNG\s+(?:PHÒNG|BAN)|CỤC\s+TRƯỞNG|VỤ\s+TRƯỞNG|"
    r"VIỆN\s+TRƯỞNG|THỨ\s+TRƯỞNG|PHÓ\s)"
)
_STAMP = re.compile(rf"(?:(?:TM|KT|TL|TUQ|Q)\s?\.|{_BIG_POST})")
_STACK = re.compile(rf"(?<=\w)(?<!PHÓ)\s+(?=(?:KT|TL|TUQ)\s?\.|{_BIG_POST})")
NEAR = 2500
BEFORE = 700


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the foot begins and ends in the plain text, and what it holds."""

    start: int
    end: int
    recipients: tuple[Found[str], ...]
    signer: Signer


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    low: str


def read_ending(flat: Flat, after: int) -> Ending:
    """Read recipients and signer, which stand beside each other on paper and so come in either order."""
    label = _RECIPIENTS.search(flat.low, after)
    authority = _first_authority(flat, after, label)
    points = [at for at in (label.start() if label else None, authority) if at is not None]
    if not points:
        return Ending(len(flat.text), len(flat.text), (), Signer(None, None, None))
    start = min(points)
    lines = _lines(flat, start, min(len(flat.text), max(points) + NEAR))
    lines, rest = _split_columns(flat, lines)
    signer, signed_to = _signer(flat, rest)
    names = _recipients(flat, lines, label, signer)
    ends = [found.span.end for found in (signer.name, signer.position, *names[-1:]) if found]
    return Ending(start, max([signed_to, *(_plain_end(flat, end) for end in ends), start]), names, signer)


def _plain_end(flat: Flat, original: int) -> int:
    """The plain offset that belongs to an original one (the offsets only ever grow)."""
    low, high = 0, len(flat.ends)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if flat.ends[middle] < original else (low, middle)
    return low


def _first_authority(flat: Flat, after: int, label: re.Match[str] | None) -> int | None:
    """The first line that signs: TM., KT. …, or a bare post in capitals near the recipients."""
    near = label.start() if label else after
    begin = max(after, near - BEFORE) if label else after
    end = near + 2 * NEAR if label else len(flat.text)
    for line in _lines(flat, begin, end):
        if _signs(line.text) and (label or _AUTHORITY.match(line.low)):
            return line.start
    return None


def _signs(line: str) -> bool:
    words = line.strip(" *|")
    if len(words) > 90 or not words.isupper():
        return False
    low = words.lower()
    return bool(_AUTHORITY.match(low) or _POSITION.fullmatch(low))


def _lines(flat: Flat, start: int, end: int) -> list[_Line]:
    """The lines of a stretch; a signature squeezed into one line is taken apart again."""
    found = []
    for match in re.finditer(r"[^\n|]+", flat.text[start:end]):
        body = match.group().strip()
        at = start + match.start() + match.group().find(body)
        for begin, stop in _stacked(body):
            found.append(_Line(at + begin, at + stop, body[begin:stop], flat.low[at + begin : at + stop]))
    return found


def _stacked(body: str) -> list[tuple[int, int]]:
    """Bounds of what stood on lines of its own: "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn A"."""
    if not body:
        return []
    if len(body) > 160 or not _STAMP.match(body):
        return [(0, len(body))]
    name = _name_at(body)
    cuts = [
        0,
        *(m.end() for m in _STACK.finditer(body, 0, name)),
        *([name] if name < len(body) else []),
        len(body),
    ]
    return [(a, a + len(body[a:b].rstrip())) for a, b in itertools.pairwise(cuts)]


def _name_at(body: str) -> int:
    """Where a name in ordinary letters follows the capitals; the length when none does."""
    first = next((w for w in re.finditer(r"\S+", body) if not w.group().isupper()), None)
    if first is None or first.start() == 0:
        return len(body)
    return first.start() if _capitalised(body[first.start() :].rstrip(" ./")) else len(body)


def _split_columns(flat: Flat, lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Part a line that holds a recipient on the left and a piece of the signature on the right."""
    left: list[_Line] = []
    right: list[_Line] = []
    for line in lines:
        cut = _right_part(line.text)
        if cut:
            left.append(
                _Line(line.start, line.start + cut, line.text[:cut].rstrip(), line.low[:cut].rstrip())
            )
            at = line.start + cut
            right.append(_Line(at, line.end, line.text[cut:], line.low[cut:]))
        else:
            left.append(line)
            right.append(line)
    return left, right


def _right_part(text: str) -> int:
    """Where the right column begins inside a line of two columns; 0 when there is one column."""
    found = re.search(
        rf"(?<=[^{UPPER}\s] )(?:(?:TM|KT|TL|TUQ|Q)\s?\.|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|BỘ TRƯỞNG|"
        rf"THỨ TRƯỞNG)[^{LOWER}]*$",
        text,
    )
    if found and not text[: found.start()].isupper():
        return found.start()
    return 0


def _signer(flat: Flat, lines: list[_Line]) -> tuple[Signer, int]:
    """Authority lines, then the position, then the name: the first line of two to six capitalised words."""
    first = next((i for i, line in enumerate(lines) if _signs(line.text)), None)
    if first is None:
        return Signer(None, None, None), lines[0].start if lines else 0
    block = lines[first : first + 14]
    stamped, position, at = _stamps(block)
    name = _name(flat, block[at:])
    authority = _span_of(flat, stamped, ", ")
    post = _span_of(flat, position, " ")
    ends = [line.end for line in stamped + position]
    return Signer(authority, post, name), max(ends, default=block[0].end)


def _stamps(block: list[_Line]) -> tuple[list[_Line], list[_Line], int]:
    """Lines of authority (TM., KT. and their wrapped halves), of the position, and where the rest begins."""
    stamped: list[_Line] = []
    position: list[_Line] = []
    for at, line in enumerate(block):
        if line.text.isupper():
            kept = _kept_in(line, stamped, position)
            if kept is None:
                return stamped, position, at
            kept.append(line)
        elif not (_is_recipient(line) or _SIGN_NOTE.match(line.low)):
            return stamped, position, at
    return stamped, position, len(block)


def _kept_in(line: _Line, stamped: list[_Line], position: list[_Line]) -> list[_Line] | None:
    """Which of the two a line in capitals belongs to; None when it is neither (a name in capitals)."""
    if line.low in ("phó", "thứ", "quyền"):
        return position
    if _AUTHORITY.match(line.low) and not position:
        return stamped
    if _POSITION.fullmatch(line.low) and (position or not _unfinished(stamped)):
        return position
    if position:
        return position if len(line.text) < 60 and not _is_name(line.text, line.low) else None
    return stamped if stamped else None


def _unfinished(stamped: list[_Line]) -> bool:
    """A line of authority that was broken in the middle: "TM. ỦY BAN" waits for "NHÂN DÂN"."""
    return bool(stamped) and bool(re.search(r"(?:ủy|ban|nhân|kt\.|tm\.|tl\.|tuq\.|phó)$", stamped[-1].low))


def _is_recipient(line: _Line) -> bool:
    return line.text[:1] in "-–+" or line.low.startswith("nơi nhận") or line.text.endswith(";")


def _is_name(text: str, low: str) -> bool:
    """Two to six words, none of them a word of an office."""
    words = text.split()
    return 2 <= len(words) <= 6 and not re.search(
        r"\b(?:ban|tịch|giám|đốc|trưởng|phòng|dân|tỉnh|phường|xã|huyện)\b", low
    )


def _name(flat: Flat, lines: list[_Line]) -> Found[str] | None:
    for line in lines:
        if _is_recipient(line) or _SIGN_NOTE.match(line.low) or line.text.startswith("("):
            continue
        found = _NAME.fullmatch(line.text.rstrip(" ./*"))
        if (
            found
            and _capitalised(found["name"])
            and not re.match(r"(?:phụ lục|danh mục|mục tiêu|quyết định|quy )", line.low)
        ):
            start = line.start + found.start("name")
            return Found(" ".join(found["name"].split()), flat.span(start, line.start + found.end("name")))
        if len(line.text) > 60:
            return None
    return None


def _capitalised(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words)


def _span_of(flat: Flat, lines: list[_Line], joint: str) -> Found[str] | None:
    """Broken halves of one line joined by a blank, whole lines by ``joint``."""
    if not lines:
        return None
    words = ""
    for line in lines:
        piece = " ".join(line.text.split())
        starts_new = bool(_AUTHORITY.match(line.low)) and bool(words)
        words += (joint if starts_new else " " if words else "") + piece
    return Found(words, flat.span(lines[0].start, lines[-1].end))


def _recipients(
    flat: Flat, lines: list[_Line], label: re.Match[str] | None, signer: Signer
) -> tuple[Found[str], ...]:
    """The lines under "Nơi nhận", each ended by a semicolon or the last point."""
    if label is None:
        return ()
    signed = [found.span.start for found in (signer.authority, signer.position, signer.name) if found]
    first = _plain_end(flat, min(signed) + 1) - 1 if signed else len(flat.text)
    found: list[tuple[int, int]] = []
    for line in lines:
        start = max(line.start, label.end())
        start += len(flat.text[start : line.end]) - len(flat.text[start : line.end].lstrip(" :"))
        if line.start < label.start() or start >= line.end:
            continue
        mark = _BULLET.match(flat.text, start, line.end)
        begin = mark.end() if mark else start
        last = flat.text[found[-1][1] - 1] if found else ";"
        if (line.start >= first and not mark) or last == "." or _signs(flat.text[begin : line.end]):
            break
        if mark or last == ";":
            found += [(begin, line.end)] if begin < line.end else []
        else:
            found[-1] = (found[-1][0], line.end)
    return tuple(_recipient(flat, start, end) for start, end in found)


def _recipient(flat: Flat, start: int, end: int) -> Found[str]:
    words = flat.text[start:end].rstrip(" ;.,")
    return Found(" ".join(words.split()), flat.span(start, start + len(words)))


def read_annexes(flat: Flat, after: int) -> tuple[Found[str], ...]:
    """Headings in capitals after the signature that open an annex."""
    found = []
    for match in _ANNEX.finditer(flat.low, after):
        text = flat.text[match.start(1) : match.end(1)].strip()
        letters = [c for c in text.split("(")[0] if c.isalpha()]
        if letters and all(c.isupper() for c in letters):
            found.append(Found(" ".join(text.split()), flat.span(match.start(1), match.start(1) + len(text))))
    return tuple(found)
