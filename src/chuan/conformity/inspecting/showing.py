"""Findings with what was done about them: the nonconformity each became, its actions, effect, day of the law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.conformity.inspecting.naming import FINDING, point_title
from chuan.conformity.models import Inspection, InspectionFinding
from chuan.corrections.models import CorrectiveAction, EffectCheck, Nonconformity
from chuan.law.iso9001 import clauses
from chuan.law.qms import after, qms_value
from chuan.people.viewer import Viewer
from chuan.rules.corrections import Verdict
from chuan.ui import formatters as say

EFFECTS = {Verdict.GOOD.value: later("có hiệu lực"), Verdict.BAD.value: later("chưa có hiệu lực")}


@dataclass(frozen=True, slots=True)
class CaseShown:
    """What became of it. ``actions``: (what, when it was done or by when it is due) of the standing round."""

    case: Nonconformity
    actions: tuple[str, ...]
    effect: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding with the words of its point and clause, and what became of it."""

    finding: InspectionFinding
    point: str
    clause: str
    done: CaseShown | None
    why_back: str = ""


@dataclass(frozen=True, slots=True)
class InspectionShown:
    """An inspection with what it found. ``law``: by when it is to be mended, with the act; "" before the minutes."""

    inspection: Inspection
    findings: tuple[FindingShown, ...]
    law: str

    @property
    def standing(self) -> list[FindingShown]:
        """Those that were not taken back."""
        return [one for one in self.findings if not one.why_back]

    @property
    def faults(self) -> list[FindingShown]:
        """Those that have to be mended."""
        return [one for one in self.standing if one.finding.is_fault]

    @property
    def open(self) -> int:
        """How many of them are not over yet."""
        return sum(1 for one in self.faults if one.done is not None and not one.done.case.is_over)


def shown(inspections: Iterable[Inspection], viewer: Viewer, *, on: date) -> list[InspectionShown]:
    """These inspections with everything found; five statements, however many there are."""
    wanted = list(inspections)
    rows = InspectionFinding.objects.seen_by(viewer).filter(inspection__in=wanted)
    found = list(rows.select_related("guest", "by").order_by("ordinal"))
    done = _done([one for one in found if one.is_fault], viewer, on)
    why = {one.takes_back_id: one.words for one in found if one.takes_back_id}
    by_inspection: dict[int, list[FindingShown]] = {one.pk: [] for one in wanted}
    for one in found:
        if one.takes_back_id is None:
            by_inspection[one.inspection_id].append(_finding(one, done, why))
    return [InspectionShown(one, tuple(by_inspection[one.pk]), law_words(one)) for one in wanted]


def elsewhere(viewer: Viewer, *, on: date) -> list[CaseShown]:
    """What stands in the register as found by an inspection and belongs to none that is written down here."""
    rows = Nonconformity.objects.seen_by(viewer).filter(source=Nonconformity.Source.INSPECTION)
    return list(
        _cases(list(rows.exclude(subject_kind=FINDING).order_by("-found_on", "-pk")[:20]), on).values()
    )


def law_words(one: Inspection) -> str:
    """By when the province is told that it is mended, with the act; "" before the minutes are closed."""
    if one.minutes_on is None:
        return ""
    return deadline_words(one.minutes_on)


def deadline_words(minutes_on: date) -> str:
    """ "Báo cáo khắc phục trước 05/12/2021: 2 tháng từ ngày lập biên bản (26/2014/TT-BKHCN, Điều 37)"."""
    value = qms_value("mend_months", minutes_on)
    words = _("Báo cáo khắc phục trước %(day)s: %(n)s tháng từ ngày lập biên bản (%(act)s, %(article)s).")
    return words % {
        "day": say.day(after(minutes_on, "mend_months")), "n": value.whole, "act": value.citation.number,
        "article": value.citation.article,
    }  # fmt: skip


def clause_words(number: str) -> str:
    """ "9.2.2 Đánh giá nội bộ"; "" for none."""
    one = clauses().get(number)
    return f"{one.number} {one.title}" if one else number


def _finding(one: InspectionFinding, done: Mapping[str, CaseShown], why: Mapping[int, str]) -> FindingShown:
    return FindingShown(
        one, point_title(one.point), clause_words(one.clause), done.get(str(one.uid)), why.get(one.pk, "")
    )


def _done(faults: Sequence[InspectionFinding], viewer: Viewer, on: date) -> dict[str, CaseShown]:
    """What became of each, by the uid of the finding."""
    if not faults:
        return {}
    rows = Nonconformity.objects.seen_by(viewer).filter(
        subject_kind=FINDING, subject_uid__in=[one.uid for one in faults]
    )
    shown_cases = _cases(list(rows), on)
    return {str(one.case.subject_uid): one for one in shown_cases.values()}


def _cases(cases: Sequence[Nonconformity], on: date) -> dict[int, CaseShown]:
    actions: dict[int, list[str]] = {}
    rounds = {one.pk: one.round for one in cases}
    for one in CorrectiveAction.objects.filter(case__in=cases, dropped_on=None).order_by("due_on", "pk"):
        if one.round == rounds[one.case_id]:
            actions.setdefault(one.case_id, []).append(_action(one))
    verdicts = {
        one.case_id: one.verdict for one in EffectCheck.objects.filter(case__in=cases).order_by("round")
    }
    return {
        one.pk: CaseShown(
            one, tuple(actions.get(one.pk, ())), str(EFFECTS.get(verdicts.get(one.pk, ""), "")),
            one.due_on is not None and not one.is_over and one.due_on < on,
        )
        for one in cases
    }  # fmt: skip


def _action(one: CorrectiveAction) -> str:
    if one.done_on is not None:
        return _("%(what)s: xong ngày %(day)s") % {"what": one.what, "day": say.day(one.done_on)}
    return _("%(what)s: hạn %(day)s") % {"what": one.what, "day": say.day(one.due_on)}
