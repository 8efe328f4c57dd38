"""From a line to its targets, each with its span and its limits."""

from __future__ import annotations

import re
from dataclasses import replace

from chuan.rules.decision_text.bare import without_figure
from chuan.rules.decision_text.drafts import Draft
from chuan.rules.decision_text.figures import read_figure_target
from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.phrases import Patterns, Segment, patterns, read_segments
from chuan.rules.decision_text.settling import apart, settle
from chuan.rules.targets.types import Direction, Horizon, Quantity, Target

_BOUND = re.compile(r"[;()]|,(?!\s*một\s+cửa\s+liên\s+thông)|\.(?:\s|$)|\s+(?:được|đạt|sử\s+dụng)(?!\w)")

LONGEST_LINE = 6_000
"""No promise is longer; what goes on beyond is prose and is not searched for figures."""


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
        return without_figure(low, text, segment, words)
    drafts: list[Draft] = []
    for i, value in enumerate(segment.values):
        before = segment.values[i - 1].end if i else segment.start
        after = segment.values[i + 1].start if i + 1 < len(segment.values) else segment.end
        drafts.append(
            read_figure_target(
                low, text, segment, value, before, after, drafts[-1] if drafts else None, words
            )
        )
    drafts = settle(low, drafts, segment)
    if len(drafts) == 1:
        drafts = apart(low, text, drafts[0], words)
    return drafts
