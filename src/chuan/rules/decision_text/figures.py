"""What one figure promises, from the words around it: quantity, comparator, horizon, direction."""

from __future__ import annotations

import re
from functools import lru_cache

from chuan.rules.decision_text.drafts import Draft
from chuan.rules.decision_text.phrases import Patterns, Segment, Value
from chuan.rules.targets.types import Baseline, Comparator, Direction, Horizon, Quantity, Target
from chuan.rules.types import Span

_FILL = (
    r"(?:\s*(?:đạt|là|mức|khoảng|tỷ\s+lệ|tỉ\s+lệ|từ|ở\s+mức|lên|được|có|số|bình\s+quân|hằng\s+năm|"
    r"hàng\s+năm|mỗi\s+năm|thêm|ở|"
    r"năm\s+·{4}|tăng|giảm|[:=]))*\s*$"
)

_CUES = (
    (
        Comparator.AT_LEAST,
        r"không\s+(?:dưới|thấp\s+hơn|ít\s+hơn|nhỏ\s+hơn|kém)|ít\s+nhất|tối\s+thiểu|đạt\s+và\s+vượt|≥|>=|=>",
    ),
    (
        Comparator.AT_MOST,
        r"không\s+(?:quá|vượt\s+quá|vượt|trên|hơn|cao\s+hơn|lớn\s+hơn|nhiều\s+hơn)|tối\s+đa|"
        r"nhiều\s+nhất|≤|<=|=<",
    ),
    (Comparator.MORE_THAN, r"trên|hơn|vượt(?:\s+trên)?|cao\s+hơn|lớn\s+hơn|nhiều\s+hơn|>"),
    (Comparator.LESS_THAN, r"dưới|thấp\s+hơn|nhỏ\s+hơn|ít\s+hơn|chưa\s+(?:đến|tới)|<"),
)

_CUE = [(comparator, re.compile(rf"(?<!\w)(?:{cue})(?!\w)(?P<fill>{_FILL})")) for comparator, cue in _CUES]

_ABOVE = re.compile(r"^(?:\s+[^\W\d_]+){0,2}\s+trở\s+(?:lên|đi)(?!\w)")

_BELOW = re.compile(r"^(?:\s+[^\W\d_]+){0,2}\s+trở\s+xuống(?!\w)")

_RISE = re.compile(r"(?<!\w)tăng(?!\w)(?!\s+(?:cường|tốc|dân\s+số|tự\s+nhiên|trưởng|gia))")

_FALL = re.compile(r"(?<!\w)giảm(?!\w)(?!\s+thiểu)")

_STOPS_RISE = re.compile(r"[,;]|(?<!\w)(?:đạt|lên|còn|xuống|chiếm|là|gồm)(?!\w)")

_TO = re.compile(r"(?<!\w)(?:xuống|còn)(?!\w)")

_AGAINST = re.compile(
    r"(?:so\s+với|so|hơn)\s+((?:cùng\s+kỳ|ước|năm|kế\s+hoạch|dự\s+toán|thực\s+hiện|bình\s+quân|"
    r"giai\s+đoạn|đầu|trung\s+bình)[^,;.()%\d]*(?:\d{4})?)"
)

OPENING = re.compile(
    r"^(?:phấn\s+đấu|phần\s+đầu|đảm\s+bảo|bảo\s+đảm|duy\s+trì|và|có|trong\s+đó|đạt|hằng\s+năm|"
    r"hàng\s+năm|tiếp\s+tục|đến\s+năm\s+\d{4}|năm\s+\d{4}|[,:\s])+(?!\w)"
)

_STATE = re.compile(r"(?<!\w)(?:duy\s+trì|giữ\s+vững)(?!\w)")

_TRAILING = re.compile(r"(?:\s+(?:đạt(?:\s+tỷ\s+lệ)?|là|xuống|lên|còn|tăng|giảm|từ|chiếm|ước|khoảng|[:=]))+$")

_EACH = re.compile(r"(?<!\w)(?:(?:mỗi|hằng|hàng|từng)\s+(?:tháng|quý)|(?:một|1|01)\s+(?:tháng|quý))(?!\w)")

_DONE_WELL = re.compile(
    r"hoàn\s+thành\s+(?:(?:tốt|xuất\s+sắc)\s+)?nhiệm\s+vụ"
)  # a rank of people, not work counted

_VERB_AHEAD = re.compile(
    r"\s*(?:$|[,.;:(]|(?:kế\s+hoạch|dự\s+toán|hoàn\s+thành|được|đạt|so|vào|trong|trở|và|theo|đúng|"
    r"chỉ\s+tiêu|nhiệm\s+vụ)(?!\w))"
)


def read_figure_target(
    low: str,
    text: str,
    segment: Segment,
    value: Value,
    before: int,
    after: int,
    last: Draft | None,
    words: Patterns,
) -> Draft:
    """One figure with what its neighbourhood says of it."""
    left, right = low[before : value.start], low[value.end : after]
    comparator, cue_at = _comparator(left, right)
    if comparator is None and last and _inherits(left, last):
        comparator = last.target.comparator
    quantity, force_lower = _quantity(value, left, right, last, words)
    lower = force_lower or (quantity is not Quantity.DECREASE and _is_lower(low, segment, value, words))
    chosen, direction = _aim(quantity, comparator, value, lower)
    horizon = _horizon(low[segment.start : segment.end], quantity, value, words, _near(left, right, value))
    target = Target(
        quantity,
        chosen,
        horizon,
        value=value.value,
        low=value.low,
        high=value.high,
        n=value.n,
        k=value.k,
        unit=value.unit,
        direction=direction,
        baseline=_baseline(low, text, quantity, before, value, after),
        scope=_scope(text, before + cue_at, value, after, segment),
    )
    above = _ABOVE.match(right) or _BELOW.match(right)
    end = value.end + (above.end() if above else 0)
    return Draft(target, before + cue_at, end, value.start, segment)


def _comparator(left: str, right: str) -> tuple[Comparator | None, int]:
    """The comparator next to the figure, and where its cue begins in ``left``."""
    if _ABOVE.match(right):
        found = re.search(r"(?<!\w)từ\s*$", left)
        return Comparator.AT_LEAST, found.start() if found else len(left)
    if _BELOW.match(right):
        return Comparator.AT_MOST, len(left)
    for comparator, pattern in _CUE:
        found = pattern.search(left, max(0, len(left) - 60))
        if found:
            return comparator, found.start()
    return None, len(left)


def _inherits(left: str, last: Draft) -> bool:
    """ "không quá 10% tập thể, 5% cá nhân": the ceiling goes on over a short list."""
    listed = re.fullmatch(r"[^,;.\d]{0,40}(?:,|\s+và)\s*", left)
    return bool(listed) and last.target.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)


def _quantity(
    value: Value, left: str, right: str, last: Draft | None, words: Patterns
) -> tuple[Quantity, bool]:
    """What kind of figure it is, and whether the verb itself says that less is better."""
    if value.kind == "k_of_n":
        return Quantity.K_OF_N, False
    plain = {"percent": Quantity.SHARE, "measure": Quantity.LEVEL, "count": Quantity.COUNT}[value.kind]
    fall = _last(_FALL, left)
    if fall:
        rest = left[fall.end() :]
        if _TO.search(rest) or re.search(r"(?<!\w)dưới\s*$", rest):
            return plain, True
        if not _STOPS_RISE.search(rest):
            return Quantity.DECREASE, False
    if re.search(r"(?<!\w)(?:chỉ\s+)?còn\s*(?:dưới\s*|khoảng\s*)?$", left):
        return plain, True
    if value.kind == "percent" and not words.rates.search(left) and _rises(left, right, last, words):
        return Quantity.GROWTH, False
    rise = _last(_RISE, left)
    if value.kind != "percent" and rise and not _STOPS_RISE.search(left[rise.end() :]):
        return Quantity.GROWTH, False
    return plain, False


def _rises(left: str, right: str, last: Draft | None, words: Patterns) -> bool:
    if words.growth.search(left):
        return True
    rise = _last(_RISE, left)
    if rise and not _STOPS_RISE.search(left[rise.end() :]):
        return True
    if re.search(r"(?<!\w)vượt\s*$", left) and re.match(
        r"\s*(?:so\s+với\s+)?(?:dự\s+toán|kế\s+hoạch)", right
    ):
        return True
    carried = last is not None and last.target.quantity is Quantity.GROWTH
    return carried and len(left) < 50 and not re.search(r"(?<!\w)(?:tỷ|tỉ)\s+lệ|đạt|(?<!\w)có(?!\w)", left)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)


def _is_lower(low: str, segment: Segment, value: Value, words: Patterns) -> bool:
    """Whether less is better for the thing named; "hộ nghèo được hỗ trợ" is turned round."""
    if value.value == 100 and value.kind == "percent":
        return False
    return _names_a_lower(low[segment.start : segment.end], words.lower, words.turned)


@lru_cache(maxsize=256)
def _names_a_lower(said: str, lower: re.Pattern[str], turned: re.Pattern[str]) -> bool:
    if turned.search(said):
        return False
    before = (said[max(0, m.start() - 20) : m.start()] for m in lower.finditer(said))
    return any(not re.search(r"(?:không|chống|giảm\s+nghèo)\W*$", words) for words in before)


def _aim(
    quantity: Quantity, comparator: Comparator | None, value: Value, lower: bool
) -> tuple[Comparator, Direction]:
    """The comparator to judge by and which way is better; without a cue the direction decides."""
    if quantity is Quantity.DECREASE:
        chosen = comparator or Comparator.AT_LEAST
        return Comparator.BETWEEN if value.low is not None else chosen, Direction.LOWER
    if value.low is not None:
        return Comparator.BETWEEN, Direction.LOWER if lower else Direction.HIGHER
    if comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return comparator, Direction.LOWER
    if comparator is not None:
        return comparator, Direction.LOWER if lower else Direction.HIGHER
    return (Comparator.AT_MOST, Direction.LOWER) if lower else (Comparator.AT_LEAST, Direction.HIGHER)


def _near(left: str, right: str, value: Value) -> str:
    """The words that name what the figure is a share or an amount of: after "95% hồ sơ", before "hồ sơ đạt 95%"."""
    if value.kind == "percent" and not _VERB_AHEAD.match(right):
        return right[:50]
    return left


def _horizon(said: str, quantity: Quantity, value: Value, words: Patterns, near: str) -> Horizon:
    """Work and money add up over the year; a state is looked at when it ends."""
    if quantity in (Quantity.GROWTH, Quantity.DECREASE, Quantity.K_OF_N, Quantity.YES_NO, Quantity.NONE):
        return Horizon.AT_END
    if _EACH.search(said):
        return Horizon.EVERY_PERIOD
    if _STATE.search(said) or (quantity is Quantity.COUNT and value.unit in ("tiêu chí", "chỉ tiêu")):
        return Horizon.AT_END
    if quantity is Quantity.COUNT or words.accumulated.search(_DONE_WELL.sub("", near)):
        return Horizon.ACCUMULATED
    return Horizon.AT_END


def _baseline(
    low: str, text: str, quantity: Quantity, before: int, value: Value, after: int
) -> Baseline | None:
    """What growth or decrease is counted from, when it is said."""
    if quantity not in (Quantity.GROWTH, Quantity.DECREASE):
        return None
    for start, end in ((before, value.start), (value.end, after)):
        found = _AGAINST.search(low, start, end)
        if found:
            label = text[found.start(1) : found.end(1)].strip()
            return _baselined(label, found.start(1))
    return None


def _baselined(label: str, at: int) -> Baseline:
    return Baseline(label, None, Span(at, at + len(label)))


def _scope(text: str, cue_at: int, value: Value, after: int, segment: Segment) -> str:
    """What is measured: the words of the segment without the figure and the verbs that open it."""
    first = not segment.values or segment.values[0].start == value.start
    left = (
        text[segment.start : cue_at]
        if first
        else text[max(v.end for v in segment.values if v.end <= value.start) : cue_at]
    )
    right = text[value.digits_end if value.kind in ("count", "k_of_n") else value.end : after]
    right = re.sub(r"^((?:\s+[^\W\d_]+){0,2}?)\s+trở\s+(?:lên|xuống|đi)(?!\w)", r"\1", right)
    right = re.sub(r"[,;.]?\s*(?:và\s+)?(?:trên|dưới|ít nhất|tối thiểu|không quá|từ|đạt)?\s*$", "", right)
    said = " ".join(f"{left} {right}".split())
    said = said[_cut(said) :]
    return _TRAILING.sub("", said.strip(" .,;:")).strip(" .,;:")


def _cut(said: str) -> int:
    opening = OPENING.match(said.lower())
    return opening.end() if opening else 0
