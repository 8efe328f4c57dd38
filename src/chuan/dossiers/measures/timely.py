"""On time, over three denominators: what was solved, what was received, and as the national portal counts."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from chuan.dossiers.measures import reasons
from chuan.dossiers.measures.classifying import ENDED, NOT_OURS, Class, Classes, last_day, within
from chuan.dossiers.measures.states import StatesMeasure
from chuan.dossiers.models import IN_WORK, Standing
from chuan.offers.measures import RowOutcome, Scope
from chuan.rules.types import Citation

_HIT, _MISS, _OUT = RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED
_S = Standing.Status
_UNDATED = Q(settled_on__isnull=True)
_WITHDRAWN = Class(Q(status=_S.WITHDRAWN), _OUT, reasons.WITHDRAWN)
_REFUSED = Class(Q(status=_S.REFUSED) & _UNDATED, _OUT, reasons.REFUSED_UNDATED)
_NO_END = Class(Q(status__in=(_S.READY, _S.RETURNED)) & _UNDATED, _OUT, reasons.NO_END, blind=True)
_KEPT = Class(Q(outcome__in=("early", "on_time")), _HIT)
_LATE = Class(Q(outcome="late"), _MISS, reasons.LATE)
_NO_DUE = Class(Q(), _OUT, reasons.NO_DUE, blind=True)


class OnTime(StatesMeasure):
    """Of the dossiers solved in the period, those solved early or on time.

    A refused one with its date is judged like a solved one: refusing has the same time limit (NĐ 61/2018 Điều 19
    khoản 8). Lateness was judged when the rows came in, by ``judged_due_on``.
    """

    key = "dossiers.on_time"
    version = 1
    title = "Tỷ lệ hồ sơ giải quyết đúng hạn, trên số đã giải quyết"
    formula = (
        "Số hồ sơ giải quyết trước hạn và đúng hạn trong kỳ / số hồ sơ đã giải quyết trong kỳ. Hạn là hạn theo "
        "quy định khi thủ tục đã có thời hạn được xác nhận, nếu chưa thì là ngày hẹn thấy lần đầu ở hệ thống nguồn. "
        "Không tính hồ sơ người dân rút, hồ sơ do đơn vị khác giải quyết."
    )
    source = Citation(number="01/2018/TT-VPCP", article="Điều 13, chỉ số 1")
    hit_words, miss_words = "đúng hạn", "trễ"
    needs_end, needs_due = True, True

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Solved in the period; and what ended without a date, by the day of receipt."""
        undated = _UNDATED & Q(status__in=ENDED) & within("received_on", scope.period)
        return within("settled_on", scope.period) | undated

    def classes(self, scope: Scope) -> Classes:
        """In order: not ours, not judged, judged."""
        return (*NOT_OURS, _WITHDRAWN, _REFUSED, _NO_END, _KEPT, _LATE, _NO_DUE)


class OnTimeReceived(StatesMeasure):
    """Of all dossiers received in the period, those solved early or on time: what is in work is not yet solved."""

    key = "dossiers.on_time_received"
    version = 1
    title = "Tỷ lệ hồ sơ giải quyết đúng hạn, trên tổng số hồ sơ tiếp nhận"
    formula = (
        "Số hồ sơ tiếp nhận trong kỳ đã giải quyết trước hạn và đúng hạn / tổng số hồ sơ tiếp nhận trong kỳ. Hồ sơ còn "
        "đang giải quyết nằm ở mẫu số. Không tính hồ sơ người dân rút, hồ sơ do đơn vị khác giải quyết."
    )
    source = Citation(number="61/2018/NĐ-CP", article="Điều 30 khoản 2 điểm c")
    hit_words, miss_words = "đúng hạn", "trễ hoặc chưa xong"
    needs_end, needs_due = True, True

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Received in the period."""
        return within("received_on", scope.period)

    def classes(self, scope: Scope) -> Classes:
        """In order: not ours, not judged, judged, in work."""
        overdue = Class(_UNDATED & Q(judged_due_on__lt=last_day(scope)), _MISS, reasons.LATE_IN_WORK)
        in_work = Class(_UNDATED, _MISS, reasons.IN_WORK)
        return (*NOT_OURS, _WITHDRAWN, _REFUSED, _NO_END, _KEPT, _LATE, overdue, in_work, _NO_DUE)


class OnTimePortal(StatesMeasure):
    """As the national portal counts: done on time and in work within time, of all received or in process.

    The promise is the one the source shows now, the citizen's time is taken off, and what is in work is held
    against the period's last day. Never mixed with the lawful verdict.
    """

    key = "dossiers.on_time_portal"
    version = 1
    title = "Tỷ lệ đúng hạn theo cách tính của Cổng dịch vụ công"
    formula = (
        "(Số hồ sơ giải quyết đúng hạn + số hồ sơ đang giải quyết còn trong hạn) / tổng số hồ sơ tiếp nhận hoặc đang "
        "giải quyết trong kỳ. So ngày kết thúc xử lý, trừ thời gian chờ bổ sung, với ngày hẹn trả đang ghi."
    )
    source = Citation(
        number="766/QĐ-TTg", article="Bộ chỉ số phục vụ người dân, doanh nghiệp: tiến độ giải quyết"
    )
    hit_words, miss_words = "đúng hạn", "quá hạn"
    needs_end, needs_due = True, True

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Received before the period's end, and not solved before its start."""
        period = scope.period
        in_process = Q(status__in=IN_WORK, present=True) | Q(received_on__gte=period.start)
        return Q(received_on__lt=period.end) & (Q(settled_on__gte=period.start) | (_UNDATED & in_process))

    def classes(self, scope: Scope) -> Classes:
        """In order: not ours, ended without a date, ended by then, in work then."""
        by_then = Q(settled_on__lt=scope.period.end) | _UNDATED
        on = last_day(scope)
        undated = Class(Q(status=_S.WITHDRAWN) & _UNDATED, _OUT, reasons.WITHDRAWN)
        return (
            *NOT_OURS, undated, _REFUSED, _NO_END,
            Class(by_then & Q(portal="on_time"), _HIT),
            Class(by_then & Q(portal="overdue"), _MISS, reasons.LATE),
            Class(Q(portal_due_on__gte=on), _HIT, reasons.WITHIN),
            Class(Q(portal_due_on__lt=on), _MISS, reasons.LATE_IN_WORK),
            _NO_DUE,
        )  # fmt: skip
