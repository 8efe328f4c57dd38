"""What this room checks of itself: named rules whose gaps are sentences (``offers.self_checks``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.audits.covering import audit_months, last_months, months_before
from chuan.audits.following import unfollowed
from chuan.audits.models import Audit, Finding
from chuan.audits.own import own_work_of
from chuan.offers import self_checks
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity

LAW = "19/2014/QĐ-TTg, Điều 4 khoản 4 điểm b"


def offer() -> None:
    """Register; called when the programme starts."""
    self_checks.offer(
        SelfCheck(
            "audits.older_than_a_year", "9.2.1", gettext_lazy("Đánh giá nội bộ ít nhất mỗi năm một lần"),
            Severity.BREACH, too_old, LAW,
        ),
        SelfCheck(
            "audits.never_looked_at", "9.2.2", gettext_lazy("Quá trình, điều nào chưa được đánh giá"),
            Severity.WARNING, not_covered, LAW,
        ),
        SelfCheck(
            "audits.own_work", "9.2.2", gettext_lazy("Không ai đánh giá việc của mình"), Severity.BREACH, own_work
        ),
        SelfCheck(
            "audits.finding_not_taken_up", "10.2.1",
            gettext_lazy("Phát hiện không phù hợp phải chuyển sang khắc phục"), Severity.BREACH, not_taken_up,
        ),
        SelfCheck(
            "audits.overdue", "9.2.2", gettext_lazy("Cuộc đánh giá và báo cáo đúng ngày đã định"),
            Severity.WARNING, overdue,
        ),
    )  # fmt: skip


def too_old(looked: Looked) -> Iterator[Gap]:
    """No audit was reported within the months of the law; one statement."""
    months = audit_months(looked.on).whole
    since = months_before(looked.on, months)
    told = Audit.objects.told().filter(owner_unit=looked.unit, ends_on__lte=looked.on)
    last = told.order_by("-ends_on").first()
    if last is None:
        yield Gap(
            _("Chưa có cuộc đánh giá nội bộ nào được báo cáo. Lập chương trình năm và tiến hành."), _year()
        )
    elif last.ends_on <= since:
        words = _("Lần đánh giá gần nhất (%(code)s) đã quá %(months)s tháng. Tiến hành một cuộc mới.")
        yield Gap(words % {"code": last.code, "months": months}, _year())


def not_covered(looked: Looked) -> Iterator[Gap]:
    """Processes and clauses no reported audit looked at within the months of the law; about six statements."""
    told = last_months(looked.unit, looked.on)
    months = audit_months(looked.on).whole
    for what, left in ((_("quá trình"), told.processes_left), (_("điều"), told.clauses_left)):
        if left:
            words = _(
                "Chưa được đánh giá trong %(months)s tháng, %(what)s: %(which)s. Đưa vào chương trình năm."
            )
            yield Gap(words % {"months": months, "what": what, "which": ", ".join(left)}, _year())


def own_work(looked: Looked) -> Iterator[Gap]:
    """Processes given to somebody who works in them, in audits of the last months; four statements for each audit."""
    since = months_before(looked.on, audit_months(looked.on).whole)
    audits = Audit.objects.standing().filter(owner_unit=looked.unit, ends_on__gt=since)
    for audit in audits.order_by("pk"):
        for words in own_work_of(audit):
            said = _("%(code)s: %(words)s. Giao cho người khác.") % {"code": audit.code, "words": words}
            yield Gap(said, reverse("audits:team", args=[audit.uid]))


def not_taken_up(looked: Looked) -> Iterator[Gap]:
    """Findings that do not conform, of reported audits, from which nothing was raised; two statements."""
    rows = Finding.objects.standing().filter(
        audit__owner_unit=looked.unit, audit__status__in=(Audit.Status.REPORTED, Audit.Status.CLOSED)
    )
    for one in unfollowed(rows.select_related("audit").order_by("pk")):
        words = _(
            "Phát hiện %(code)s (%(grade)s) chưa chuyển khắc phục. Mở phát hiện và bấm “Chuyển khắc phục”."
        )
        yield Gap(
            words % {"code": one.code, "grade": one.get_grade_display()},
            reverse("audits:finding", args=[one.uid]),
        )


def overdue(looked: Looked) -> Iterator[Gap]:
    """Audits whose days went by, and reports that were due; one statement."""
    rows = Audit.objects.filter(
        owner_unit=looked.unit,
        status__in=(Audit.Status.PLANNED, Audit.Status.ANNOUNCED, Audit.Status.UNDER_WAY),
    )
    for one in rows.order_by("pk"):
        address = reverse("audits:audit", args=[one.uid])
        if one.status == Audit.Status.UNDER_WAY and one.report_due_on < looked.on:
            yield Gap(_("%s đã quá ngày phải báo cáo. Lập báo cáo.") % one.code, address)
        elif one.status != Audit.Status.UNDER_WAY and one.ends_on < looked.on:
            yield Gap(
                _("%s đã qua ngày mà chưa tiến hành. Tiến hành hoặc hoãn hẳn kèm lý do.") % one.code, address
            )


def _year() -> str:
    return reverse("audits:year")
