"""Kiểm tra quy trình: a seeded sample of solved dossiers is drawn, and each is checked by somebody else."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.models import Dossier, Sample, SampleItem
from chuan.dossiers.permissions import require_keep_figures
from chuan.dossiers.reports.asked import Asked
from chuan.dossiers.reports.figures import FIGURES
from chuan.law.dossier_checks import digest, items_on
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.sampling import GREATEST_SEED
from chuan.rules.sampling import draw as drawn
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act

MOST = 500
YES, NO, NONE = "yes", "no", "none"
"""A question is met, is not, or does not apply to this dossier."""


def draw(period: Period, size: int, seed: int | None, *, by: Viewer, at: datetime) -> Sample:
    """Draw a sample of the dossiers solved in the period; without a seed one is chosen and shown.

    Raises ``NotAllowed``, ``SampleSize``, ``SeedOutOfRange``, ``SampleDrawn``, ``NothingSolved``.
    """
    require_keep_figures(by)
    seed = secrets.randbelow(1_000_000) if seed is None else seed
    _check(period, size, seed, by)
    solved = _solved(period, by, at)
    if not solved:
        raise refusals.NothingSolved(period=period)
    chosen = drawn(solved, seed=seed, size=size)
    made = Sample(
        unit=by.unit, period_start=period.start, period_end=period.end, seed=seed, size=len(chosen),
        drawn_from=len(solved), drawn_by=by.official, recorded_at=at,
    )  # fmt: skip
    with act("sample.draw", Subject("sample", made.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        made.save()
        SampleItem.objects.bulk_create(
            SampleItem(sample=made, dossier_id=solved[uid], position=place, recorded_at=at)
            for place, uid in enumerate(chosen, 1)
        )
        doing.detail = {"seed": seed, "size": len(chosen), "drawn_from": len(solved)}
    return made


def check(
    item: SampleItem,
    answers: Mapping[str, str],
    *,
    faults: str = "",
    reason: str = "",
    by: Viewer,
    at: datetime,
) -> SampleItem:
    """Write what was found; a further check of the same dossier is a new version with its reason.

    ``answers`` maps each question's key to YES, NO or NONE; ``item`` is the version that was looked at.
    Raises ``NotFound``, ``NobodyChecks``, ``OwnDossier``, ``AnswersMissing``, ``NothingApplies``,
    ``FaultsUnsaid``, ``ReasonMissing``, ``CheckedMeanwhile``.
    """
    _check_who(item, by)
    told, found, why = _told(item, answers), faults.strip(), " ".join(reason.split())
    failed = NO in told.values()
    if failed and not found:
        raise refusals.FaultsUnsaid()
    if item.version > 1 and not why:
        raise refusals.ReasonMissing()
    verdict = SampleItem.Verdict.FAULTY if failed else SampleItem.Verdict.BY_THE_BOOK
    verb = "sample.mend" if item.version > 1 else "sample.check"
    with act(verb, Subject("sample", item.sample.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Sample.objects.select_for_update().get(pk=item.sample_id)
        if SampleItem.objects.filter(
            sample=item.sample, dossier=item.dossier, version__gt=item.version
        ).exists():
            raise refusals.CheckedMeanwhile()
        made = SampleItem.objects.create(
            sample=item.sample, dossier=item.dossier, position=item.position, version=item.version + 1,
            verdict=verdict, answers=json.dumps({"law": digest(), "answers": told}, sort_keys=True),
            faults=found if failed else "", reason=why if item.version > 1 else "", checked_by=by.official,
            checked_on=timezone.localtime(at).date(), recorded_at=at,
        )  # fmt: skip
        doing.detail = {"dossier": item.dossier.code, "verdict": str(verdict.label), "faults": made.faults}
        if made.reason:
            doing.detail["reason"] = made.reason
    return made


def is_own(dossier: Dossier, viewer: Viewer) -> bool:
    """Whether the viewer handled the dossier: confirmed, or by the name the source wrote."""
    if viewer.official is None:
        return False
    same_name = fold(dossier.handler_name) == fold(viewer.official.name)
    return dossier.handler_id == viewer.official.pk or (dossier.handler_id is None and same_name)


def may_check(item: SampleItem, viewer: Viewer) -> bool:
    """Whether the viewer may check it: any official of the unit but the one who handled it."""
    mine = item.sample.unit_id == viewer.unit.pk and viewer.official is not None
    return mine and not is_own(item.dossier, viewer)


def answers_of(item: SampleItem) -> dict[str, str]:
    """The stored answers by question."""
    return dict(json.loads(item.answers).get("answers", {}))


def _check(period: Period, size: int, seed: int, by: Viewer) -> None:
    if not 1 <= size <= MOST:
        raise refusals.SampleSize(size=size, most=MOST)
    if not 0 <= seed <= GREATEST_SEED:
        raise refusals.SeedOutOfRange(seed=seed, most=GREATEST_SEED)
    if Sample.objects.filter(
        unit=by.unit, period_start=period.start, period_end=period.end, seed=seed
    ).exists():
        raise refusals.SampleDrawn(seed=seed)


def _solved(period: Period, by: Viewer, at: datetime) -> dict[str, int]:
    """Dossiers solved in the period, key by uid."""
    asked = Asked(period, timezone.localtime(at).date())
    present = Dossier.objects.filter(owner_unit_id=by.unit.pk).present_ones()
    found = present.filter(FIGURES["solved"].where(asked))
    return {str(uid): pk for uid, pk in found.values_list("uid", "pk")}


def _check_who(item: SampleItem, by: Viewer) -> None:
    if item.sample.unit_id != by.unit.pk:
        raise NotFound(thing=_("phiếu kiểm tra này"))
    if by.official is None:
        raise refusals.NobodyChecks()
    if is_own(item.dossier, by):
        raise refusals.OwnDossier(dossier=item.dossier.code)


def _told(item: SampleItem, answers: Mapping[str, str]) -> dict[str, str]:
    asked = items_on(item.dossier.received_on or item.sample.period_start)
    missing = [
        str(number) for number, one in enumerate(asked, 1) if answers.get(one.key) not in (YES, NO, NONE)
    ]
    if missing:
        raise refusals.AnswersMissing(which=", ".join(missing))
    told = {one.key: answers[one.key] for one in asked}
    if set(told.values()) <= {NONE}:
        raise refusals.NothingApplies()
    return told
