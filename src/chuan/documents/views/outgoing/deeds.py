"""From the pressed button of a draft's page to the action, and what is said when it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext as _

from chuan.documents.actions import outgoing as actions
from chuan.documents.models import Document
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

Done = Callable[[Document, QueryDict, Viewer, datetime], str]


def do(document: Document, sent: QueryDict, *, by: Viewer, at: datetime) -> str:
    """Do what the button says; returns the sentence of what was done. Raises whatever the action refuses."""
    deed = _DEEDS.get(sent.get("do", ""))
    if deed is None:
        raise NotFound(thing=_("việc vừa bấm"))
    return deed(document, sent, by, at)


def _submit(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.submit(document, by=by, at=at, note=sent.get("note", ""))
    return _("Đã trình duyệt nội dung.")


def _approve_content(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.approve_content(document, by=by, at=at, note=sent.get("note", ""))
    return _("Đã duyệt nội dung, chuyển kiểm tra thể thức.")


def _approve_form(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.approve_form(document, by=by, at=at, note=sent.get("note", ""))
    return _("Đã xác nhận thể thức, chờ ký.")


def _return(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.return_to_drafter(document, sent.get("note", ""), by=by, at=at)
    return _("Đã trả lại người soạn.")


def _comment(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.comment(document, sent.get("note", ""), by=by, at=at)
    return _("Đã ghi góp ý.")


def _hand_over(document: Document, _sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.hand_over(document, by=by, at=at)
    return _("Đã ghi là chuyển sang hệ thống văn bản. Tải tệp Word và chép các ô dưới đây vào hệ thống ấy.")


def _number(document: Document, _sent: QueryDict, by: Viewer, at: datetime) -> str:
    number = actions.number(document, by=by, at=at)
    return _("Đã cấp số %(number)s/%(symbol)s.") % {"number": number, "symbol": document.symbol}


def _issue(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    sendings = actions.issue(document, by=by, at=at, must_know=sent.get("must_know") == "1")
    if not sendings:
        return _(
            "Đã phát hành. Chưa dòng nơi nhận nào ghép được với người hoặc nơi gửi: bấm Nơi nhận để chọn."
        )
    return _("Đã phát hành; xếp %s lượt gửi.") % len(sendings)


def _cancel(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.cancel(document, sent.get("note", ""), by=by, at=at)
    return _("Đã hủy số; số này giữ trong sổ kèm lý do và không cấp lại.")


def _drop(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.drop(document, sent.get("note", ""), by=by, at=at)
    return _("Đã bỏ dự thảo; vẫn giữ để xem.")


_DEEDS: dict[str, Done] = {
    "submit": _submit,
    "approve_content": _approve_content,
    "approve_form": _approve_form,
    "return": _return,
    "comment": _comment,
    "hand_over": _hand_over,
    "number": _number,
    "issue": _issue,
    "cancel": _cancel,
    "drop": _drop,
}
