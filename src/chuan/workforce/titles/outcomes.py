"""Criteria under every law of a year, and what the transition between two laws says of one dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.clocks.saying import source_words, sure_words
from chuan.rules.titles import Eligibility, more_favourable
from chuan.rules.titles.persons import Law
from chuan.rules.wording import said
from chuan.workforce.titles.laws import MOVES, LawOfYear, LawsOfYear


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one law of the year comes to; ``decides``: the year is decided under it."""

    law: LawOfYear
    eligibility: Eligibility
    decides: bool


def outcomes_of(laws: LawsOfYear, judge: Callable[[Law], Eligibility]) -> tuple[Outcome, ...]:
    """By every law of the year, from the oldest."""
    return tuple(Outcome(one, judge(one.values), one is laws.chosen) for one in laws.laws)


def deciding(outcomes: Sequence[Outcome]) -> Eligibility:
    """That of the law the year is decided under."""
    return next(one.eligibility for one in outcomes if one.decides)


def transition_words(laws: LawsOfYear, outcomes: Sequence[Outcome], received: date | None) -> str:
    """Which law a dossier received on a day goes by, as the new law is quoted; "" where nothing is held for it."""
    may = laws.received(received)
    if not may or received is None:
        return ""
    rule = laws.laws[-1].values[MOVES]
    told = {
        "day": said(received), "act": source_words(rule.citation), "sure": sure_words(rule.sure),
        "new": laws.laws[-1].name,
    }  # fmt: skip
    if len(may) == 1:
        return (
            _("Đề nghị ngày %(day)s, khi %(new)s đã có hiệu lực: theo quy định mới (%(act)s, %(sure)s).")
            % told
        )
    told["old"], by_law = laws.laws[0].name, [one.eligibility for one in outcomes]
    if more_favourable(by_law) is by_law[0]:
        words = _("Đề nghị ngày %(day)s, trước khi đổi luật: theo quy định cũ %(old)s; quy định mới không có lợi hơn "
                  "(%(act)s, %(sure)s).")  # fmt: skip
    else:
        words = _("Đề nghị ngày %(day)s, trước khi đổi luật: quy định mới %(new)s có lợi hơn thì theo quy định mới "
                  "(%(act)s, %(sure)s).")  # fmt: skip
    return words % told
