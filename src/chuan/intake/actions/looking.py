"""Looking into a file: what it is, and what it would change. Writes nothing but the import's own preview."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from chuan.intake import previews
from chuan.intake.actions.moving import moved
from chuan.intake.letting_go import let_go_of_withheld
from chuan.intake.looking import Looked, arrived_on, clamped, look_into, open_import
from chuan.intake.models import Import
from chuan.intake.permissions import require_import, require_own
from chuan.intake.previewing import asking, showing
from chuan.intake.previews import Preview, preview_of
from chuan.intake.refusals import PeriodAhead, PeriodStated
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import IMPORT
from chuan.rules.refusals import Refused
from chuan.rules.types import Period
from chuan.trail.actions import act


def look(imported: Import, *, at: datetime) -> Import:
    """Read the file and say what is in it: status ``refused`` (``refusal`` says why), ``unmapped`` or ``previewed``.

    A look is a projection of the file and of what stands, so the trail has no line of it; it may be repeated
    until the file is taken in. Raises WrongMove in other statuses, TakenMeanwhile when somebody was quicker.
    """
    IMPORT.next(imported.status, "preview")
    try:
        opened = open_import(imported)
        let_go_of_withheld(imported, opened, at=at)
        if opened.layout is None:
            return _asked(imported, asking(imported, opened), at=at)
        looked = look_into(imported, opened)
    except Refused as refused:
        return moved(imported, "refuse", refusal=refused.sentence, touched_at=at, stage="")
    return shown(imported, looked, at=at)


def say_covers(imported: Import, period: Period, *, by: Viewer, at: datetime) -> Import:
    """Say which days a file speaks of that does not say so itself; then it is looked at again.

    Raises PeriodStated when the file says its period, PeriodAhead when it begins after the file came in.
    """
    require_import(by)
    require_own(by, imported)
    IMPORT.next(imported.status, "preview")
    stated = preview_of(imported).stated
    if stated is not None:
        raise PeriodStated(start=stated.start, end=stated.end)
    if clamped(period, arrived_on(imported)) is None:
        raise PeriodAhead(start=period.start, on=arrived_on(imported))
    said = previews.dump(_with_said(preview_of(imported), period))
    detail = {"start": period.start, "end": period.end}
    subject = Subject("import", imported.uid)
    with act("import.cover", subject, by=by, unit_uid=by.unit_uid, at=at, **detail):
        Import.objects.filter(pk=imported.pk, status=imported.status).update(preview=said)
    imported.preview = said
    return look(imported, at=at)


def shown(imported: Import, looked: Looked, *, at: datetime, refusal: str = "") -> Import:
    """Write what a look found on the import: status ``previewed``."""
    compared = looked.compared
    return moved(
        imported,
        "preview",
        register=looked.register.key,
        source=looked.layout.source,
        layout=looked.layout,
        scope=looked.scope,
        preview=previews.dump(showing(imported, looked)),
        basis=looked.basis,
        rows_new=len(compared.new),
        rows_changed=len(compared.changed),
        rows_after_due=compared.after_due,
        rows_same=len(compared.same),
        rows_gone=len(compared.gone),
        rows_unreadable=len({fault.place.split(",")[0] for fault in looked.result.unreadable}),
        illustrative=imported.illustrative or looked.opened.facts.illustrative,
        **_settled(looked.covers, refusal, at),
    )


def _asked(imported: Import, preview: Preview, *, at: datetime) -> Import:
    return moved(
        imported,
        "ask",
        register=preview.register,
        source=preview.source,
        preview=previews.dump(preview),
        **_settled(None, "", at),
    )


def _settled(covers: Period | None, refusal: str, at: datetime) -> dict[str, Any]:
    return {
        "covers_start": covers.start if covers else None,
        "covers_end": covers.end if covers else None,
        "refusal": refusal,
        "touched_at": at,
        "stage": "",
        "done": 0,
        "total": 0,
    }


def _with_said(preview: Preview, period: Period) -> Preview:
    return replace(preview, said=period)
