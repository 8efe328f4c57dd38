"""What is kept about an official: who may ask, and what this room keeps: account, sign-ins, posts, roles, handovers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section
from chuan.people.actions import factors, sessions
from chuan.people.models import Account, Appointment, Handover, Official, RoleGrant, SignInSession
from chuan.people.reports import Holding, person
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.identity_numbers import covered, holds
from chuan.rules.lifecycles import HANDOVER
from chuan.rules.refusals import NotFound
from chuan.ui import formatters as say

READERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.PERSONNEL_CLERK)
"""They may ask about everybody of the unit; each room tells them only what they may see there."""


def may_ask(viewer: Viewer, official: Official) -> bool:
    """Whether the viewer may ask what is kept about this official: himself, or one of his unit for ``READERS``."""
    if viewer.official is not None and viewer.official.pk == official.pk:
        return True
    return viewer.has(*READERS) and official.unit_id in viewer.unit_ids


def sections_about(official: Official, viewer: Viewer, *, at: datetime) -> list[Section]:
    """Everything that is kept, room by room. Raises ``NotFound`` unless ``may_ask``."""
    if not may_ask(viewer, official):
        raise NotFound(thing=_("cán bộ này"))
    return kept_about.sections(Asked(viewer, official, viewer.on, at))


def has_numbers(sections: Iterable[Section]) -> bool:
    """Whether an identity number stands anywhere in what is told."""
    return any(holds(f"{line.label} {line.text}") for one in sections for line in one.lines)


def without_numbers(sections: Iterable[Section]) -> list[Section]:
    """The same with identity numbers covered, for whatever leaves the house."""
    return [
        Section(
            one.key, one.title,
            [Line(covered(line.label), covered(line.text), line.since, line.url) for line in one.lines],
            one.term, one.url, one.note,
        )
        for one in sections
    ]  # fmt: skip


def about(asked: Asked) -> Sequence[Section]:
    """This room's sections; of sign-ins only the person himself is told."""
    held = person(asked.official, on=asked.on, at=asked.at)
    own = reverse("people:account") if asked.himself else reverse("people:one", args=[asked.official.uid])
    return [
        _account(asked, own),
        Section("posts", _("Chức danh"), [_held(one) for one in held.posts], url=own),
        Section("roles", _("Vai trò trong Chuẩn"), [_held(one) for one in held.roles], url=own),
        *([_sessions(asked, own)] if asked.himself else []),
        _handovers(asked),
    ]


def elsewhere(asked: Asked) -> Sequence[Section]:
    """What no section tells, and why: the last words of the page."""
    note = _(
        "Nhật ký ghi từng việc đã làm, không xóa. Tên còn đứng trong hồ sơ, văn bản, đơn đã xử lý: đó là sổ của việc "
        "công. Đơn thư nói về một người không nằm ở trang này, kể cả với người ấy."
    )
    return [Section("elsewhere", _("Ngoài trang này"), [], note=note)]


def _account(asked: Asked, own: str) -> Section:
    official, account = asked.official, asked.official.account
    lines = [Line(_("Họ và tên"), official.name)]
    if account is not None:
        state = _("đang dùng") if account.is_active else _("đã đóng")
        lines.append(Line(_("Tài khoản"), f"{account.username}, {state}", localdate(account.created_at)))
        if asked.himself:
            lines += _factors(account)
    note = "" if asked.himself else _("Cách đăng nhập, các lần đăng nhập chỉ người ấy xem được.")
    return Section("account", _("Tên và tài khoản"), lines, url=own, note=note)


def _factors(account: Account) -> list[Line]:
    """The password and codes are kept in a form that nobody can read back: it is said that they are there."""
    lines = [Line(_("Mật khẩu"), _("lưu ở dạng không đọc lại được"), _day(account.password_issued_at))]
    if factors.has_factor(account):
        lines.append(Line(_("Xác thực hai lớp"), _("đang bật")))
    lines += [
        Line(_("Khóa truy cập"), one.label, localdate(one.since)) for one in account.passkeys.order_by("pk")
    ]
    for one in account.outside_identities.order_by("pk"):
        lines.append(Line(_("Liên kết đăng nhập chung"), one.issuer, localdate(one.since)))
    for known in account.known_computers.order_by("-pk"):
        until = _("không hỏi mã đến %s") % say.moment(known.until)
        lines.append(Line(_("Máy cơ quan được nhớ"), f"{known.label}, {until}", localdate(known.since)))
    return lines


def _sessions(asked: Asked, own: str) -> Section:
    rows = SignInSession.objects.filter(account=asked.official.account).order_by("-began")
    lines = [
        Line(one.browser, _("từ %(at)s, địa chỉ mạng %(where)s") % _seen(one), localdate(one.began)) for one in rows
    ]  # fmt: skip
    term = _("%s ngày sau khi phiên hết hạn, rồi tự xóa (Chuẩn đặt)") % sessions.KEPT.days
    return Section("sessions", _("Các lần đăng nhập"), lines, term=term, url=own)


def _seen(one: SignInSession) -> dict[str, str]:
    return {"at": say.moment(one.began), "where": one.address or "–"}


def _handovers(asked: Asked) -> Section:
    official = asked.official
    rows = Handover.objects.filter(Q(giver=official) | Q(receiver=official))
    if not asked.himself:
        rows = rows.filter(pk__in=Handover.objects.seen_by(asked.viewer))
    lines = [
        Line(
            _("%(giver)s giao cho %(receiver)s") % {"giver": one.giver.name, "receiver": one.receiver.name},
            f"{HANDOVER.statuses[one.status].label}, {one.citation}", one.on,
        )
        for one in rows.select_related("giver", "receiver").order_by("-on", "-pk")
    ]  # fmt: skip
    return Section("handovers", _("Bàn giao"), lines)


def _held(one: Holding[Appointment] | Holding[RoleGrant]) -> Line:
    until = _(", thôi từ %s") % say.day(one.until) if one.until else ""
    return Line(one.what, f"{one.citation}{until}", one.since)


def _day(moment: datetime | None) -> date | None:
    return localdate(moment) if moment else None


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("people", about, place=0)
    kept_about.register("people.elsewhere", elsewhere, place=99)
