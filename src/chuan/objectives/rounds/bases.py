"""Which legal bases of the decision before still stand on the day; what ended is left out and named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from chuan.documents.bases import find_act
from chuan.documents.citing import held_here
from chuan.documents.models import Document
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.documents.outgoing.successors import full_citation
from chuan.documents.validity import Force, Validity, validity_of
from chuan.law.lexicons import reader_lexicon
from chuan.law.outside_acts import ActKnown, known_act
from chuan.people.models import Unit
from chuan.rules.decision_text import read_decision
from chuan.rules.decision_text.types import CitedAct
from chuan.rules.types import Sure
from chuan.rules.vietnamese import fold
from chuan.rules.wording import said

_OVER = (Force.ENDED, Force.VOID)
_ORGANISATION = "luat to chuc chinh quyen dia phuong"


def bases_of_day(bases: Sequence[str], unit: Unit, on: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bases to write and remarks: an act that ended gives way to the one that replaced it, where that is known.

    The act that the People's Committee stands on is always that of the day.
    """
    kept: list[str] = []
    notes: list[str] = []
    for line in bases:
        written, note = _of_day(line, unit, on)
        kept += [one for one in written if one not in kept]
        notes += [note] if note else []
    return tuple(kept), tuple(notes)


def _of_day(line: str, unit: Unit, on: date) -> tuple[list[str], str]:
    if _ORGANISATION in fold(line):
        lawful = next(iter(beginning_of("QĐ", unit, on).bases), line)
        same = _days(lawful, unit) == _days(line, unit)
        return [
            line if same else lawful
        ], "" if same else f"Đã thay căn cứ “{_bare(line)}” bằng “{_bare(lawful)}”."
    act = next(iter(_acts(line, unit)), None)
    if act is None:
        return [line], ""
    held = held_here(act, unit=unit) or find_act(unit, number=act.number, title=act.title, on=act.on)
    validity = validity_of(held, on) if held is not None else None
    if validity is not None and validity.force in _OVER:
        return _replaced(line, validity)
    known = known_act(number=act.number, title=act.title, on=act.on)
    return ([], _ended(line, known)) if known is not None and known.to <= on else ([line], "")


def _replaced(line: str, validity: Validity) -> tuple[list[str], str]:
    newer = [one.document for one in validity.because if isinstance(one.document, Document)]
    told = f"Căn cứ “{_bare(line)}” đã hết hiệu lực từ {said(validity.since)}"
    if not newer:
        return [], f"{told}: đã bỏ, ghi căn cứ thay thế nếu có."
    return [f"Căn cứ {full_citation(newer[0])}"], f"{told}: đã thay bằng {newer[0].title}."


def _ended(line: str, known: ActKnown) -> str:
    sure = "" if known.sure is Sure.READ else " (chưa kiểm, xem lại)"
    return (
        f"Căn cứ “{_bare(line)}” hết hiệu lực từ {said(known.to)}{sure}: đã bỏ; văn bản thay thế là số {known.by}, "
        "ghi thêm nếu còn cần."
    )


def _acts(line: str, unit: Unit) -> Iterator[CitedAct]:
    text = f"QUYẾT ĐỊNH\nVề việc ban hành mục tiêu\n{unit.committee.upper()}\n{line};\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n"
    yield from read_decision(text, lexicon=reader_lexicon()).bases


def _days(line: str, unit: Unit) -> list[date | None]:
    return [one.on for one in _acts(line, unit)]


def _bare(line: str) -> str:
    return line.removeprefix("Căn cứ ").strip(" ,;.")
