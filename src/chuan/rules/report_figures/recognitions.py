"""A decision that recognises something: "công nhận phường … đạt chuẩn đô thị văn minh năm 2021" is a yes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chuan.rules.report_figures import number_roles
from chuan.rules.report_figures.heads import other_commune
from chuan.rules.report_figures.lines import Piece
from chuan.rules.report_figures.naming import named, phrase_of
from chuan.rules.report_figures.periods_said import mentions
from chuan.rules.report_figures.sentences import Asked
from chuan.rules.report_figures.types import Amount, How, Proposal, Said
from chuan.rules.types import Period, Span
from chuan.rules.vietnamese import fold

_RECOGNISED = re.compile(r"(?<!\w)(?:được\s+(?:\w+\s+){0,6}?công\s+nhận|công\s+nhận)(?!\w)")
_NOT = re.compile(
    r"(?<!\w)(?:chưa|không|đề\s+nghị|đăng\s+ký|thẩm\s+định|hồ\s+sơ|tờ\s+trình|xét|tiêu\s+chí|điều\s+kiện|thu\s+hồi|căn\s+cứ)(?!\w)"
)


def of_recognition(piece: Piece, asked: Asked) -> Iterator[Proposal]:
    """What a sentence recognises of this unit, once for each indicator that is a yes or a no."""
    low = piece.text.lower()
    found = _RECOGNISED.search(low)
    if (
        found is None
        or _NOT.search(low)
        or number_roles.looks_ahead(low)
        or other_commune(piece.text, asked.home)
    ):
        return
    if asked.head.kind != "quyết định" and not found.group().startswith("được"):
        return
    if fold(asked.home.name) not in fold(f"{piece.text} {asked.head.issuer}"):
        return
    yes_no = [one for one in asked.wanted if one.shape == "yes_no"]
    whose = named(low, yes_no, asked.taught)
    if len(whose.keys) != 1 or whose.keys[0] not in [one.key for one in yes_no]:
        return
    year = asked.head.period.period.start.year if asked.head.period else None
    years = [said.period.start.year for _s, _e, said in mentions(low, year) if said.period.days > 300]
    of = years[-1] if years else year
    yield Proposal(
        whose.keys[0], Amount(value=Fraction(1)), Span(piece.start + found.start(), piece.start + found.end()),
        Span(piece.start, piece.end), phrase_of(low), "", How.TAUGHT if whose.taught else How.WORDS,
        Said(Period.year(of)) if of else None, False,
    )  # fmt: skip
