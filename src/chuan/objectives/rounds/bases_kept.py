"""The resolution or assignment kept for the year a round makes, named among the legal bases of its draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chuan.documents.outgoing.successors import written_day
from chuan.objectives.models import Basis, BasisSaying, Round
from chuan.rules.vietnamese import fold

_BLANK = re.compile(r"số\s*…\s*/\s*([^\s,;]+)")
"""A basis whose number nobody knew yet when the Decision was moved on to the next year."""


def kept_for(round_: Round) -> list[Basis]:
    """Papers kept for the year, in the order they were kept; one statement."""
    return list(Basis.objects.standing().filter(round=round_).defer("text").order_by("pk"))


def with_kept(bases: Sequence[str], round_: Round) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The legal bases with the kept papers in them, and a remark on each.

    A paper takes the line that was left blank for it, else a line of its own. One without a number, or about which
    something is still asked, is only remarked on.
    """
    lines, notes = list(bases), []
    for one in kept_for(round_):
        if not one.number or _is_asked(one):
            notes.append(f"Chưa ghi căn cứ “{one.name}” vào dự thảo: còn điều cần xem ở trang So với căn cứ.")
        elif not any(fold(one.number) in fold(line) for line in lines):
            lines, note = _put(lines, one)
            notes.append(note)
    return tuple(lines), tuple(notes)


def _put(lines: Sequence[str], basis: Basis) -> tuple[list[str], str]:
    written = f"Căn cứ {citation_of(basis)}"
    symbol = basis.number.partition("/")[2]
    for at, line in enumerate(lines):
        found = _BLANK.search(line)
        if found is not None and fold(found[1]) == fold(symbol):
            return [*lines[:at], written, *lines[at + 1 :]], f"Đã ghi {basis.name} vào chỗ còn để trống."
    last = max((n for n, line in enumerate(lines, start=1) if line.startswith("Căn cứ ")), default=0)
    return [*lines[:last], written, *lines[last:]], f"Đã thêm căn cứ: {basis.name}."


def citation_of(basis: Basis) -> str:
    """ "Nghị quyết số 45/NQ-HĐND ngày 22 tháng 12 năm 2020 của Hội đồng nhân dân phường Bắc Hồng"."""
    kind = basis.name.partition(basis.number)[0].strip() or "Văn bản"
    day = f" ngày {written_day(basis.issued_on)}" if basis.issued_on else ""
    issuer = f" của {basis.issuer}" if basis.issuer else ""
    return f"{kind} số {basis.number}{day}{issuer}"


def _is_asked(basis: Basis) -> bool:
    return bool(basis.questions) and not basis.sayings.filter(kind=BasisSaying.Kind.ACCEPTED).exists()
