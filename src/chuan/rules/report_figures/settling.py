"""Proposals put side by side: a share said twice is one, two values for the same days are a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from chuan.rules.report_figures.types import Amount, Doubt, Proposal
from chuan.rules.vietnamese import decimal_text, written_number


def settled(found: Iterable[Proposal]) -> list[Proposal]:
    """One proposal for each figure; of the same days and different values, each with a question. In order."""
    groups: dict[tuple[object, ...], list[Proposal]] = defaultdict(list)
    for one in found:
        said = one.said_period
        groups[(one.key, said.period if said else None, said.to_date if said else None)].append(one)
    kept = [one for group in groups.values() for one in _one_or_asked(group)]
    return sorted(kept, key=lambda one: one.span)


def _one_or_asked(group: Sequence[Proposal]) -> list[Proposal]:
    group = _parts_first(group)
    distinct: list[Proposal] = []
    for one in group:
        if not any(_agree(one.amount, other.amount) for other in distinct):
            distinct.append(one)
    if len(distinct) < 2:
        return distinct
    values = [spoken(one.amount) for one in distinct]
    return [
        replace(
            one,
            doubts=(*one.doubts, Doubt("two_values", {"others": ", ".join(values[:at] + values[at + 1 :])})),
        )
        for at, one in enumerate(distinct)
    ]


def _parts_first(group: Sequence[Proposal]) -> list[Proposal]:
    """Parts of a whole say more than the rate beside them; a rate of the same sentence that differs is asked about."""
    parts = [one for one in group if one.amount.is_part]
    others = [one for one in group if not one.amount.is_part]
    left = []
    for rate in others:
        beside = [at for at, one in enumerate(parts) if one.said == rate.said]
        if beside and not _agree(parts[beside[0]].amount, rate.amount):
            one = parts[beside[0]]
            doubt = Doubt("share_mismatch", {"part": spoken(one.amount), "rate": spoken(rate.amount)})
            parts[beside[0]] = replace(one, doubts=(*one.doubts, doubt))
        elif not beside:
            left.append(rate)
    return parts + left


def _agree(one: Amount, other: Amount) -> bool:
    """Whether both say the same: equal, or a rate that is the part of the whole, rounded as written."""
    if one.is_part == other.is_part:
        return (one.value, one.numerator, one.denominator) == (
            other.value,
            other.numerator,
            other.denominator,
        )
    part, rate = (one, other) if one.is_part else (other, one)
    if rate.numerator is not None:
        return part.numerator == rate.numerator
    if not part.denominator or part.numerator is None or rate.value is None:
        return False
    decimals = len(decimal_text(rate.value).partition(".")[2])
    return abs(part.numerator * 100 / part.denominator - rate.value) <= Fraction(1, 10**decimals)


def spoken(amount: Amount) -> str:
    """The amount as a paper writes it: "6.583/7.033", "93,6 %"."""
    if amount.is_part and amount.numerator is not None and amount.denominator is not None:
        return f"{written_number(amount.numerator)}/{written_number(amount.denominator)}"
    number = amount.value if amount.value is not None else amount.numerator
    text = written_number(number) if number is not None else ""
    return f"{text} {amount.unit}".strip()
