"""Who used the official mail, and the shared software: officials who met the unit's own rule, of those it asked."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.few_rows import page_of
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope, tally
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.types import Citation, Period
from chuan.rules.wording import said
from chuan.ui import formatters as say
from chuan.workforce.fields import MAIL, OWN, SIGN_INS
from chuan.workforce.tools import reasons
from chuan.workforce.tools.rule import Met, MonthAnswer, Short, met_by
from chuan.workforce.tools.seeing import Gap, Person, Seen, see

RULE_PAGE = "/nhan-su/cong-cu/quy-dinh/"
ACCOUNTS_PAGE = "/nhan-su/cong-cu/tai-khoan/"
OWN_PAGE = "/nhan-su/cong-cu/?cong-cu=phan-mem"
SUBJECT = "tool_user"


class ToolMeasure(ABC):
    """Officials asked in a period's months: each one row. Grade B: counted from files of other systems.

    A month that has not ended, that no file covers, or for which no rule was written is never counted as unused.
    """

    key: str
    version = 1
    title: str
    formula: str
    tool: str
    registers: tuple[str, ...]
    grade = "B"
    source = Citation(
        number="TCVN ISO 9001:2015", article="7.1.3; thế nào là sử dụng do đơn vị quy định bằng văn bản"
    )
    case_words, hit_words, miss_words = "cán bộ", "có sử dụng", "chưa sử dụng đủ"

    def counts(self, scope: Scope) -> Counts:
        """The totals: a tally of the rows, for a ward has some dozens."""
        return tally(self._rows(scope))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """Officials in the order of their uids."""
        return page_of(self._rows(scope), after, limit)

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """No rule, months without a file, accounts nobody has said whose they are."""
        if not _whole_months(scope.period):
            return (Obstacle("not_months", _("chỉ đếm được theo tháng tròn.")),)
        return tuple(self._lacking(scope, self._seen(scope)))

    def reach(self, scope: Scope) -> Period | None:
        """The whole months from the period's first on that can be judged."""
        start, seen = scope.period.start, self._seen(scope)
        end = start
        for month in seen.months:
            if month not in seen.judged or month.end > scope.period.end:
                break
            end = month.end
        return Period(start, end) if end > start else None

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """Which rule, by which document."""
        kept = {one.since: one for one in self._seen(scope).rules.values()}
        return tuple(
            _("Sử dụng là %(rule)s; %(met)s (%(paper)s, từ %(since)s).")
            % {
                "rule": rule_words(one.rule.sources, every=one.rule.every_source),
                "met": met_words(one.rule.met),
                "paper": one.citation,
                "since": said(one.since),
            }
            for one in kept.values()
        )

    def _seen(self, scope: Scope) -> Seen:
        unit = Unit.objects.get(uid=scope.unit_uid)
        return see(unit, self.tool, scope.period, as_of=scope.as_of, unruled=False)

    def _rows(self, scope: Scope) -> list[Row]:
        seen = self._seen(scope)
        if not seen.judged:
            return []
        how = seen.rules[seen.judged[-1].start].rule.met
        return [row_of(one, how) for one in seen.people]

    def _lacking(self, scope: Scope, seen: Seen) -> Iterator[Obstacle]:
        today = timezone.localtime(scope.as_of).date()
        ended = [gap for gap in seen.gaps if gap.month.end <= today]
        if unruled := [gap for gap in ended if not gap.source]:
            yield self._unruled(unruled)
        elif uncovered := [gap for gap in ended if gap.source]:
            yield self._uncovered(uncovered)
        elif seen.gaps:
            yield Obstacle("not_over", _("kỳ chưa hết tháng."))
        elif seen.unsaid:
            words = _("%s tài khoản chưa ghép với cán bộ nào, cũng chưa nói là dùng chung.")
            yield Obstacle(
                "unsaid", words % say.number(len(seen.unsaid)), (_("Ghép tài khoản"), ACCOUNTS_PAGE)
            )

    def _unruled(self, gaps: Sequence[Gap]) -> Obstacle:
        words = _("đơn vị chưa viết thế nào là sử dụng %(tool)s cho %(months)s.")
        told = {"tool": tool_words(self.tool), "months": months_words([gap.month for gap in gaps])}
        return Obstacle("no_rule", words % told, (_("Viết quy định sử dụng"), RULE_PAGE))

    def _uncovered(self, gaps: Sequence[Gap]) -> Obstacle:
        by_source: dict[str, list[Period]] = {}
        for gap in gaps:
            by_source.setdefault(gap.source, []).append(gap.month)
        words = _("chưa có số liệu %(source)s của %(months)s")
        told = [
            words % {"source": source, "months": months_words(months)} for source, months in by_source.items()
        ]
        only_own = set(by_source) == {OWN} and self.tool == SIGN_INS
        return Obstacle(
            "uncovered", "; ".join(told) + ".", (_("Đếm lượt vào Chuẩn"), OWN_PAGE) if only_own else None
        )


class OfficialMail(ToolMeasure):
    """Of the officials asked, those who sent as many official mails as the unit's rule says."""

    key = "workforce.official_mail"
    title = "Tỷ lệ cán bộ, công chức sử dụng thư điện tử công vụ"
    formula = (
        "Số cán bộ, công chức gửi đủ số thư công vụ theo quy định của đơn vị / số cán bộ, công chức giữ chức danh "
        "trong kỳ. Không tính người vắng có lý do, người mới đến hoặc đã đi trong tháng."
    )
    tool, registers = MAIL, (MAIL,)


class SharedSoftware(ToolMeasure):
    """Of the officials asked, those who signed in to the shared systems as often as the unit's rule says."""

    key = "workforce.shared_software"
    title = "Tỷ lệ cán bộ, công chức khai thác phần mềm dùng chung"
    formula = (
        "Số cán bộ, công chức đăng nhập phần mềm dùng chung đủ số lượt theo quy định của đơn vị / số cán bộ, công chức "
        "giữ chức danh trong kỳ. Không tính người vắng có lý do, người mới đến hoặc đã đi trong tháng."
    )
    tool, registers = SIGN_INS, (SIGN_INS,)


def row_of(person: Person, how: Met) -> Row:
    """How one official counts over his judged months."""
    subject, met = Subject(SUBJECT, person.official.uid), met_by(how, person.answers)
    if met is None:
        why = next((one.why_not_asked for one in reversed(person.answers)), reasons.PART_OF_MONTH)
        return Row(subject, RowOutcome.EXCLUDED, why)
    if met:
        return Row(subject, RowOutcome.HIT)
    reason = reasons.BELOW if person.has_account else reasons.NO_ACCOUNT
    return Row(subject, RowOutcome.MISS, reason, facts=tuple(shorts_words(person.answers)))


def shorts_words(answers: Sequence[MonthAnswer]) -> Iterator[str]:
    """Month by month what lacked: "tháng 3/2021: Thư công vụ 3 lượt, cần 5". Frozen with figures: not translated."""
    for answer in answers:
        if answer.asked and not answer.met:
            lacks = "; ".join(f"{one.source} {one.count} lượt, cần {one.least}" for one in answer.shorts)
            yield f"tháng {answer.month.month}/{answer.month.year}: {lacks}"


def rule_words(sources: Sequence[object], *, every: bool) -> str:
    """The rule in words: "Thư công vụ ít nhất 5 lượt một tháng"."""
    told = [
        _("%(source)s ít nhất %(n)s lượt một tháng") % {"source": one.source, "n": say.number(one.times)}  # type: ignore[attr-defined]
        for one in sources
    ]
    return (_(" và ") if every else _(" hoặc ")).join(told)


def met_words(how: Met) -> str:
    """How months make a period."""
    return {
        Met.EVERY: _("quý, năm đạt khi mọi tháng đều đạt"),
        Met.LAST: _("quý, năm đạt khi tháng cuối đạt"),
        Met.ANY: _("quý, năm đạt khi có một tháng đạt"),
    }[how]


def tool_words(tool: str) -> str:
    """What the tool is called in a sentence."""
    return _("thư công vụ") if tool == MAIL else _("phần mềm dùng chung")


def short_words(one: Short) -> str:
    """For a page: "3 lượt, cần 5"."""
    return _("%(n)s lượt, cần %(least)s") % {"n": say.number(one.count), "least": say.number(one.least)}


def months_words(months: Sequence[Period]) -> str:
    """ "tháng 3/2021", "tháng 1/2021 đến tháng 3/2021"."""
    first, last = min(months), max(months)
    words = _("tháng %(month)s/%(year)s")
    told = [words % {"month": one.start.month, "year": one.start.year} for one in (first, last)]
    if len(months) == 1:
        return told[0]
    run = (last.start.year - first.start.year) * 12 + last.start.month - first.start.month + 1
    if run == len(set(months)):
        return _("%(first)s đến %(last)s") % {"first": told[0], "last": told[1]}
    return ", ".join(
        words % {"month": one.start.month, "year": one.start.year} for one in sorted(set(months))
    )


def _whole_months(period: Period) -> bool:
    return period.start.day == 1 and (period.end - timedelta(days=1)).month != period.end.month
