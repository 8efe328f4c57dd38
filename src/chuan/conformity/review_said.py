"""What the room gives to the management review: letter c5, clauses without evidence and the last self-check (9.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.conformity.coverage import clause_page, coverage_of
from chuan.conformity.models import CheckFound, CheckRun
from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.rules.wording import said

OWN_CLAUSE = "9.3"
"""What the review itself answers: not a gap it could be told of, and gone as soon as it is signed."""
MOST = 20
"""Breaches that are said one by one; the count says all."""


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.MONITORING, _("Phù hợp"), collect)


def collect(asked: Asked) -> Sequence[Said]:
    """Gaps by clause in the period, then the last kept self-check with what breaks a rule; about 70 statements."""
    return [_clauses(asked), *_checked(asked)]


def _clauses(asked: Asked) -> Said:
    told = coverage_of(asked.unit, asked.period)
    page = f"{reverse('conformity:clauses')}?nam={asked.period.start.year}"
    gaps = [one.clause.number for one in told.gaps if not one.clause.number.startswith(OWN_CLAUSE)]
    if not gaps:
        return Said(
            _(
                "Cả %s điều của tiêu chuẩn đều có bằng chứng hoặc lời ghi vì sao không (ngoài việc xem xét này)."
            )
            % told.asked,
            page,
        )
    words = _("%(n)s trong %(all)s điều của tiêu chuẩn chưa có bằng chứng: %(which)s.") % {
        "n": len(gaps), "all": told.asked, "which": ", ".join(gaps),
    }  # fmt: skip
    address = page if len(gaps) > 1 else clause_page(gaps[0], asked.period.start.year)
    return Said(words, address, short=True)


def _checked(asked: Asked) -> Iterator[Said]:
    last = min(asked.on, asked.period.end - timedelta(days=1))
    rows = CheckRun.objects.filter(
        unit=asked.unit, on__gte=asked.period.start, on__lte=last, recorded_at__lte=asked.at
    )
    run = rows.order_by("-on", "-pk").first()
    if run is None:
        words = _("Trong kỳ chưa lưu lần tự kiểm tra hệ thống nào.")
        yield Said(words, reverse("conformity:home"), short=True)
        return
    counted = {"day": said(run.on), "breaches": run.breaches, "warnings": run.warnings, "rules": run.rules}
    words = _(
        "Tự kiểm tra ngày %(day)s, %(rules)s điều kiểm: %(breaches)s điều trái quy định, %(warnings)s cần xử lý."
    )
    yield Said(words % counted, reverse("conformity:home"), short=run.breaches > 0)
    for one in run.lines.filter(severity=CheckFound.Severity.BREACH)[:MOST]:
        yield Said(f"{one.title}: {one.sentence}", one.address, short=True)
