"""What a guest of an inspecting body may open and send: a table by the names of addresses; everything else is closed.

A guest looks at the management system (26/2014/TT-BKHCN, Điều 36): clauses, processes, documents under control,
figures, corrections, risks, audits, reviews. Nothing of officials, no letter, no dossier, nothing sealed, no setting,
not the trail. Every page of ``PAGES`` that he opens is a line of the trail, written before he is shown it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.people.actions import guests
from chuan.people.models import Account, Guest
from chuan.people.refusals_guests import GuestOnlyReads, NotForGuests
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused

HOME = "inspecting:home"

PAGES: dict[str, str | Promise] = {
    HOME: later("Trang kiểm tra"),
    "inspecting:one": later("Đợt kiểm tra"),
    "inspecting:find": later("Ghi phát hiện"),
    "inspecting:take_back": later("Rút phát hiện"),
    "inspecting:close": later("Chốt biên bản"),
    "inspecting:minutes": later("Biên bản kiểm tra đã lưu"),
    "conformity:home": later("Phù hợp"),
    "conformity:clauses": later("Điều khoản"),
    "conformity:duties": later("Nhiệm vụ của năm"),
    "conformity:checks": later("Tự kiểm tra"),
    "conformity:run": later("Lần tự kiểm tra đã lưu"),
    "conformity:packs": later("Hồ sơ cho đoàn kiểm tra"),
    "conformity:pack": later("Gói hồ sơ"),
    "conformity:pack_file": later("Tải gói hồ sơ"),
    "circle:year": later("Vòng cải tiến"),
    "processes:map": later("Quá trình"),
    "processes:process": later("Một quá trình"),
    "processes:sheet": later("Tải danh sách quá trình"),
    "processes:providers": later("Bên cung cấp ngoài"),
    "processes:provider": later("Một bên cung cấp ngoài"),
    "corrections:list": later("Khắc phục"),
    "corrections:one": later("Một sự không phù hợp"),
    "corrections:pdf": later("Bản in sự không phù hợp"),
    "corrections:export": later("Tải sổ khắc phục"),
    "risks:register": later("Rủi ro"),
    "risks:risk": later("Một rủi ro"),
    "risks:context": later("Bối cảnh"),
    "risks:parties": later("Các bên quan tâm"),
    "risks:scale": later("Thang điểm rủi ro"),
    "risks:pdf": later("Bản in sổ rủi ro"),
    "risks:sheet": later("Tải sổ rủi ro"),
    "audits:year": later("Đánh giá nội bộ"),
    "audits:audit": later("Một cuộc đánh giá nội bộ"),
    "audits:sheet": later("Phiếu đánh giá"),
    "audits:sheet_pdf": later("Bản in phiếu đánh giá"),
    "audits:finding": later("Phát hiện của đánh giá nội bộ"),
    "audits:report_pdf": later("Báo cáo đánh giá nội bộ"),
    "audits:report_docx": later("Báo cáo đánh giá nội bộ (Word)"),
    "reviews:all": later("Xem xét của lãnh đạo"),
    "reviews:one": later("Một cuộc xem xét"),
    "reviews:inputs": later("Đầu vào của cuộc xem xét"),
    "reviews:minutes": later("Biên bản xem xét"),
    "reviews:decisions": later("Quyết định sau xem xét"),
    "reviews:decisions_sheet": later("Tải quyết định sau xem xét"),
    "reviews:decision": later("Một quyết định sau xem xét"),
    "objectives:year": later("Mục tiêu"),
    "objectives:target": later("Một chỉ tiêu của năm"),
    "objectives:indicator": later("Một chỉ tiêu qua các năm"),
    "objectives:measurement": later("Một số đo"),
    "objectives:report": later("Báo cáo mục tiêu"),
    "objectives:report_pdf": later("Bản in báo cáo mục tiêu"),
    "objectives:report_docx": later("Báo cáo mục tiêu (Word)"),
    "objectives:export": later("Tải bảng mục tiêu"),
    "controlled:list": later("Tài liệu kiểm soát"),
    "controlled:document": later("Một tài liệu kiểm soát"),
    "controlled:revision": later("Một lần ban hành"),
    "controlled:pdf": later("Bản PDF của tài liệu"),
    "controlled:word": later("Bản Word của tài liệu"),
    "controlled:original": later("Tệp gốc của tài liệu"),
    "controlled:print": later("Bản in danh mục tài liệu"),
    "controlled:export": later("Tải danh mục tài liệu"),
    "documents:list": later("Văn bản"),
    "documents:document": later("Một quyết định mục tiêu"),
    "documents:original": later("Tệp gốc của văn bản"),
    "documents:knowing": later("Nắm vững văn bản"),
    "dossier_figures:table": later("Số liệu hồ sơ"),
    "dossier_figures:table_sheet": later("Tải số liệu hồ sơ"),
    "dossier_figures:surveys": later("Hài lòng"),
    "satisfaction:all": later("Khảo sát người dân tự trả lời"),
    "satisfaction:one": later("Một khảo sát người dân tự trả lời"),
    "procedures:list": later("Thủ tục"),
    "procedures:one": later("Một thủ tục"),
    "procedures:export": later("Tải danh mục thủ tục"),
    "petitions:figures": later("Số liệu đơn thư"),
}
"""Name of an address → its words in the trail. What is not here answers 404 to a guest."""

QUIET = frozenset({
    "conformity:pack_progress", "people:account", "people:set_up", "people:set_up_picture", "people:prove",
    "people:renew_codes", "people:turn_off", "people:end_session", "people:end_other_sessions",
    "people:forget_computer", "people:passkey_add", "people:passkey_remove",
})  # fmt: skip
"""Open as well, without a line: parts of a page, and what concerns only his own account."""

SENDS = frozenset({"inspecting:find", "inspecting:take_back", "inspecting:close"})
"""The only forms of the house that a guest may send, beside those of his own account."""

TO_HIS_PAGE = frozenset({"home", "clocks:mine"})
"""Where everybody else begins: a guest is led to his own page."""

OWN_DOORS = frozenset({"account_logout", "account_change_password"})
"""Open to whoever has signed in (``middleware.ALWAYS``)."""

LOOKS = ("GET", "HEAD")
SHOWN = 200


def may_open(name: str) -> bool:
    """Whether an address of this name opens for a guest."""
    return name in PAGES or name in QUIET


def may_follow(address: str) -> bool:
    """Whether a link leads a guest somewhere."""
    try:
        name = resolve(urlsplit(address).path).view_name
    except Http404:
        return False
    return may_open(name) or name in TO_HIS_PAGE | OWN_DOORS


def may_send(name: str) -> bool:
    """Whether a guest may send a form there."""
    return name in SENDS or (name in QUIET and name.startswith("people:"))


def stop(request: HttpRequest, name: str) -> HttpResponse | None:
    """The answer to a guest who opens or sends what is not his; None lets the request through."""
    if name in TO_HIS_PAGE and request.method in LOOKS:
        return redirect(HOME)
    if not may_open(name):
        return _refused(request, NotForGuests(), _("Không mở cho tài khoản kiểm tra"), 404)
    if request.method not in LOOKS and not may_send(name):
        return _refused(request, GuestOnlyReads(), _("Tài khoản kiểm tra chỉ xem"), 403)
    return None


def note(request: HttpRequest, response: HttpResponse, *, at: datetime) -> None:
    """Write the line of a page that is about to be shown to a guest. ``at``: the moment after it was made."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    match = request.resolver_match
    if viewer is None or viewer.guest is None or match is None or match.view_name not in PAGES:
        return
    if request.method in LOOKS and response.status_code == SHOWN:
        uid = str(match.kwargs.get("uid", ""))
        guests.read_page(viewer.guest, page=match.view_name, record=uid, by=viewer, at=at)


def over(request: HttpRequest) -> HttpResponse | None:
    """The page of a guest whose days are over or have not begun; None for whoever is no guest."""
    account = request.user
    if not isinstance(account, Account):
        return None
    found = Guest.objects.filter(grant__account=account).select_related("grant__unit").first()
    if found is None:
        return None
    early = found.ended_at is None and request.on < found.grant.valid_from  # type: ignore[attr-defined]
    title = _("Đợt kiểm tra chưa bắt đầu") if early else _("Đợt kiểm tra đã hết ngày")
    context = {"title": title, "guest": found, "early": early}
    return render(request, "people/guest_over.html", context, status=403)


def page_words(name: str) -> str:
    """The words of a page, for the trail; its name where it is gone from the table."""
    return str(PAGES.get(name, name))


def followed(addresses: Iterable[str], viewer: Viewer) -> set[str]:
    """Those of the addresses that lead this viewer somewhere: all of them, for whoever is no guest."""
    return {one for one in addresses if viewer.guest is None or may_follow(one)}


def _refused(request: HttpRequest, refusal: Refused, title: str, status: int) -> HttpResponse:
    context = {"title": title, "refusal_sentence": refusal.sentence, "number": status}
    return render(request, "people/refused.html", context, status=status)
