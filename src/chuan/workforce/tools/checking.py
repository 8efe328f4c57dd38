"""The standing counts against the rows of the files that stand."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.intake.keys import unpacked
from chuan.intake.models import StandingRow
from chuan.workforce.fields import COUNTED, account_of
from chuan.workforce.models import ToolUse


def counts_agree() -> Iterator[str]:
    """One sentence for each account and month that differs; nothing when all is well."""
    kept = {
        (one.unit_id, one.register, one.source, f"{one.account} {one.month.isoformat()}"): one.count
        for one in ToolUse.objects.known_at(None).iterator()
    }
    rows = StandingRow.objects.filter(register__in=list(COUNTED)).select_related("row")
    for row in rows.iterator():
        values = unpacked(row.row.fields) or {}
        key = (row.unit_id, row.register, row.source, row.outside_code)
        if kept.pop(key, None) != int(values.get(COUNTED[row.register]) or 0):
            yield _("%s: số lượt không khớp tệp đã nhập") % account_of(values)
    for _unit, _register, _source, code in kept:
        yield _("%s: số lượt không còn tệp nào nói tới") % code
