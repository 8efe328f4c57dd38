"""A segment without a figure: nothing may happen, it is recognised or not, it falls or rises."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from chuan.rules.decision_text.drafts import Draft
from chuan.rules.decision_text.figures import OPENING
from chuan.rules.decision_text.phrases import Patterns, Segment
from chuan.rules.targets.types import Comparator, Direction, Horizon, Quantity, Target

_FALLS = re.compile(
    r"^\W*(?:(?:phấn\s+đấu|tiếp\s+tục|từng\s+bước|hằng\s+năm|hàng\s+năm|năm\s+\d{4}|[,:])\s*)*(giảm|"
    r"hạ|kéo\s+giảm|giảm\s+thiểu)(?!\w)(?!\s+nghèo)"
)

_RISES = re.compile(
    r"^\W*(?:(?:phấn\s+đấu|tiếp\s+tục|từng\s+bước|hằng\s+năm|hàng\s+năm|năm\s+\d{4}|"
    r"[,:])\s*)*tăng(?!\w)(?!\s+(?:cường|tốc))(?=\s+(?:tỷ\s+lệ|tỉ\s+lệ|số|thu|mức|thu\s+nhập))"
)


def without_figure(low: str, text: str, segment: Segment, words: Patterns) -> list[Draft]:
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
    opened = OPENING.match(said.strip())
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
