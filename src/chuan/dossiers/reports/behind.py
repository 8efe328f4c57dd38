"""The dossiers behind one figure: by the very condition that counted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from chuan.dossiers.models import Standing
from chuan.dossiers.reports import cutting
from chuan.dossiers.reports.asked import Asked, Cut, Rows, dossier_key, known_rows
from chuan.dossiers.reports.figures import FIGURES, FORM_FIGURES, LATE_OUTSIDE
from chuan.dossiers.reports.outside import outside_ids
from chuan.people.viewer import Viewer


@dataclass(frozen=True)
class Behind:
    """One dossier as the list shows it."""

    uid: str
    code: str
    procedure: str
    field: str
    channel: str
    handler: str
    received_on: date
    promised_first_on: date | None
    promised_on: date | None
    due_on: date | None
    settled_on: date | None
    status: str
    outcome: str
    outcome_now: str

    @property
    def status_words(self) -> str:
        """The status in words."""
        return str(Standing.Status(self.status).label)

    @property
    def outcome_words(self) -> str:
        """The outcome by the due day judged by, in words; "" while there is none."""
        return str(Standing.Outcome(self.outcome).label) if self.outcome else ""

    @property
    def channel_words(self) -> str:
        """The channel in words."""
        return cutting.channel_words(self.channel)


_COLUMNS = (
    "procedure_name", "field", "channel", "handler_name", "received_on", "promised_first_on", "promised_on",
    "judged_due_on", "settled_on", "status", "outcome", "outcome_now",
)  # fmt: skip


def rows_behind(viewer: Viewer, asked: Asked, figure: str, key: str | None = None) -> Rows:
    """The rows of a figure in the order of receipt; ``key`` is a line's. KeyError for an unknown figure."""
    rows = known_rows(viewer, asked.as_of)
    if figure == LATE_OUTSIDE:
        found = rows.filter(**{f"{dossier_key(rows)}__in": list(outside_ids(rows, asked, viewer))})
    else:
        found = rows.filter((FIGURES | FORM_FIGURES)[figure].where(asked))
    if key is not None and asked.cut is not Cut.MONTH:
        found = found.filter(cutting.of_key(asked.cut, key, rows))
    return found.order_by("received_on", "pk")


def shown(rows: Rows) -> list[Behind]:
    """Rows (a page of them) as the list writes them; one statement."""
    prefix = "" if dossier_key(rows) == "pk" else "dossier__"
    values = rows.annotate(the_uid=F(f"{prefix}uid"), the_code=F(f"{prefix}code")).values_list(
        "the_uid", "the_code", *_COLUMNS
    )
    return [Behind(*row) for row in values]
