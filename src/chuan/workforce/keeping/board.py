"""The page of terms: each kind with how long, by what, and for its keepers what is past its date and what holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.clocks.saying import source_words, sure_words
from chuan.law import staff_records
from chuan.people.viewer import Viewer
from chuan.rules.keeping import Held, Term, ended_before
from chuan.workforce.keeping.kinds import KINDS, RecordKind
from chuan.workforce.keeping.past import kept, past
from chuan.workforce.keeping.terms import term_source, term_sure, term_words, terms_of

HELD: Mapping[Held, str | Promise] = {
    Held.ROUND_OPEN: later("kỳ xếp loại hoặc năm xét danh hiệu chưa khép"),
    Held.APPEAL_OPEN: later("người ấy đang có kiến nghị chờ trả lời"),
    Held.OWN: later("là của chính anh chị, nhờ người giữ hồ sơ khác"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """Of a kind: rows with words, rows blanked, rows past their date that may go, and why others stay."""

    kept: int
    blanked: int
    free: int = 0
    held: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind as the page shows it; ``counted`` only for keepers and where words are blanked at all."""

    kind: RecordKind
    term: Term
    counted: Counted | None = None

    @property
    def words(self) -> str:
        """How long."""
        return term_words(self.term)

    @property
    def source(self) -> str:
        """By what."""
        return term_source(self.term)

    @property
    def sure(self) -> str:
        """How sure that is."""
        return term_sure(self.term)


def lines(viewer: Viewer, on: date, *, keeper: bool) -> list[KindLine]:
    """Every kind, in the order of the page; for keepers about four statements for each of the three with words."""
    terms = terms_of(viewer.unit, on)
    return [
        KindLine(one, terms[one.key], _counted(one, terms[one.key], viewer, on) if keeper else None)
        for one in KINDS.values()
    ]


def bases(on: date) -> list[tuple[str, str, str, str]]:
    """What holds for every kind: title, in words, act, how sure."""
    said = {"end_of_work": _("từ năm việc kết thúc"), "by_law": _("theo luật hoặc theo thỏa thuận, rồi xóa")}
    return [
        (title, said[one.value], source_words(one.citation), sure_words(one.sure))
        for title, one in staff_records.bases(on)
    ]


def _counted(kind: RecordKind, term: Term, viewer: Viewer, on: date) -> Counted | None:
    if not kind.goes:
        return None
    standing, gone = kept(kind.key, viewer.unit_ids)
    if not term.allows or term.years is None:
        return Counted(standing, gone)
    rows = past(kind.key, viewer, ended_before(on, term.years))
    held = Counter(one.held for one in rows)
    free = held.pop(None, 0)
    reasons = tuple((str(HELD[why]), count) for why, count in held.items() if why is not None)
    return Counted(standing, gone, free, reasons)
