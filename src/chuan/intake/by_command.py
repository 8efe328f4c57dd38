"""A file that comes in by command: received and looked at for a named person, taken in where nothing is left to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import Import
from chuan.intake.previews import nothing_changes, preview_of
from chuan.intake.refusals import WhoUnknown
from chuan.people.models import Account
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import Refused
from chuan.rules.wording import said

_SHOWN = 20
"""Lines of one kind that are printed."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Done:
    """How far the file came; ``refusal`` is why it did not go on."""

    imported: Import
    refusal: str = ""

    @property
    def well(self) -> bool:
        """Whether everything that was asked for was done."""
        return not self.refusal and self.imported.status != Import.Status.REFUSED

    def lines(self) -> Iterator[str]:
        """What happened, in sentences."""
        one, seen = self.imported, preview_of(self.imported)
        yield f"Đã nhận tệp “{one.file_name}”: {one.get_status_display()}."
        if one.status == Import.Status.UNMAPPED:
            yield "Khuôn của tệp chưa có người xác nhận: mở trang Nhập từ tệp, ghép cột một lần rồi lần sau nhận ra."
        elif one.status != Import.Status.REFUSED:
            yield self._counted()
            yield from (
                f"  {fault.place} [{fault.typed}] {fault.sentence}" for fault in seen.unreadable[:_SHOWN]
            )
        if one.status == Import.Status.PREVIEWED and not self.refusal:
            yield "Chưa dòng nào được ghi: xem và xác nhận ở trang Nhập từ tệp, hoặc chạy lại lệnh này với --yes."
        yield from (text for text in (one.refusal, self.refusal) if text)

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        one = self.imported
        counts = ("rows_new", "rows_changed", "rows_after_due", "rows_same", "rows_gone", "rows_unreadable")
        return {
            "uid": str(one.uid),
            "file": one.file_name,
            "status": one.status,
            "register": one.register or None,
            "covers": [one.covers.start.isoformat(), one.covers.end.isoformat()] if one.covers else None,
            **{name: getattr(one, name) for name in counts},
            "refusal": self.refusal or one.refusal or None,
        }

    def _counted(self) -> str:
        one = self.imported
        if nothing_changes(one):
            return f"Không có gì thay đổi: {said(one.rows_same)} dòng như cũ."
        text = f"{said(one.rows_new)} dòng mới, {said(one.rows_changed)} dòng đổi, {said(one.rows_same)} dòng như cũ"
        more = (
            (one.rows_after_due, "dòng đổi sau hạn"),
            (one.rows_gone, "dòng không còn ở nguồn"),
            (one.rows_unreadable, "dòng không đọc được"),
        )
        return "; ".join([text, *(f"{said(count)} {words}" for count, words in more if count)]) + "."


def receive(
    data: bytes, name: str, *, username: str, commits: bool, keep_gone: bool | None, clock: Clock
) -> Done:
    """Receive the file and look into it for the named person; with ``commits`` take it in when nothing is in doubt.

    ``clock`` reads the moment: this is a door. Raises WhoUnknown, NotAllowed, and what receiving refuses.
    """
    by = _viewer(username, clock())
    imported = actions.look(actions.receive_file(data, name, by=by, at=clock()), at=clock())
    if not commits or imported.status != Import.Status.PREVIEWED:
        return Done(imported)
    try:
        actions.commit(imported, by=by, at=clock(), keep_gone=keep_gone, clock=clock)
    except Refused as refused:
        return Done(imported, refused.sentence)
    return Done(imported)


def _viewer(username: str, at: datetime) -> Viewer:
    account = Account.objects.filter(username=username.strip().lower(), is_active=True).first()
    viewer = viewer_of(account, on=timezone.localtime(at).date()) if account else None
    if viewer is None:
        raise WhoUnknown(username=username)
    return viewer
