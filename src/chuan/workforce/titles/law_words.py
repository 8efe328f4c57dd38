"""The laws of a year of titles in words: their days, and under which one the year is decided."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.law.titles import HELD_FROM
from chuan.rules.titles import Met
from chuan.rules.wording import said
from chuan.workforce.titles.laws import LawOfYear, LawsOfYear
from chuan.workforce.titles.year import YearSeen


def law_words(one: LawOfYear) -> str:
    """ "06/2022/QH15, từ 01/01/2024 đến hết 30/09/2026"; that nobody read it where nobody did."""
    told = {"name": one.name, "a": said(one.since), "b": said(one.last) if one.last else ""}
    if one.since == HELD_FROM:
        words = _("%(name)s, đến hết %(b)s") if one.last else "%(name)s"
    else:
        words = _("%(name)s, từ %(a)s đến hết %(b)s") if one.last else _("%(name)s, từ %(a)s")
    return f"{words % told} ({_('chưa kiểm chứng')})" if one.unread else words % told


def decided_words(laws: LawsOfYear) -> str:
    """Under which law the year is decided, and why that one."""
    told = {"law": laws.chosen.name, "day": said(laws.day), "why": laws.why}
    if laws.by_choice:
        words = _("Năm này xét theo %(law)s, do đơn vị chọn: %(why)s.") % (
            told | {"why": laws.why.rstrip(".")}
        )
    elif laws.decided:
        words = _("Năm này xét theo %(law)s, quy định ở ngày quyết định %(day)s.") % told
    else:
        words = _("Chưa có quyết định nên đang xét theo %(law)s, quy định ở ngày %(day)s.") % told
    return f"{words} {_('Năm đã đủ kết quả nên giữ nguyên quy định này.')}" if laws.kept else words


@dataclass(frozen=True, slots=True)
class LawLine:
    """One law of the year: in words, whether it decides, how many may be proposed by it, may not, are not known."""

    words: str
    decides: bool
    met: int
    unmet: int
    unknown: int


def law_lines(seen: YearSeen) -> list[LawLine]:
    """Every law of the year with how many officials in post meet the criteria of "lao động tiên tiến" by it."""
    lines = []
    for place, law in enumerate(seen.laws.laws):
        found = [one.outcomes[place].eligibility.met for one in seen.people]
        counts = (found.count(Met.MET), found.count(Met.NOT_MET), found.count(Met.NOT_KNOWN))
        lines.append(LawLine(law_words(law), law is seen.laws.chosen, *counts))
    return lines
