"""Which of its laws a year of titles is decided under: somebody's choice, with his reason."""

from __future__ import annotations

from datetime import date, datetime

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_own_law as own
from chuan.workforce.actions.titles import require_own
from chuan.workforce.models import TitleRound
from chuan.workforce.titles.laws import laws_of


def choose_law(
    round_: TitleRound, since: date | None, reason: str, *, by: Viewer, at: datetime
) -> TitleRound:
    """Decide a year under the law that came in force on a day; None: again that of the decision's day.

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``LawNotOfYear``, ``LawChosenAlready``, ``LawOfYearKept``.
    """
    require_own(by, round_)
    if not reason.strip():
        raise refusals.ReasonMissing()
    laws = {one.since: one for one in laws_of(round_).laws}
    if since is not None and since not in laws:
        raise own.LawNotOfYear(year=str(round_.year))
    detail = {"rule": laws[since].name if since else "", "since": since, "reason": " ".join(reason.split())}
    subject = Subject("title_round", round_.uid)
    with act("titles.choose_law", subject, by=by, unit_uid=by.unit_uid, at=at, **detail):
        held = TitleRound.objects.select_for_update().get(pk=round_.pk)
        if held.concluded_at is not None:
            raise own.LawOfYearKept(year=str(held.year))
        if held.law_since == since:
            raise own.LawChosenAlready(year=str(held.year))
        held.law_since, held.law_why = since, " ".join(reason.split())[:300] if since else ""
        held.save(update_fields=["law_since", "law_why"])
    return held
