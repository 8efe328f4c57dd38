"""A confirmed reading becomes the year's plan."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.documents.models import Document, Link, Question, Reading
from chuan.documents.standing import result_of
from chuan.law import indicators as law
from chuan.objectives import expecting, searching, wordings
from chuan.objectives.addresses import of_plan
from chuan.objectives.answers import counting_of
from chuan.objectives.conversion import target_fields
from chuan.objectives.models import Indicator, Objective, Plan, Target
from chuan.objectives.refusals import YearUnknown
from chuan.objectives.rounds.lasting import Lasting, lasting_of
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.decision_text.types import DecisionReading, Line
from chuan.rules.targets import types as rules
from chuan.rules.types import Span
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act
from chuan.ui.formatters import day

_YEAR = re.compile(r"\bnam (20\d\d)\b")
_REPLACING = (Link.Kind.SUPERSEDES, Link.Kind.REPEALS, Link.Kind.ANNULS)


def make_plan(reading_uid: uuid.UUID, *, by: Viewer, at: datetime, reason: str) -> str:
    """Make the year's plan of a confirmed reading and return its address; "" when it promises nothing.

    The standing plan of the year is closed by it. Raises ``PlanStanding`` when that one comes
    from a decision that this one neither follows nor replaces, ``YearUnknown``.
    """
    reading = Reading.objects.select_related("document__owner_unit", "document__unit").get(uid=reading_uid)
    result = result_of(reading)
    if not result.objectives:
        return ""
    document = reading.document
    plan = Plan(
        unit=document.unit, owner_unit=document.owner_unit, year=year_of(document, result), decision=document,
        reading=reading, effective_from=document.effective_from or document.issued_on or by.on, reason=reason,
        recorded_at=at,
    )  # fmt: skip
    subject = Subject("plan", plan.uid)
    with act("plan.make", subject, by=by, unit_uid=document.owner_unit.uid, at=at) as doing:
        plan.replaces = _make_way(plan, on=by.on)
        plan.reason = reason = reason or _why(plan)
        plan.save()
        made = _Making(plan, reading, result).run()
        searching.put(
            made.objectives.values(), {indicator.pk: indicator for indicator, _ in made.pairs}.values()
        )
        dues = expecting.expect(plan, made.pairs, on=by.on)
        _ask_for_the_rest(plan, on=by.on)
        doing.detail = _told(plan, made, dues, reason)
    return of_plan(plan)


def year_of(document: Document, result: DecisionReading) -> int:
    """The year that a decision makes objectives for: named in its subject, else the year it takes effect."""
    named = _YEAR.search(fold(result.subject.value)) if result.subject else None
    if named:
        return int(named.group(1))
    known = document.effective_from or document.issued_on
    if known is None:
        raise YearUnknown()
    return known.year


def _make_way(plan: Plan, *, on: date) -> Plan | None:
    """Close the plan that stands for the year, or refuse to take its place."""
    Unit.objects.select_for_update().get(pk=plan.owner_unit_id)
    standing = Plan.objects.standing().filter(owner_unit=plan.owner_unit, year=plan.year).first()
    if standing is None:
        return None
    again = _same_paper(standing.decision, plan.decision)
    if not again and not _replaces(plan.decision, standing.decision):
        raise refusals.PlanStanding(year=str(plan.year), decision=standing.decision.title)
    standing.status = Plan.Status.REPLACED
    standing.closed_on = on if again else max(plan.effective_from, standing.effective_from)
    standing.save(update_fields=["status", "closed_on"])
    expecting.close(standing, on=on)
    searching.drop_plan(standing)
    return standing


def _why(plan: Plan) -> str:
    """The reason kept when nobody had to type one: the same decision came in again as another file."""
    if plan.replaces is None or not _same_paper(plan.replaces.decision, plan.decision):
        return ""
    return _("Nạp lại cùng quyết định từ tệp %(name)s") % {"name": plan.decision.file_name}


def _same_paper(one: Document, other: Document) -> bool:
    """The same document, or the same decision taken in again from another file."""
    if one.pk == other.pk:
        return True
    return one.issued_on is not None and _marks(one) == _marks(other)


def _marks(document: Document) -> tuple[str, str, date | None]:
    return fold(document.number), fold(document.symbol), document.issued_on


def _replaces(newer: Document, older: Document) -> bool:
    """Whether the newer decision was issued later and says that it takes the older one's place as a whole."""
    if newer.issued_on is None or older.issued_on is None or newer.issued_on <= older.issued_on:
        return False
    links = newer.links.filter(kind__in=_REPLACING, part="")
    return any(link.target_id == older.pk or _names(link.citation, older) for link in links)


def _names(citation: str, document: Document) -> bool:
    """Whether a citation is of this document; one issued without number is known by its date."""
    dated = document.issued_on is not None and day(document.issued_on) in citation
    return dated and (not document.number or fold(document.full_number) in fold(citation))


def _ask_for_the_rest(plan: Plan, *, on: date) -> None:
    """A clock for the planning fields (ISO 9001:2015, 6.2.2)."""
    days = days_of_practice("plan.complete_days", plan.owner_unit, on)
    clocks.start(
        Subject("plan", plan.uid), unit=plan.owner_unit, opened_on=on, due_on=on + timedelta(days=days),
        role=str(Role.OFFICE_CLERK),
    )  # fmt: skip


@dataclass
class _Making:
    """A plan while its objectives, indicators and targets are written."""

    plan: Plan
    reading: Reading
    result: DecisionReading
    objectives: dict[str, Objective] = field(default_factory=dict)
    pairs: list[tuple[Indicator, Objective]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    created: int = 0

    def run(self) -> _Making:
        """Write everything, parents before children."""
        self.questions: Sequence[Question] = list(self.reading.questions.all())
        self.known = {one.code: one for one in Indicator.objects.filter(unit=self.plan.owner_unit)}
        self.parents = {line.parent for line in self.result.objectives if line.parent}
        self.lasting = lasting_of(self.plan.decision)
        going_on = [last for line in self.result.objectives if (last := self._lasts(line))]
        self.reserved = {one.indicator.code for last in going_on for one in last.targets if one.indicator}
        for position, line in enumerate(self.result.objectives, start=1):
            self._line(line, position)
        Target.objects.bulk_create(self.targets)
        return self

    def _line(self, line: Line, position: int) -> None:
        found = self._proposals(line)
        objective = self._objective(line, position, [proposal for _, _, proposal in found])
        self.objectives[line.ordinal] = objective
        summing = [target for target in line.targets if self._sums_up(line, target)]
        count = len(line.targets)
        for index, target in enumerate(line.targets):
            label = wordings.label_of(line.ordinal, index, count, below=line.ordinal in self.parents)
            sums = any(target is one for one in summing)
            clause, indicator = line.text, None
            if not sums:
                own = next(one for one in found if one[0] is target)
                last = self._lasts(line)
                known = last.indicator(target, found.index(own), len(found)) if last else None
                clause, indicator = own[1], known or self._indicator(target, own[1], own[2])
                self.pairs.append((indicator, objective))
            self.targets.append(
                Target(
                    objective=objective, indicator=indicator, position=index + 1, label=label, text=clause,
                    **target_fields(target),
                )
            )  # fmt: skip

    def _sums_up(self, line: Line, target: rules.Target) -> bool:
        """Whether a target counts the lines below ("21/21 chỉ tiêu") instead of being measured itself."""
        return line.ordinal in self.parents and target.quantity is rules.Quantity.K_OF_N

    def _proposals(self, line: Line) -> list[tuple[rules.Target, str, law.Proposal]]:
        """For each measured target of a line: its clause and what is proposed for it."""
        measured = [target for target in line.targets if not self._sums_up(line, target)]
        found: list[tuple[rules.Target, str, law.Proposal]] = []
        for target, clause in zip(measured, self._clauses(line, measured), strict=True):
            taken = {one.code for one, _ in self.pairs} | {one.code for _, _, one in found} | self.reserved
            here = target.scope or clause if self._shares_its_words(target, measured) else clause
            proposal = law.recognise(line.text, here, target, taken) or law.fallback(
                line.text, clause, target
            )
            found.append((target, clause, proposal))
        return found

    def _shares_its_words(self, target: rules.Target, others: Sequence[rules.Target]) -> bool:
        return sum(other.span == target.span for other in others) > 1

    def _clauses(self, line: Line, targets: Sequence[rules.Target]) -> list[str]:
        """The words of the decision that speak of each target."""
        begin, end = line.span.start, line.span.end
        text = self.reading.text[begin:end]
        spans = [
            Span(target.span.start - begin, target.span.end - begin)
            if target.span and begin <= target.span.start and target.span.end <= end
            else Span(0, 0)
            for target in targets
        ]
        cut = wordings.clauses(text, spans)
        return [" ".join(text[span.start : span.end].split()).strip(" -–;.,") for span in cut]

    def _objective(self, line: Line, position: int, proposals: Sequence[law.Proposal]) -> Objective:
        counting = counting_of(self.questions, line.ordinal)
        last = self._lasts(line)
        given = {"name": _objective_name(line, proposals)} | (dict(last.planned) if last else {})
        return Objective.objects.create(
            plan=self.plan, parent=self.objectives.get(line.parent), ordinal=line.ordinal, position=position,
            text=line.text, span_start=line.span.start, span_end=line.span.end,
            roll_up=counting.mode, roll_up_groups=counting.groups_text, **given,
        )  # fmt: skip

    def _lasts(self, line: Line) -> Lasting | None:
        """What the round that made this Decision knows of the line, while the paper says what was decided."""
        known = self.lasting.get(line.ordinal)
        return known if known is not None and known.fits(line) else None

    def _indicator(self, target: rules.Target, clause: str, proposal: law.Proposal) -> Indicator:
        """The unit's indicator of this code, or a new one."""
        name = proposal.name or _own_name(target, clause)
        code = self._free_code(proposal.code or wordings.code_of(name))
        known = self.known.get(code)
        if known is None:
            known = self.known[code] = _new_indicator(self.plan, target, proposal, code, name)
            self.created += 1
        return known

    def _free_code(self, code: str) -> str:
        taken = {one.code for one, _ in self.pairs} | self.reserved
        tries = (f"{code}-{number}" if number > 1 else code for number in range(1, len(taken) + 2))
        return next(one for one in tries if one not in taken)


def _new_indicator(
    plan: Plan, target: rules.Target, proposal: law.Proposal, code: str, name: str
) -> Indicator:
    return Indicator.objects.create(
        unit=plan.owner_unit, code=code, name=name, measured_in=target.unit, direction=str(target.direction),
        combine=str(proposal.combine), cumulative=proposal.cumulative, frequency=proposal.frequency,
        measure_key=proposal.measure_key, shape=proposal.shape, valid_from=plan.period.start,
    )  # fmt: skip


def _own_name(target: rules.Target, clause: str) -> str:
    """The reader's own words for what is measured, else the clause without its figure."""
    scope = target.scope.strip()
    return wordings.shorten(scope[:1].upper() + scope[1:]) if scope else wordings.name_of(clause, None)


def _objective_name(line: Line, proposals: Sequence[law.Proposal]) -> str:
    topic = None if line.parent else law.topic(line.text)
    if topic:
        return topic.name
    if len(proposals) == 1 and proposals[0].name:
        return proposals[0].name
    return wordings.shorten(wordings.name_of(" ".join(line.text.split()), None))


def _told(plan: Plan, made: _Making, dues: int, reason: str) -> dict[str, object]:
    return {
        "year": plan.year, "decision": plan.decision.title, "reading": str(plan.reading.uid),
        "replaces": str(plan.replaces.uid) if plan.replaces else "", "reason": reason,
        "objectives": len(made.objectives), "targets": len(made.targets), "new_indicators": made.created,
        "figures_due": dues,
    }  # fmt: skip
