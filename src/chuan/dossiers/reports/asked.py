"""What a table of statistics is asked for: which days, cut by what, by which promise, as known when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.models import Dossier, DossierState
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.ui import formatters as say


class Cut(models.TextChoices):
    """What the lines of the table are."""

    MONTH = "thang", _("Tháng")
    FIELD = "linh-vuc", _("Lĩnh vực")
    PROCEDURE = "thu-tuc", _("Thủ tục")
    CHANNEL = "kenh", _("Hình thức nộp")
    OFFICIAL = "can-bo", _("Người giải quyết")


class Seen(models.TextChoices):
    """Which promise judges: the one as first seen before it fell due, or the one the source shows now."""

    FIRST = "dau", _("theo hạn như thấy lần đầu")
    NOW = "nay", _("theo ngày hẹn hệ thống nguồn đang ghi")


@dataclass(frozen=True)
class Asked:
    """One table: ``as_of`` None is what is known now; ``on`` is today."""

    period: Period
    on: date
    cut: Cut = Cut.MONTH
    seen: Seen = Seen.FIRST
    as_of: datetime | None = None

    @property
    def cut_day(self) -> date:
        """A running dossier is late when its due day lies before this day.

        Today is not over, so what falls due today is not late yet; a past day is over.
        """
        known = say.local(self.as_of).date() + timedelta(days=1) if self.as_of else self.on
        return min(self.period.end, known)

    @property
    def outcome(self) -> str:
        """The column that holds the outcome judged by."""
        return "outcome" if self.seen is Seen.FIRST else "outcome_now"

    @property
    def due(self) -> str:
        """The column that holds the due day judged by."""
        return "judged_due_on" if self.seen is Seen.FIRST else "promised_on"

    def during(self, period: Period) -> Asked:
        """The same question about other days."""
        return replace(self, period=period)


Rows = QuerySet[Dossier] | QuerySet[DossierState]


def known_rows(viewer: Viewer, as_of: datetime | None) -> Rows:
    """Dossiers of the viewer's units that some source lists: as they stand now, or as they stood at a moment."""
    if as_of is None:
        return Dossier.objects.seen_by(viewer).present_ones()
    stood = Q(until_at__isnull=True) | Q(until_at__gt=as_of)
    return DossierState.objects.filter(
        stood, owner_unit_id__in=viewer.unit_ids, recorded_at__lte=as_of, present=True
    )


def dossier_key(rows: Rows) -> str:
    """The column that names the dossier in these rows."""
    return "pk" if rows.model is Dossier else "dossier_id"
