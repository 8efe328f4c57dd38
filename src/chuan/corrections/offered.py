"""What this room says to review, self-check and evidence of clauses; and whether its projections agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from chuan.corrections.lines import folded
from chuan.corrections.models import (
    Cause,
    Correction,
    CorrectiveAction,
    EffectCheck,
    Nonconformity,
    NonconformityEvent,
)
from chuan.corrections.recurrence import recurring_in
from chuan.corrections.subjects import address_of
from chuan.offers import checks, holdings, review_inputs, self_checks
from chuan.offers.holdings import Holding
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.people.models import Unit
from chuan.rules.types import Period
from chuan.ui import formatters as say

LIST = "/khac-phuc/"


def offer() -> None:
    """Offer all of it; called when the programme starts."""
    review_inputs.offer(Letter.NONCONFORMITIES, "Khắc phục", told_to_review)
    holdings.offer(held)
    self_checks.offer(*CHECKS)
    checks.register_projection("corrections.case", cases_agree)


def told_to_review(asked: Asked) -> Sequence[Said]:
    """Clause 9.3.2 c4: raised, closed, open and overdue, recurring; four statements."""
    rows = Nonconformity.objects.seen_by(asked.viewer).exclude(status="put_aside")
    raised = rows.filter(_in("found_on", asked.period))
    told = raised.aggregate(every=Count("pk"), major=Count("pk", filter=Q(grade="major")))
    closed = rows.filter(_in("closed_on", asked.period), status="closed").count()
    open_now = rows.open().count()
    late = CorrectiveAction.objects.seen_by(asked.viewer).open().filter(due_on__lt=asked.on).count()
    first = _(
        "Trong kỳ nêu %(every)s sự không phù hợp, trong đó %(major)s nặng; kết thúc %(closed)s; "
        "nay còn %(open)s chưa xong."
    ) % {
        "every": say.number(told["every"]), "major": say.number(told["major"]), "closed": say.number(closed),
        "open": say.number(open_now),
    }  # fmt: skip
    lines = [Said(first, f"{LIST}?tt=tat-ca")]
    if late:
        said = _("%s hành động khắc phục đã quá hạn chưa xong.") % say.number(late)
        lines.append(Said(said, LIST, short=True))
    again = recurring_in(raised, rows)
    if again:
        lines.append(Said(_("%s sự không phù hợp là tái diễn.") % say.number(len(again)), LIST, short=True))
    return lines


def held(unit: Unit, period: Period) -> Iterable[Holding]:
    """What is held for clauses 8.7.2, 10.2.1 and 10.2.2; three statements."""
    rows = Nonconformity.objects.filter(owner_unit=unit)
    known = Cause.objects.filter(_in("case__found_on", period), case__owner_unit=unit, standing=True)
    yield Holding(
        "10.2.1", _("Sự không phù hợp đã tìm ra nguyên nhân"), LIST, known.values("case").distinct().count()
    )
    yield Holding(
        "10.2.2",
        _("Sự không phù hợp, hành động và kết quả"),
        LIST,
        rows.filter(_in("found_on", period)).count(),
    )
    mended = Correction.objects.filter(_in("done_on", period), case__owner_unit=unit)
    yield Holding("8.7.2", _("Việc khắc phục ngay đầu ra không phù hợp"), LIST, mended.count())


def past_due(looked: Looked) -> Iterator[Gap]:
    """Actions whose day has passed; one statement."""
    rows = CorrectiveAction.objects.open().filter(case__owner_unit=looked.unit, due_on__lt=looked.on)
    for one in rows.select_related("case").order_by("due_on"):
        words = _("%(code)s: hành động “%(what)s” quá hạn từ %(due)s. Ghi kết quả hoặc bỏ kèm lý do.")
        told = {"code": one.case.code, "what": one.what, "due": say.day(one.due_on)}
        yield Gap(words % told, address_of(one.case.uid))


def closed_unproven(looked: Looked) -> Iterator[Gap]:
    """Closed ones without a good effect: the programme refuses it, older rows may hold it; one statement."""
    good = EffectCheck.objects.filter(verdict="good").values("case")
    rows = Nonconformity.objects.filter(owner_unit=looked.unit, status="closed").exclude(pk__in=good)
    for one in rows.order_by("pk"):
        words = _("%s đã kết thúc mà không có đánh giá hiệu lực. Nêu lại để theo dõi.") % one.code
        yield Gap(words, address_of(one.uid))


def come_back(looked: Looked) -> Iterator[Gap]:
    """Open ones that repeat an earlier one; two statements."""
    rows = Nonconformity.objects.filter(owner_unit=looked.unit).exclude(status="put_aside")
    for one, earlier in recurring_in(rows.open(), rows):
        words = _(
            "%(code)s tái diễn điều đã nêu ở %(earlier)s: hành động lần trước chưa trừ được nguyên nhân."
        )
        yield Gap(words % {"code": one.code, "earlier": earlier.code}, address_of(one.uid))


def inspection_unanswered(looked: Looked) -> Iterator[Gap]:
    """Findings of the province whose two months are over, or end within two weeks; one statement."""
    soon = looked.on + timedelta(days=14)
    rows = Nonconformity.objects.open().filter(owner_unit=looked.unit, due_on__lte=soon)
    for one in rows.order_by("due_on"):
        words = _("%(code)s từ biên bản kiểm tra phải khắc phục xong trước %(due)s. Xem bước tiếp theo.")
        yield Gap(words % {"code": one.code, "due": say.day(one.due_on)}, address_of(one.uid))


CHECKS = (
    SelfCheck(
        "corrections.action_past_due", "10.2.1", _lazy("Hành động khắc phục quá hạn"), Severity.WARNING, past_due
    ),
    SelfCheck(
        "corrections.closed_without_effect", "10.2.1", _lazy("Kết thúc mà không chứng minh hiệu lực"),
        Severity.BREACH, closed_unproven,
    ),
    SelfCheck(
        "corrections.recurring", "10.2.1", _lazy("Sự không phù hợp tái diễn"), Severity.WARNING, come_back
    ),
    SelfCheck(
        "corrections.inspection_due", "10.2.1", _lazy("Khắc phục sau kiểm tra của tỉnh"), Severity.BREACH,
        inspection_unanswered, source="26/2014/TT-BKHCN, Điều 37",
    ),
)  # fmt: skip


def cases_agree() -> Iterator[str]:
    """Whether status and round of every nonconformity are what its lines come to; two statements."""
    events = Prefetch("events", queryset=NonconformityEvent.objects.order_by("seq"))
    for one in Nonconformity.objects.prefetch_related(events).order_by("pk"):
        if (one.status, one.round) != folded(one.events.all()):
            yield f"{one.code}: tình trạng không khớp các bước đã ghi."


def _in(field: str, period: Period) -> Q:
    return Q(**{f"{field}__gte": period.start, f"{field}__lt": period.end})
