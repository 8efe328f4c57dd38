"""Past the ward: letters and calls that a higher body received although the ward was not asked, or was in time.

Counted only where somebody above has spoken of every day: a list by file, or a statement with its paper. What a
statement counts and nobody entered one by one counts as past the ward until it is entered: the measure says what
was said above, and that rows are missing (docs/decisions/past-the-ward.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.law.escalations import escalations_digest
from chuan.law.petitions import petition_digest
from chuan.offers.few_rows import page_of
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope, tally
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.petitions.escalated.covers import Statement, by_file, gaps, statements
from chuan.petitions.escalated.judging import Verdict
from chuan.petitions.escalated.offering import COVER, KIND
from chuan.petitions.escalated.showing import is_unverified, source_of
from chuan.petitions.escalated.standing import Case, cases_in
from chuan.petitions.fields_escalated import ESCALATIONS
from chuan.petitions.lawful import overrides_of
from chuan.petitions.measures.classifying import local_day
from chuan.rules.types import Citation, Period
from chuan.rules.wording import said

ADDRESS = "/don-thu/vuot-cap/"
NOT_ENTERED = "cấp trên báo số vụ, phường chưa ghi từng vụ"
_OUTCOMES = {
    Verdict.PAST: RowOutcome.HIT,
    Verdict.LAWFUL: RowOutcome.EXCLUDED,
    Verdict.UNCLEAR: RowOutcome.EXCLUDED,
}


class EscalatedPast:
    """How many went past the ward, by the day a higher body received them."""

    key = "petitions.escalated_past"
    version = 1
    title = "Số đơn, cuộc gọi vượt cấp"
    plain_count = True
    formula = (
        "Số đơn, cuộc gọi, lượt đến về phường mà cấp trên nhận trong kỳ khi phường chưa được gửi trước hoặc còn trong "
        "hạn. Không tính: khiếu nại, tố cáo sau khi phường đã giải quyết hoặc đã quá hạn, việc không của phường. "
        "Vụ cấp trên báo mà chưa ghi từng vụ vẫn tính. Chỉ đếm khi cấp trên đã nói về mọi ngày của kỳ."
    )
    source = Citation(number="02/2011/QH13", article="Điều 7")
    grade = "B"
    registers = (ESCALATIONS,)
    case_words, hit_words, miss_words = "vụ", "vượt cấp", "vượt cấp"
    never_typed = "có vượt cấp hay không là do cấp trên nói, không phải do phường tự đếm"
    mend = (later("Ghi số liệu của cấp trên"), ADDRESS)

    @property
    def law_digest(self) -> str:
        """Which law values the rows were judged by."""
        return petition_digest(escalations_digest())

    def law_digest_in(self, scope: Scope) -> str:
        """The same with the unit's own values of petitions: they decide until when the ward is in time."""
        own = overrides_of(_unit(scope))
        return petition_digest(escalations_digest(), own=own, on=local_day(scope.as_of))

    def grade_in(self, scope: Scope) -> str:
        """B where lists of higher bodies cover every day; C where a statement has to."""
        past = _past(scope)
        return "B" if past is None or by_file(_unit(scope), past, as_of=scope.as_of) else "C"

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Days nobody above has spoken of; rows not judged; counted cases whose month is not known."""
        past = _past(scope)
        if past is None:
            return (Obstacle("not_begun", _("kỳ chưa bắt đầu.")),)
        unit = _unit(scope)
        if missing := gaps(unit, past, as_of=scope.as_of):
            found = [_uncovered(missing)]
        else:
            found = list(_unsure(unit, scope.period, scope.as_of))
        mend = (str(self.mend[0]), f"{ADDRESS}?nam={past.start.year}")
        return tuple(replace(one, mend=mend) for one in found)

    def reach(self, scope: Scope) -> Period | None:
        """The days from the period's first on that somebody above has spoken of without a gap."""
        past = _past(scope)
        missing = gaps(_unit(scope), past, as_of=scope.as_of) if past else ()
        if past is None or not missing:
            return past
        first = missing[0].start
        return Period(past.start, first) if first > past.start else None

    def counts(self, scope: Scope, *, live: bool = False) -> Counts:
        """The totals: they are so few that they are counted by hand."""
        found = tally(list(_rows(_unit(scope), scope.period, None if live else scope.as_of)))
        return Counts(found.numerator, found.numerator, found.excluded)

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """Each with its verdict and why, in the order of uid; statements whose cases are not entered among them."""
        return page_of(_rows(_unit(scope), scope.period, scope.as_of), after, limit)

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """Who above has spoken, and where what they say and what is entered differ."""
        return tuple(_notes(statements(_unit(scope), scope.period, as_of=scope.as_of)))


def _rows(unit: Unit, period: Period, as_of: datetime | None) -> Iterator[Row]:
    for one in cases_in(unit, period, as_of):
        yield _row(one)
    for statement in _whole(statements(unit, period, as_of=as_of), period):
        if statement.missing:
            yield _missing(statement)


def _row(case: Case) -> Row:
    row = case.row
    source = source_of(case.judged)
    if is_unverified(case.judged):
        source = f"{source} (chưa xác minh)"
    facts = (row.code, f"cấp trên nhận {said(row.received_on)}", row.body, source)
    reason = case.judged.reason
    return Row(
        Subject(KIND, row.uid),
        _OUTCOMES[case.judged.verdict],
        reason,
        facts=tuple(one for one in facts if one),
    )


def _missing(statement: Statement) -> Row:
    cover = statement.cover
    facts = (f"văn bản {cover.paper}", f"báo {cover.count} vụ, đã ghi {statement.entered}")
    return Row(Subject(COVER, cover.uid), RowOutcome.HIT, NOT_ENTERED, Fraction(statement.missing), facts)


def _whole(found: Sequence[Statement], period: Period) -> list[Statement]:
    """Statements whose days all lie in the period."""
    return [one for one in found if period.start <= one.period.start and one.period.end <= period.end]


def _unsure(unit: Unit, period: Period, as_of: datetime) -> Iterator[Obstacle]:
    unclear = sum(one.judged.verdict is Verdict.UNCLEAR for one in cases_in(unit, period, as_of))
    if unclear:
        told = _(
            "còn %s vụ cấp trên nhận mà phường chưa xét. Mở từng vụ, nối với đơn của phường hoặc ghi kết luận."
        )
        yield Obstacle("not_judged", told % unclear)
    found = statements(unit, period, as_of=as_of)
    whole = _whole(found, period)
    for one in found:
        if one.missing and one not in whole:
            yield _spread(one)


def _spread(one: Statement) -> Obstacle:
    facts = {
        "first": said(one.cover.first), "last": said(one.cover.last), "n": one.cover.count, "entered": one.entered,
    }  # fmt: skip
    told = _(
        "cấp trên báo %(n)s vụ từ %(first)s đến %(last)s, mới ghi %(entered)s: chưa biết các vụ còn lại thuộc kỳ nào."
    )
    return Obstacle("spread", told % facts)


def _uncovered(missing: Sequence[Period]) -> Obstacle:
    told = ", ".join(
        _("từ %(first)s đến %(last)s") % {"first": said(gap.start), "last": said(gap.end - timedelta(days=1))}
        for gap in missing
    )
    return Obstacle("uncovered", _("chưa có số liệu của cấp trên %s.") % told)


def _notes(found: Sequence[Statement]) -> Iterator[str]:
    for one in found:
        facts = {
            "body": one.cover.body, "paper": one.cover.paper, "n": one.cover.count, "entered": one.entered,
            "first": said(one.cover.first), "last": said(one.cover.last), "missing": one.missing,
        }  # fmt: skip
        yield _("%(body)s, văn bản %(paper)s: %(n)s vụ từ %(first)s đến %(last)s.") % facts
        if one.missing:
            yield _(
                "Mới ghi %(entered)s trong %(n)s vụ ấy; %(missing)s vụ chưa ghi tính là vượt cấp cho đến khi ghi."
            ) % facts  # fmt: skip
        elif one.entered > one.cover.count:
            yield _("Đã ghi %(entered)s vụ, nhiều hơn số %(body)s báo: đếm theo các vụ đã ghi.") % facts


def _unit(scope: Scope) -> Unit:
    return Unit.objects.get(uid=scope.unit_uid)


def _past(scope: Scope) -> Period | None:
    """The days of the period that were over when the cut was made."""
    end = min(scope.period.end, local_day(scope.as_of))
    return Period(scope.period.start, end) if end > scope.period.start else None
