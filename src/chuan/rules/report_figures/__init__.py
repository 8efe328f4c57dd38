"""Figures in reports already issued: which indicator, which value, of which days; proposed, never decided.

    found = read_report(text, wanted, home=Home("phường", "Bắc Hồng"), lexicon=reader_lexicon())
    found.head.period, found.proposals[0].span

Precision before recall: a figure is bound to an indicator only when words and unit fit; where two could be
meant, there is a question instead of a guess. Spans count code points of the text as it was handed in.
"""

from chuan.rules.report_figures.doubts import Past, doubts
from chuan.rules.report_figures.heads import read_head
from chuan.rules.report_figures.lists import folded, folds_of, moved
from chuan.rules.report_figures.reader import read_report
from chuan.rules.report_figures.types import (
    Amount,
    Doubt,
    Head,
    Home,
    How,
    Proposal,
    Reading,
    Said,
    Taught,
    Wanted,
    Wording,
)
from chuan.rules.report_figures.units import converted

__all__ = [
    "Amount",
    "Doubt",
    "Head",
    "Home",
    "How",
    "Past",
    "Proposal",
    "Reading",
    "Said",
    "Taught",
    "Wanted",
    "Wording",
    "converted",
    "doubts",
    "folded",
    "folds_of",
    "moved",
    "read_head",
    "read_report",
]
