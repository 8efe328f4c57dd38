"""What the pages of tools used show: a year of months by officials, and one official's own year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.people.models import Official, Unit
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.measures.tools_used import met_words, months_words, rule_words, short_words, tool_words
from chuan.workforce.tools.rule import MonthAnswer, Short, ToolRule
from chuan.workforce.tools.seeing import Person, Seen, see

SLUGS = {"thu": MAIL, "phan-mem": SIGN_INS}
"""What the tools are called in addresses."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One official in one month. ``outcome``: met, not_met, unmeasured; "" where the month does not ask him."""

    month: date
    outcome: str
    words: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One official's year."""

    official: Official
    cells: tuple[Cell, ...]
    below: int
    has_account: bool


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """A rule in words, with its document and its first day."""

    words: str
    met: str
    citation: str
    since: date


@dataclass(frozen=True, slots=True)
class Board:
    """A tool's year of one unit."""

    tool: str
    months: tuple[date, ...]
    lines: tuple[Line, ...]
    rules: tuple[RuleSaid, ...]
    several: bool
    """Whether a rule names several systems: then a table of everybody says their numbers only where some lacked."""
    gaps: tuple[str, ...]
    unsaid: int

    @property
    def below(self) -> int:
        """Officials with at least one month below."""
        return sum(1 for line in self.lines if line.below)

    @property
    def asked(self) -> int:
        """Officials whom at least one judged month asks."""
        return sum(1 for line in self.lines if any(cell.outcome in ("met", "not_met") for cell in line.cells))


def board(unit: Unit, tool: str, year: int, *, at: datetime, only: Official | None = None) -> Board:
    """The year's months up to the current one, of everybody in post or of one official."""
    period = Period.year(year)
    seen = see(unit, tool, period, as_of=at)
    today = timezone.localtime(at).date()
    months = [one for one in seen.months if one.start <= today]
    people = [one for one in seen.people if only is None or one.official.pk == only.pk]
    return Board(
        tool=tool,
        months=tuple(one.start for one in months),
        lines=tuple(_line(one, months, seen, today) for one in people),
        rules=tuple(_rules(seen)),
        several=any(len(kept.rule.sources) > 1 for kept in seen.rules.values()),
        gaps=tuple(_gaps(seen, today)),
        unsaid=len(seen.unsaid),
    )


def rule_said(rule: ToolRule, citation: str, since: date) -> RuleSaid:
    """A rule for a page."""
    return RuleSaid(rule_words(rule.sources, every=rule.every_source), met_words(rule.met), citation, since)


def _line(person: Person, months: Sequence[Period], seen: Seen, today: date) -> Line:
    answers = {one.month: one for one in person.answers}
    cells = tuple(_cell(month, answers.get(month.start), person, seen, today) for month in months)
    below = sum(cell.outcome == "not_met" for cell in cells)
    return Line(person.official, cells, below, person.has_account)


def _cell(month: Period, answer: MonthAnswer | None, person: Person, seen: Seen, today: date) -> Cell:
    if answer is None:
        return Cell(month.start, "unmeasured", _why_open(month, seen, today))
    if not answer.asked:
        return Cell(month.start, "", answer.why_not_asked)
    if not answer.met:
        return Cell(
            month.start, "not_met", _("chưa đủ"), tuple(_shorts(answer.shorts, seen.rules[month.start].rule))
        )
    counts = person.counts.get(month.start, {})
    return Cell(month.start, "met", _("đủ"), tuple(_counts(counts, seen.rules[month.start].rule)))


def _why_open(month: Period, seen: Seen, today: date) -> str:
    if month.start not in seen.rules:
        return _("chưa có quy định")
    return _("chưa hết tháng") if month.end > today else _("chưa có số liệu")


def _shorts(shorts: Sequence[Short], rule: ToolRule) -> Iterator[str]:
    """What lacked; the system is named where there are several."""
    for one in shorts:
        yield f"{one.source}: {short_words(one)}" if len(rule.sources) > 1 else short_words(one)


def _counts(counts: Mapping[str, int], rule: ToolRule) -> Iterator[str]:
    for least in rule.sources:
        times = _("%s lượt") % say.number(counts.get(least.source, 0))
        yield f"{least.source}: {times}" if len(rule.sources) > 1 else times


def _rules(seen: Seen) -> Iterator[RuleSaid]:
    for kept in {one.since: one for one in seen.rules.values()}.values():
        yield rule_said(kept.rule, kept.citation, kept.since)


def _gaps(seen: Seen, today: date) -> Iterator[str]:
    ended = [gap for gap in seen.gaps if gap.month.end <= today]
    by_source: dict[str, list[Period]] = {}
    for gap in ended:
        by_source.setdefault(gap.source, []).append(gap.month)
    for source, months in by_source.items():
        told = {"months": months_words(months), "source": source}
        if source:
            yield _("Chưa có số liệu %(source)s của %(months)s.") % told
        else:
            yield _("Chưa có quy định cho %(months)s.") % told


def title_of(tool: str) -> str:
    """What the tool is called at the head of a table."""
    return tool_words(tool).capitalize()
