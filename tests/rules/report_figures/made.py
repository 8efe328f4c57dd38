"""Small reports, invented, and the indicators of the reference ward that are looked for in them."""

from __future__ import annotations

from bench.figures import wanted

from chuan.law.lexicons import reader_lexicon
from chuan.rules.report_figures import Home, Proposal, Reading, Taught, read_report

HOME = Home("phường", "Bắc Hồng")
WANTED = wanted()
HEAD = (
    "UBND THỊ XÃ HỒNG LĨNH\nỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nSố: 85/BC-UBND\n"
    "Bắc Hồng, ngày 25 tháng 9 năm 2021\nBÁO CÁO\nTình hình kinh tế - xã hội {days}\n"
)


def read(
    *lines: str, days: str = "tháng 9 năm 2021", taught: tuple[Taught, ...] = (), head: str = HEAD
) -> Reading:
    """What is read of a report of the ward with these lines."""
    text = head.format(days=days) + "\n".join(lines)
    return read_report(text, WANTED, home=HOME, lexicon=reader_lexicon(), taught=taught)


def said(one: Proposal) -> str:
    """A proposal in one line: key, value or part, end of its days, "lũy kế", "ước", codes of its questions."""
    amount = one.amount
    value = (
        f"{amount.numerator}/{amount.denominator}"
        if amount.is_part
        else str(float(amount.value or 0)).removesuffix(".0")
    )
    parts = [one.key, value, str(one.said_period.period.end) if one.said_period else "?"]
    parts += ["lũy kế"] if one.said_period and one.said_period.to_date else []
    parts += ["ước"] if one.estimate else []
    return " ".join([*parts, *(doubt.code for doubt in one.doubts)])


def all_said(*lines: str, days: str = "tháng 9 năm 2021") -> list[str]:
    """Every proposal of a report with these lines, in words."""
    return [said(one) for one in read(*lines, days=days).proposals]
