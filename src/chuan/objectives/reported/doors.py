"""The way of a dropped file: looked at once, read at once or in the background, told when it came before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.exchange import scans
from chuan.exchange.kinds import Kind
from chuan.exchange.limits import DEFAULT
from chuan.objectives.actions import reporting
from chuan.objectives.models import ReportLine, ReportRead
from chuan.objectives.reported import running
from chuan.objectives.reported.texts import bring
from chuan.people.viewer import Viewer
from chuan.rules.refusals import FileTooBig
from chuan.rules.refusals.scans import ScanReaderMissing
from chuan.ui import formatters as say

_MEGABYTE = 1_000_000


def take_in(
    file: UploadedFile[bytes], *, by: Viewer, clock: Callable[[], datetime]
) -> tuple[ReportRead, bool]:
    """The report of a file, and whether it was read before. Long scans are read in the background.

    The clock is read after what takes time. Raises what ``texts.bring`` and ``reporting.receive_report`` refuse.
    """
    reporting.require_some_recorder(by)
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    data, name = file.read(), PurePath((file.name or "").replace("\\", "/")).name[:200]
    known = _already_read(data, by)
    if known is not None:
        return known, True
    pages = scans.pages_to_read(data, name=name)
    if pages > scans.AT_ONCE:
        if scans.missing():
            raise ScanReaderMissing(name=name)
        media = scans.picture_type(data, name=name) or Kind.PDF.value
        report = reporting.begin_scan(data, name, media, pages, by=by, at=clock())
        running.start(report)
        return report, False
    brought = bring(data, name=name, pictures=pages)
    return reporting.receive_report(data, name, brought, by=by, at=clock()), False


def read_before(report: ReportRead) -> str:
    """That the file is not read twice."""
    who = report.by.name if report.by else ""
    said = _("Tệp này %(who)s đã nạp lúc %(at)s, nên mở lại bản đã đọc.")
    return said % {"who": who, "at": say.moment(report.recorded_at)}


def listed(found: QuerySet[ReportRead]) -> QuerySet[ReportRead]:
    """Reports with how many figures wait and how many were recorded; one statement."""
    state = ReportLine.State
    return found.defer("text").annotate(
        waiting=Count("lines", filter=Q(lines__state=state.PROPOSED)),
        recorded=Count("lines", filter=Q(lines__state=state.CONFIRMED)),
    )


def _already_read(data: bytes, by: Viewer) -> ReportRead | None:
    """The report that was read from this very file, None for a new one."""
    digest = hashlib.sha256(data).hexdigest()
    return ReportRead.objects.seen_by(by).filter(unit=by.unit, blob__digest=digest).first()
