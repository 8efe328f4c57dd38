"""Secret documents are no rows of any measure: only how many there were is told beside the figure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.documents.models import SecretCount
from chuan.offers.measures import Scope
from chuan.ui import formatters as say


def secret_notes(scope: Scope) -> tuple[str, ...]:
    """One sentence for each year of the period whose count is entered, as it stood at the cut."""
    years = range(scope.period.start.year, scope.period.end.year + 1)
    rows = SecretCount.objects.filter(unit__uid=scope.unit_uid, year__in=years, recorded_at__lte=scope.as_of)
    latest = dict(rows.order_by("year", "version").values_list("year", "count"))
    return tuple(
        _("Không tính %(n)s văn bản mật phát hành năm %(year)s; chỉ biết số lượng.")
        % {"n": say.number(n), "year": year}
        for year, n in latest.items()
        if n
    )
