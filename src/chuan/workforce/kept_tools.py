"""Tools used, as kept about one official: which accounts are his, in how many months counts are kept; counts only."""

from __future__ import annotations

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.offers.kept_about import Asked, Line, Section
from chuan.workforce.models import ToolAccount, ToolUse

Counted = dict[tuple[int, str, str, str], tuple[int, str]]


def tools(asked: Asked, term: str) -> Section:
    """His accounts with the months counted; two statements."""
    rows = ToolAccount.objects.filter(official=asked.official)
    if not asked.himself:
        rows = rows.filter(pk__in=ToolAccount.objects.seen_by(asked.viewer))
    accounts = list(rows.order_by("register", "source", "account", "pk"))
    counted = _counted(accounts)
    lines = [Line(one.account, _text(one, counted), localdate(one.confirmed_at)) for one in accounts]
    page = reverse("workforce:tool_mine") if asked.himself else _page(asked)
    note = _("Chỉ số lượt theo tháng: không đọc, không giữ nội dung, người gửi, người nhận.") if lines else ""
    return Section("tools", _("Dùng công cụ số"), lines, term, page, note)


def _counted(accounts: list[ToolAccount]) -> Counted:
    rows = ToolUse.objects.known_at(None).filter(
        unit_id__in={one.unit_id for one in accounts}, account__in={one.account for one in accounts}
    )
    told = rows.values_list("unit_id", "register", "source", "account").annotate(
        Count("month"), Min("month"), Max("month")
    )
    return {
        (unit, register, source, account): (months, f"{first:%m/%Y} – {last:%m/%Y}")
        for unit, register, source, account, months, first, last in told
    }


def _text(one: ToolAccount, counted: Counted) -> str:
    months, span = counted.get((one.unit_id, one.register, one.source, one.account), (0, ""))
    told = _("%(source)s, %(n)s tháng có số lượt") % {"source": one.source, "n": months}
    ended = _(", đã bỏ ghép") if one.ended_at else ""
    return (f"{told} ({span})" if span else told) + ended


def _page(asked: Asked) -> str:
    return reverse("workforce:tool_person", args=[asked.official.uid])
