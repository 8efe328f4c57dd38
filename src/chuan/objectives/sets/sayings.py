"""How a set of figures is named on papers and screens.

Papers are Vietnamese whatever language the screens speak, so their words are not marked for translation.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from chuan.files import house_key
from chuan.objectives.models import FigureSet
from chuan.rules.figure_sets import short_digest
from chuan.ui import formatters as say

MARK = "Mã bộ số liệu"
"""What stands before the set's code on a paper: a paper that comes back is recognised by it."""


def on_paper(found: FigureSet | None, on: date) -> tuple[str, ...]:
    """The sentence for the text of a report, and those for its annex; of a live report, that nothing was frozen."""
    if found is None:
        return (f"Số liệu chưa chốt: báo cáo lấy số đang dùng, xét đến hết ngày {say.day(on)}.",)
    frozen_on = say.day(timezone.localtime(found.recorded_at).date())
    named = f"Số liệu lấy từ bộ “{found.name}”, đến ngày {say.day(found.on)}, chốt ngày {frozen_on}. "
    told = [
        f"{named}{MARK}: {short_digest(found.digest)}.",
        f"Mã kiểm đầy đủ của bộ số liệu: {found.digest}.",
    ]
    if mark := house_key.known_fingerprint():
        told.append(f"Vân tay khóa của đơn vị: {mark}. So với vân tay in ra khi kiểm tệp số liệu đã gửi.")
    return tuple(told)
