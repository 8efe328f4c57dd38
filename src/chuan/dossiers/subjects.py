"""How dossiers are named in other rooms: tasks, the trail, rows behind a figure."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.utils.translation import gettext as _

from chuan.dossiers.models import Dossier, SampleItem, SurveyTotal
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.rules.wording import said


def register() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    subjects.register("dossier", dossiers)
    subjects.register("sample_item", sample_items)
    subjects.register("survey_total", survey_totals)


def address_of(uid: uuid.UUID) -> str:
    """Where a dossier is shown."""
    return f"/ho-so/{uid}/"


def dossiers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """A dossier by its code and procedure: never by whose it is."""
    rows = Dossier.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _described(row) for row in rows}


def _described(row: Dossier) -> Described:
    note = row.procedure_name
    if row.handler_name:
        note = _("%(procedure)s · người xử lý: %(name)s") % {"procedure": note, "name": row.handler_name}
    return Described(
        Subject("dossier", row.uid),
        f"{row.code} {row.procedure_name}".strip()[:200],
        address_of(row.uid),
        note=note.removeprefix(" · "),
        verb=_("Mở hồ sơ"),
        icon="folder2-open",
        settled=row.settled_on is not None,
    )


def sample_items(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """A checked dossier of a sample: what was found, on the dossier's page."""
    rows = SampleItem.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _sampled(row) for row in rows.select_related("dossier")}


def _sampled(row: SampleItem) -> Described:
    return Described(
        Subject("sample_item", row.uid),
        _("Hồ sơ kiểm tra %(code)s") % {"code": row.dossier.code},
        address_of(row.dossier.uid),
        note=row.get_verdict_display() or _("chưa kiểm tra"),
        icon="folder2-open",
        settled=bool(row.verdict),
    )


def survey_totals(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """The totals of one survey of satisfaction, by their days."""
    rows = SurveyTotal.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _surveyed(row) for row in rows}


def _surveyed(row: SurveyTotal) -> Described:
    days = {"first": said(row.period_start), "last": said(row.period_end - timedelta(days=1))}
    return Described(
        Subject("survey_total", row.uid),
        _("Khảo sát hài lòng từ %(first)s đến %(last)s") % days,
        "/ho-so/so-lieu/",
        note=row.source,
        icon="file-earmark-text",
        settled=True,
    )
