"""What a figure says beside itself: which dates it rests on, and how many dossiers it had to make do with."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.dossiers.measures.classifying import Classes
from chuan.offers.measures import RowOutcome
from chuan.ui import formatters as say


def notes(rows: QuerySet[Any], classes: Classes, *, dates: bool) -> tuple[str, ...]:
    """Sentences about the counted rows, in one statement; none where dates do not matter."""
    if not dates:
        return ()
    counted = [n for n, one in enumerate(classes) if one.outcome is not RowOutcome.EXCLUDED]
    found = rows.filter(klass__in=counted).aggregate(
        judged=Count("pk"),
        solved=Count("pk", filter=Q(settled_on__isnull=False)),
        returned=Count("pk", filter=Q(settled_on__isnull=False, ready_on__isnull=True)),
        promised=Count("pk", filter=Q(due_basis="promise")),
        lawful=Count("pk", filter=Q(due_basis="law")),
        moved=Count("pk", filter=Q(changed_after_due=True)),
    )
    told = [_by_return(found), _by_promise(found), _moved(found["moved"])]
    return tuple(one for one in told if one)


def _by_return(found: dict[str, int]) -> str:
    if not found["returned"]:
        return ""
    if found["returned"] == found["solved"]:
        return _("Chỉ có ngày trả, chưa có ngày kết thúc xử lý: tính theo ngày trả.")
    return _("%(n)s hồ sơ chỉ có ngày trả, chưa có ngày kết thúc xử lý: tính theo ngày trả.") % {
        "n": say.number(found["returned"])
    }


def _by_promise(found: dict[str, int]) -> str:
    if not found["promised"]:
        return ""
    told = {"n": say.number(found["promised"]), "m": say.number(found["lawful"])}
    if not found["lawful"]:
        return _("%(n)s hồ sơ chưa có thời hạn trong danh mục: tính theo ngày hẹn của hệ thống nguồn.") % told
    return (
        _(
            "%(n)s hồ sơ chưa có thời hạn trong danh mục: tính theo ngày hẹn của hệ thống nguồn; "
            "%(m)s hồ sơ tính theo hạn quy định."
        )
        % told
    )


def _moved(number: int) -> str:
    if not number:
        return ""
    return _("%(n)s hồ sơ bị đổi ngày ở hệ thống nguồn sau hạn: tính theo hạn như thấy lần đầu.") % {
        "n": say.number(number)
    }
