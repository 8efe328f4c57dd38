"""Setting up a real unit: the unit, its Chairman, the Chairman's account. No example, no default password."""

from __future__ import annotations

import argparse
import getpass
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.law.admin_units import TURN, Commune, predecessors, resolution_of
from chuan.law.admin_units.lookup import How
from chuan.offers.subjects import Subject
from chuan.people import directory, refusals, searching
from chuan.people.actions.accounts import checked_username
from chuan.people.actions.holding import check_period, cited
from chuan.people.actions.rooms import begin_with_what_is_needed
from chuan.people.directory import CODE_SCHEME
from chuan.people.models import Account, Appointment, Official, Post, RoleGrant, Succession, Unit, UnitCode
from chuan.people.passwords import one_time
from chuan.people.roles import Role
from chuan.rules.vietnamese import compose, fold, read_date
from chuan.trail.actions import SYSTEM, act


@dataclass(frozen=True)
class Founded:
    """What was set up. ``password`` is the one-time password when one was made; it is stored nowhere.

    ``listed``: the commune of the directory that it is, None where the directory does not know it.
    ``predecessors``: units it came from, kept by name.
    """

    unit: Unit
    chairman: Official
    username: str
    password: str | None
    listed: Commune | None = None
    predecessors: tuple[Unit, ...] = ()


def found_unit(
    *,
    kind: str,
    name: str,
    place: str = "",
    code: str,
    since: date,
    chairman: str,
    username: str,
    citation: str,
    password: str | None = None,
    every_room: bool = True,
    at: datetime,
) -> Founded:
    """Found the one unit of an empty installation, from ``since`` (the day the unit was established).

    With ``password`` the Chairman keeps it; without, a one-time password is made that must be
    changed at the first sign-in. A commune of the directory gets its province, and the whole communes it came from
    where the act of that succession is known. Raises ``UnitExists`` where there is a unit, ``CodeNamesAnother`` for
    a code that names another commune on that day. Without ``every_room`` only what is needed is there: the rest is
    offered on Bắt đầu.
    """
    _require_none()
    listed = directory.of_code(code, since, name=name)
    unit = Unit(kind=kind_of(kind), name=_named(name, _("tên đơn vị")), valid_from=since)
    unit.place = " ".join(place.split()) or unit.name
    account = Account(username=checked_username(username), must_change_password=password is None)
    account.password_issued_at = None if password else at
    account.password = make_password(_checked(password, account) if password else (made := one_time()))
    official = Official(unit=unit, name=_named(chairman, _("họ tên Chủ tịch")), account=account)
    check_period(unit, since, None)
    detail: dict[str, Any] = {
        "kind": unit.kind,
        "name": unit.name,
        "since": since,
        "citation": cited(citation),
    }
    detail["code"] = _named(code, _("mã đơn vị hành chính"))
    with act("found_unit", Subject("unit", unit.uid), by=SYSTEM, unit_uid=unit.uid, at=at, **detail):
        _save(unit, account, official, code=detail["code"], citation=detail["citation"], at=at)
        came_from = _place(unit, listed) if listed else ()
        if not every_room:
            begin_with_what_is_needed(unit, on=since, at=at)
    return Founded(unit, official, account.username, None if password else made, listed, came_from)


def kind_of(word: str) -> str:
    """The kind of unit behind "ward" or "Phường"; refuses any other word."""
    for kind in Unit.Kind:
        if fold(word) in (kind.value, fold(str(kind.label))):
            return kind.value
    raise refusals.UnitKindUnknown(kind=word, kinds=", ".join(str(kind.label) for kind in Unit.Kind))


def found_from_terminal(arguments: argparse.Namespace) -> int:
    """``chuan init``: what no flag gives is asked for; a password nobody types is made and said once."""
    _require_none()
    since = read_date(arguments.since or _ask(_("Ngày lập đơn vị, ví dụ 01/07/2025")))
    kind, name, code = _asked_unit(arguments, since)
    founded = found_unit(
        kind=kind,
        name=name,
        code=code,
        since=since,
        chairman=arguments.chairman or _ask(_("Họ tên Chủ tịch")),
        citation=arguments.citation or _ask(_("Văn bản bầu hoặc bổ nhiệm Chủ tịch")),
        username=arguments.username or _ask(_("Tên đăng nhập của Chủ tịch")),
        password=_ask_password(),
        every_room=bool(getattr(arguments, "every_room", False)),
        at=timezone.now(),
    )
    _tell(founded)
    return 0


def _require_none() -> None:
    """Refuse where a unit is kept already; a province stands here by name only."""
    standing = Unit.objects.exclude(kind=Unit.Kind.PROVINCE).order_by("pk").first()
    if standing:
        raise refusals.UnitExists(unit=standing.committee)


def _asked_unit(arguments: argparse.Namespace, since: date) -> tuple[str, str, str]:
    """Kind, name and code: from the directory by code or by name; typed, with a warning, where it has none."""
    kind, name, code = arguments.kind, arguments.name, arguments.code
    if not code:
        name = name or _ask(_("Tên đơn vị, ví dụ Bắc Hồng Lĩnh"))
        found = directory.choose(name, since)
    else:
        found = directory.of_code(code, since, name=name)
    if found is not None:
        return found.kind, found.name, found.code
    sys.stderr.write(_("Danh mục không có đơn vị này vào ngày đó: ghi theo lời người nhập.") + "\n")
    return (
        kind or _ask(_("Loại đơn vị (phường, xã, đặc khu)")),
        name or _ask(_("Tên đơn vị, ví dụ Bắc Hồng Lĩnh")),
        code or _ask(_("Mã đơn vị hành chính")),
    )


def _place(unit: Unit, listed: Commune) -> tuple[Unit, ...]:
    """Set the province; keep by name the whole communes it came from, where the act of it is known."""
    unit.parent = directory.keep_province(listed, since=unit.valid_from)
    unit.save(update_fields=["parent"])
    resolution = resolution_of(listed.province_code)
    if resolution is None or unit.valid_from != TURN:
        return ()
    whole = [one.old for one in predecessors(listed.code) if one.how is How.WHOLE]
    kept = [directory.keep_by_name(one, until=TURN) for one in whole]
    for old in kept:
        Unit.objects.filter(pk=old.pk).update(valid_to=TURN)
        UnitCode.objects.filter(unit=old, valid_to=None).update(valid_to=TURN)
        Succession.objects.create(predecessor=old, successor=unit, on=TURN, citation=resolution.words)
    return tuple(kept)


def _save(
    unit: Unit, account: Account, official: Official, *, code: str, citation: str, at: datetime
) -> None:
    unit.save()
    account.save()
    official.save()
    searching.put([official])
    post = Post.objects.create(unit=unit, code="chu-tich", title=str(Role.CHAIRMAN.label))
    since = max(timezone.localtime(at).date(), unit.valid_from)
    UnitCode.objects.create(unit=unit, scheme=CODE_SCHEME, code=code, valid_from=unit.valid_from)
    Appointment.objects.create(official=official, post=post, valid_from=since, citation=citation)
    RoleGrant.objects.create(
        official=official, unit=unit, role=Role.CHAIRMAN, valid_from=since, citation=citation
    )


def _named(text: str, thing: str) -> str:
    name = " ".join(compose(text).split())
    if len(name) < 2:
        raise refusals.NameMissing(thing=thing)
    return name


def _checked(password: str, account: Account) -> str:
    try:
        validate_password(password, account)
    except ValidationError as wrong:
        raise refusals.PasswordWeak(why=" ".join(wrong.messages)) from None
    return password


def _ask(what: str) -> str:
    """One line from the keyboard; without a keyboard a refusal that names what is missing."""
    if not sys.stdin.isatty():
        raise refusals.NameMissing(thing=what)
    return input(f"{what}: ").strip()


def _ask_password() -> str | None:
    if not sys.stdin.isatty():
        return None
    while True:
        typed = getpass.getpass(_("Mật khẩu của Chủ tịch (Enter để Chuẩn tự đặt một lần): "))
        if not typed or typed == getpass.getpass(_("Nhập lại: ")):
            return typed or None
        sys.stderr.write(_("Hai lần nhập chưa giống nhau.") + "\n")


def _tell(founded: Founded) -> None:
    lines = [
        _("Đã lập %(unit)s.") % {"unit": founded.unit.committee},
        *_told_by_directory(founded),
        _("Tên đăng nhập của Chủ tịch: %(username)s") % {"username": founded.username},
    ]
    if founded.password:
        lines.append(_("Mật khẩu dùng một lần: %(password)s") % {"password": founded.password})
        lines.append(_("Chỉ hiện ở đây; lần đăng nhập đầu sẽ phải đặt mật khẩu mới."))
    sys.stdout.write("\n".join(lines) + "\n")


def _told_by_directory(founded: Founded) -> list[str]:
    if founded.listed is None:
        return []
    lines = [
        _("Theo danh mục: mã %(code)s, %(where)s.")
        % {"code": founded.listed.code, "where": founded.listed.where}
    ]
    if founded.predecessors:
        names = ", ".join(f"{one.get_kind_display().lower()} {one.name}" for one in founded.predecessors)
        lines.append(_("Kế tục (ghi tên để tra cứu): %(names)s.") % {"names": names})
    return lines
