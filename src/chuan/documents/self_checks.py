"""Named rules about controlled documents and the acts they stand on (``offers.self_checks``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.documents.controlled.periods import next_review, practice_of
from chuan.documents.models import BasisUpdate, Revision
from chuan.offers import self_checks
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.rules.wording import said


def offer() -> None:
    """Register; called when the programme starts."""
    self_checks.offer(
        SelfCheck(
            "documents.act_changed", "7.5.3.2", later("Cập nhật tài liệu khi văn bản thay đổi"), Severity.BREACH,
            act_changed, "19/2014/QĐ-TTg, Điều 4 khoản 4 điểm a",
        ),
        SelfCheck(
            "documents.past_review", "7.5.2", later("Tài liệu đang hiệu lực được xem xét lại đúng hạn"),
            Severity.WARNING, past_review,
        ),
    )  # fmt: skip


def act_changed(looked: Looked) -> Iterator[Gap]:
    """Acts that ended, with documents that still stand on them after the time to update; one statement."""
    rows = BasisUpdate.objects.filter(unit=looked.unit, closed_on=None, due_on__lt=looked.on)
    for one in rows.select_related("act").order_by("due_on", "pk"):
        words = _(
            "%(act)s hết hiệu lực từ %(ended)s, hạn cập nhật %(due)s đã qua. Sửa hoặc ghi lý do không cần sửa."
        )
        told = {"act": one.act.title, "ended": said(one.ended_on), "due": said(one.due_on)}
        yield Gap(words % told, reverse("documents:act", args=[one.act.uid]))


def past_review(looked: Looked) -> Iterator[Gap]:
    """Documents in force whose periodic review is late; two statements."""
    rows = Revision.objects.in_force(looked.on).filter(controlled__unit=looked.unit)
    months = practice_of(looked.unit, looked.on).whole
    for one in rows.select_related("controlled").order_by("controlled__code", "pk"):
        due = next_review(one.controlled, one, months)
        if due is not None and due < looked.on:
            words = _(
                "%(code)s phải xem xét lại trước %(due)s. Xem lại, rồi để nguyên hoặc ban hành lần mới."
            )
            address = reverse("controlled:document", args=[one.controlled.uid])
            yield Gap(words % {"code": one.controlled.code, "due": said(due)}, address)
