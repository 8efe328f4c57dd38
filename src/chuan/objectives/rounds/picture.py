"""A round as its page shows it: every line with its past, what was said, what is cautioned, whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.law.lexicons import reader_lexicon
from chuan.objectives.models import Round, RoundAsked, RoundLine, RoundSaying
from chuan.objectives.rounds.making import lines_of
from chuan.objectives.rounds.permissions import is_mine, owner_words
from chuan.objectives.rounds.results import Known, YearResult, results_of
from chuan.objectives.rounds.wordings import line_read
from chuan.people.models import Unit
from chuan.people.practice import percent_of_practice, years_of_practice
from chuan.people.viewer import Viewer
from chuan.rules.decision_text.types import Line
from chuan.rules.next_year import (
    Caution,
    Limits,
    Past,
    Promised,
    Row,
    Whole,
    cautions_of,
    counts_below,
    ordinals,
    read_whole,
    tidy,
    twice,
)
from chuan.ui import words

_PROPOSALS = (RoundSaying.Kind.KEEP, RoundSaying.Kind.CHANGE, RoundSaying.Kind.DROP, RoundSaying.Kind.ADD)


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line with everything beside it."""

    line: RoundLine
    ordinal: str
    text: str
    """As it would stand: decided, else last proposed, else as it began."""
    read: tuple[str, ...]
    """What the reader understands: "trên 95 %"."""
    known: tuple[Known, ...]
    cautions: tuple[Caution, ...]
    sayings: tuple[RoundSaying, ...]
    proposal: RoundSaying | None
    owner: str
    mine: bool

    @property
    def by_year(self) -> list[tuple[YearResult, ...]]:
        """Results of each year, the latest first; one for each promise that is measured."""
        return list(zip(*(one.years for one in self.known), strict=True))

    @property
    def below(self) -> bool:
        """Whether it hangs under another line."""
        return self.line.parent_id is not None

    @property
    def open(self) -> bool:
        """Whether the secretary has still to decide it."""
        return not self.line.decided


@dataclass(frozen=True, slots=True)
class RoundPicture:
    """Everything the page of a round needs."""

    round: Round
    lines: tuple[LineShown, ...]
    asked: tuple[RoundAsked, ...]
    limits: Limits

    @property
    def undecided(self) -> int:
        """Lines still to decide."""
        return sum(one.open for one in self.lines)

    @property
    def silent(self) -> tuple[RoundAsked, ...]:
        """Those who have not answered."""
        return tuple(one for one in self.asked if one.answered_on is None)

    @property
    def cautions(self) -> int:
        """How many remarks stand beside lines."""
        return sum(len(one.cautions) for one in self.lines)


def picture_of(round_: Round, viewer: Viewer, on: date) -> RoundPicture:
    """A constant number of statements, however many lines; the reader reads the whole annex once."""
    asked = round_.asked.select_related("post", "official").order_by("pk")
    telling = _Telling.of(round_, viewer, on)
    return RoundPicture(round_, telling.shown(), tuple(asked), telling.limits)


def shown_alone(picture: RoundPicture, line: RoundLine) -> LineShown:
    """One line of the picture."""
    return next(one for one in picture.lines if one.line.pk == line.pk)


def limits_of(unit: Unit, on: date) -> Limits:
    """The thresholds of the day: practice, or the unit's own."""
    return Limits(
        years_of_practice("next_year.easy_years", unit, on),
        percent_of_practice("next_year.easy_percent", unit, on),
    )


def standing_text(line: RoundLine) -> str:
    """The sentence as it would stand today: decided, else the last one proposed, else as it began."""
    if line.final:
        return line.final
    proposal = last_proposal(line)
    return proposal.text if proposal is not None and proposal.text else line.text


def last_proposal(line: RoundLine) -> RoundSaying | None:
    """The last thing proposed about the line; remarks and decisions are none."""
    return next((one for one in reversed(list(line.sayings.all())) if one.kind in _PROPOSALS), None)


def cautions_on(line: Line, known: Sequence[Known], limits: Limits, *, fed: bool) -> list[Caution]:
    """Everything there is to say about the promises of one sentence; ``known`` are those of the year before."""
    paired = known if len(known) == len(line.targets) else [None] * len(line.targets)
    found: list[Caution] = []
    for target, before in zip(line.targets, paired, strict=True):
        if before is not None and before.line.indicator is None:
            continue
        promised = Promised(target, (), fed)
        if before is not None:
            past: tuple[Past, ...] = tuple(one for year in before.years if (one := year.past()) is not None)
            promised = Promised(target, past, before.fed, before.names.case, before.names.miss)
        found += [one for one in cautions_of(promised, limits) if one not in found]
    return found


@dataclass(frozen=True, slots=True)
class _Telling:
    """What was read once for all the lines of a round."""

    lines: Sequence[RoundLine]
    known: Mapping[int, Sequence[Known]]
    told: Mapping[int, str]
    whole: Whole
    doubled: Mapping[str, Caution]
    places: Mapping[str, str]
    limits: Limits
    viewer: Viewer

    @classmethod
    def of(cls, round_: Round, viewer: Viewer, on: date) -> _Telling:
        lines = lines_of(round_)
        known = results_of(round_.plan, viewer, on)
        told = {line.pk: standing_text(line) for line in lines}
        rows = [_row(one, told) for one in lines]
        standing = [one for one in lines if one.decided != RoundLine.Decided.DROPPED]
        doubled = twice([(str(one.uid), told[one.pk], _measured(one, known)) for one in standing])
        limits = limits_of(round_.owner_unit, on)
        return cls(lines, known, told, _read(rows), doubled, ordinals(rows), limits, viewer)

    def shown(self) -> tuple[LineShown, ...]:
        """Every line."""
        return tuple(map(self._shown, self.lines))

    def _shown(self, line: RoundLine) -> LineShown:
        own = self.known.get(line.objective_id or 0, ())
        understood = self.whole.lines.get(str(line.uid))
        return LineShown(
            line=line,
            ordinal=self.places[str(line.uid)],
            text=self.told[line.pk],
            read=tuple(words.target(one) for one in understood.targets) if understood else (),
            known=tuple(one for one in own if one.line.indicator is not None),
            cautions=tuple(self._cautions(line, understood, own)),
            sayings=tuple(line.sayings.all()),
            proposal=last_proposal(line),
            owner=owner_words(line),
            mine=is_mine(self.viewer, line),
        )

    def _cautions(self, line: RoundLine, understood: Line | None, own: Sequence[Known]) -> list[Caution]:
        key = str(line.uid)
        if line.decided == RoundLine.Decided.DROPPED:
            return []
        found = [self.doubled[key]] if key in self.doubled else []
        if understood is not None:
            found += cautions_on(understood, own, self.limits, fed=line.objective_id is not None)
            found += self._counts(line, understood)
            found += _fewer(len(understood.targets), len(own))
        return found + [Caution(one.code, one.text) for one in self.whole.remarks.get(key, ())]

    def _counts(self, line: RoundLine, understood: Line) -> list[Caution]:
        """ "21/21" over the lines that hang below."""
        below = [
            str(one.uid) for one in self.lines
            if one.parent_id == line.pk and one.decided != RoundLine.Decided.DROPPED
        ]  # fmt: skip
        values = sum(len(self.whole.lines[key].targets) for key in below if key in self.whole.lines)
        return [one for target in understood.targets for one in counts_below(target, len(below), values)]


def _fewer(now: int, before: int) -> list[Caution]:
    if now >= before:
        return []
    sentence = f"Năm trước dòng này có {before} số đo, câu mới đọc ra {now}: xem có sót không."
    return [Caution("fewer", sentence)]


def _measured(line: RoundLine, known: Mapping[int, Sequence[Known]]) -> list[str]:
    each = known.get(line.objective_id or 0, ())
    return [one.line.indicator.code for one in each if one.line.indicator is not None]


def _read(rows: Sequence[Row]) -> Whole:
    """What the reader makes of every line; where they do not stand together, each by itself."""
    whole = read_whole(rows, reader_lexicon())
    if whole.lines or not rows:
        return whole
    alone = {row.key: line for row in rows if (line := line_read(row.text)) is not None}
    return Whole(alone, {})


def _row(line: RoundLine, told: Mapping[int, str]) -> Row:
    return Row(str(line.uid), tidy(told[line.pk]), str(line.parent.uid) if line.parent is not None else "")
