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

from chuan.offers.subjects import Subject
from chuan.people import refusals, searching
from chuan.people.actions.accounts import checked_username
from chuan.people.actions.holding import check_period, cited
from chuan.people.models import Account, Appointment, Official, Post, RoleGrant, Unit, UnitCode
from chuan.people.passwords import one_time
from chuan.people.roles import Role
from chuan.rules.vietnamese import compose, fold, read_date
from chuan.trail.actions import SYSTEM, act

CODE_SCHEME = "gso"
"""Codes of administrative units as the statistics office lists them (19/2025/QĐ-TTg; reported, not read)."""


@dataclass(frozen=True)
class Founded:
    """What was set up. ``password`` is the one-time password when one was made; it is stored nowhere."""

    unit: Unit
    chairman: Official
    username: str
    password: str | None


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
    at: datetime,
) -> Founded:
    """Found the one unit of an empty installation, from ``since`` (the day the unit was established).

    With ``password`` the Chairman keeps it; without, a one-time password is made that must be
    changed at the first sign-in. Raises ``UnitExists`` where there is a unit.
    """
    if standing := Unit.objects.order_by("pk").first():
        raise refusals.UnitExists(unit=standing.committee)
    unit = Unit(kind=kind_of(kind), name=_named(name, _("tên đơn vị")), valid_from=since)
    unit.place = " ".join(place.split()) or unit.name
    account = Account(username=checked_username(username), must_change_password=password is None)
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
    return Founded(unit, official, account.username, None if password else made)


def kind_of(word: str) -> str:
    """The kind of unit behind "ward" or "Phường"; refuses any other word."""
    for kind in Unit.Kind:
        if fold(word) in (kind.value, fold(str(kind.label))):
            return kind.value
    raise refusals.UnitKindUnknown(kind=word, kinds=", ".join(str(kind.label) for kind in Unit.Kind))


def found_from_terminal(arguments: argparse.Namespace) -> int:
    """``chuan init``: what no flag gives is asked for; a password nobody types is made and said once."""
    if standing := Unit.objects.order_by("pk").first():
        raise refusals.UnitExists(unit=standing.committee)
    founded = found_unit(
        kind=arguments.kind or _ask(_("Loại đơn vị (phường, xã, đặc khu)")),
        name=arguments.name or _ask(_("Tên đơn vị, ví dụ Bắc Hồng Lĩnh")),
        code=arguments.code or _ask(_("Mã đơn vị hành chính")),
        since=read_date(arguments.since or _ask(_("Ngày lập đơn vị, ví dụ 01/07/2025"))),
        chairman=arguments.chairman or _ask(_("Họ tên Chủ tịch")),
        citation=arguments.citation or _ask(_("Văn bản bầu hoặc bổ nhiệm Chủ tịch")),
        username=arguments.username or _ask(_("Tên đăng nhập của Chủ tịch")),
        password=_ask_password(),
        at=timezone.now(),
    )
    _tell(founded)
    return 0


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
        _("Tên đăng nhập của Chủ tịch: %(username)s") % {"username": founded.username},
    ]
    if founded.password:
        lines.append(_("Mật khẩu dùng một lần: %(password)s") % {"password": founded.password})
        lines.append(_("Chỉ hiện ở đây; lần đăng nhập đầu sẽ phải đặt mật khẩu mới."))
    sys.stdout.write("\n".join(lines) + "\n")
