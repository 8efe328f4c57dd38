"""Whether a letter that a higher body received went past the ward. Pure: days in, a verdict with its article out.

Past the ward: nobody had asked the ward, or the ward was still in time. A lawful next step: the ward had decided, or
let its day pass. The word "vượt cấp" itself stands in no act held here; where no article says so, ``basis`` is RULE,
the house's own way of counting, and is shown as such. The unit's own word goes before all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chuan.rules.law import Value
from chuan.rules.petitions import Kind

NEVER_ASKED = "phường chưa nhận đơn nào về việc này"
ASKED_AFTER = "gửi cấp trên trước khi gửi phường"
IN_TIME = "phường còn trong hạn giải quyết"
DECIDED = "phường đã giải quyết xong trước đó"
OVERDUE = "phường đã quá hạn mà chưa giải quyết xong"
NOT_OURS = "không thuộc thẩm quyền của phường"
UNLINKED = "chưa xét: chưa biết phường đã có đơn này chưa"
NO_DUE = "chưa xét: đơn của phường chưa có hạn để so"
NOT_SOLVED = "chưa xét: phường đã trả lại, hướng dẫn hoặc lưu đơn"
SAID = "theo kết luận của phường"
"""Reasons. Frozen with figures, so never translated and never reworded lightly."""


class Verdict(StrEnum):
    """What it was."""

    PAST = "past"
    LAWFUL = "lawful"
    UNCLEAR = "unclear"


class Basis(StrEnum):
    """What the verdict rests on: an article held here, the house's way of counting, the unit's own word."""

    LAW = "law"
    RULE = "rule"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Ours:
    """The ward's own file on the matter, by its days."""

    received_on: date | None
    due_on: date | None
    settled_on: date | None
    decided: str = ""
    competent: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: its kind, the day it came in above, what the unit said, the ward's own file if there is one."""

    kind: str
    received_on: date
    ours: Ours | None = None
    never_asked: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, why, and the article where one says so."""

    verdict: Verdict
    reason: str
    basis: Basis = Basis.RULE
    law: Value | None = None


_SAID = {"past": Verdict.PAST, "lawful": Verdict.LAWFUL, "other": Verdict.LAWFUL}
_ENDED = frozenset({"guide", "return", "keep"})


def judged(facts: Facts, law: Mapping[str, Value]) -> Judged:
    """The verdict by the law of the day it was received above (``law.escalations.next_steps``)."""
    if facts.said:
        reason = NOT_OURS if facts.said == "other" else SAID
        return Judged(_SAID[facts.said], reason, Basis.UNIT)
    verdict, reason, article = _by_days(facts)
    value = law.get(f"{facts.kind}.{article}") if article else None
    return Judged(verdict, reason, Basis.LAW if value else Basis.RULE, value)


def _by_days(facts: Facts) -> tuple[Verdict, str, str]:
    """Verdict, reason, and which article of the kind's law says so."""
    ours = facts.ours
    if ours is None:
        return _without_file(facts)
    if ours.competent is False or ours.decided == "forward":
        return Verdict.LAWFUL, NOT_OURS, ""
    if ours.received_on is None or ours.received_on > facts.received_on:
        return Verdict.PAST, ASKED_AFTER, "first"
    if ours.settled_on is not None and ours.settled_on <= facts.received_on:
        return Verdict.LAWFUL, DECIDED, "after_decision"
    if ours.decided in _ENDED:
        return Verdict.UNCLEAR, NOT_SOLVED, ""
    if ours.due_on is None:
        return Verdict.UNCLEAR, NO_DUE, ""
    if facts.received_on > ours.due_on:
        return Verdict.LAWFUL, OVERDUE, "overdue"
    return Verdict.PAST, IN_TIME, "first" if facts.kind == Kind.COMPLAINT else ""


def _without_file(facts: Facts) -> tuple[Verdict, str, str]:
    if facts.never_asked:
        return Verdict.PAST, NEVER_ASKED, "first"
    return Verdict.UNCLEAR, UNLINKED, ""
