"""What objectives tell the management review (9.3.2 c2): the verdict of each promise of the year, as of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives.models import Plan
from chuan.objectives.pictures import Promise, YearPicture
from chuan.objectives.reports import plan_for, year_picture
from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.rules.targets.types import Outcome
from chuan.rules.wording import said

ROOM = "Mục tiêu"


def objectives(asked: Asked) -> Sequence[Said]:
    """One sentence for each objective of each year that the period touches; a constant number of statements a year."""
    years = range(asked.period.start.year, min(asked.period.end, asked.on).year + 1)
    return [one for year in years for one in _of_year(asked, year)]


def _of_year(asked: Asked, year: int) -> Iterator[Said]:
    plan = plan_for(asked.viewer, year, on=asked.on)
    if plan is None:
        yield Said(
            _("Chưa có kế hoạch thực hiện mục tiêu chất lượng năm %s.") % year,
            reverse("objectives:year"),
            short=True,
        )
        return
    picture = year_picture(plan, on=asked.on)
    yield _summary(picture)
    for promise in picture.promises:
        yield _promise(plan, promise)


def _summary(picture: YearPicture) -> Said:
    kept = sum(picture.tally.get(one, 0) for one in (Outcome.MET, Outcome.EXCEEDED))
    told = {
        "year": picture.plan.year, "kept": said(kept), "all": said(len(picture.lines)), "day": said(picture.on),
        "not": said(picture.tally.get(Outcome.NOT_MET, 0)), "unknown": said(picture.tally.get(Outcome.UNMEASURED, 0)),
    }  # fmt: skip
    sentence = _(
        "Năm %(year)s, đến %(day)s: %(kept)s trong %(all)s mức phải đạt đã đạt, %(not)s không đạt, %(unknown)s chưa đo "
        "được."
    )
    return Said(sentence % told, f"{reverse('objectives:year')}?nam={picture.plan.year}")


def _promise(plan: Plan, promise: Promise) -> Said:
    named = {"number": promise.number, "name": promise.name, "why": promise.reason_words.rstrip(".")}
    figure = f" ({promise.figure_words})" if promise.figure_words.strip("– ") else ""
    sentence = _("Mục tiêu %(number)s, %(name)s%(figure)s. %(why)s.") % (named | {"figure": figure})
    address = f"{reverse('objectives:year')}?nam={plan.year}#muc-tieu-{promise.number}"
    return Said(sentence, address, short=promise.verdict.outcome is Outcome.UNMEASURED)


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.OBJECTIVES, ROOM, objectives)
