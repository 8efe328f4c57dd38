"""Acts that a Decision names: kind, number, date, issuer, title."""

from __future__ import annotations

import re
from datetime import date

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.types import CitedAct
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import DATE, read_date

KINDS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Nghị quyết liên tịch", "Nghị quyết",
    "Thông tư liên tịch", "Thông tư", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Kế hoạch", "Công văn",
    "Văn bản", "Tờ trình", "Thông báo", "Kết luận", "Hướng dẫn", "Chương trình", "Đề án", "Báo cáo", "Công điện",
)  # fmt: skip
_KIND = "|".join(kind.lower().replace(" ", r"\s+") for kind in KINDS)
# 19/2014/QĐ-TTg, 112/QĐ-UBND, 14730 /STC-VP, 72/2025/QH15, 53-NQ/TW
NUMBER = (
    r"\d{1,6}\s*(?:-\s*[a-zđ]{2,6}\s*/\s*[a-zđ]{2,8}"
    r"|(?:/\s*\d{4}\s*)?/\s*[a-zđ][\wđ]{0,15}(?:\s*-\s*[a-zđ][\w&]{0,15}){0,4}|/\s*\d{4}(?![\d/]))"
)
_HEAD = re.compile(rf"(?<!\w)(?<!pháp )({_KIND})(?!\w)")
_NUMBER = re.compile(rf"\s*(?:số\s*:?\s*)?({NUMBER})(?!\w)")
_ANY_NUMBER = re.compile(rf"(?<!\w)số\s*:?\s*({NUMBER})(?!\w)")
_ON = re.compile(rf"(?:ngày\s+)?({DATE})")
_ISSUER = re.compile(
    r"[\s,(]*của\s+(.+?)(?=\s+(?:về|quy\s+định|ban\s+hành|hướng\s+dẫn|sửa\s+đổi|quyết\s+định|"
    r"phê\s+duyệt|công\s+bố|v/v|bãi\s+bỏ)(?!\w)|[,;.(]|$)"
)
_TITLE = re.compile(
    r"(?<!\w)(?:về|quy\s+định|ban\s+hành|hướng\s+dẫn|sửa\s+đổi|quyết\s+định|phê\s+duyệt|công\s+bố|v/v|"
    r"bãi\s+bỏ)(?!\w)"
)
_CHANGED = re.compile(r"[,;(]?\s*(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)")
_TRAIL = " \n.,;:*/"
LONGEST_TITLE = 600


def read_act(flat: Flat, start: int, end: int) -> CitedAct | None:
    """The act named at ``start`` (its kind word) and everything said of it before ``end``."""
    low = flat.low[start:end].replace("\n", " ")
    text = flat.text[start:end].replace("\n", " ")
    head = _HEAD.match(low)
    if head is None:
        return None
    number = _NUMBER.match(low, head.end())
    rest = number.end() if number else head.end()
    if not number:
        number = _ANY_NUMBER.search(low, rest, rest + 120)
    on, on_span = _date(low, rest, chain=number is None)
    said = on_span[1] if on_span else (number.end() if number else rest)
    issuer = _ISSUER.match(low, said, said + 220)
    begin = issuer.end() if issuer else said
    title = _title(text, low, rest, number, on_span, begin)
    stop = len(text.rstrip(_TRAIL))
    kind = _capital(" ".join(text[: head.end()].split()).lower())
    written = re.sub(r"\s+", "", text[number.start(1) : number.end(1)]) if number else ""
    name = " ".join(text[issuer.start(1) : issuer.end(1)].split()) if issuer else ""
    return CitedAct(kind, written, on, name, title, flat.span(start, start + stop))


def read_acts(flat: Flat, start: int, end: int) -> list[CitedAct]:
    """Every act with a number or a date named in a stretch of text, one after the other."""
    low = flat.low[start:end].replace("\n", " ")
    heads = [h.start() for h in _HEAD.finditer(low) if _is_named(low, h.end()) and _is_listed(low, h.start())]
    acts = [
        read_act(flat, start + at, start + (heads[i + 1] if i + 1 < len(heads) else len(low)))
        for i, at in enumerate(heads)
    ]
    return [act for act in acts if act is not None]


def read_base(flat: Flat, start: int, end: int) -> list[CitedAct]:
    """The acts of one "Căn cứ …" paragraph: the first, and any further one after a semicolon."""
    low = flat.low[start:end].replace("\n", " ")
    cuts = [0] + [m.start(1) for m in re.finditer(rf";\s*(?:và\s+)?(?:căn\s+cứ\s+)?((?:{_KIND})(?!\w))", low)]
    acts = [
        read_act(flat, start + cut, start + (cuts[i + 1] if i + 1 < len(cuts) else len(low)))
        for i, cut in enumerate(cuts)
    ]
    return [act for act in acts if act is not None]


def _is_listed(low: str, at: int) -> bool:
    """Whether an act is named beside the others and not inside the title of one."""
    return at == 0 or bool(
        re.search(r"(?:[,;:(]|(?<!\w)(?:và|hoặc|các|cả|số))\s*$", low[max(0, at - 12) : at])
    )


def _is_named(low: str, after: int) -> bool:
    return bool(_NUMBER.match(low, after)) or bool(re.compile(rf"\s*ngày\s+{DATE}").match(low, after))


def _date(low: str, after: int, *, chain: bool) -> tuple[date | None, tuple[int, int] | None]:
    """The date of the act: the first one, unless the text has already moved on to another act.
    A law without number may name further laws before its date (``chain``)."""
    found = _ON.search(low, after, after + 400)
    if found is None or _moved_on(low, after, found.start(), chain):
        return None, None
    try:
        return read_date(found[1]), found.span()
    except Refused:
        return None, found.span()


def _moved_on(low: str, after: int, at: int, chain: bool) -> bool:
    between = low[after:at]
    if chain or _CHANGED.search(between):
        return not chain
    return any(_is_named(low, after + head.end()) for head in _HEAD.finditer(between))


def _title(
    text: str, low: str, rest: int, number: re.Match[str] | None, on: tuple[int, int] | None, begin: int
) -> str:
    """What the act is about; for a law without number the words after "Luật"."""
    if not number and on:
        named = text[rest : on[0]].strip(_TRAIL)
        if named:
            return " ".join(named.split())
    if not number and not on:
        return " ".join(text[rest : rest + LONGEST_TITLE].strip(_TRAIL).split())
    opening = _TITLE.search(low, min(begin, len(low)))
    if opening is None or opening.start() - begin > 40:
        named = text[rest : number.start()].strip(_TRAIL) if number and number.start() > rest else ""
        return " ".join(named.split())
    words = text[opening.start() : opening.start() + LONGEST_TITLE].strip(_TRAIL).split()
    while words and words[0].lower() in ("về", "việc", "v/v"):
        words = words[1:]
    return " ".join(words)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
