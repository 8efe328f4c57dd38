"""From a segment's figures to targets: quantity, comparator, horizon, direction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.phrases import Patterns, Segment, Value, patterns, read_segments
from chuan.rules.targets.types import Baseline, Comparator, Direction, Horizon, Quantity, Target
from chuan.rules.types import Span

_FILL = (
    r"(?:\s*(?:đạt|là|mức|khoảng|tỷ\s+lệ|tỉ\s+lệ|từ|ở\s+mức|lên|được|có|số|bình\s+quân|hằng\s+năm|hàng\s+năm|mỗi\s+năm|thêm|ở|"
    r"năm\s+·{4}|tăng|giảm|[:=]))*\s*$"
)
_CUES = (
    (
        Comparator.AT_LEAST,
        r"không\s+(?:dưới|thấp\s+hơn|ít\s+hơn|nhỏ\s+hơn|kém)|ít\s+nhất|tối\s+thiểu|đạt\s+và\s+vượt|≥|>=|=>",
    ),
    (
        Comparator.AT_MOST,
        r"không\s+(?:quá|vượt\s+quá|vượt|trên|hơn|cao\s+hơn|lớn\s+hơn|nhiều\s+hơn)|tối\s+đa|nhiều\s+nhất|≤|<=|=<",
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
    r"(?:so\s+với|so|hơn)\s+((?:cùng\s+kỳ|ước|năm|kế\s+hoạch|dự\s+toán|thực\s+hiện|bình\s+quân|giai\s+đoạn|đầu|trung\s+bình)[^,;.()%\d]*(?:\d{4})?)"
)
_OPENING = re.compile(
    r"^(?:phấn\s+đấu|phần\s+đầu|đảm\s+bảo|bảo\s+đảm|duy\s+trì|và|có|trong\s+đó|đạt|hằng\s+năm|hàng\s+năm|tiếp\s+tục|đến\s+năm\s+\d{4}|năm\s+\d{4}|[,:\s])+(?!\w)"
)
_FALLS = re.compile(
    r"^\W*(?:(?:phấn\s+đấu|tiếp\s+tục|từng\s+bước|hằng\s+năm|hàng\s+năm|năm\s+\d{4}|[,:])\s*)*(giảm|hạ|kéo\s+giảm|giảm\s+thiểu)(?!\w)(?!\s+nghèo)"
)
_RISES = re.compile(
    r"^\W*(?:(?:phấn\s+đấu|tiếp\s+tục|từng\s+bước|hằng\s+năm|hàng\s+năm|năm\s+\d{4}|[,:])\s*)*tăng(?!\w)(?!\s+(?:cường|tốc))(?=\s+(?:tỷ\s+lệ|tỉ\s+lệ|số|thu|mức|thu\s+nhập))"
)
_STATE = re.compile(r"(?<!\w)(?:duy\s+trì|giữ\s+vững)(?!\w)")
_TRAILING = re.compile(r"(?:\s+(?:đạt(?:\s+tỷ\s+lệ)?|là|xuống|lên|còn|tăng|giảm|từ|chiếm|ước|khoảng|[:=]))+$")
_EACH = re.compile(r"(?<!\w)(?:(?:mỗi|hằng|hàng|từng)\s+(?:tháng|quý)|(?:một|1|01)\s+(?:tháng|quý))(?!\w)")
_DONE_WELL = re.compile(
    r"hoàn\s+thành\s+(?:(?:tốt|xuất\s+sắc)\s+)?nhiệm\s+vụ"
)  # a rank of people, not work counted
_BOUND = re.compile(r"[;()]|,(?!\s*một\s+cửa\s+liên\s+thông)|\.(?:\s|$)|\s+(?:được|đạt|sử\s+dụng)(?!\w)")


LONGEST_LINE = 6_000
"""No promise is longer; what goes on beyond is prose and is not searched for figures."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A target while it is made: offsets still those of the line."""

    target: Target
    start: int
    end: int
    at: int
    segment: Segment


def read_targets(flat: Flat, start: int, end: int, lexicon: Lexicon, *, heading: bool) -> tuple[Target, ...]:
    """The promises of the plain range [start, end). ``heading``: the line has lines below it,
    so without a figure of its own it promises nothing itself."""
    end = min(end, start + LONGEST_LINE)
    text = flat.text[start:end].replace("\n", " ")
    low = flat.low[start:end].replace("\n", " ")
    words = patterns(lexicon)
    drafts: list[Draft] = []
    for segment in read_segments(text, low, words):
        drafts.extend(_limited(low, text, segment, _promises(low, text, segment, words), words))
    if not drafts and not heading and low.strip(" .;,:"):
        stripped = len(text.rstrip(" .;,:"))
        whole = Target(Quantity.NONE, None, Horizon.AT_END, direction=Direction.NEITHER)
        drafts = [Draft(whole, 0, stripped, 0, Segment(0, len(text), ()))]
    return tuple(_placed(flat, start, draft) for draft in drafts)


def _limited(low: str, text: str, segment: Segment, drafts: list[Draft], words: Patterns) -> list[Draft]:
    """The segment's exclusions and conditions hold for each of its promises."""
    if not drafts:
        return []
    excludes = _limits(low, text, segment, words.excludes, keep_cue=False)
    conditions = _limits(low, text, segment, words.conditions, keep_cue=True)
    return [replace(d, target=replace(d.target, excludes=excludes, conditions=conditions)) for d in drafts]


def _placed(flat: Flat, start: int, draft: Draft) -> Target:
    """The target with its spans in the original."""
    target = draft.target
    baseline = target.baseline
    if baseline and baseline.span:
        baseline = replace(baseline, span=flat.span(start + baseline.span.start, start + baseline.span.end))
    span = flat.span(start + draft.start, start + draft.end)
    return replace(target, span=span, baseline=baseline)


def _limits(
    low: str, text: str, segment: Segment, cue: re.Pattern[str], *, keep_cue: bool
) -> tuple[str, ...]:
    """What is left out, or on what condition: from the cue to the end of its phrase."""
    found: list[str] = []
    at = segment.start
    while opening := cue.search(low, at, segment.end):
        bounds = (_BOUND.search(low, opening.end(), segment.end), cue.search(low, opening.end(), segment.end))
        stop = min((bound.start() for bound in bounds if bound), default=segment.end)
        stop = min([stop, *(v.start for v in segment.values if v.start >= opening.end())])
        words = text[opening.start() if keep_cue else opening.end() : stop].strip(" .,;:")
        found.append(words)
        at = max(stop, opening.end())
    return tuple(dict.fromkeys(word for word in found if word))


def _promises(low: str, text: str, segment: Segment, words: Patterns) -> list[Draft]:
    if not segment.values:
        return _without_figure(low, text, segment, words)
    drafts: list[Draft] = []
    for i, value in enumerate(segment.values):
        before = segment.values[i - 1].end if i else segment.start
        after = segment.values[i + 1].start if i + 1 < len(segment.values) else segment.end
        drafts.append(
            _figure(low, text, segment, value, before, after, drafts[-1] if drafts else None, words)
        )
    drafts = _settle(low, drafts, segment)
    if len(drafts) == 1:
        drafts = _apart(low, text, drafts[0], words)
    return drafts


def _figure(
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
    found = None
    for found in pattern.finditer(text):
        pass
    return found


def _is_lower(low: str, segment: Segment, value: Value, words: Patterns) -> bool:
    """Whether less is better for the thing named; "hộ nghèo được hỗ trợ" is turned round."""
    if value.value == 100 and value.kind == "percent":
        return False
    said = low[segment.start : segment.end]
    named = [
        m
        for m in words.lower.finditer(said)
        if not re.search(r"(?:không|chống|giảm\s+nghèo)\W*$", said[: m.start()])
    ]
    return bool(named) and not words.turned.search(said)


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


_VERB_AHEAD = re.compile(
    r"\s*(?:$|[,.;:(]|(?:kế\s+hoạch|dự\s+toán|hoàn\s+thành|được|đạt|so|vào|trong|trở|và|theo|đúng|chỉ\s+tiêu|nhiệm\s+vụ)(?!\w))"
)


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
    opening = _OPENING.match(said.lower())
    return opening.end() if opening else 0


def _settle(low: str, drafts: list[Draft], segment: Segment) -> list[Draft]:
    """Figures that say one promise twice become one: "còn 0,7%, giảm 0,5%"; "từ 1,42% xuống 1,4%";
    "629/731 trường, đạt 86,1%"."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last and _from_to(low, segment, last, draft):
            kept[-1] = _on_baseline(draft, last, low, last.target.value)
        elif last and _restates(last, draft):
            kept[-1] = _on_baseline(last, draft, low) if draft.target.quantity is Quantity.DECREASE else last
        elif last and _restates(draft, last):
            kept[-1] = _on_baseline(draft, last, low)
        else:
            kept.append(draft)
    return kept


def _from_to(low: str, segment: Segment, last: Draft, draft: Draft) -> bool:
    """ "từ A xuống (lên) B": the first figure is where it starts from."""
    began = re.search(r"(?<!\w)từ\s*(?:mức\s*)?$", low[segment.start : last.at])
    return bool(began) and bool(
        re.match(r"\s*(?:\([^)]*\)\s*)?(?:xuống|lên|còn)(?!\w)", low[last.end : draft.at])
    )


def _restates(main: Draft, other: Draft) -> bool:
    one, two = main.target, other.target
    if two.quantity is Quantity.DECREASE and one.quantity in (Quantity.SHARE, Quantity.LEVEL):
        return one.direction is Direction.LOWER and one.unit == two.unit
    if (
        one.quantity is Quantity.K_OF_N
        and two.quantity is Quantity.SHARE
        and one.k is not None
        and one.n
        and two.value
    ):
        return abs(two.value - 100 * one.k / one.n) < 1
    return False


def _on_baseline(main: Draft, other: Draft, low: str, value: Fraction | None = None) -> Draft:
    label = low[other.start : other.end].strip()
    falls = re.search(r"(?:giảm|tăng|từ)\s*$", low[: other.start])
    at = falls.start() if falls else other.start
    baseline = Baseline(low[at : other.end].strip() or label, value, Span(at, other.end))
    scope = main.target.scope if len(main.target.scope.split()) > 1 else other.target.scope
    return replace(main, target=replace(main.target, baseline=baseline, scope=scope))


def _apart(low: str, text: str, draft: Draft, words: Patterns) -> list[Draft]:
    """ "100 % … sử dụng A và khai thác B" promises two things that are counted apart."""
    target = draft.target
    if target.quantity is not Quantity.SHARE:
        return [draft]
    after = draft.end
    verbs = list(words.acts.finditer(low, after, draft.segment.end))
    for first, second in zip(verbs, verbs[1:], strict=False):
        joint = re.search(r"\s+và\s+(?:được\s+)?$", low[first.end() : second.start()])
        if not joint or "," in low[first.end() : second.start()]:
            continue
        begin = first.start() - (len("được ") if low[: first.start()].endswith("được ") else 0)
        whom = text[after:begin].strip(" ,")
        one = text[begin : first.end() + joint.start()].strip(" .,;")
        two = text[second.start() : draft.segment.end].strip(" .,;")
        return [replace(draft, target=replace(target, scope=f"{whom} {act}".strip())) for act in (one, two)]
    return [draft]


def _without_figure(low: str, text: str, segment: Segment, words: Patterns) -> list[Draft]:
    """A segment without a figure: nothing may happen, it is recognised or not, it falls or rises."""
    said, written = low[segment.start : segment.end], text[segment.start : segment.end]
    lead = len(said) - len(said.lstrip(" ,.;:"))
    end = segment.start + len(said.rstrip(" .;,:"))
    nothing = _nothing(said, words)
    if nothing:
        return [
            _drafted(
                _none_target(said, written, nothing, words), segment, segment.start + nothing.start(), end
            )
        ]
    if _FALLS.match(said):
        target = Target(
            Quantity.DECREASE,
            Comparator.AT_LEAST,
            Horizon.AT_END,
            unit=_share_unit(said),
            direction=Direction.LOWER,
        )
        return [
            _drafted(replace(target, scope=_tail(said, written, _FALLS)), segment, segment.start + lead, end)
        ]
    recognised = words.recognition.search(said)
    if recognised:
        target = Target(Quantity.YES_NO, None, Horizon.AT_END, scope=written.strip(" .,;:"))
        return [_drafted(target, segment, segment.start + recognised.start(), end)]
    if _RISES.match(said):
        target = Target(Quantity.GROWTH, Comparator.AT_LEAST, Horizon.AT_END, unit=_share_unit(said))
        return [
            _drafted(replace(target, scope=_tail(said, written, _RISES)), segment, segment.start + lead, end)
        ]
    return []


def _drafted(target: Target, segment: Segment, start: int, end: int) -> Draft:
    return Draft(target, start, max(start, end), start, segment)


def _share_unit(said: str) -> str:
    return "%" if re.search(r"(?:tỷ|tỉ)\s+(?:lệ|suất)", said) else ""


def _tail(said: str, written: str, pattern: re.Pattern[str]) -> str:
    found = pattern.match(said)
    return written[found.end() if found else 0 :].strip(" .,;:")


def _nothing(said: str, words: Patterns) -> re.Match[str] | None:
    """ "không để phát sinh …" anywhere; a bare "không có …" only where the segment begins."""
    opening = len(said) - len(said.lstrip(" ,.;:"))
    opened = _OPENING.match(said.strip())
    begins = opening + (opened.end() if opened else 0)
    for pattern in (words.none_end, words.none_each):
        for found in pattern.finditer(said):
            if len(found.group().split()) > 2 or found.start() <= begins + 1 or pattern is words.none_end:
                return found
    return None


def _none_target(said: str, written: str, found: re.Match[str], words: Patterns) -> Target:
    noun = words.noun.match(said, found.end())
    name = " ".join(noun["noun"].split()) if noun else ""
    each = not words.none_end.match(said, found.start())
    return Target(
        Quantity.COUNT,
        Comparator.AT_MOST,
        Horizon.EVERY_PERIOD if each else Horizon.AT_END,
        value=Fraction(0),
        unit=words.nouns.get(name, name),
        direction=Direction.LOWER,
        scope=written[found.end() :].strip(" .,;:"),
    )
