"""What audits give to the management review: letter c6, results of audits (TCVN ISO 9001:2015, 9.3.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.covering import audit_months, last_months
from chuan.audits.following import unfollowed
from chuan.audits.models import Audit, Finding
from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.ui import formatters as say


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.AUDITS, _("Đánh giá nội bộ"), collect)


def collect(asked: Asked) -> Sequence[Said]:
    """The audits of the period, what they found, what is not taken up, what was not looked at. About ten statements."""
    rows = Audit.objects.told().filter(
        owner_unit=asked.unit, ends_on__gte=asked.period.start, ends_on__lt=asked.period.end
    )
    audits = list(rows.order_by("ends_on", "pk"))
    year = f"{reverse('audits:year')}?nam={asked.period.start.year}"
    if not audits:
        return [Said(_("Trong kỳ chưa có cuộc đánh giá nội bộ nào được báo cáo."), year, short=True)]
    findings = list(Finding.objects.standing().filter(audit__in=audits).select_related("audit"))
    return [*(_of(one, findings) for one in audits), *_loose(findings, year), *_left(asked, year)]


def _of(audit: Audit, findings: Sequence[Finding]) -> Said:
    counted = Counter(one.grade for one in findings if one.audit_id == audit.pk)
    grades = [f"{say.number(counted[grade])} {grade.label}" for grade in Finding.Grade if counted[grade]] or [
        _("không có phát hiện nào")
    ]
    words = _("%(code)s (%(days)s): %(grades)s.") % {
        "code": audit.code, "days": say.days(audit.starts_on, audit.ends_on), "grades": ", ".join(grades),
    }  # fmt: skip
    return Said(words, reverse("audits:audit", args=[audit.uid]))


def _loose(findings: Sequence[Finding], address: str) -> list[Said]:
    loose = unfollowed(findings)
    if not loose:
        return []
    codes = ", ".join(one.code for one in loose)
    return [Said(_("Phát hiện không phù hợp chưa chuyển khắc phục: %s.") % codes, address, short=True)]


def _left(asked: Asked, address: str) -> list[Said]:
    told = last_months(asked.unit, min(asked.on, asked.period.end))
    left = [*told.processes_left, *told.clauses_left]
    if not left:
        return []
    words = _("Chưa được đánh giá trong %(months)s tháng: %(which)s.") % {
        "months": audit_months(asked.on).whole, "which": ", ".join(left),
    }  # fmt: skip
    return [Said(words, address, short=True)]
