"""From what a browser sent to the actions: sizes before bytes, and which verb a button stands for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import actions
from chuan.documents.actions.receiving import original_bytes, read_file, receive_read, refuse_same_bytes
from chuan.documents.draft import Draft
from chuan.documents.forms import AgainForm
from chuan.documents.models import Document, Reading, Scan
from chuan.documents.permissions import check_owner, check_reads_in
from chuan.documents.scan_running import start
from chuan.exchange import scans
from chuan.exchange.limits import DEFAULT
from chuan.people.viewer import Viewer
from chuan.rules.refusals import FileEmpty, FileTooBig, ReadingChangedMeanwhile

_MEGABYTE = 1_000_000
Clock = Callable[[], datetime]


class Done(NamedTuple):
    """What was done, in words, and where to go."""

    said: str
    address: str


def receive_file(file: UploadedFile[Any], *, by: Viewer, clock: Clock) -> Reading | Scan:
    """Take an uploaded file in; one that is too big is refused before its bytes are read.

    ``clock`` is read when the paper has been read: a scan takes longer than an act may last. One of many pages is
    read in the background.
    """
    check_reads_in(by)
    data = _bytes(file)
    refuse_same_bytes(data, unit=by.unit)
    name = str(file.name)
    if pages := _pages_for_later(data, name):
        return _read_later(actions.receive_scan(data, name, pages, by=by, at=clock()))
    return receive_read(read_file(data, name), by=by, at=clock())


def read_file_again(document: Document, form: AgainForm, *, by: Viewer, clock: Clock) -> Reading | Scan:
    """Read a document again, from a better file where one was sent."""
    file = form.cleaned_data.get("file")
    check_reads_in(by)
    check_owner(by, document)
    data = _bytes(file) if file else None
    if data is not None:
        refuse_same_bytes(data, unit=by.unit)
    name = str(file.name) if file else document.file_name
    whole, reason = data or original_bytes(document), form.cleaned_data["reason"]
    if pages := _pages_for_later(whole, name):
        return _read_later(
            actions.receive_scan(whole, name, pages, by=by, at=clock(), document=document, reason=reason)
        )
    read = read_file(whole, name)
    return actions.read_again(document, by=by, at=clock(), reason=reason, data=data, name=name, read=read)


def _pages_for_later(data: bytes, name: str) -> int:
    """How many pictures it has, when they are too many to wait for and can be read; else 0."""
    pages = scans.pages_to_read(data, name=name)
    return pages if pages > scans.AT_ONCE and not scans.missing() else 0


def _read_later(scan: Scan) -> Scan:
    start(scan)
    return scan


def do(draft: Draft, reading: Reading, *, by: Viewer, at: datetime) -> Done:
    """Save what was typed, then what the pressed button says: save, confirm, split, join, add, drop."""
    if not draft.mark:
        raise ReadingChangedMeanwhile()
    questions = list(reading.questions.all())
    saved = (
        actions.save_draft(reading, draft.cells(), draft.answers(questions), by=by, at=at, seen=draft.mark)
        if draft.typed
        else 0
    )
    here = reverse("documents:reading", args=[reading.uid])
    verb, _colon, rest = draft.do.partition(":")
    if verb == "confirm":
        return _confirmed(reading, draft, saved, by=by, at=at)
    if verb in _RESHAPING:
        said, ordinal = _RESHAPING[verb](reading, rest, draft, by, at)
        return Done(said, f"{here}#g-{ordinal}")
    words = _("Đã lưu %s thay đổi.") % saved if saved else _("Chưa có gì thay đổi để lưu.")
    return Done(words, here + (f"#{rest}" if rest else ""))


def _confirmed(reading: Reading, draft: Draft, saved: int, *, by: Viewer, at: datetime) -> Done:
    seen = "" if saved else draft.mark
    address = actions.confirm(reading, by=by, at=at, seen=seen)
    return Done(_("Đã xác nhận bản đọc."), address or reverse("documents:reading", args=[reading.uid]))


def _split(reading: Reading, rest: str, draft: Draft, by: Viewer, at: datetime) -> tuple[str, str]:
    place = draft.places.get(rest, "")
    actions.split_line(reading, rest, int(place) if place.isdecimal() else -1, by=by, at=at)
    return _("Đã tách dòng %s.") % rest, rest


def _join(reading: Reading, rest: str, draft: Draft, by: Viewer, at: datetime) -> tuple[str, str]:
    actions.join_lines(reading, rest, by=by, at=at)
    return _("Đã ghép dòng %s với dòng sau.") % rest, rest


def _add(reading: Reading, rest: str, draft: Draft, by: Viewer, at: datetime) -> tuple[str, str]:
    actions.add_target(reading, rest, by=by, at=at)
    return _("Đã thêm một số đo ở dòng %s.") % rest, rest


def _drop(reading: Reading, rest: str, draft: Draft, by: Viewer, at: datetime) -> tuple[str, str]:
    ordinal, _dash, index = rest.rpartition("-")
    actions.drop_target(reading, ordinal, int(index) if index.isdecimal() else -1, by=by, at=at)
    return _("Đã bỏ một số đo ở dòng %s.") % ordinal, ordinal


_RESHAPING = {"split": _split, "join": _join, "add": _add, "drop": _drop}


def _bytes(file: UploadedFile[Any]) -> bytes:
    size = file.size or 0
    if size == 0:
        raise FileEmpty(name=str(file.name))
    if size > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    data: bytes = file.read()
    return data
