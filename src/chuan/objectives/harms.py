"""What objectives tell Bản tin sáng: promises that are lost, without room left or too slow, and figures not put in."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.harms import Group, Telling, holder_of, tell
from chuan.objectives import addresses
from chuan.objectives.expecting import CLOCK, answering
from chuan.objectives.models import Plan
from chuan.objectives.pictures import TargetLine
from chuan.objectives.years_read import year_picture
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm
from chuan.offers.subjects import Subject
from chuan.rules.briefs import Verb
from chuan.rules.targets.types import Outcome, Reason
from chuan.ui import formatters as say

MISSED, BUDGET, PACE = "objectives.missed", "objectives.budget", "objectives.pace"
VERBS = (Verb.EXPLAIN, Verb.ASSIGN, Verb.REMIND, Verb.AGREE)


def collect(asked: Asked) -> Iterator[Harm]:
    """Figures not put in by official; each promise of the year that is in trouble. One picture of the year."""
    yield from tell(asked, HOW)
    plans = Plan.objects.standing().filter(owner_unit=asked.unit, year=asked.on.year)
    plan = plans.select_related("decision", "owner_unit").first()
    if plan is None:
        return
    for line in year_picture(plan, on=asked.on).lines:
        if (found := trouble(line)) is not None:
            yield _harm(asked, line, *found)


def trouble(line: TargetLine) -> tuple[str, str] | None:
    """The kind of matter and why, or None: a promise not yet measured is never called in trouble."""
    verdict = line.verdict
    if verdict.outcome is Outcome.NOT_MET and verdict.final:
        return MISSED, _("không đạt")
    if verdict.budget is not None and verdict.budget.left < 0:
        return BUDGET, _budget(verdict.budget.repair)
    return (PACE, _("khó kịp")) if verdict.reason is Reason.PACE_FAILS else None


def _budget(repair: int | None) -> str:
    if repair is None:
        return _("đã vượt số được phép, không gỡ lại được")
    return _("đã vượt số được phép; cần %s việc liền đúng hạn để gỡ lại") % say.number(repair)


def _harm(asked: Asked, line: TargetLine, kind: str, why: str) -> Harm:
    post, official = answering(line.objective)
    holder = holder_of(asked.unit, post, official, asked.on)
    told = {
        "label": line.label, "name": line.name[:160], "why": why, "target": line.target_words,
        "figure": line.figure_words if line.result is not None else _("chưa có số liệu"),
    }  # fmt: skip
    sentence = _("Mục tiêu %(label)s %(why)s: %(name)s, nay %(figure)s, phải %(target)s.") % told
    since = line.result.period.end if line.result else asked.on
    return Harm(
        f"{kind} {line.target.uid}", kind, sentence, since, None, holder.official.uid if holder.official else None,
        1, (line.figure_words,), VERBS, addresses.of_target(line.target), Subject("target", line.target.uid),
    )  # fmt: skip


def _late(count: str, day: str) -> str:
    return _("%(n)s số liệu chỉ tiêu chưa nhập, quá hạn lâu nhất từ %(day)s") % {"n": count, "day": day}


def _address(group: Group, late: bool) -> str:
    return reverse("objectives:year")


HOW = Telling(
    (CLOCK,), "objectives.figure", _late, _address, verbs=(Verb.REMIND, Verb.ASSIGN, Verb.EXPLAIN, Verb.AGREE)
)


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=(*HOW.kinds, "recount"))
