"""What each clause rests on in a unit and year: what rooms hold, what the unit says, what is lacking, what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.conformity.models import ClauseNote
from chuan.law.iso9001 import Clause, asking, clauses
from chuan.offers.holdings import Holding, held
from chuan.people import rooms
from chuan.people.models import Unit
from chuan.people.rooms import RoomShown
from chuan.rules.conformity import Asked, Evidence, Saying, Standing, judge
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class ClauseShown:
    """One clause that asks for something, as the page shows it; a clause above others has no ``standing``."""

    clause: Clause
    standing: Standing | None
    holdings: tuple[Holding, ...] = ()
    note: ClauseNote | None = None
    off: tuple[RoomShown, ...] = ()
    """Rooms that would hold evidence of it and that the unit does without."""

    @property
    def slug(self) -> str:
        """The number as an address writes it: "7-1-5"."""
        return self.clause.number.replace(".", "-")

    @property
    def is_gap(self) -> bool:
        """Whether nothing answers for it."""
        return self.standing is not None and self.standing.is_gap

    @property
    def there(self) -> list[Holding]:
        """What is held, without what there is none of."""
        return [one for one in self.holdings if one.count]

    @property
    def gap(self) -> str:
        """What is lacking and what to do, "" for none."""
        if self.is_gap and self.off:
            where = "; ".join(str(one.room.on_paper) for one in self.off)
            return _("Chưa áp dụng trên phần mềm. Ghi bằng chứng ở đâu: thường là %s.") % where
        return _sentence(self.standing) if self.standing is not None else ""

    @property
    def mend(self) -> str:
        """The page where what is lacking is made: that of the first holding of which there is none; "" for none."""
        wanted = self.standing is Standing.NO_DOCUMENT
        closed = {one.room.key for one in self.off}
        empty = [one for one in self.holdings if not one.count and one.room not in closed]
        fitting = [one for one in empty if one.kept == wanted] or empty
        return fitting[0].address if self.is_gap and fitting else ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the standard with its clauses in order."""

    head: Clause
    rows: tuple[ClauseShown, ...]

    @property
    def gaps(self) -> int:
        """How many of them nothing answers for."""
        return sum(1 for one in self.rows if one.is_gap)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All chapters. ``asked``: how many clauses ask for something (those without others below them)."""

    chapters: tuple[Chapter, ...]
    off: tuple[RoomShown, ...] = ()
    """Every room that the unit does without, whether a clause asks for it or not."""

    @property
    def rows(self) -> list[ClauseShown]:
        """Every clause that asks for something."""
        return [one for chapter in self.chapters for one in chapter.rows if one.standing is not None]

    @property
    def asked(self) -> int:
        """The denominator of the page."""
        return len(self.rows)

    @property
    def gaps(self) -> list[ClauseShown]:
        """Those nothing answers for."""
        return [one for one in self.rows if one.is_gap]

    def counted(self, *standings: Standing) -> int:
        """How many stand so."""
        return sum(1 for one in self.rows if one.standing in standings)


def coverage_of(unit: Unit, period: Period) -> Coverage:
    """Every clause with what is held in the period and what the unit says on its last day; about 60 statements."""
    by_clause: dict[str, list[Holding]] = {}
    for one in held(unit, period):
        by_clause.setdefault(one.clause, []).append(one)
    notes = standing_notes(unit, period)
    leaves, off = {one.number for one in asking()}, rooms.off_now(unit, period.end - timedelta(days=1))
    rows = [_shown(one, by_clause, notes, one.number in leaves, off) for one in clauses().values()]
    heads = [one for one in rows if not one.clause.parent]
    return Coverage(
        tuple(
            Chapter(
                head.clause,
                tuple(one for one in rows if one.clause.number.startswith(f"{head.clause.number}.")),
            )
            for head in heads
        ),
        tuple(off),
    )


def standing_notes(unit: Unit, period: Period) -> dict[str, ClauseNote]:
    """The latest saying of each clause that began within or before the period; one that is over is left out."""
    found: dict[str, ClauseNote] = {}
    rows = ClauseNote.objects.filter(unit=unit, valid_from__lt=period.end).select_related("by")
    for one in rows.order_by("valid_from", "pk"):
        found[one.clause] = one
    return {number: one for number, one in found.items() if one.kind != ClauseNote.Kind.OVER}


def note_of(number: str, notes: Mapping[str, ClauseNote]) -> ClauseNote | None:
    """The saying of a clause, or of the nearest clause above it: what is said of 8.3 holds for 8.3.4."""
    while number:
        if number in notes:
            return notes[number]
        number = number.rpartition(".")[0]
    return None


def _shown(
    clause: Clause, by_clause: Mapping[str, Sequence[Holding]], notes: Mapping[str, ClauseNote], asks: bool,
    closed: Sequence[RoomShown],
) -> ClauseShown:  # fmt: skip
    own = tuple(by_clause.get(clause.number, ()))
    if not asks:
        return ClauseShown(clause, None, own, notes.get(clause.number))
    note = note_of(clause.number, notes)
    documents = sum(one.count for one in own if one.kept)
    records = sum(one.count for one in own if not one.kept)
    standing = judge(
        Asked(clause.maintain, clause.retain),
        Evidence(documents, records),
        Saying(note.kind) if note else None,
    )
    off = tuple(one for one in closed if any(held.room == one.room.key for held in own))
    if standing.is_gap and any(one.kept_at for one in off):
        standing = Standing.ELSEWHERE
    return ClauseShown(clause, standing, own, note, off)


def _sentence(standing: Standing) -> str:
    return {
        Standing.NO_DOCUMENT: _(
            "Chưa có tài liệu nào được duy trì. Lập tài liệu và ghi điều này trên thẻ của nó."
        ),
        Standing.NO_RECORD: _(
            "Trong năm chưa có hồ sơ nào được lưu. Làm và ghi lại, hoặc ghi bằng chứng ở đâu."
        ),
        Standing.NEITHER: _("Chưa có tài liệu được duy trì, cũng chưa có hồ sơ được lưu trong năm."),
        Standing.NOTHING: _("Chưa thấy bằng chứng nào trong năm. Làm và ghi lại, hoặc ghi bằng chứng ở đâu."),
    }.get(standing, "")


def clause_page(number: str, year: int) -> str:
    """The address of a clause on the page of a year."""
    return f"{reverse('conformity:clauses')}?nam={year}#d-{number.replace('.', '-')}"
