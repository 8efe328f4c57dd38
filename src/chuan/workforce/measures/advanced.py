"""Objective 7: how many officials are "lao động tiên tiến", of all in post or of those who may be considered."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.law.titles import HELD_FROM, title_digest
from chuan.offers.few_rows import page_of
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope, tally
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.titles import Met, Title
from chuan.rules.types import Citation, Period
from chuan.rules.wording import said
from chuan.ui import formatters as say
from chuan.workforce.models import Reward
from chuan.workforce.titles import reasons
from chuan.workforce.titles.denominators import Base, Chosen
from chuan.workforce.titles.law_words import decided_words
from chuan.workforce.titles.laws import digest_of_year
from chuan.workforce.titles.year import PersonYear, YearSeen, see

PAGE = "/nhan-su/danh-hieu/"
SUBJECT = "title_person"


class AdvancedWorker:
    """Officials in post on the year's last day: hit with a decision that gives the title, miss without.

    Nothing is counted before somebody said that every decision of the year is in the register. Grade A; B where a
    title came in by file (``grade_in``).
    """

    key = "workforce.advanced_worker"
    version = 1
    title = "Tỷ lệ cán bộ, công chức đạt danh hiệu lao động tiên tiến"
    formula = (
        "Số cán bộ, công chức có quyết định công nhận lao động tiên tiến của năm / số người giữ chức danh ngày cuối "
        "năm, hoặc số người thuộc diện xét nếu đơn vị chọn như vậy bằng văn bản."
    )
    grade = "A"
    source = Citation(number="06/2022/QH15", article="Điều 24")
    registers = ("rewards",)
    case_words, hit_words, miss_words = "cán bộ", "lao động tiên tiến", "chưa có danh hiệu"
    mend = (later("Ghi quyết định danh hiệu"), PAGE)

    @property
    def law_digest(self) -> str:
        """Of the file of titles: criteria decide who may be considered."""
        return title_digest()

    def law_digest_in(self, scope: Scope) -> str:
        """The same with the unit's own values and the law that a concluded year kept, where there are such."""
        if not _is_year(scope.period):
            return title_digest()
        return digest_of_year(Unit.objects.get(uid=scope.unit_uid), scope.period.start.year, scope.as_of)

    def grade_in(self, scope: Scope) -> str:
        """B where a title of the year came in by file from another programme: then not all of it was written here."""
        rows = Reward.objects.known_at(scope.as_of).filter(
            round__unit__uid=scope.unit_uid, round__year=scope.period.start.year, title=Title.ADVANCED_WORKER,
            elsewhere__isnull=False,
        )  # fmt: skip
        return "B" if rows.exists() else self.grade

    def counts(self, scope: Scope) -> Counts:
        """The totals: a tally of the rows, for a ward has some dozens."""
        return tally(self._rows(scope))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """Officials in the order of their uids."""
        return page_of(self._rows(scope), after, limit)

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Not a whole year, nobody in post, no decision, decisions awaited, people of whom too little is known."""
        if not _is_year(scope.period):
            return (Obstacle("not_year", _("danh hiệu chỉ đếm được theo năm tròn.")),)
        seen = _seen(scope)
        lacking = _lacking(seen)
        return (lacking,) if lacking else ()

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """Both shares with their denominators, which one counts by which paper, and what 100 % of all means.

        Of a year that goes through two laws, also under which of them it is decided.
        """
        if not _is_year(scope.period):
            return ()
        seen = _seen(scope)
        law = (decided_words(seen.laws),) if seen.laws.several else ()
        return (seen.share.sentence, base_words(seen.base), seen.share.honest, *law)

    def _rows(self, scope: Scope) -> list[Row]:
        if not _is_year(scope.period):
            return []
        seen = _seen(scope)
        return (
            [row_of(one, seen.base.base, registers=seen.registers) for one in seen.people]
            if seen.measured
            else []
        )


def row_of(one: PersonYear, base: Base, *, registers: bool = False) -> Row:
    """How one official counts. Whoever has the title was considered, whatever the facts at hand say."""
    subject = Subject(SUBJECT, one.official.uid)
    if one.advanced:
        return Row(subject, RowOutcome.HIT)
    if base is Base.CONSIDERED and one.eligibility.considered is Met.NOT_MET:
        return Row(subject, RowOutcome.EXCLUDED, reasons.NEWCOMER if one.newcomer else reasons.NOT_CONSIDERED)
    return Row(subject, RowOutcome.MISS, _why(one, registers=registers))


def _why(one: PersonYear, *, registers: bool) -> str:
    if one.newcomer:
        return reasons.NEWCOMER
    if one.candidacy is None:
        return reasons.NOT_REGISTERED if registers else reasons.NOT_GIVEN
    voted = one.candidacy.vote
    return reasons.NOT_PROPOSED if voted is not None and not voted.passed else reasons.NOT_GIVEN


def base_words(chosen: Chosen) -> str:
    """Which denominator counts, by which paper."""
    words = {
        Base.IN_POST: _("Mẫu số là tất cả người giữ chức danh ngày cuối năm"),
        Base.CONSIDERED: _("Mẫu số là những người thuộc diện xét"),
    }[chosen.base]
    if chosen.since is None:
        return _("%s (đơn vị chưa chọn khác).") % words
    return _("%(words)s (%(paper)s, từ %(since)s).") % {
        "words": words, "paper": chosen.citation, "since": said(chosen.since),
    }  # fmt: skip


def _lacking(seen: YearSeen) -> Obstacle | None:
    if not seen.people:
        return Obstacle("nobody", _("không có ai giữ chức danh ngày cuối năm."))
    if not seen.decided:
        return Obstacle("no_decision", _("chưa ghi quyết định danh hiệu của năm %s.") % seen.year)
    if not seen.concluded:
        words = _("chưa ghi là đã đủ mọi quyết định của năm; %s người chưa có kết quả.")
        return Obstacle("not_concluded", words % say.number(len(seen.share.undecided)))
    if not seen.measured:
        words = _("%s người chưa rõ có thuộc diện xét không.")
        return Obstacle("unclear", words % say.number(len(seen.unclear)))
    return None


def _seen(scope: Scope) -> YearSeen:
    unit = Unit.objects.get(uid=scope.unit_uid)
    return see(unit, scope.period.start.year, as_of=scope.as_of)


def _is_year(period: Period) -> bool:
    return period == Period.year(period.start.year) and period.start >= HELD_FROM
