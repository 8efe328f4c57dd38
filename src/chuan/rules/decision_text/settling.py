"""Figures that say one promise twice become one; one figure for two acts becomes two."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from fractions import Fraction

from chuan.rules.decision_text.drafts import Draft
from chuan.rules.decision_text.phrases import Patterns, Segment
from chuan.rules.targets.types import Baseline, Direction, Quantity
from chuan.rules.types import Span


def settle(low: str, drafts: list[Draft], segment: Segment) -> list[Draft]:
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


def apart(low: str, text: str, draft: Draft, words: Patterns) -> list[Draft]:
    """ "100 % … sử dụng A và khai thác B" promises two things that are counted apart."""
    target = draft.target
    if target.quantity is not Quantity.SHARE:
        return [draft]
    after = draft.end
    verbs = list(words.acts.finditer(low, after, draft.segment.end))
    for first, second in itertools.pairwise(verbs):
        joint = re.search(r"\s+và\s+(?:được\s+)?$", low[first.end() : second.start()])
        if not joint or "," in low[first.end() : second.start()]:
            continue
        begin = first.start() - (len("được ") if low[: first.start()].endswith("được ") else 0)
        whom = text[after:begin].strip(" ,")
        one = text[begin : first.end() + joint.start()].strip(" .,;")
        two = text[second.start() : draft.segment.end].strip(" .,;")
        return [replace(draft, target=replace(target, scope=f"{whom} {act}".strip())) for act in (one, two)]
    return [draft]
