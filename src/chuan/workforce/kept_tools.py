"""Tools used, as kept about one official: which accounts are his, in how many months counts are kept; counts only."""

from __future__ import annotations

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.offers.kept_about import Asked, Line, Section
from chuan.workforce.fields import OWN
from chuan.workforce.models import OwnUse, ToolAccount, ToolUse

Counted = dict[tuple[int, str, str, str], tuple[int, str]]


def tools(asked: Asked, term: str) -> Section:
    """His accounts with the months counted, and his own use of Chuẩn; three statements."""
    rows = ToolAccount.objects.filter(official=asked.official)
    if not asked.himself:
        rows = rows.filter(pk__in=ToolAccount.objects.seen_by(asked.viewer))
    accounts = list(rows.order_by("register", "source", "account", "pk"))
    counted = _counted(accounts)
    lines = [Line(one.account, _text(one, counted), localdate(one.confirmed_at)) for one in accounts]
    lines += _own(asked)
    page = reverse("workforce:tool_mine") if asked.himself else _page(asked)
    note = _("Chỉ số lượt theo tháng: không đọc, không giữ nội dung, người gửi, người nhận.") if lines else ""
    return Section("tools", _("Dùng công cụ số"), lines, term, page, note)


def _own(asked: Asked) -> list[Line]:
    """How many months of his sign-ins to Chuẩn are kept as numbers."""
    rows = OwnUse.objects.filter(official=asked.official)
    if not asked.himself:
        rows = rows.filter(pk__in=OwnUse.objects.seen_by(asked.viewer))
    found = rows.aggregate(
        n=Count("pk"), first=Min("counted__month"), last=Max("counted__month"), at=Max("counted__recorded_at")
    )
    if not found["n"]:
        return []
    words = _("%(n)s tháng có số lượt đăng nhập (%(first)s – %(last)s)") % {
        "n": found["n"], "first": f"{found['first']:%m/%Y}", "last": f"{found['last']:%m/%Y}",
    }  # fmt: skip
    return [Line(OWN, words, localdate(found["at"]))]


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
