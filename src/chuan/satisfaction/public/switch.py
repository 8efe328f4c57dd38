"""Whether a unit's surveys are open to citizens (``people.citizen_pages``), and the survey behind an address."""

from __future__ import annotations

from datetime import date

from chuan.people.citizen_pages import CitizenPage
from chuan.satisfaction.models import Survey

PAGE = CitizenPage("PUBLIC_SURVEY", "satisfaction.public")


def survey_of(code: str, on: date) -> Survey | None:
    """The survey under the code whose unit is open to citizens on the day, its own days over or not."""
    row = Survey.objects.select_related("unit").filter(code=code.upper()).first()
    return row if row is not None and PAGE.is_open(row.unit, on) else None
