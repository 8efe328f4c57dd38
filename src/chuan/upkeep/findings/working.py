"""Whether the background worker lives, and what waits for it or failed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from chuan.offers.examinations import Finding, Looking, broken, fine, look
from chuan.upkeep.beats import SILENT, WORKER, last_beat

WAITS_LONG, RUNS_LONG, LATELY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=2)


def examine(looking: Looking) -> Iterator[Finding]:
    """A worker that beats, no task that waits or runs for long, none that failed lately."""
    yield from _alive(looking)
    yield from _tasks(looking)


def _alive(looking: Looking) -> Iterator[Finding]:
    beat = last_beat(WORKER)
    if beat is None or looking.at - beat > SILENT:
        since = (
            _("chưa chạy lần nào") if beat is None else _("im từ %s") % f"{beat.astimezone():%H:%M %d/%m/%Y}"
        )
        running = DBTaskResult.objects.filter(status="RUNNING").exists()
        if not running:
            yield look(
                _("Việc nền không chạy (%s): nhập tệp lớn, gửi thư và sao lưu phải đợi.") % since,
                _("Chạy “chuan serve”; nếu đang chạy rồi thì dừng và chạy lại."),
            )
            return
    yield fine(_("Việc nền đang chạy."))


def _tasks(looking: Looking) -> Iterator[Finding]:
    tasks = DBTaskResult.objects.all()
    waiting = tasks.ready().filter(enqueued_at__lt=looking.at - WAITS_LONG).count()
    stuck = tasks.filter(status="RUNNING", started_at__lt=looking.at - RUNS_LONG).count()
    failed = tasks.filter(status="FAILED", finished_at__gt=looking.at - LATELY).count()
    if stuck:
        yield broken(
            _("%d việc nền chạy quá một giờ chưa xong.") % stuck, _("Dừng rồi chạy lại “chuan serve”.")
        )
    if waiting:
        yield look(_("%d việc nền đợi quá 15 phút.") % waiting, _("Kiểm “chuan serve” có đang chạy không."))
    if failed:
        yield look(
            _("%d việc nền bị lỗi trong hai ngày qua.") % failed,
            _("Xem nhật ký máy chủ; làm lại việc ấy từ trang của nó."),
        )
